import { departmentOf } from "../../actions/departmentOf";
import { holdLists, withLists } from "../../actions/listsFor";
import { checkSnapshot } from "../../actions/validate";
import { describe } from "../../messages/describe";
import { KeptChecks } from "../../validation/keptChecks";
import { exitCodeOf } from "../exitCode";
import { formatNotes, readTarget, unusablePart } from "../fileReport";
import type { FileReport } from "../fileReport";
import { toText } from "../textOutput";
import { countFindings } from "./summaryRow";
import type { CheckJob, Done, Item, Outcome, Work } from "./work";

/** What a check gave, without the path of what was checked: the same content gives the same wherever it lies. */
export interface CheckDone extends Done, Pick<FileReport, "result" | "from"> {
  readonly department: string;
}

/** gouji check, one file after the other. Loads what the format needs and nothing else. */
export async function checkWork(job: CheckJob): Promise<Work<CheckDone>> {
  const held = { lists: holdLists(), kept: new KeptChecks() };
  const { one, frame } = await shapeOf(job);
  const options = {
    rules: job.rules,
    codeLists: job.codeLists,
    ...(job.sets.length > 0 ? { sets: (await import("../setFiles")).packsOf(job.sets) } : {}),
    ...(job.edition === undefined ? {} : { edition: job.edition }),
  };
  return {
    frame,
    failed: (error) => ({ error, result: null, department: "" }),
    carryOut: async (item) => {
      const read = await readTarget(targetOf(item));
      if ("error" in read) return { error: read.error, result: null, department: "" };
      const { snapshot, from } = read;
      const result = checkSnapshot(snapshot, await withLists(snapshot, options, held.lists), held.kept);
      const error = unusablePart(snapshot, result);
      return { error, result, department: departmentOf(snapshot), ...(from && { from }) };
    },
    tell: (item, done) => {
      const report = { file: item.file, ...done };
      const { row, notes } = rowAndNotes(report, null, job.lang);
      // The text says itself what is wrong with a file.
      const said =
        job.format === "text" ? formatNotes(report).map((note) => describe(note, job.lang)) : notes;
      return {
        code: exitCodeOf([report]),
        out: one(report, row),
        notes: said.map((note) => `${item.file}: ${note}`),
        row,
      };
    },
  };
}

/** The path to read, or why there is nothing at it. */
export function targetOf({ file, problem }: Item) {
  return problem === undefined ? { file } : { file, problem };
}

/** A report's row of a summary, and what is to be said of its file. */
export function rowAndNotes(
  report: FileReport & { readonly department: string },
  copy: string | null,
  lang: CheckJob["lang"],
): Pick<Outcome, "row" | "notes"> {
  const { file, error, result, department } = report;
  const problem = error && describe(error, lang);
  return {
    row: { file, department, copy, error: problem, ...countFindings(result?.findings ?? []) },
    notes: [
      ...formatNotes(report).map((note) => describe(note, lang)),
      ...(problem === null ? [] : [problem]),
    ],
  };
}

type Shape = Pick<Work<CheckDone>, "frame"> & {
  readonly one: (report: FileReport, row: Outcome["row"]) => string;
};

/** How the reports are written in the format asked for. */
async function shapeOf({ format, lang, date, edition }: CheckJob): Promise<Shape> {
  const plain = { begin: "", between: "", end: "" };
  if (format === "text") return { frame: plain, one: (report) => toText(report, lang) };
  if (format === "json" || format === "jsonl") {
    const { fileAsJson, fileAsLine, JSON_FRAME } = await import("../jsonOutput");
    if (format === "json") return { frame: JSON_FRAME, one: (report) => fileAsJson(report, lang) };
    const one: Shape["one"] = (report, { department, counts }) =>
      fileAsLine(report, { command: "check", department, copy: null, counts }, lang);
    return { frame: plain, one };
  }
  const { csvFrame, csvLines, htmlFrame, htmlSection } = await import("../reportFiles");
  const about = { date, ...(edition === undefined ? {} : { edition }) };
  return format === "html"
    ? { frame: htmlFrame(lang), one: (report) => htmlSection(report, about, lang) }
    : { frame: csvFrame(lang), one: (report) => csvLines(report, about, lang) };
}
