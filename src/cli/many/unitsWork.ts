import { compareUnits, unitBook } from "../../actions/unitBooks";
import type { MessageRef } from "../../messages/messageRef";
import { describeUnits } from "../../messages/units/describeUnits";
import type { UnitsCheck } from "../../units/checkUnits";
import { readTarget } from "../fileReport";
import { readUnits } from "../unitFiles";
import { unitsAsLine, unitsAsLines } from "../unitsOutput";
import type { NamedBook } from "../unitsOutput";
import { targetOf } from "./checkWork";
import { countFindings } from "./summaryRow";
import type { Done, Item, UnitsJob, Work } from "./work";

/** What comparing one department with its units gave; its books without their tables, so that it can be kept. */
export interface UnitsDone extends Done {
  readonly department: NamedBook | null;
  readonly books: readonly NamedBook[];
  readonly check: UnitsCheck | null;
}

const NONE = { department: null, books: [], check: null };

/** gouji units over many departments: each beside the units of its folder. */
export async function unitsWork(job: UnitsJob): Promise<Work<UnitsDone>> {
  return {
    frame: { begin: "", between: "", end: "" },
    failed: (error) => ({ error, ...NONE }),
    carryOut: async (item) => {
      const done = await compareItem(item);
      return "error" in done ? done : { error: done.problem, ...NONE };
    },
    tell: ({ file }, { error, department, books, check }) => {
      const problem = error && describeUnits(error, job.lang);
      const findings = check?.findings ?? [];
      const name = department?.name ?? "";
      const row = { file, department: name, copy: null, error: problem, ...countFindings(findings) };
      // The same content gives the same wherever it lies: the department is told by the path asked for.
      const own = department && { ...department, file };
      const out =
        job.format === "jsonl"
          ? unitsAsLine({ file, department: name, error, check, books, counts: row.counts }, job.lang)
          : own && check
            ? unitsAsLines(own, books, check, job.lang)
            : `${file}\n  ${problem ?? ""}\n`;
      const hasErrors = findings.some(({ severity }) => severity === "error");
      return {
        code: error ? 2 : hasErrors ? 1 : 0,
        out,
        notes: problem === null ? [] : [`${file}: ${problem}`],
        row,
      };
    },
  };
}

/** Compares what could be read; a unit's file that could not be used is told beside what the others gave. */
async function compareItem(item: Item): Promise<UnitsDone | { readonly problem: MessageRef }> {
  const read = await readTarget(targetOf(item));
  if ("error" in read) return { problem: read.error };
  const named = { file: item.file, workbook: read.snapshot };
  const department = unitBook(named);
  if (department.tables.length === 0) return { problem: { key: "units.unreadable", args: {} } };
  const { books, others, problems } = await readUnits(item.units ?? [], item.file);
  const [broken] = problems;
  const error = broken ? { key: "units.unitFile", args: { file: broken.file, why: broken.problem } } : null;
  if (books.length === 0) return { problem: error ?? { key: "units.noUnits", args: {} } };
  const check = compareUnits(named, books, others);
  return { error, department: bookOf(department), books: books.map(bookOf), check };
}

function bookOf({ file, packId, setName, name, codes }: NamedBook): NamedBook {
  return { file, packId, setName, name, codes };
}
