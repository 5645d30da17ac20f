import type { CodeKind } from "../codes/codeLists";
import type { CodeLists } from "../codes/listsInUse";
import type { RecognisedTable } from "../recognition/recognised";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Checked } from "./checked";
import { readCodeCells } from "./codeCells";
import type { CodeCell, SwappedColumns } from "./codeCells";
import { comparedCode, consistencyFindings } from "./codeConsistency";
import type { ComparedCode } from "./codeConsistency";
import { listNotes } from "./codeListNotes";
import { nameFinding, rememberChecks, TERMS } from "./codeNames";
import type { NameChecker } from "./codeNames";
import { byRow, duplicates, illegalPairs, mismatches, mismatchFinding } from "./codeRows";
import type { Finding } from "./finding";
import { remark } from "./readability";
import { LastMade } from "../workbook/lastMade";

/** What the codes of a table come to by themselves: other tables do not bear on it. */
export interface TableCodes {
  readonly kinds: ReadonlySet<CodeKind>;
  readonly findings: readonly Finding[];
  /** Codes that no list finds wrong, to be compared with those of other tables. */
  readonly undoubted: readonly ComparedCode[];
}

/**
 * Checks every classification code and its name: against the list of the tables' year, and against the other codes of the
 * workbook. Each step is one pass over the code cells. Source: X15.
 * @param kept what earlier checks have said of tables that are still the same
 */
export function codeFindings(
  {
    workbook,
    tables,
    options: { edition },
    lists,
  }: Pick<Checked, "workbook" | "tables" | "options" | "lists">,
  kept: LastMade<RecognisedTable, TableCodes> = new LastMade(),
): Finding[] {
  const check = rememberChecks(lists);
  const commonYear = edition ?? yearOf(workbook, tables);
  const kinds = new Map<number, Set<CodeKind>>();
  const codes = tables.map((table) => {
    const year = edition ?? table.year ?? commonYear;
    const own = kept.get(table, [year, lists], () => tableCodes(table, workbook, { year, lists, check }));
    if (year !== undefined) addKinds(kinds, year, own.kinds);
    return own;
  });
  return [
    ...listNotes(kinds, lists),
    ...codes.flatMap(({ findings }) => findings),
    ...consistencyFindings(codes.flatMap(({ undoubted }) => undoubted)),
  ];
}

/** By what the codes of a table are checked. */
interface By {
  readonly year: number | undefined;
  readonly lists: CodeLists;
  readonly check: NameChecker;
}

function tableCodes(
  table: RecognisedTable,
  workbook: WorkbookSnapshot,
  { year, lists, check }: By,
): TableCodes {
  const { cells, swapped } = readCodeCells(table, workbook, year, lists);
  const rows = byRow(cells);
  const mismatched = mismatches(rows);
  const doubtful = new Set(mismatched.flat());
  const undoubted: CodeCell[] = [];
  const named = cells.flatMap((cell): Finding[] => {
    if (doubtful.has(cell)) return [];
    const checked = check(cell, year);
    const finding = nameFinding(cell, checked, year, lists.get(cell.kind, year));
    // What is wrong by a list is told once; an unknown code may still be called by two names.
    if (!finding || checked.status === "unknownCode") undoubted.push(cell);
    return finding ? [finding] : [];
  });
  return {
    kinds: new Set(cells.map(({ kind }) => kind)),
    findings: [
      ...swapped.map(swappedFinding),
      ...mismatched.map(([code, other]) => mismatchFinding(code, other)),
      ...named,
      ...illegalPairs(rows, lists.correspondence()),
      ...duplicates(rows),
    ],
    undoubted: undoubted.flatMap((cell) => comparedCode(cell, year) ?? []),
  };
}

function addKinds(kinds: Map<number, Set<CodeKind>>, year: number, of: ReadonlySet<CodeKind>): void {
  const own = kinds.get(year) ?? new Set<CodeKind>();
  for (const kind of of) own.add(kind);
  kinds.set(year, own);
}

/** The year most tables name, else the one in the workbook's name. */
function yearOf({ name }: WorkbookSnapshot, tables: readonly RecognisedTable[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { year } of tables) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || b - a);
  const inName = /(?<!\d)20\d{2}(?!\d)/.exec(name)?.[0];
  return most?.[0] ?? (inName === undefined ? undefined : Number(inName));
}

function swappedFinding({ table, first, second, firstKind, secondKind }: SwappedColumns): Finding {
  return remark(table, {
    severity: "warning",
    rule: "heading.swapped",
    cells: [first.headingCell, second.headingCell],
    message: {
      key: "heading.swapped",
      args: {
        first: first.definition.label,
        second: second.definition.label,
        firstSystem: TERMS[firstKind],
        secondSystem: TERMS[secondKind],
      },
    },
  });
}
