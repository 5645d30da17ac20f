import type { CodeKind } from "../../codes/codeLists";
import { printedName } from "../../codes/codeLists";
import type { EconomicCodes } from "../../codes/correspondence";
import { columnPaths } from "../../tables/definition";
import { cellAt } from "../../workbook/snapshot";
import { realise } from "./realise";
import { asItStands, withRows } from "./wanted";
import type { NewRow } from "./wanted";
import { lastBelow, rowLike } from "./place";
import { Refusal } from "./rowsPlan";
import type { RowsPlan } from "./rowsPlan";
import type { Row, Table } from "../table";
import { sheetOf } from "./workbookModel";
import type { WorkbookModel } from "./workbookModel";

/** A pair of economic codes that is to get a row: "30217", or "30217/50206" where the second is not clear. */
export interface AddPair {
  readonly table: Table;
  readonly code: string;
  /** The name beside the departmental code; that of the list when left out. */
  readonly name?: string | undefined;
}

/** The sheet columns of the two economic classifications, as the table has them. */
interface PairColumns {
  readonly department: number;
  readonly government: number;
}

/** The printed columns of pairs of economic codes with their names (表9); undefined for a table that has none. */
function pairColumns({ definition }: Table): PairColumns | undefined {
  const of = (system: CodeKind) =>
    columnPaths(definition.header).find(
      ({ column }) => column.kind === "codeAndName" && column.systems?.includes(system),
    )?.column.number;
  const [department, government] = [of("economicDepartment"), of("economicGovernment")];
  return department === undefined || government === undefined ? undefined : { department, government };
}

/** True for a table whose rows are pairs of economic codes under their classes. */
export function takesPairs(table: Table): boolean {
  return pairColumns(table) !== undefined;
}

/**
 * Adds a departmental economic code with the governmental one that belongs to it, under their classes in the order of
 * codes, with the row of the classes where it is missing. Which governmental code it is says the table's own class rows
 * and the correspondence of the two classifications. Throws Refusal where that leaves a choice, for a pair that is there
 * already, and for codes that no list has.
 */
export function planAddPair(model: WorkbookModel, { table, code, name }: AddPair): RowsPlan {
  const label = table.definition.label;
  const columns = pairColumns(table);
  const [, department = "", given] = /^(3\d{4})(?:\s*[/／+、,，]\s*(5\d{4}))?$/.exec(code.trim()) ?? [];
  if (!columns || department === "") throw new Refusal("rows.badPair", { code, table: label });
  if (table.joinedColumns.size > 0) throw new Refusal("rows.joinedColumns", { table: label });
  const { pairOf, places } = pairsIn(model, table, columns);
  const pairs = model.lists.correspondence();
  const known = (["机关", "事业单位"] as const).flatMap((body) =>
    pairs.usedBy(body).flatMap((pair) => (pair.department === department ? pair.government : [])),
  );
  const candidates = given === undefined ? [...new Set(known)] : [given];
  const blocks = table.rows.filter(({ rule, isBlank }) => rule.level === 1 && !isBlank);
  const choices = candidates.map((government) => ({
    pair: { department, government },
    block: blocks.find((row) => isClassOf(pairOf(row), { department, government })),
  }));
  const there = choices.filter(({ block }) => block !== undefined);
  const fit = there.length > 0 ? there : choices;
  const [chosen] = fit;
  if (!chosen) throw new Refusal("rows.pairUnknown", { code: department, table: label });
  if (fit.length > 1) {
    const pairs = fit.map(({ pair }) => `${department}/${pair.government}`);
    throw new Refusal("rows.whichPair", { code: department, table: label, pairs });
  }
  const { pair, block } = chosen;
  const own = block?.children.filter(({ isBlank }) => !isBlank) ?? [];
  if (own.some((row) => keyOf(pairOf(row)) === keyOf(pair)))
    throw new Refusal("rows.codeThere", { table: label, code: `${department}/${pair.government}` });
  const rowOf = (one: EconomicCodes, level: number, place: number, why: NewRow["why"]): NewRow => {
    const rule = table.rows.find((row) => row.rule.level === level)?.rule ?? ruleAt(table, level);
    const [first, second] = [
      (level === 2 ? name : undefined) ?? nameOf(model, table, "economicDepartment", one.department),
      nameOf(model, table, "economicGovernment", one.government),
    ];
    return {
      texts: new Map([
        [places.department, `[${one.department}]${first}`],
        [places.government, `[${one.government}]${second}`],
      ]),
      like: rule && rowLike(table, rule, place, level === 1),
      label: `${one.department}/${one.government} ${first}`,
      why,
    };
  };
  const put = (row: number, rows: readonly NewRow[]) =>
    realise(model, [withRows(asItStands(table), new Map([[row, rows]]))]);
  const asked = { key: "rows.why.code", args: { code: department } };
  if (block) {
    const before = own.findLast((row) => keyOf(pairOf(row)) < keyOf(pair)) ?? block;
    const row = before.sheetRow + 1;
    return put(row, [rowOf(pair, 2, row, asked)]);
  }
  const classes = { department: department.slice(0, 3), government: pair.government.slice(0, 3) };
  const next = blocks.find((row) => classKeyOf(pairOf(row)) > classKeyOf(classes));
  const row = next?.sheetRow ?? endOf(table);
  const parent = { key: "rows.why.parent", args: { code: department } };
  return put(row, [rowOf(classes, 1, row, parent), rowOf(pair, 2, row, asked)]);
}

/** The codes of rows, in whichever of the two columns they stand: the headings are sometimes swapped. */
function pairsIn(model: WorkbookModel, table: Table, columns: PairColumns) {
  const sheet = sheetOf(model, table);
  const codeAt = ({ sheetRow }: Row, number: number) => {
    const value = cellAt(sheet, sheetRow, table.columns.get(number) ?? 0)?.value;
    return typeof value === "string"
      ? (/^\s*[[【［(（]?(\d{3,5})/.exec(value)?.[1] ?? "")
      : String(value ?? "");
  };
  const swapped = table.rows.filter((row) => codeAt(row, columns.department).startsWith("5")).length;
  const usual = table.rows.filter((row) => codeAt(row, columns.department).startsWith("3")).length;
  const places =
    swapped > usual ? { department: columns.government, government: columns.department } : columns;
  return {
    places,
    pairOf: (row: Row): EconomicCodes => ({
      department: codeAt(row, places.department),
      government: codeAt(row, places.government),
    }),
  };
}

function isClassOf(block: EconomicCodes, { department, government }: EconomicCodes): boolean {
  return block.department === department.slice(0, 3) && block.government === government.slice(0, 3);
}

/** Pairs of one class stand in the order of the governmental codes, classes in that of the departmental ones. */
function keyOf({ department, government }: EconomicCodes): string {
  return `${government} ${department}`;
}

function classKeyOf({ department, government }: EconomicCodes): string {
  return `${department} ${government}`;
}

function endOf(table: Table): number {
  const last = table.rows.findLast(({ isBlank }) => !isBlank);
  return last ? lastBelow(last, false) + 1 : table.firstBodyRow;
}

function ruleAt({ definition }: Table, level: number) {
  return definition.sides[0]?.rows.find((rule) => rule.level === level);
}

function nameOf(model: WorkbookModel, { year }: Table, kind: CodeKind, code: string): string {
  const name = printedName(model.lists.get(kind, year), code, year);
  if (name === undefined) throw new Refusal("rows.unknownCode", { code });
  return name;
}
