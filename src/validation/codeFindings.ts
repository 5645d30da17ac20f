import type { CodeKind } from "../codes/codeLists";
import type { CodeLists } from "../codes/listsInUse";
import type { RecognisedTable } from "../recognition/recognised";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readCodeCells } from "./codeCells";
import type { CodeCell, SwappedColumns } from "./codeCells";
import { consistencyFindings } from "./codeConsistency";
import type { DatedCell } from "./codeConsistency";
import { listNotes } from "./codeListNotes";
import { nameFinding, rememberChecks, TERMS } from "./codeNames";
import { byRow, duplicates, illegalPairs, mismatches, mismatchFinding } from "./codeRows";
import type { Finding } from "./finding";
import { remark } from "./readability";

/**
 * Checks every classification code and its name: against the list of the tables' year, and against the other codes of the
 * workbook. Each step is one pass over the code cells. Source: X15.
 */
export function codeFindings(
  workbook: WorkbookSnapshot,
  tables: readonly RecognisedTable[],
  edition: number | undefined,
  lists: CodeLists,
): Finding[] {
  const check = rememberChecks(lists);
  const commonYear = edition ?? yearOf(workbook, tables);
  const kinds = new Map<number, Set<CodeKind>>();
  const undoubted: DatedCell[] = [];
  const found = tables.flatMap((table) => {
    const year = edition ?? table.year ?? commonYear;
    const { cells, swapped } = readCodeCells(table, workbook, year, lists);
    if (year !== undefined) addKinds(kinds, year, cells);
    const rows = byRow(cells);
    const mismatched = mismatches(rows);
    const doubtful = new Set(mismatched.flat());
    const named = cells.flatMap((cell): Finding[] => {
      if (doubtful.has(cell)) return [];
      const checked = check(cell, year);
      const finding = nameFinding(cell, checked, year, lists.get(cell.kind, year));
      // What is wrong by a list is told once; an unknown code may still be called by two names.
      if (!finding || checked.status === "unknownCode") undoubted.push({ cell, year });
      return finding ? [finding] : [];
    });
    return [
      ...swapped.map(swappedFinding),
      ...mismatched.map(([code, other]) => mismatchFinding(code, other)),
      ...named,
      ...illegalPairs(rows, lists.correspondence()),
      ...duplicates(rows),
    ];
  });
  return [...listNotes(kinds, lists), ...found, ...consistencyFindings(undoubted)];
}

function addKinds(kinds: Map<number, Set<CodeKind>>, year: number, cells: readonly CodeCell[]): void {
  const own = kinds.get(year) ?? new Set<CodeKind>();
  for (const { kind } of cells) own.add(kind);
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
