import { Decimal } from "../../amounts/decimal";
import type { Pack } from "../../tables/definition";
import type { Finding, GoneRow } from "../../validation/finding";
import type { MissingRow } from "../../validation/missingRows";
import { typedText } from "../../workbook/content";
import type { RowEdit, WriteCell, WriteSetting } from "../../workbook/edit";
import { editedWorkbook } from "../../workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { cellAtAddress } from "../../workbook/snapshot";
import { planAddCode, takesCodes } from "../rows/addCode";
import { Refusal } from "../rows/rowsPlan";
import type { AddedRow } from "../rows/rowsPlan";
import { modelAgain, modelWorkbook } from "../rows/workbookModel";
import type { WorkbookModel } from "../rows/workbookModel";
import { contentText, hasFormulas } from "./mendedCell";
import type { Mend } from "./mend";

/** What the rows that a table lacks are put in by. */
export interface RowGrounds {
  readonly set: Pack;
  readonly missing: readonly MissingRow[];
}

/** Of a lost page the rows are not typed one by one. */
const MOST_ROWS = 12;

/**
 * The rows that a table lacks put in where their codes belong, with looks, formulas and sums as 增科目行 puts them in, and
 * with their amounts where these can be worked out; undefined where one of them cannot be put in, or they are too many.
 */
export function missingRowsMend(
  finding: Finding,
  { set, missing }: RowGrounds,
  workbook: WorkbookSnapshot,
): Mend | undefined {
  const rows = finding.act?.gone ?? lackedBy(finding, missing);
  if (rows.length === 0 || rows.length > MOST_ROWS) return undefined;
  const { sheet } = finding;
  const edits: (WriteCell | RowEdit | WriteSetting)[] = [];
  let model = modelWorkbook(set, workbook);
  // Among values a formula would be the only one.
  const isOfValues = !hasFormulas(sheet, workbook);
  const put: AddedRow[] = [];
  for (const row of rows) {
    const plan = planRow(model, sheet, row);
    if (!plan) return undefined;
    const planned = isOfValues ? plan.edits.filter((edit) => !isFormula(edit)) : plan.edits;
    const withRow = editedWorkbook(model.workbook, planned);
    const own = plan.added.find(({ label }) => label.startsWith(`${row.code} `));
    const amounts = own ? amountsOf(row, own, withRow) : [];
    model = modelAgain(model, editedWorkbook(withRow, amounts));
    edits.push(...planned, ...amounts);
    // Rows come in the order of their codes: those put in before stand above.
    put.push(...plan.added);
  }
  const cells = put.flatMap(({ row }) => cellsIn(model.workbook, sheet, row));
  const [first] = put;
  if (!first) return undefined;
  const open = rows.filter(({ amounts }) => amounts.length === 0).length;
  const args = {
    sheet,
    row: String(first.row + 1),
    label: first.label,
    count: String(put.length),
    open: String(open),
  };
  const key = `mend.row${put.length > 1 ? "s" : ""}${open > 0 ? ".open" : ""}`;
  return { label: { key, args }, cells, edits, typed: typedText(workbook, [sheet]) };
}

/** Rows missing without an act that would tell their amounts, in the order of their codes. */
function lackedBy({ rule, table, sheet }: Finding, missing: readonly MissingRow[]): GoneRow[] {
  if (rule !== "rows.missing") return [];
  const own = missing.filter((row) => row.table.definition.id === table && row.table.sheet === sheet);
  const coded = own.flatMap((row): GoneRow[] =>
    row.kind === "code" || row.kind === "parent" ? [{ code: row.key, name: row.name, amounts: [] }] : [],
  );
  if (coded.length < own.length) return [];
  const once = new Map(coded.map((row) => [row.code, row]));
  return [...once.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** 增科目行 for one row; undefined where it is refused. A row that has come with one before is there already. */
function planRow(model: WorkbookModel, sheet: string, { code, name }: GoneRow) {
  const found = model.tables.filter((table) => table.sheet === sheet);
  const [table] = found;
  if (!table || found.length > 1 || !takesCodes(table)) return undefined;
  try {
    return planAddCode(model, { table, code, name: name === "" ? undefined : name, isAlone: true });
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function isFormula(edit: Mend["edits"][number]): boolean {
  return edit.kind === "writeCell" && edit.content !== null && "formula" in edit.content;
}

/** The amounts of a row that is put in, but for cells that formulas fill. */
function amountsOf({ amounts }: GoneRow, { sheet, row }: AddedRow, after: WorkbookSnapshot): WriteCell[] {
  return amounts.flatMap(({ column, value }): WriteCell[] => {
    const cell = cellAtAddress(after, { sheet, row, column });
    if (cell?.formula !== undefined) return [];
    return [{ kind: "writeCell", sheet, row, column, content: { value: new Decimal(value).toNumber() } }];
  });
}

function cellsIn({ sheets }: WorkbookSnapshot, sheet: string, row: number): Mend["cells"] {
  const cells = sheets.find(({ name }) => name === sheet)?.rows.get(row);
  return [...(cells ?? [])].flatMap(([column, cell]) => {
    const to = contentText(cell);
    if (to === "") return [];
    const isAmount = typeof cell.value === "number" && cell.formula === undefined;
    return [{ sheet, row, column, from: "", to, ...(isAmount && { isAmount: true as const }) }];
  });
}
