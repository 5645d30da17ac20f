import type { Decimal } from "../amounts/decimal";
import { ZERO } from "../amounts/decimal";
import { normaliseName } from "../codes/codeName";
import type { CodeLists } from "../codes/listsInUse";
import { COMPARED_LINES, COMPARED_LISTS, findComparison } from "../tables/comparison";
import type { ComparedList, ListId, SetComparison } from "../tables/comparison";
import { lineAmount, listRows } from "./amounts";
import type { AmountCell, ListRow, YearAmount, YearTables } from "./amounts";
import { matchCodes } from "./matchCodes";
import { matchNames, PROJECT_KEYS, UNIT_KEYS } from "./matchNames";
import { needsOf } from "./needs";
import type { Need } from "./needs";
import type { Thresholds } from "./thresholds";

/**
 * How a row stands to last year's. same; renamed: same code, other name; moved: another code; split, merged, regrouped: several
 * rows on one side or both; new, gone: only in one year.
 */
export type ChangeKind = "same" | "renamed" | "moved" | "split" | "merged" | "regrouped" | "new" | "gone";

/** One side of a change: the rows of a year that belong to it. */
export interface ChangeSide {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly cells: readonly AmountCell[];
  /** In 万元; undefined where a cell is no amount. */
  readonly value: Decimal | undefined;
}

/** A change from last year: 本年, 上年, 增减额, 增减率, and whether it needs a reason. */
export interface Change {
  /** By which its reason is kept: the name of a line, or list and codes. Stays the same from year to year. */
  readonly key: string;
  /** "lines" for the single amounts. */
  readonly part: "lines" | ListId;
  readonly kind: ChangeKind;
  readonly label: string;
  readonly now: ChangeSide | undefined;
  readonly last: ChangeSide | undefined;
  /** This year's less last year's in 万元; undefined where either could not be read. */
  readonly change: Decimal | undefined;
  /** Per cent of last year's amount, not rounded; undefined where there was none. */
  readonly rate: Decimal | undefined;
  readonly need: Need;
}

/** Two years compared. */
export interface YearComparison {
  readonly now: YearTables;
  readonly last: YearTables;
  readonly changes: readonly Change[];
  /** Parts that one of the workbooks has and the other cannot be asked for. */
  readonly left: readonly ComparedList[];
}

export type BareChange = Omit<Change, "need">;

/**
 * 上年对比: compares the amounts of two years, whatever sets of tables they are in, in 万元. Pure. A list is compared where both
 * workbooks have its table. Both sets must be ones of which something is compared (findComparison).
 */
export function compareYears(
  now: YearTables,
  last: YearTables,
  { lists, thresholds }: { readonly lists: CodeLists; readonly thresholds: Thresholds },
): YearComparison {
  const [mine, theirs] = [comparisonOf(now), comparisonOf(last)];
  const lines = COMPARED_LINES.flatMap(([name, label]) => {
    const [after, before] = [lineAmount(mine, name, now.tables), lineAmount(theirs, name, last.tables)];
    // A line that neither year has an amount in says nothing.
    if (!after || !before || (isNothing(after) && isNothing(before))) return [];
    return [lineChange(name, label, after, before)];
  });
  const left: ComparedList[] = [];
  const listed = COMPARED_LISTS.flatMap((list) => {
    const keyOf = KEYS[list.rowsBy];
    const after = listRows(mine, list.id, now.tables, keyOf);
    const before = listRows(theirs, list.id, last.tables, keyOf);
    if (after && before) return listChanges(list, [...after.values()], [...before.values()], lists);
    if (after || before) left.push(list);
    return [];
  });
  const bare = [...lines, ...listed];
  const needs = needsOf(bare, thresholds);
  return { now, last, left, changes: bare.map((one, index) => ({ ...one, need: needs[index] ?? "none" })) };
}

function isNothing({ cells, value }: YearAmount): boolean {
  return cells.length === 0 || value?.isZero() === true;
}

