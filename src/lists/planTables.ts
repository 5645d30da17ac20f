import { Decimal } from "../amounts/decimal";
import type { CodeLists } from "../codes/listsInUse";
import type { EconomicCodes } from "../codes/correspondence";
import type { GivenContent, GivenFigure, GivenPlace } from "../planning/insert/given";
import type { InsertOptions, UnitOption } from "../planning/insert/options";
import type { Row } from "../planning/table";
import { planInsert } from "../planning/insert/planInsert";
import type { Surroundings } from "../planning/insert/planInsert";
import type { Pack } from "../tables/definition";
import type { CellAddress } from "../workbook/address";
import { DETAIL_SHEET } from "../workbook/ownSheets";
import type { AddSheet } from "../workbook/edit";
import { detailPlaces, detailSheet } from "./detailSheet";
import { DetailLinks } from "./listLinks";
import type { BudgetList } from "./listRow";
import { partsOf } from "./listPart";
import type { ListPart } from "./listPart";
import { figureKey, placeParts } from "./listSums";
import type { TableParts } from "./listSums";
import type { ListSet, MadeRow, NameOf, RowFacts } from "./listTable";
import { roundParts } from "./roundParts";
import type { RoundedParts } from "./roundParts";

/** What tables are made for; what a list does not say of itself. */
export interface TableOptions {
  readonly year: number;
  readonly department: string;
  readonly unit: InsertOptions["unit"];
  readonly lists: CodeLists;
  /** Ids of the tables; those of the set that the list has rows for when left out. */
  readonly tables?: readonly string[];
  /** Figures are SUMIFS over a sheet of the list's rows, which comes with the tables, and no values. */
  readonly isLinked?: boolean;
}

/** Tables as they follow from a list. */
export interface ListPlan {
  readonly sheets: readonly AddSheet[];
  readonly parts: readonly ListPart[];
  readonly tables: readonly TableParts[];
  /** Tables that the list has rows for and none of them could be placed: they are not made. */
  readonly left: readonly TableParts[];
  readonly rounded: RoundedParts;
  /** The parts of each figure, by its cell (partsBehind). */
  readonly figures: ReadonlyMap<string, readonly ListPart[]>;
  /** Of the tables' amounts. */
  readonly unit: InsertOptions["unit"];
}

/** How many 元 one printed step of a table is: 0.01 万元 is 100 元. */
function stepOf(unit: InsertOptions["unit"]): Decimal {
  return new Decimal(unit === "万元" ? 100 : "0.01");
}

/** A number of whole steps as it is printed in a table. */
function printed(steps: number): number {
  return new Decimal(steps).dividedBy(100).toNumber();
}

/**
 * The sheets of the tables that a list fills. Sums within a table are formulas as in tables made new; what they add up are
 * sums of the list, rounded so that all tables agree. Throws RangeError for a table the set has not.
 */
export function planListTables(
  pack: Pack,
  set: ListSet,
  list: BudgetList,
  options: TableOptions,
  around?: Surroundings,
): ListPlan {
  const parts = partsOf(list.rows);
  const wanted = set.tables
    .filter(({ id }) => options.tables?.includes(id) ?? true)
    .map((table) => placeParts(pack, table, parts));
  const placed = wanted.filter((one) => one.placed.length > 0 || options.tables !== undefined);
  const rounded = roundParts(parts, placed, stepOf(options.unit));
  const figures = new Map<string, readonly ListPart[]>();
  const detail = freeName(DETAIL_SHEET, around?.sheets ?? []);
  const links = options.isLinked ? new DetailLinks(parts, detailPlaces(detail, parts.length)) : undefined;
  const given = givenContent({ tables: placed, rounded, list, links }, options, figures);
  const sheets = planInsert(
    pack,
    {
      tables: placed.map(({ table }) => table.id),
      year: options.year,
      department: options.department,
      unit: options.unit,
      units: given.units,
      projects: [],
      codes: [],
      economic: economicPairsOf(placed),
      blankRows: 0,
      lists: options.lists,
      unlinked: placed.filter(({ table }) => !table.isLinked).map(({ table }) => table.id),
      given,
    },
    around,
  );
  const left = wanted.filter((one) => !placed.includes(one) && one.unplaced.length > 0);
  const amountOf = (index: number) => printed(rounded.steps[index] ?? 0);
  const design = detailSheet({ name: detail, parts, amountOf, unit: options.unit });
  if (links) sheets.push({ kind: "addSheet", design });
  return { sheets, parts, tables: placed, left, rounded, figures, unit: options.unit };
}

