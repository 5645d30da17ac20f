import type { AmountUnit } from "../../amounts/unit";
import type { CodeLists } from "../../codes/listsInUse";
import type { CodeSystem, HeaderNode, SideDefinition, TableDefinition } from "../../tables/definition";
import { columnPaths, getColumn, isColumn } from "../../tables/definition";
import { FigureGrid } from "../figureGrid";
import { filledRows } from "../grid";
import { headingPaths } from "../headingPaths";
import type { Heading } from "../outline";
import type { ReadSheet } from "../readSheet";
import { normaliseText } from "../text";
import { readBodyColumns } from "./bodyColumns";
import { inBlocks } from "./blocks";
import { areTree, codeTreeModel } from "./codeTree";
import { columnSums } from "./columnSums";
import { headedModel } from "./headedList";
import { flatModel } from "./flatList";
import { leafedModel } from "./leafedTree";
import { layOut } from "./layout";
import type { Layout, NumberedSide } from "./layout";
import type { ListModel, Proposal } from "./proposal";
import type { Region } from "./region";
import { readRowFacts } from "./rowFacts";
import type { RowFacts } from "./rowFacts";
import { findSides } from "./sides";
import { sumOutcome } from "./sums";
import type { SumOutcome } from "./sums";
import { statementModel } from "./statement";
import type { Lines } from "./statement";
import { areUnits, unitModel } from "./unitList";
import { speaksOfBudget } from "./words";

/** A table as its own parts define it, with where it stands and what its parts propose. */
export interface DerivedTable {
  readonly definition: TableDefinition;
  readonly heading: Heading;
  readonly proposals: readonly Proposal[];
  /** Its words are those of budgets, or its codes those of their classifications. */
  readonly isOfBudget: boolean;
}

/** Longer lists of names without codes are items; a statement has a line for each. */
const MOST_LINES = 80;
/** Digits of the codes of functional classes. */
const CLASS_DIGITS = 3;
/** The unit in which counts are kept while nothing is known of it; sums are the same in any. */
const ANY_UNIT: AmountUnit = "万元";

/**
 * The definition of a table that no set has, from its headings, codes, names and figures; undefined where the region holds
 * no list with amounts.
 * @param id what it is called in relations: "S1"
 */
export function deriveTable(
  sheet: ReadSheet,
  region: Region,
  id: string,
  lists: CodeLists,
): DerivedTable | undefined {
  const rows = filledRows(sheet, region.lastHeadingRow + 1, region.end);
  const paths = headingPaths(sheet, region.headingRows);
  const columns = readBodyColumns(sheet, rows, paths, lists);
  const found = findSides(sheet, rows, columns);
  if (found.length === 0 || region.headingRows.length === 0) return undefined;
  const layout = layOut(sheet.name, found, paths);
  const { named } = lists.namesEver("functional", undefined);
  const classOf = (name: string) => named(name).find((code) => code.length === CLASS_DIGITS);
  const about = { id, lists: found.length, taken: new Set<string>(), classOf };
  const sides = inBlocks(
    about.id,
    layout.sides.map((side) => readSide(sheet, layout, side, rows, about)),
  );
  const definition: TableDefinition = {
    id,
    label: labelOf(region, sheet),
    title: region.title?.text.trim() ?? sheet.name,
    header: withSystems(layout.header, unitColumns(sides)),
    sides: sides.map(({ definition: own }) => own),
    relations: [],
  };
  const headings = [...layout.columns.values()].map(({ heading }) => heading);
  const hasCodes = columnPaths(layout.header).some(({ column }) =>
    column.systems?.some((system) => system !== "unit"),
  );
  return {
    definition,
    heading: headingOf(sheet, region, definition, layout),
    proposals: [
      ...sides.flatMap(({ across, proposals }) => [...across, ...proposals]),
      ...balances(id, sides, layout),
    ],
    isOfBudget: hasCodes || speaksOfBudget([definition.title, ...headings]),
  };
}

/** The code columns of lists of units. */
function unitColumns(sides: readonly ReadSide[]): ReadonlySet<number> {
  return new Set(
    sides.flatMap(({ definition: { codeColumn, rows } }) =>
      codeColumn !== undefined && rows.some(({ kind }) => kind === "单位") ? [codeColumn] : [],
    ),
  );
}

/** Headings of which code columns hold codes of units too. */
function withSystems(nodes: readonly HeaderNode[], units: ReadonlySet<number>): HeaderNode[] {
  return nodes.map((node) => {
    if (!isColumn(node)) return { ...node, children: withSystems(node.children, units) };
    return units.has(node.number) ? { ...node, systems: [...(node.systems ?? []), "unit"] } : node;
  });
}

