import type { Decimal } from "../../amounts/decimal";
import { normaliseRowName } from "../../recognition/text";
import type { RecognisedRow, RecognisedTable } from "../../recognition/recognised";
import { speaksOfOwnRow } from "../../workbook/formula/ownRow";
import { moveFormula } from "../../workbook/formula/shift";
import type { Checked } from "../checked";
import { isFailing } from "../outcome";
import type { Judgement } from "../outcome";
import type { ActKind } from "../finding";
import type { Candidate, Told } from "./act";
import type { Gap } from "./gaps";
import { accountsFor, gapsOf } from "./gaps";
import { codeEdits } from "./rowEdits";
import { isFormula, placeIn } from "./scene";
import type { Place, Scene } from "./scene";
import { missingRowActs } from "./rowsMissing";
import { amountIn, Supposition } from "./supposition";
import type { TrialEdit, Trials } from "./trial";

/**
 * Sums that lack something or have too much: one row that is gone, moved or one too many shows in few, those of its table and
 * those with other tables. A budget half filled in shows in dozens, and no row put right would make it agree.
 */
const MOST_GAPS = 16;

/** What acts on rows are looked for in. */
export interface RowTask {
  readonly checked: Checked;
  readonly gaps: readonly Gap[];
  readonly trials: Trials;
  /** The workbook as it stands. */
  readonly scene: Scene;
}

/**
 * Rows that are gone, that are one too many, and that stand under the wrong parent or code: each is tried in the workbook
 * with its rows put right, which is recognised and checked again.
 */
export function rowActs(given: Omit<RowTask, "gaps">): Candidate[] {
  const task = { ...given, gaps: gapsOf(given.checked) };
  if (task.gaps.length > MOST_GAPS) return [];
  return [...movedRows(task), ...wrongCodes(task), ...extraRows(task), ...missingRowActs(task)];
}

/** Rows that stand there twice, alone. */
export function doubledRows(given: Omit<RowTask, "gaps">): Candidate[] {
  return extraRows({ ...given, gaps: gapsOf(given.checked) }, true);
}

/** Rows that are just what sums over them have too much. */
function extraRows({ checked, gaps, trials, scene }: RowTask, isTwin = false): Candidate[] {
  const rows = new Set(
    gaps.flatMap((gap) => gap.parts.filter((row) => row.parent !== undefined && accountsFor(row, gap, -1))),
  );
  for (const one of checked.missing)
    if (one.kind === "parent")
      for (const row of one.table.rows)
        if (row.code !== one.key && row.code.startsWith(one.key)) rows.add(row);
  // Where a total or a unit is not there, the rows under it are where they should be.
  const unsure = new Set(
    checked.missing.flatMap(({ kind, table }) => (kind === "unit" || kind === "total" ? [table] : [])),
  );
  return [...rows].flatMap((row): Candidate[] => {
    if (unsure.has(row.table)) return [];
    const twin = row.table.rows.find((other) => other !== row && isAlike(row, other));
    // Of two alike the second is the one too many.
    if (twin ? twin.index > row.index : isTwin) return [];
    // A sibling that holds what their total holds is wrong by as much as the row has, unless others ask for the row.
    const isUnknown = checked.missing.some(
      (one) => one.kind === "code" && one.table !== row.table && one.key === row.code,
    );
    const siblings = row.parent?.children.filter((other) => other !== row) ?? [];
    if (!twin && !isUnknown && siblings.some((other) => holdsAll(other, row.parent))) return [];
    if (!mayBeGone(row, scene) || trials.isSpent) return [];
    const edits: TrialEdit[] = [takenOut(row)];
    const kind = twin ? "rowDuplicated" : "rowExtra";
    const told = twin ? { other: twin } : {};
    return candidate(trials, { kind, row, edits, told, cost: twin ? 2 : 5 }).filter(({ supposed, cells }) => {
      const isPart = ({ relation }: Judgement) => relation.terms.some((term) => term.row === row);
      return cells.length > 0 && supposed.mended.some(isPart);
    });
  });
}