/** A name that no sheet has. */
function freeName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; names.has(name.toLowerCase()); number++) name = `${wanted} (${number})`;
  return name;
}

/** Where the parts of a figure are found by its cell. */
function figureAt(sheet: string, row: number, column: number): string {
  return `${column},${row} ${sheet}`;
}

/** The parts of the list that a figure of the planned tables adds up; undefined for a cell that is no such figure. */
export function partsBehind(
  { figures }: ListPlan,
  { sheet, row, column }: CellAddress,
): readonly ListPart[] | undefined {
  return figures.get(figureAt(sheet, row, column));
}

/** What the list says of the tables; notes in `figures` the parts of each figure as its cell is planned. */
function givenContent(
  from: {
    readonly tables: readonly TableParts[];
    readonly rounded: RoundedParts;
    readonly list: BudgetList;
    readonly links: DetailLinks | undefined;
  },
  options: TableOptions,
  figures: Map<string, readonly ListPart[]>,
): GivenContent {
  const { tables, rounded, list, links } = from;
  const { steps } = rounded;
  const names = namesBy(options);
  const byId = new Map(tables.map((one) => [one.table.id, one]));
  const made = new Map<string, MadeRow[]>();
  for (const { table, placed } of tables)
    for (const { layout } of table.sides)
      for (const row of layout.rowsOf?.(placed, names) ?? []) {
        const key = placeKey(table.id, row);
        const known = made.get(key);
        if (known) known.push(row);
        else made.set(key, [row]);
      }
  return {
    units: unitsOf(list.rows),
    rows: (place: GivenPlace) => [
      ...(made.get(placeKey(place.table, { ...place, place: place.line || place.kind })) ?? []),
    ],
    figure: ({ definition, sheet, columns }, row, column): GivenFigure | undefined => {
      const own = byId.get(definition.id);
      const side = own?.definition.sides.indexOf(row.side) ?? -1;
      const key = own?.table.sides[side]?.layout.keyOf(factsOf(row));
      if (!own || key === undefined) return undefined;
      const members = own.figures.get(figureKey(key, column)) ?? [];
      figures.set(figureAt(sheet, row.sheetRow, columns.get(column) ?? -1), members);
      const value = printed(members.reduce((sum, { index }) => sum + (steps[index] ?? 0), 0));
      const formula = links?.formula(own.table, side, members);
      return { value, ...(formula === undefined ? {} : { formula }) };
    },
  };
}

function placeKey(table: string, { place, unit, above }: Pick<MadeRow, "place" | "unit" | "above">): string {
  return [table, place, unit ?? "", above ?? ""].join("\t");
}

/** A planned row as a layout tells it. */
function factsOf(row: Row): RowFacts {
  let unit = "";
  for (let one: Row | undefined = row; one && unit === ""; one = one.parent)
    if (one.rule.kind === "单位") unit = one.code;
  return {
    kind: row.rule.kind,
    code: row.code,
    name: row.name,
    unit,
    above: row.parent?.rule.kind ?? "",
    text: (column) => row.texts.get(column) ?? "",
  };
}

/** The units of a list in the order of their codes, each with the first name it is given. */
export function unitsOf(rows: BudgetList["rows"]): UnitOption[] {
  const units = new Map<string, string>();
  for (const { unit } of rows)
    if (unit.code !== "" && (units.get(unit.code) ?? "") === "") units.set(unit.code, unit.name);
  return [...units].map(([code, name]) => ({ code, name })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

function economicPairsOf(tables: readonly TableParts[]): EconomicCodes[] {
  const pairs = new Map<string, EconomicCodes>();
  for (const { table, placed } of tables) {
    if (!table.sides.some(({ layout }) => layout.needs.includes("department"))) continue;
    for (const { row } of placed) {
      const pair = { department: row.department.code, government: row.government.code };
      pairs.set([pair.department.slice(0, 3), pair.government, pair.department].join(" "), pair);
    }
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

/** The list's own names, which are those of its year; names of classes above come from the code lists. */
function namesBy({ lists, year }: TableOptions): NameOf {
  return (kind, code, listed) => {
    if (listed !== "" || code === "") return listed;
    return (
      lists.names(kind, year).nameOf(code) ??
      lists.get(kind, undefined).entries.get(code)?.names.at(-1)?.name ??
      ""
    );
  };
}
