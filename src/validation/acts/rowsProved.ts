import { ZERO } from "../../amounts/decimal";
import type { Decimal } from "../../amounts/decimal";
import { plainAmount } from "../../amounts/format";
import type { RecognisedRow, RecognisedTable } from "../../recognition/recognised";
import { cellKey } from "../cellKey";
import type { GoneRow } from "../finding";
import type { MissingRow } from "../missingRows";
import type { Judgement } from "../outcome";
import { inUnit } from "../wording";
import type { Candidate } from "./act";
import { isFormula, placeIn } from "./scene";
import type { Place, Scene } from "./scene";
import { amountIn, setAsideAll, Supposition } from "./supposition";

/*
 * Rows that are gone or one too many though sums agree with themselves, as formulas close the gap: what other tables say is
 * off by just what such a row has, to the last digit. A single wrong figure would have to hit the same amount by chance.
 */

/** Digits of an amount that is not met by chance: 5.00 and 12.00 are. */
const LEAST_DIGITS = 3;

/** Rows tried to be one too many. */
const MOST_ROWS = 12;

/** A code of the lowest level: 项 of the functional classification. */
const LEAF_CODE = /^\d{7}$/;

/** Rows of a table with codes that others list, with just the amounts that its relations with them are off by. */
export function provedGone(scene: Scene, missing: readonly MissingRow[]): Candidate[] {
  const tables = new Set(scene.failing.flatMap(({ relation }) => [...tablesOf(relation)]));
  return [...tables].flatMap((table) => {
    const near = scene.failing.filter(
      ({ relation }) => relation.operator === "=" && tablesOf(relation).has(table),
    );
    const listed = new Set(table.rows.map(({ code }) => code));
    if (near.length === 0) return [];
    const found = [...goneByKeys(scene, table, near), ...goneByAmount(scene, table, near, listed)];
    return found.map((one) => {
      const codes = new Set(one.told?.codes);
      return {
        ...one,
        missing: missing.filter((row) => row.kind === "code" && row.table === table && codes.has(row.key)),
      };
    });
  });
}

type Relation = Judgement["relation"];

/** Tables that a relation speaks of, those in which it has found no row included. */
function tablesOf({ terms, parts }: Relation): ReadonlySet<RecognisedTable> {
  return new Set([...terms.map(({ row }) => row.table), ...parts.map(({ table }) => table)]);
}

/** What a table lacks in one of its columns. */
interface Lack {
  readonly column: number;
  readonly amount: Decimal;
}

/** What a relation with other tables lacks on the side of this one; undefined where it has too much there. */
function lackIn({ relation, balance }: Judgement, table: RecognisedTable): Lack | undefined {
  const part = relation.parts.find((one) => one.table === table && one.side === "right");
  const left = relation.parts.find((one) => one.table === table && one.side === "left");
  const own = part ?? left;
  if (!own || !balance) return undefined;
  const amount = own.side === "right" ? balance.deviation : balance.deviation.negated();
  const column =
    own.pattern.columns[0] ??
    relation.terms.find(({ row, side }) => row.table === table && side === own.side)?.column;
  return column !== undefined && amount.isPositive() && !amount.isZero() ? { column, amount } : undefined;
}

/** Codes for which others have amounts and the table has no row at all, where all else it is off by is their sum. */
function goneByKeys(scene: Scene, table: RecognisedTable, near: readonly Judgement[]): Candidate[] {
  const byCode = new Map<string, Map<number, Decimal>>();
  const keyed = new Set<Judgement>();
  for (const judgement of near) {
    const { relation } = judgement;
    if (!LEAF_CODE.test(relation.key) || relation.terms.some(({ row }) => row.table === table)) continue;
    const lack = lackIn(judgement, table);
    if (!lack) continue;
    keyed.add(judgement);
    const own = byCode.get(relation.key) ?? new Map<number, Decimal>();
    byCode.set(relation.key, own.set(lack.column, lack.amount));
  }
  if (keyed.size === 0) return [];
  const sums = new Map<number, Decimal>();
  for (const amounts of byCode.values())
    for (const [column, amount] of amounts) sums.set(column, (sums.get(column) ?? ZERO).plus(amount));
  const isSum = (one: Judgement) =>
    keyed.has(one) ||
    (lackIn(one, table) !== undefined && [...sums.values()].some((sum) => isOff(one, sum, byCode.size)));
  if (!near.every(isSum)) return [];
  const gone = [...byCode].map(([code, amounts]) => goneRow(scene, table, code, amounts));
  return [rowsGone(table, gone, near)];
}