/** Whether a part holds all that the row above it holds, in every column that says something. */
function holdsAll(part: RecognisedRow, total: RecognisedRow | undefined): boolean {
  const said = [...(total?.figures ?? [])].flatMap(([column, figure]) => {
    const amount = amountIn(figure);
    return amount && !amount.isZero() ? [[column, amount] as const] : [];
  });
  const isHeld = ([column, amount]: readonly [number, Decimal]) => {
    const own = part.figures.get(column);
    return own !== undefined && amountIn(own)?.equals(amount) === true;
  };
  return said.length > 0 && said.every(isHeld);
}

/** Whether no relation that holds speaks of a row with others: tried before the workbook is checked without it. */
function mayBeGone(row: RecognisedRow, scene: Scene): boolean {
  const supposition = new Supposition(scene, { reach: "none" });
  for (const number of row.figures.keys()) {
    const place = placeIn(row, number);
    const amount = place && amountIn(place.figure);
    if (amount && !amount.isZero()) supposition.change(place, amount.negated());
  }
  return [...supposition.looked].every(
    (one) =>
      isFailing(one) ||
      !isFailing(supposition.judge(one)) ||
      one.relation.terms.every((term) => term.row === row),
  );
}

function takenOut({ sheet, sheetRow }: RecognisedRow): TrialEdit {
  return { kind: "deleteRows", sheet, row: sheetRow, count: 1 };
}

function isAlike(row: RecognisedRow, other: RecognisedRow): boolean {
  const { grid } = row.table;
  return (
    other.parent === row.parent &&
    other.code === row.code &&
    other.key === row.key &&
    grid.numbers.every((_, column) => grid.countAt(row.index, column) === grid.countAt(other.index, column))
  );
}

/** Rows that are just what their own parent has too much and another lacks. */
function movedRows({ gaps, trials, scene }: RowTask): Candidate[] {
  const lacking = gaps.filter(({ parent }) => parent !== undefined);
  return lacking.flatMap((from) =>
    from.parts
      .filter((row) => row.side.parents === "position" && accountsFor(row, from, -1))
      .flatMap((row) =>
        lacking.flatMap((to): Candidate[] => {
          const { parent } = to;
          if (to === from || to.table !== from.table || !parent) return [];
          if (!accountsFor(row, to, 1) || trials.isSpent) return [];
          const at = placeUnder(parent, scene);
          const own = at <= row.sheetRow ? row.sheetRow + 1 : row.sheetRow;
          const { sheet } = row;
          const edits: TrialEdit[] = [
            { kind: "insertRows", sheet, row: at, count: 1, like: row.sheetRow },
            ...copied(trials, row, at),
            { kind: "deleteRows", sheet, row: own, count: 1 },
          ];
          return candidate(trials, { kind: "rowMoved", row, edits, told: { other: parent }, cost: 3 });
        }),
      ),
  );
}

/** Where a row is put under another: after its last child, or before that where formulas add them up, so that they take it in. */
function placeUnder({ sheetRow, children, figures }: RecognisedRow, scene: Scene): number {
  const last = Math.max(sheetRow, ...children.map((child) => child.sheetRow));
  const isAdded = children.length > 1 && [...figures.values()].some((figure) => isFormula(scene, { figure }));
  return isAdded ? last : last + 1;
}

function copied({ workbook }: Trials, { sheet, sheetRow }: RecognisedRow, at: number): TrialEdit[] {
  const cells = workbook.sheets.find(({ name }) => name === sheet)?.rows.get(sheetRow) ?? [];
  return [...cells].flatMap(([column, { value, formula, numberFormat }]): TrialEdit[] => {
    if (typeof value === "object" || (formula !== undefined && !speaksOfOwnRow(formula, sheetRow))) return [];
    const content =
      formula === undefined
        ? { value }
        : {
            formula: moveFormula(formula, at - sheetRow, 0),
            ...(typeof value !== "boolean" && { result: value }),
          };
    return [{ kind: "writeCell", sheet, row: at, column, content, numberFormat }];
  });
}

