import type { RecognisedRow, RecognisedTable } from "../../recognition/recognised";
import { normaliseRowName } from "../../recognition/text";
import { columnPaths, getColumn, listsOf } from "../../tables/definition";
import type { CodeSystem, SideDefinition } from "../../tables/definition";
import { columnFacets, facetKey, fundOf, purposeOf, tableFacet } from "./facets";
import type { TableFacet } from "./facets";

/** Cells of one meaning in one table, as a term of a relation speaks of them. */
export interface Series {
  readonly table: RecognisedTable;
  readonly about: TableFacet;
  /** Fund and purpose (facetKey). */
  readonly facet: string;
  /** Kinds of row, as a selector names them. */
  readonly kinds: readonly string[];
  readonly column: number;
  /** income, or expenditure; of a statement that of the list. */
  readonly direction: "income" | "expenditure";
}

/** Rows by code: those of a classification, or projects under its codes. */
export interface CodeSeries extends Series {
  readonly system: CodeSystem;
  /** tree: each code once with its parents; lines: classes of a statement; items: several rows may have a code. */
  readonly form: "tree" | "lines" | "items";
  /** The table lists no code at all: it has nothing of its fund. */
  readonly isBlank: boolean;
}

/** One row, or the totals of lists that go on side by side. total: the whole of a list; line: of a statement. */
export interface RowSeries extends Series {
  readonly form: "total" | "line";
  /** The totals of the other lists. */
  readonly further?: readonly Pick<Series, "kinds" | "column">[];
}

export interface AllSeries {
  readonly byCode: readonly CodeSeries[];
  readonly rows: readonly RowSeries[];
}

/** Everything in the tables of a workbook that may stand in another table as well. */
export function seriesOf(tables: readonly RecognisedTable[]): AllSeries {
  const byCode: CodeSeries[] = [];
  const rows: RowSeries[] = [];
  for (const table of tables) {
    const about = tableFacet(table);
    if (about.subject !== "") continue;
    const all = listsOf(table.definition.sides);
    const lists = all.map((sides) => table.rows.filter(({ side }) => sides.includes(side)));
    const heads = all.flatMap(([side]) => side ?? []);
    if (areBlocks(heads)) {
      rows.push(...blockTotals(table, about, lists));
      continue;
    }
    const facets = columnFacets(table, about);
    heads.forEach((side, index) => {
      const own = lists[index] ?? [];
      if (own.length === 0) return;
      const base = { table, about, direction: directionOf(about, index, heads.length) };
      const coded = codedKinds(table, side, own);
      const total = totalOf(side, own, about);
      for (const [facet, column] of facets[table.definition.sides.indexOf(side)] ?? []) {
        if (coded) byCode.push({ ...base, facet, column, ...coded });
        if (total !== undefined) rows.push({ ...base, facet, column, kinds: [total], form: "total" });
      }
      rows.push(...linesOf(base, side, own));
    });
  }
  return { byCode, rows };
}

/** Lists of codes side by side, as one list that goes on there. */
function areBlocks(sides: readonly SideDefinition[]): boolean {
  return sides.length > 1 && sides.every(({ codeColumn }) => codeColumn !== undefined);
}

function blockTotals(
  table: RecognisedTable,
  about: TableFacet,
  lists: readonly (readonly RecognisedRow[])[],
): RowSeries[] {
  const totals = listsOf(table.definition.sides).flatMap(([side], index) => {
    if (!side) return [];
    const total = totalOf(side, lists[index] ?? [], about);
    const [column] = side.amountColumns;
    return total === undefined || column === undefined ? [] : [{ kinds: [total], column }];
  });
  const [first, ...further] = totals;
  if (!first || totals.length < 2) return [];
  const facet = facetKey(about);
  return [{ table, about, direction: "expenditure", facet, ...first, form: "total", further }];
}

function directionOf({ direction }: TableFacet, index: number, sides: number): Series["direction"] {
  if (sides > 1) return index === 0 ? "income" : "expenditure";
  return direction === "income" ? "income" : "expenditure";
}