/** One code whose amounts elsewhere are just what every relation of the table is off by. */
function goneByAmount(
  scene: Scene,
  table: RecognisedTable,
  near: readonly Judgement[],
  listed: ReadonlySet<string>,
): Candidate[] {
  // What has too much somewhere, or lists no codes of this kind at all, has lost no row.
  const lacks = near.flatMap((one) => lackIn(one, table) ?? []);
  if (lacks.length === 0 || lacks.length < near.length) return [];
  if (!table.rows.some(({ code }) => LEAF_CODE.test(code))) return [];
  const found = new Map<string, Candidate>();
  for (const other of scene.tables)
    for (const row of other === table ? [] : other.rows) {
      const { code } = row;
      if (!LEAF_CODE.test(code) || listed.has(code) || found.has(code) || row.children.length > 0) continue;
      if (!isUnder(table, code) || near.some((one) => !mayLack(one, table, code))) continue;
      const amounts = [...row.figures.values()].flatMap((figure) => amountIn(figure) ?? []);
      if (!near.every((one) => amounts.some((amount) => isTelling(amount) && isOff(one, amount, 1))))
        continue;
      const columns = new Map(lacks.map(({ column, amount }) => [column, amount]));
      found.set(code, rowsGone(table, [goneRow(scene, table, code, columns)], near));
    }
  return [...found.values()];
}

/** Whether a sum over the rows under another can lack a code: under a code it lacks only those that begin with it. */
function mayLack({ relation }: Judgement, table: RecognisedTable, code: string): boolean {
  return relation.parts.every(
    ({ parent, table: own }) => own !== table || parent === undefined || code.startsWith(parent.code),
  );
}

/** Whether a table lists the 类 or the 款 of a code. */
function isUnder({ rows }: RecognisedTable, code: string): boolean {
  return rows.some((row) => row.code.length >= 3 && code.startsWith(row.code.slice(0, 3)));
}

/** Whether a relation is off by just an amount, or by a sum of so many. */
function isOff({ balance, slack }: Judgement, amount: Decimal, count: number): boolean {
  return (
    balance !== undefined && balance.deviation.abs().minus(amount).abs().lessThanOrEqualTo(slack.times(count))
  );
}

function isTelling(amount: Decimal): boolean {
  return (
    amount
      .abs()
      .toFixed()
      .replace(/\D/g, "")
      .replace(/^0+|0+$/g, "").length >= LEAST_DIGITS
  );
}

function goneRow(
  { tables }: Scene,
  table: RecognisedTable,
  code: string,
  amounts: ReadonlyMap<number, Decimal>,
): GoneRow & { readonly values: readonly Decimal[] } {
  const named = tables
    .flatMap(({ rows }) => rows)
    .find((row) => row.code === code && row.side.parents === "code");
  return {
    code,
    name: named?.name.replace(/\s+/g, "") ?? "",
    amounts: [...amounts].flatMap(([number, amount]) => {
      const column = table.columns.get(number)?.sheetColumn;
      return column === undefined ? [] : [{ column, value: plainAmount(inUnit(amount, table.unit)) }];
    }),
    values: [...amounts.values()],
  };
}