/** Rows whose code is another's: under the code they should have they are lacking, under their own they are too much. */
function wrongCodes({ checked, gaps, trials }: RowTask): Candidate[] {
  const rows = new Set<RecognisedRow>();
  // A row with the name that a missing code has elsewhere is the likeliest.
  for (const one of checked.missing)
    if (one.kind === "code" && one.name !== "")
      for (const row of one.table.rows) if (row.key === normaliseRowName(one.name)) rows.add(row);
  for (const one of checked.missing) if (one.kind === "code" && one.seenIn) rows.add(one.seenIn);
  for (const gap of gaps) for (const row of gap.parts) if (accountsFor(row, gap, -1)) rows.add(row);
  for (const { table } of checked.missing)
    for (const row of strangersIn(table, checked.tables)) rows.add(row);
  for (const one of checked.missing)
    if (one.kind === "parent") for (const row of childless(one.table, one.key.length)) rows.add(row);
  return [...rows].flatMap((row) => {
    if (!/^\d{3,7}$/.test(row.code) || row.children.length > 0) return [];
    return [...codesFor(row, checked, gaps)].flatMap((code): Candidate[] => {
      const edits = codeEdits(checked.workbook, row, code);
      if (edits.length === 0 || trials.isSpent) return [];
      const name = nameOfCode(code, checked.tables);
      return candidate(trials, { kind: "codeWrong", row, edits, told: { code, name }, cost: 3 });
    });
  });
}

/** Codes under which the row is lacking: those that its table lists nowhere, and those whose sums lack just its amounts. */
function codesFor(row: RecognisedRow, { missing, tables }: Checked, gaps: readonly Gap[]): Set<string> {
  const codes = new Set<string>();
  for (const one of missing)
    if (one.kind === "code" && one.table === row.table && one.key.length === row.code.length)
      codes.add(one.key);
  for (const gap of gaps) {
    if (!accountsFor(row, gap, 1)) continue;
    if (gap.code !== "" && gap.table === row.table) codes.add(gap.code);
    if (gap.parent === undefined || row.side.parents !== "code") continue;
    const listed = new Set(row.table.rows.map(({ code }) => code));
    for (const other of tables)
      for (const { code } of other.rows)
        if (code.length === row.code.length && code.startsWith(gap.parent.code) && !listed.has(code))
          codes.add(code);
  }
  codes.delete(row.code);
  return codes;
}

/** Rows with codes of a length at which rows have others under them, and none under theirs. */
function childless(table: RecognisedTable, length: number): RecognisedRow[] {
  return table.rows.filter(({ code, children }) => code.length === length && children.length === 0);
}

/** Rows with a code that no other table has. */
function strangersIn(table: RecognisedTable, tables: readonly RecognisedTable[]): RecognisedRow[] {
  const known = new Set(tables.flatMap((one) => (one === table ? [] : one.rows.map(({ code }) => code))));
  return table.rows.filter(({ code }) => code !== "" && !known.has(code));
}

function nameOfCode(code: string, tables: readonly RecognisedTable[]): string {
  const row = tables
    .flatMap(({ rows }) => rows)
    .find((one) => one.code === code && one.side.parents === "code");
  return row?.name.replace(/\s+/g, "") ?? "";
}

interface Tried {
  readonly kind: ActKind;
  readonly row: RecognisedRow;
  readonly edits: readonly TrialEdit[];
  readonly told: Told;
  readonly cost: number;
}

function candidate(trials: Trials, { kind, row, edits, told, cost }: Tried): Candidate[] {
  const resolved = trials.compare(trials.make(edits));
  if (!resolved) return [];
  const cells = [...row.figures.keys()].flatMap((number): Place[] => {
    const place = placeIn(row, number);
    return place?.figure.kind === "amount" && !place.figure.value.isZero() ? [place] : [];
  });
  const { supposed, missing } = resolved;
  return [
    {
      kind,
      table: row.table,
      rows: [row],
      columns: cells.map(({ column }) => column),
      cells,
      supposed,
      missing,
      free: 0,
      cost,
      told: { ...told, edits },
    },
  ];
}
