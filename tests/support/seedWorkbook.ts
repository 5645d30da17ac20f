import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { columnPaths } from "../../src/tables/definition";
import type { TableDefinition } from "../../src/tables/definition";
import type { Cell, CellValue, SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { parseCsv } from "./csv";

const FOLDER = join(__dirname, "../fixtures/seed");

/** complete: with the rows that the published text lost; asPublished: without them. */
export type SeedEdition = "complete" | "asPublished";

/** Rows of a seed table as text, heading rows told by "#H" in the first field. */
export function seedRows(id: string, edition: SeedEdition): string[][] {
  const isCompleted = edition === "complete" && (id === "T02" || id === "T10");
  return parseCsv(
    readFileSync(join(FOLDER, `${id}-${isCompleted ? "complete" : "as-published"}.csv`), "utf8"),
  );
}

/** The real 2020 budget as a workbook with one sheet a table (表1 … 表14): title, unit line, headings, body. */
export function seedWorkbook(edition: SeedEdition = "complete"): WorkbookSnapshot {
  return {
    name: "baiyun-2020.xlsx",
    sheets: GUANGZHOU.tables.map((definition) => seedSheet(definition, edition)),
  };
}

function seedSheet(definition: TableDefinition, edition: SeedEdition): SheetSnapshot {
  const amounts = new Set(
    columnPaths(definition.header)
      .filter(({ column }) => column.kind === "amount")
      .map(({ column }) => column.number),
  );
  const numberFormat = definition.id === "T08" ? "0.00" : "#,##0.00";
  const rows = new Map<number, Map<number, Cell>>();
  rows.set(0, new Map([[0, text(definition.title)]]));
  rows.set(1, new Map([[0, text("单位：万元")]]));
  seedRows(definition.id, edition).forEach(([mark, ...fields], index) => {
    const cells = new Map<number, Cell>();
    fields.forEach((field, column) => {
      if (field === "") return;
      const isAmount = mark !== "#H" && amounts.has(column + 1) && /^-?[\d,]+(\.\d+)?$/.test(field);
      cells.set(column, isAmount ? { value: Number(field.replace(/,/g, "")), numberFormat } : text(field));
    });
    rows.set(index + 2, cells);
  });
  return { name: definition.label, rows, marks: [], isProtected: false, isHidden: false };
}

function text(value: string): Cell {
  return { value, numberFormat: "@" };
}

/** The workbook with one cell's value replaced (number format kept); undefined empties the cell. */
export function withValue(
  workbook: WorkbookSnapshot,
  sheet: string,
  row: number,
  column: number,
  value: CellValue | undefined,
): WorkbookSnapshot {
  return {
    ...workbook,
    sheets: workbook.sheets.map((one) => (one.name === sheet ? withCell(one, row, column, value) : one)),
  };
}

function withCell(
  sheet: SheetSnapshot,
  row: number,
  column: number,
  value: CellValue | undefined,
): SheetSnapshot {
  const cells = new Map(sheet.rows.get(row));
  const before = cells.get(column);
  if (value === undefined) cells.delete(column);
  else cells.set(column, { value, numberFormat: before?.numberFormat ?? "General" });
  const rows = new Map([...sheet.rows, [row, new Map([...cells].sort(([a], [b]) => a - b))] as const]);
  return { ...sheet, rows: new Map([...rows].sort(([a], [b]) => a - b)) };
}