function comparisonOf({ packId }: YearTables): SetComparison {
  const found = findComparison(packId);
  if (!found) throw new RangeError(`nothing is compared of the set ${packId}`);
  return found;
}

const KEYS: Readonly<
  Record<ComparedList["rowsBy"], (row: Pick<ListRow, "code" | "name" | "unit">) => string>
> = {
  functional: ({ code }) => code,
  economicDepartment: ({ code }) => code,
  unit: ({ unit, code, name }) => (code !== "" ? code : unit !== "" ? unit : name),
  name: ({ unit, code, name }) => (name === "" ? "" : `${unit}|${code}|${normaliseName(name)}`),
};

function lineChange(key: string, label: string, now: YearAmount, last: YearAmount): BareChange {
  const sideOf = ({ cells, value }: YearAmount) => ({ codes: [], names: [label], cells, value });
  return changeOf({ key, part: "lines", kind: "same", label }, sideOf(now), sideOf(last));
}

function listChanges(
  { id, rowsBy }: ComparedList,
  now: readonly ListRow[],
  last: readonly ListRow[],
  lists: CodeLists,
): BareChange[] {
  const groups =
    rowsBy === "functional" || rowsBy === "economicDepartment"
      ? matchCodes(now, last, rowsBy, lists)
      : matchNames(now, last, rowsBy === "unit" ? UNIT_KEYS : PROJECT_KEYS).map((pair) => ({
          now: pair.now ? [pair.now] : [],
          last: pair.last ? [pair.last] : [],
        }));
  const changes = groups.map((group) => {
    const [after, before] = [sideOf(group.now), sideOf(group.last)];
    const shown = after ?? before;
    const label = shown?.names.join(" + ") ?? "";
    const own = group.now.length > 0 ? group.now : group.last;
    const told = own.map(({ code, unit, name }) =>
      rowsBy === "name" ? [unit, normaliseName(name)].filter((part) => part !== "").join("/") : code || name,
    );
    const bare = { key: `${id}/${told.join("+")}`, part: id, kind: kindOf(after, before), label };
    return changeOf(bare, after, before);
  });
  return rowsBy === "name" || rowsBy === "unit" ? changes : inOrder(changes);
}

/** What is gone stands where its code would. */
function inOrder(changes: readonly BareChange[]): BareChange[] {
  const codeOf = ({ now, last }: BareChange) => (now ?? last)?.codes[0] ?? "";
  return [...changes].sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : codeOf(a) > codeOf(b) ? 1 : 0));
}

function sideOf(rows: readonly ListRow[]): ChangeSide | undefined {
  if (rows.length === 0) return undefined;
  const values = rows.map(({ value }) => value);
  return {
    codes: rows.flatMap(({ code }) => (code === "" ? [] : [code])),
    names: rows.map(({ name }) => name),
    cells: rows.flatMap(({ cells }) => cells),
    value: values.every((one) => one !== undefined)
      ? values.reduce((sum: Decimal, one) => sum.plus(one ?? ZERO), ZERO)
      : undefined,
  };
}

function kindOf(now: ChangeSide | undefined, last: ChangeSide | undefined): ChangeKind {
  if (!last) return "new";
  if (!now) return "gone";
  if (now.names.length > 1) return last.names.length > 1 ? "regrouped" : "split";
  if (last.names.length > 1) return "merged";
  if (now.codes[0] !== last.codes[0]) return "moved";
  return normaliseName(now.names[0] ?? "") === normaliseName(last.names[0] ?? "") ? "same" : "renamed";
}

function changeOf(
  about: Pick<Change, "key" | "part" | "kind" | "label">,
  now: ChangeSide | undefined,
  last: ChangeSide | undefined,
): BareChange {
  const [after, before] = [now ? now.value : ZERO, last ? last.value : ZERO];
  const change = after && before && after.minus(before);
  const rate = change && before && !before.isZero() ? change.dividedBy(before.abs()).times(100) : undefined;
  return { ...about, now, last, change, rate };
}