/** A list as it was read from its own columns. */
export interface ReadSide {
  readonly definition: SideDefinition;
  readonly facts: readonly RowFacts[];
  readonly systems: readonly CodeSystem[];
  /** What adds up across its columns, and over its rows. */
  readonly across: readonly Proposal[];
  readonly proposals: readonly Proposal[];
  readonly total: string | undefined;
  /** What stands in its first column, in whole steps; undefined without a total. */
  readonly totalCount: number | undefined;
  readonly isStatement: boolean;
}

function readSide(
  sheet: ReadSheet,
  layout: Layout,
  side: NumberedSide,
  rows: readonly number[],
  about: AboutTable,
): ReadSide {
  const facts = side.name === 0 ? [] : readRowFacts(sheet, layout.columns, side, rows);
  const own: SideDefinition = {
    nameColumn: side.name,
    ...(side.code === undefined ? {} : { codeColumn: side.code }),
    ...(side.headColumns.length > 0 ? { headColumns: side.headColumns } : {}),
    amountColumns: side.amounts,
    parents: "position",
    rows: [],
  };
  const places = (side.name === 0 ? rows : facts.map(({ sheetRow }) => sheetRow)).map((sheetRow) => ({
    side: own,
    sheet,
    sheetRow,
  }));
  const grid = new FigureGrid(places, layout.columns, [own], ANY_UNIT);
  const columns = side.amounts.map((number) => grid.column(number));
  const system = side.code === undefined ? [] : (layout.columns.get(side.code)?.definition.systems ?? []);
  const { model, isStatement } = chooseModel({ facts, side, system, grid, columns, ...about });
  const across = columnSums({
    id: about.id,
    header: layout.header,
    amounts: side.amounts,
    grid,
    rows: places.length,
  });
  return {
    definition: { ...own, parents: model.parents, rows: model.rows },
    facts,
    systems: system,
    across,
    proposals: model.proposals,
    total: model.total,
    totalCount: countOf(model, facts, grid, columns),
    isStatement,
  };
}

function countOf(
  { total, rows }: ListModel,
  facts: readonly RowFacts[],
  grid: FigureGrid,
  [column]: readonly number[],
): number | undefined {
  const names = rows.find(({ kind }) => kind === total)?.names ?? [];
  const at = facts.findLastIndex(({ key }) => names.includes(key));
  return at < 0 || column === undefined ? undefined : grid.countAt(at, column);
}

/** What the lists of a table share. */
interface AboutTable extends Pick<Lines, "id" | "taken" | "classOf"> {
  /** How many lists it has beside each other. */
  readonly lists: number;
}

interface Choice extends AboutTable {
  readonly facts: readonly RowFacts[];
  readonly side: NumberedSide;
  readonly system: readonly CodeSystem[];
  readonly grid: FigureGrid;
  readonly columns: readonly number[];
}

function chooseModel(choice: Choice): { readonly model: ListModel; readonly isStatement: boolean } {
  const { id, side, system, lists } = choice;
  const facts = withBareTotal(choice);
  if (side.name === 0 && side.code === undefined) {
    const rows = [{ kind: "数据", level: 1, filled: side.amounts }];
    return { model: { rows, parents: "position", proposals: [], total: undefined }, isStatement: false };
  }
  const shared = side.code === side.name ? side.code : undefined;
  if (side.code !== undefined) {
    const coded = { id, facts, systems: system, shared };
    const headed = system.length > 0 ? (headedModel(coded) ?? leafedModel(coded)) : undefined;
    if (headed) return { model: headed, isStatement: false };
    if (areTree(coded)) return { model: codeTreeModel(coded), isStatement: false };
    const units = { id, facts, codeColumn: side.code };
    const model = system.length === 0 && areUnits(units) ? unitModel(units) : undefined;
    const coarse = model ?? (system.length === 0 ? headedModel(coded) : undefined);
    if (coarse) return { model: coarse, isStatement: false };
  }
  const isLined = lists > 1 || areNumbered(facts) || facts.filter(({ isTotal }) => isTotal).length > 1;
  if (facts.length <= MOST_LINES && isLined)
    return { model: statementModel({ ...choice, facts }), isStatement: true };
  return { model: flatModel({ ...choice, facts }), isStatement: false };
}

/** 一、 and 二、 head what stands below them; where all rows have a number it is that of the line. */
function areNumbered(facts: readonly RowFacts[]): boolean {
  const numbered = facts.filter(({ numbering }) => numbering !== "none");
  const heads = numbered.filter(({ numbering }) => numbering === "一、");
  return numbered.length * 2 >= facts.length || heads.length > 1;
}

/**
 * The rows of a list in which one is a total that no word calls so (人员经费, 全区): of codes the only row without one, first
 * or last, which comes to the highest; of names the first or last row, if several columns say so.
 */
