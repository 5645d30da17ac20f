import { join } from "node:path";
import { Workbook } from "exceljs";
import type { LiveEdit } from "../../src/workbook/edit";
import { cellAt } from "../../src/workbook/snapshot";
import { applyEdits } from "../../src/xlsx/patch/applyEdits";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";

/**
 * The real budget with one figure of 表6 changed by 1.00 and a sheet that is no table, as a file to open.
 * Gives the file and the cell changed.
 */
export async function changedBudget(): Promise<{ name: string; buffer: Buffer; cell: string }> {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(join(__dirname, "../fixtures/baiyun-2020.xlsx"));
  const sheet = workbook.worksheets.find(({ name }) => name.startsWith("表6"));
  const code = sheet?.getColumn(1).values.indexOf("2010399") ?? -1;
  if (!sheet || code < 0) throw new Error("表6 of the fixture has no row 2010399");
  const changed = sheet.getCell(code, 5);
  if (typeof changed.value !== "number") throw new Error(`表6 ${changed.address} is no figure`);
  changed.value += 1;
  workbook.addWorksheet("说明").getCell("A1").value = "编制说明";
  const buffer = Buffer.from(await workbook.xlsx.writeBuffer());
  return { name: "改动一处.xlsx", buffer, cell: changed.address };
}

/** Lists of codes as they stand on sheets: one that can be used, and one with a code that is none. */
const LISTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  科目清单: [
    ["科目编码", "科目名称"],
    ["201", "一般公共服务支出"],
    ["20103", "政府办公厅（室）及相关机构事务"],
    ["2010301", "行政运行"],
    ["2010360", "政务数据管理"],
    ["2010399", "其他政府办公厅（室）支出"],
  ],
  写错的清单: [
    ["科目编码", "科目名称"],
    ["2010301", "行政运行"],
    ["20103O2", "一般行政管理事务"],
    ["2010301", "行政运行"],
  ],
};

/**
 * The same with more to do in it: the rows of 表3 are out of order, one 款 has no row and one 项 two, and two more sheets
 * hold lists of codes. None of it changes a figure.
 */
export async function untidyBudget(): Promise<{ name: string; buffer: Buffer; cell: string }> {
  const changed = await changedBudget();
  const workbook = new Workbook();
  await workbook.xlsx.load(changed.buffer as unknown as ArrayBuffer);
  for (const [name, rows] of Object.entries(LISTS)) {
    const sheet = workbook.addWorksheet(name);
    sheet.getColumn(1).numFmt = "@";
    rows.forEach((row) => sheet.addRow(row));
  }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const sheet = readWorkbook(bytes, changed.name).sheets.find(({ name }) => name.startsWith("表3"));
  if (!sheet) throw new Error("the fixture has no 表3");
  const rowOf = (code: string) => {
    const found = [...sheet.rows].find(([, cells]) => cells.get(0)?.value === code);
    if (!found) throw new Error(`表3 has no row ${code}`);
    return found[0];
  };
  const put = (row: number, from: number, columns: readonly number[]) =>
    columns.map((column): LiveEdit => ({
      kind: "writeCell",
      sheet: sheet.name,
      row,
      column,
      content: { value: cellAt(sheet, from, column)?.value as string | number },
    }));
  const all = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const [first, second] = [rowOf("2010301"), rowOf("2010350")];
  const twice = rowOf("2080501");
  const edits: LiveEdit[] = [
    ...put(first, second, all),
    ...put(second, first, all),
    { kind: "deleteRows", sheet: sheet.name, row: rowOf("20699"), count: 1 },
    // One row up by then; the second one has nothing but zeros, so that the sum of both is the same.
    { kind: "insertRows", sheet: sheet.name, row: twice, count: 1, like: twice - 1 },
    ...put(twice, twice, [0, 1]),
    ...all.slice(2).map((column): LiveEdit => ({
      kind: "writeCell",
      sheet: sheet.name,
      row: twice,
      column,
      content: { value: 0 },
    })),
  ];
  return { ...changed, buffer: Buffer.from(applyEdits(bytes, edits)) };
}