function rowsGone(
  table: RecognisedTable,
  rows: readonly ReturnType<typeof goneRow>[],
  near: readonly Judgement[],
): Candidate {
  const columns = [...new Set(near.flatMap((one) => lackIn(one, table)?.column ?? []))];
  const gone = [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
  const [first] = gone;
  return {
    kind: "rowDeleted",
    table,
    rows: parentsOf(table, first?.code ?? ""),
    columns,
    cells: [],
    supposed: setAsideAll(near, new Set()),
    free: 0,
    proofs: near.length,
    cost: 4,
    told: {
      gone: gone.map(({ code, name, amounts }) => ({ code, name, amounts })),
      codes: gone.map(({ code }) => code),
      name: gone.length === 1 ? (first?.name ?? "") : "",
      amounts: [...new Set(gone.flatMap(({ values }) => values.map((value) => value.toFixed())))],
      count: gone.length,
      ...(gone.length > 1 &&
        table.rows.some(({ side }) => side.parents === "position") && { isOfCodes: true }),
    },
  };
}

/** The row under which a code belongs: the one with the longest code that it begins with, else the total. */
function parentsOf({ rows }: RecognisedTable, code: string): readonly RecognisedRow[] {
  const above = rows.filter((row) => row.code !== "" && row.code !== code && code.startsWith(row.code));
  const found = above[above.length - 1] ?? rows.find(({ parent }) => !parent) ?? rows[0];
  return found ? [found] : [];
}

/**
 * Rows that no other table has, or that stand there twice, without whose figures all that fails would hold: formulas count them,
 * so that no sum over them tells.
 */
export function provedTooMany(scene: Scene, missing: readonly MissingRow[]): Candidate[] {
  // Among values the sums over a row tell (rowStructure.ts).
  if (!scene.followers) return [];
  const rows = new Set<RecognisedRow>();
  const supposition = new Supposition(scene, { reach: "none" });
  for (const judgement of scene.failing) {
    if (judgement.relation.operator !== "=") continue;
    for (const place of scene.sources.typed(judgement)) {
      const amount = amountIn(place.figure);
      if (rows.size >= MOST_ROWS || !amount || amount.isZero() || rows.has(place.row)) continue;
      const by = supposition.wanted(place, judgement);
      if (by?.plus(amount).abs().lessThanOrEqualTo(judgement.slack)) rows.add(place.row);
    }
  }
  return [...rows].flatMap((row) =>
    tooMany(scene, row).map((one) => ({ ...one, missing: missing.filter((gone) => isAskedBy(row, gone)) })),
  );
}

/** Whether a row alone asks for one that is missing: for the 款 of its code. */
function isAskedBy({ table, code, index }: RecognisedRow, missing: MissingRow): boolean {
  if (missing.kind !== "parent" || missing.table !== table || !code.startsWith(missing.key)) return false;
  return table.rows.every((other) => other.index === index || !other.code.startsWith(missing.key));
}

function tooMany(scene: Scene, row: RecognisedRow): Candidate[] {
  const { table, sheet, sheetRow } = row;
  if (row.children.length > 0 || !row.parent || (!isStranger(scene, row) && !twinOf(row))) return [];
  const cells = typedIn(scene, row);
  // A total whose formula passes the row over lacks it: then the formula is wrong.
  if (cells.some((place) => isPassedOver(scene, place))) return [];
  const supposition = new Supposition(scene, { reach: "none" });
  for (const place of cells) supposition.change(place, (amountIn(place.figure) ?? ZERO).negated());
  const supposed = supposition.outcome();
  if (!supposed || !scene.failing.every((one) => supposed.mended.includes(one))) return [];
  const twin = twinOf(row);
  const isSame =
    twin !== undefined &&
    typedIn(scene, row).every(({ column, figure }) => {
      const its = twin.figures.get(column);
      return its !== undefined && amountIn(its)?.equals(amountIn(figure) ?? ZERO) === true;
    });
  // Of two alike the second is the one too many.
  if (isSame && twin.index > row.index) return [];
  return [
    {
      kind: isSame ? "rowDuplicated" : "rowExtra",
      table,
      rows: [row],
      columns: cells.map(({ column }) => column),
      cells,
      supposed: { ...supposed, figures: new Map() },
      free: 0,
      cost: 4,
      told: {
        edits: [{ kind: "deleteRows", sheet, row: sheetRow, count: 1 }],
        isCounted: true,
        ...(isSame && { other: twin }),
      },
    },
  ];
}

function typedIn(scene: Scene, row: RecognisedRow): Place[] {
  return [...row.figures.keys()].flatMap((number) => {
    const place = placeIn(row, number);
    const amount = place && amountIn(place.figure);
    return place && amount && !amount.isZero() && !isFormula(scene, place) ? [place] : [];
  });
}

/** Whether no other table has the code of a row, though others list the rows beside it. */
function isStranger({ tables }: Scene, row: RecognisedRow): boolean {
  const { code, table, parent } = row;
  if (code === "") return false;
  const beside = new Set(parent?.children.flatMap((one) => (one === row ? [] : [one.code])));
  let isListed = false;
  for (const other of tables)
    for (const { code: its } of other === table ? [] : other.rows) {
      if (its === code) return false;
      isListed ||= beside.has(its);
    }
  return isListed;
}

/** Another row under the same one with the same name: a project listed twice, a code copied with its row. */
function twinOf(row: RecognisedRow): RecognisedRow | undefined {
  return row.parent?.children.find((other) => other !== row && other.key === row.key);
}

function isPassedOver(scene: Scene, { row: { parent }, column, figure }: Place): boolean {
  const total = parent?.figures.get(column);
  if (!total || !isFormula(scene, { figure: total })) return false;
  return scene.followers?.of(cellKey(figure.address)).has(cellKey(total.address)) !== true;
}