const TREE_KINDS = ["类", "款", "项"];
const TREES: readonly CodeSystem[] = ["functional", "economicDepartment", "economicGovernment"];

function codedKinds(
  table: RecognisedTable,
  side: SideDefinition,
  rows: readonly RecognisedRow[],
): Pick<CodeSeries, "system" | "form" | "kinds" | "isBlank"> | undefined {
  const used = new Set(rows.map(({ rule }) => rule.kind));
  const lines = rows.find(({ rule }) => rule.standsFor !== undefined)?.rule.kind;
  if (lines !== undefined) return { system: "functional", form: "lines", kinds: [lines], isBlank: false };
  if (side.codeColumn === undefined) return undefined;
  const system = getColumn(table.definition, side.codeColumn).systems?.find((one) => TREES.includes(one));
  if (!system) return undefined;
  const kinds = TREE_KINDS.filter((kind) => used.has(kind));
  if (kinds.length > 0) return { system, form: "tree", kinds, isBlank: false };
  if (rows.every(({ rule }) => rule.level === 0))
    return { system, form: "tree", kinds: TREE_KINDS, isBlank: true };
  return used.has("项目") ? { system, form: "items", kinds: ["项目"], isBlank: false } : undefined;
}

/**
 * The kind of the row that adds up the whole list, where there is one such row. Of a statement of final accounts, or of one
 * fund, that is the total of the year, without what is carried over.
 */
function totalOf(
  side: SideDefinition,
  rows: readonly RecognisedRow[],
  { isFinal, fund }: TableFacet,
): string | undefined {
  const whole = rows.filter(({ rule }) => rule.level === 0);
  if (whole.length === 1) return whole[0]?.rule.kind;
  if (whole.length > 1) return undefined;
  const ofYear = rows.find(({ key }) => /^本年(收入|支出)(合计)?$/.test(key));
  if (ofYear && (isFinal || fund !== "all")) return ofYear.rule.kind;
  const last = rows.at(-1);
  return last && side.rows.length > 1 && /(总计|合计)$/.test(last.key) ? last.rule.kind : undefined;
}

/** Lines of a statement that name a fund or a purpose: 一般公共预算拨款收入, 事业收入, 结转下年. */
function linesOf(
  base: Pick<Series, "table" | "about" | "direction">,
  side: SideDefinition,
  rows: readonly RecognisedRow[],
): RowSeries[] {
  const [column] = side.amountColumns;
  const isStatement = listsOf(base.table.definition.sides).length > 1;
  if (!isStatement || column === undefined) return [];
  const kinds = new Map<string, number>();
  for (const { rule } of rows) kinds.set(rule.kind, (kinds.get(rule.kind) ?? 0) + 1);
  const seen = new Set<string>();
  return rows.flatMap((row): RowSeries[] => {
    if (row.rule.standsFor !== undefined || kinds.get(row.rule.kind) !== 1) return [];
    const fund = base.direction === "income" ? fundOf(row.key) : undefined;
    const purpose = base.direction === "expenditure" ? purposeOf(row.key) : undefined;
    if (fund === undefined && purpose === undefined) return [];
    // What is carried over of one fund is another amount than that of all.
    if ((fund === "carried" || purpose === "carried") && base.about.fund !== "all") return [];
    const facet = facetKey({ fund: fund ?? base.about.fund, purpose: purpose ?? "all" });
    if (seen.has(facet)) return [];
    seen.add(facet);
    return [{ ...base, facet, column, kinds: [row.rule.kind], form: "line" }];
  });
}

/** The columns of a table whose headings are lines of a statement of their own, such as 结转下年, and no part of its classes. */
export function columnsOfLines(table: RecognisedTable, statement: RecognisedTable): number[] {
  const names = new Set(statement.rows.map(({ key }) => key));
  const amounts = new Set(table.grid.numbers);
  return columnPaths(table.definition.header)
    .filter(({ column }) => amounts.has(column.number) && names.has(normaliseRowName(column.label)))
    .map(({ column }) => column.number);
}
