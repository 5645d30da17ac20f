import type { RecognisedRow, RecognisedTable } from "../../recognition/recognised";
import { plainAmount } from "../../amounts/format";
import type { GoneRow } from "../finding";
import type { MissingRow } from "../missingRows";
import type { Judgement } from "../outcome";
import { cellKey } from "../cellKey";
import type { Candidate } from "./act";
import type { Gap } from "./gaps";
import { accountsFor } from "./gaps";
import { newRowEdits } from "./rowEdits";
import type { RowTask } from "./rowStructure";
import { isFormula, placeIn } from "./scene";
import type { Place } from "./scene";
import { amountIn, Supposition } from "./supposition";
import type { Trial, TrialEdit } from "./trial";
import { unreadNamed } from "../unreadRows";
import { inUnit } from "../wording";

type ListedRow = Extract<MissingRow, { readonly key: string }>;

/** Codes tried for a row that is gone under one parent. */
const MOST_CODES = 3;

/** A row to be put in: below which row, like which, with what code and name. */
interface NewRow {
  readonly below: RecognisedRow;
  readonly like: RecognisedRow;
  readonly code: string;
  readonly name: string;
}

/**
 * Rows that are gone: a row under a code that other tables have, with all that is gone under it, or a part that a sum lacks.
 * It is put in with its amounts open, which are worked out from the shortest equations that tell them.
 */
export function missingRowActs(task: RowTask): Candidate[] {
  return [...listedElsewhere(task), ...lackingParts(task)].flatMap((rows) =>
    task.trials.isSpent ? [] : rowsGone(task, rows),
  );
}

/** Rows of a table that others list: all of them as one act, and where they are several, class by class. */
function listedElsewhere({ checked }: RowTask): NewRow[][] {
  const byTable = new Map<RecognisedTable, ListedRow[]>();
  for (const row of checked.missing)
    if (row.kind === "code" || row.kind === "parent")
      byTable.set(row.table, [...(byTable.get(row.table) ?? []), row]);
  return [...byTable].flatMap(([table, missing]) => {
    const rows = [...new Map(missing.map((one) => [one.key, one])).values()]
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .flatMap((one) => newRowIn(table, one.key, one.name));
    return rows.length > 0 ? [rows] : [];
  });
}

function newRowIn(table: RecognisedTable, code: string, name: string): NewRow[] {
  const coded = table.rows.filter((row) => row.rule.code !== undefined);
  const like = coded.find((row) => row.code.length === code.length) ?? coded[0];
  const before = coded.filter((row) => row.code < code);
  const below = before[before.length - 1] ?? coded[0]?.parent ?? coded[0];
  return like && below ? [{ below, like, code, name }] : [];
}

/** A part that a sum lacks: by position with the code whose own sum lacks it too, by code with one that others list there. */
function lackingParts({ checked, gaps, scene }: RowTask): NewRow[][] {
  return gaps.flatMap((gap): NewRow[][] => {
    const { parent } = gap;
    const like = gap.parts[gap.parts.length - 1];
    if (!parent || !like || ![...gap.columns.values()].every(({ by }) => by.isPositive())) return [];
    // A total that exceeds its parts by just one of its subtotals has that twice: no other lacks.
    if (hasPartTwice(scene, gap, parent)) return [];
    if (like.side.parents === "code") return listedUnder(checked, gap, parent, like);
    const codes = gaps.filter((one) => one.code !== "" && one.table === gap.table && isSameGap(one, gap));
    const open = codes.length > 0 ? codes.map(({ code }) => code) : [like.code];
    const last = lastUnder(like);
    return open.map((code) => [{ below: last, like, code, name: "" }]);
  });
}

/** Whether the typed figures of a total exceed its parts by just one of its subtotals; formulas beside them follow. */
function hasPartTwice(scene: RowTask["scene"], gap: Gap, parent: RecognisedRow): boolean {
  const typed = [...gap.columns].filter(([column]) => {
    const place = placeIn(parent, column);
    return place && !isFormula(scene, place);
  });
  const own = { ...gap, columns: new Map(typed) };
  return typed.length > 0 && gap.parts.some((part) => part.children.length > 0 && accountsFor(part, own, 1));
}

/**
 * Codes that other tables list under a parent and this one does not, those that hold just what is lacking first. A row that
 * stands there without a readable code is none that is gone.
 */
function listedUnder(
  { tables, unread }: RowTask["checked"],
  { table, columns }: Gap,
  parent: RecognisedRow,
  like: RecognisedRow,
): NewRow[][] {
  const others = tables.flatMap((one) => (one === table ? [] : one.rows));
  const own = new Set(table.rows.map(({ code }) => code));
  if (unread.some((row) => row.table === table))
    for (const { code, name } of others) if (unreadNamed(table, name, unread)) own.add(code);
  const found = new Map<string, { readonly row: RecognisedRow; readonly isSame: boolean }>();
  for (const row of others) {
    if (row.code.length !== like.code.length || !row.code.startsWith(parent.code) || own.has(row.code))
      continue;
    const amounts = [...row.figures.values()].map(amountIn);
    const isSame = [...columns.values()].some(({ by, slack }) =>
      amounts.some((amount) => amount?.minus(by).abs().lessThanOrEqualTo(slack)),
    );
    if (!found.has(row.code) || isSame) found.set(row.code, { row, isSame });
  }
  return [...found]
    .sort(([, a], [, b]) => Number(b.isSame) - Number(a.isSame))
    .slice(0, MOST_CODES)
    .flatMap(([code, { row }]) => {
      const made = newRowIn(table, code, row.name.replace(/\s+/g, ""));
      return made.length > 0 ? [made] : [];
    });
}

