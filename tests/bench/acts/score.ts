import { checkWorkbook } from "../../../src/validation/check";
import { cellKey } from "../../../src/validation/cellKey";
import type { ActKind, Finding } from "../../../src/validation/finding";
import type { Pack } from "../../../src/tables/definition";
import { processorTime } from "../validation/processorTime";
import type { Done } from "./done";

/** What became of one act. */
export interface Score {
  readonly detected: boolean;
  readonly findings: number;
  /** The kind told first is one it may be called by. */
  readonly isNamed: boolean;
  /** The first finding names a cell or row of the act first. */
  readonly isPlaced: boolean;
  /** Of figures proposed for cells of the act: how many, and how many are right. */
  readonly proposed: number;
  readonly right: number;
  /** One single cell or row is named with confidence, and it is none of the act's. */
  readonly isMisled: boolean;
  /** Findings that name nothing of the act. */
  readonly outside: number;
  /** Milliseconds of processor time of the check. */
  readonly time: number;
  readonly told: readonly Finding[];
}

/** Acts whose sentence is about a row, and whose suspects are the formulas over it. */
const SAYS_ROW: ReadonlySet<ActKind | undefined> = new Set(["sumMisses"]);

/** Checks the workbook after an act; findings that were there before are not the act's. */
export function scoreOf(act: Done, pack: Pack, before: ReadonlySet<string>): Score {
  const timer = processorTime();
  const { findings } = checkWorkbook(act.workbook, pack).result;
  const time = timer();
  const told = findings.filter(
    (one) =>
      (one.severity === "error" || one.rule === "cell.text-number" || one.act !== undefined) &&
      !before.has(nameOf(one)),
  );
  const [first] = [...told].sort((a, b) => Number(b.act !== undefined) - Number(a.act !== undefined));
  const cells = new Map(act.cells.map((cell) => [cellKey(cell), cell.right]));
  const rows = new Set(act.rows.map(({ sheet, row }) => `${sheet} ${row}`));
  const isOwn = (cell: { readonly sheet: string; readonly row: number; readonly column: number }) =>
    cells.has(cellKey(cell)) || rows.has(`${cell.sheet} ${cell.row}`);
  const place = first && (first.suspects[0] ?? first.cell ?? first.cells[0]);
  const isOfRow = ({ act: told }: Finding) =>
    told?.rows.some(({ sheet, row }) => rows.has(`${sheet} ${row}`)) === true;
  // A sentence about a row names it, whatever cells are to be changed for it.
  const isPlaced =
    (place !== undefined && place !== null && isOwn(place)) ||
    (first !== undefined && SAYS_ROW.has(first.act?.kind) && isOfRow(first));
  const values = told.flatMap(({ suspects }) =>
    suspects.flatMap((one) => {
      const right = cells.get(cellKey(one));
      return right === undefined || one.suggested === null ? [] : [Number(one.suggested) === right];
    }),
  );
  return {
    detected: told.length > 0,
    findings: told.length,
    isNamed: first?.act !== undefined && act.kinds.includes(first.act.kind),
    isPlaced,
    proposed: values.length,
    right: values.filter(Boolean).length,
    isMisled: first !== undefined && first.suspects.length === 1 && !isPlaced,
    outside: told.filter(
      (one) =>
        ![...one.suspects, ...(one.cell ? [one.cell] : [])].some(isOwn) &&
        !(SAYS_ROW.has(one.act?.kind) && isOfRow(one)),
    ).length,
    time,
    told,
  };
}

/** What makes a finding the same before and after. */
export function nameOf({ rule, sheet, message }: Finding): string {
  return JSON.stringify([rule, sheet, message]);
}