function withBareTotal({ facts, side, grid, columns }: Choice): readonly RowFacts[] {
  if (facts.some(({ isTotal }) => isTotal)) return facts;
  const outcomesOf = (total: number, parts: readonly number[]) =>
    columns.map((column) =>
      sumOutcome(
        grid,
        [total, column],
        parts.map((at) => [at, column] as const),
      ),
    );
  const ends = [0, facts.length - 1];
  const total =
    side.code === undefined
      ? ends.find((end) => isNamedSum(outcomesOf(end, others(facts, end))))
      : ends.find((end) => isCodedSum(outcomesOf(end, highest(facts, end))));
  return total === undefined
    ? facts
    : facts.map((one, at) => (at === total ? { ...one, isTotal: true } : one));
}

function others(facts: readonly RowFacts[], end: number): number[] {
  return facts.flatMap((_, at) => (at === end ? [] : [at]));
}

/** The rows of the highest codes, where all others have one; else none. */
function highest(facts: readonly RowFacts[], end: number): number[] {
  const coded = facts.flatMap(({ code }, at) => (code === "" ? [] : [{ at, length: code.length }]));
  if (facts[end]?.code !== "" || coded.length < 2 || coded.length < facts.length - 1) return [];
  const shortest = Math.min(...coded.map(({ length }) => length));
  return coded.flatMap(({ at, length }) => (length === shortest ? [at] : []));
}

function isCodedSum(outcomes: readonly SumOutcome[]): boolean {
  return outcomes.some((one) => one === "holds" || one === "bare") && !outcomes.includes("fails");
}

/** Two columns agree and none differs, or three do and one may be wrong. */
function isNamedSum(outcomes: readonly SumOutcome[]): boolean {
  const [held, failed] = (["holds", "fails"] as const).map(
    (wanted) => outcomes.filter((one) => one === wanted).length,
  ) as [number, number];
  return (held >= 2 && failed === 0) || (held >= 3 && failed === 1);
}

/**
 * The totals of lists side by side are the same where they are of income and expenditure: 收入总计 and 支出总计. Of others
 * (资产总计, lists that merely stand beside each other) only figures say so.
 */
function balances(id: string, sides: readonly ReadSide[], layout: Layout): Proposal[] {
  const totals = sides.flatMap(({ total, definition, isStatement, totalCount }) => {
    const [column] = definition.amountColumns;
    if (total === undefined || column === undefined || !isStatement) return [];
    const words = `${total} ${layout.columns.get(column)?.heading} ${layout.columns.get(definition.nameColumn)?.heading}`;
    return [{ text: `[${total}].c${column}`, isOfBudget: /收入|支出/.test(words), count: totalCount }];
  });
  const [first, ...others] = totals;
  return others
    .filter((other) => (first?.isOfBudget && other.isOfBudget) || first?.count === other.count)
    .map((other): Proposal => {
      const text = `${first?.text} = ${other.text}`;
      return { relation: { id: `${id}.${text.replace(/[\s[\]]/g, "")}`, text }, basis: "heading" };
    });
}

function headingOf(sheet: ReadSheet, region: Region, definition: TableDefinition, layout: Layout): Heading {
  const [firstRow = 0] = region.headingRows;
  const paths = headingPaths(sheet, region.headingRows);
  const { title } = region;
  return {
    sheet,
    definition,
    title: title && { ...title, definition, fit: "exact", year: yearOf(title.text) },
    header: {
      firstRow,
      lastRow: region.lastHeadingRow,
      columns: new Map(
        [...layout.columns].map(([number, match]) => [
          number,
          { ...match, definition: getColumn(definition, number) },
        ]),
      ),
      hasColumnNumbers: region.lastHeadingRow !== region.headingRows.at(-1),
      score: 1,
      headings: new Map([...paths].map(([column, { path }]) => [column, path])),
      contested: new Set(),
      ofOtherYears: new Set(),
      alike: new Set(),
    },
    top: 0,
    end: region.end,
    correction: undefined,
  };
}

function yearOf(title: string): number | undefined {
  const year = /(20\d{2})年/.exec(title.normalize("NFKC"));
  return year ? Number(year[1]) : undefined;
}

const LONGEST_LABEL = 16;

/** What messages call the table: the name of its sheet where that says something, else its title without a year in front. */
function labelOf({ title }: Region, sheet: ReadSheet): string {
  const plain = normaliseText(title?.text ?? "").replace(/^.*?(19|20)\d{2}年度?/, "");
  if (plain !== "" && plain.length <= LONGEST_LABEL) return plain;
  return /^sheet\d*$/i.test(sheet.name) && plain !== "" ? `${plain.slice(0, LONGEST_LABEL)}…` : sheet.name;
}