function isSameGap(one: Gap, other: Gap): boolean {
  return [...one.columns].some(([column, { by, slack }]) => {
    const its = other.columns.get(column);
    return its !== undefined && its.by.minus(by).abs().lessThanOrEqualTo(slack.plus(its.slack));
  });
}

function lastUnder(row: RecognisedRow): RecognisedRow {
  const last = row.children[row.children.length - 1];
  return last ? lastUnder(last) : row;
}

function rowsGone({ checked, trials }: RowTask, rows: readonly NewRow[]): Candidate[] {
  const edits: TrialEdit[] = [];
  const places: { readonly sheet: string; readonly row: number }[] = [];
  for (const { below, like, code, name } of rows) {
    const { sheet } = below;
    // Rows come in the order of their codes: those put in before stand above.
    const at = below.sheetRow + 1 + places.length;
    edits.push(
      { kind: "insertRows", sheet, row: at, count: 1, like: like.sheetRow },
      ...newRowEdits(checked.workbook, like, { at, code, name }),
    );
    places.push({ sheet, row: at });
  }
  const trial = trials.make(edits);
  const found = trial.checked.tables.flatMap((table) =>
    table.rows.filter((row) =>
      places.some(({ sheet, row: at }) => row.sheet === sheet && row.sheetRow === at),
    ),
  );
  if (found.length < rows.length) return [];
  const worked = workOut(trial, found);
  const resolved = worked && trials.compare(trial, worked.mended);
  const [first] = rows;
  if (!resolved || !first) return [];
  const parent = parentOf(first);
  return [
    {
      kind: "rowDeleted",
      table: first.like.table,
      rows: [parent],
      columns: worked.cells.map(({ column }) => column),
      cells: [],
      supposed: { ...resolved.supposed, figures: worked.figures },
      missing: resolved.missing,
      free: unknownValues(checked.tables, rows, worked.values),
      proofs: worked.mended.filter(({ relation }) => relation.operator === "=").length,
      cost: 8,
      told: {
        edits,
        gone: rows.map(({ code, name }, index) => ({
          code,
          name,
          amounts: worked.cells.flatMap((place) => amountAt(place, places[index], worked.figures)),
        })),
        codes: rows.map(({ code }) => code),
        name: first.name,
        amounts: worked.values,
        count: rows.length,
      },
    },
  ];
}

/** What the cell of a place comes to, where it stands in this row. */
function amountAt(
  { row, figure }: Place,
  at: { readonly sheet: string; readonly row: number } | undefined,
  figures: ReadonlyMap<string, Place["figure"]>,
): GoneRow["amounts"] {
  const { sheet, row: own, column } = figure.address;
  if (!at || sheet !== at.sheet || own !== at.row) return [];
  const after = figures.get(cellKey(figure.address));
  const value = after && amountIn(after);
  return value ? [{ column, value: plainAmount(inUnit(value, row.table.unit)) }] : [];
}

/** Amounts that no other table has under the codes: each takes an equation to be worked out. */
function unknownValues(
  tables: readonly RecognisedTable[],
  rows: readonly NewRow[],
  values: readonly string[],
): number {
  const codes = new Set(rows.map(({ code }) => code));
  const known = new Set(
    tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        codes.has(row.code) ? [...row.figures.values()].map((figure) => amountIn(figure)?.toFixed()) : [],
      ),
    ),
  );
  return [...new Set(values)].filter((value) => !known.has(value)).length;
}

function parentOf({ below, like, code }: NewRow): RecognisedRow {
  if (like.side.parents === "position") return like.parent ?? below;
  const above = like.table.rows.filter(
    (row) => row.code !== "" && row.code !== code && code.startsWith(row.code),
  );
  return above[above.length - 1] ?? like.table.rows.find(({ parent }) => !parent) ?? below;
}

/** The open figures of new rows by the shortest equations, then what follows above them where formulas do. */
function workOut(
  { scene }: Trial,
  rows: readonly RecognisedRow[],
):
  | {
      readonly mended: readonly Judgement[];
      readonly figures: ReadonlyMap<string, Place["figure"]>;
      readonly cells: readonly Place[];
      readonly values: readonly string[];
    }
  | undefined {
  const supposition = new Supposition(scene, { withFormulas: true });
  const open = new Map<string, Place>();
  for (const row of rows)
    for (const number of row.figures.keys()) {
      const place = placeIn(row, number);
      if (place) open.set(cellKey(place.figure.address), place);
    }
  const equations = [...open.values()]
    .flatMap((place) =>
      scene
        .judgementsAt(place.figure.address)
        .filter(({ relation, outcome }) => outcome !== "cannotTell" && relation.operator === "=")
        .map((judgement) => ({ place, judgement, length: judgement.relation.terms.length })),
    )
    .sort((a, b) => a.length - b.length);
  const cells: Place[] = [];
  const values: string[] = [];
  for (let isGoing = true; isGoing && open.size > 0;) {
    const next = equations.find(({ place, judgement }) => {
      const own = cellKey(place.figure.address);
      return (
        open.has(own) &&
        judgement.relation.terms.every(({ figure }) => {
          const key = cellKey(figure.address);
          return key === own || !open.has(key);
        })
      );
    });
    isGoing = next !== undefined;
    if (!next) break;
    open.delete(cellKey(next.place.figure.address));
    const by = supposition.wanted(next.place, next.judgement);
    if (!by || by.isZero()) continue;
    supposition.change(next.place, by);
    cells.push(next.place);
    values.push(by.toFixed());
  }
  if (cells.length === 0 || !supposition.settle()) return undefined;
  const supposed = supposition.outcome();
  return supposed && { mended: supposed.mended, figures: supposed.figures, cells, values };
}
