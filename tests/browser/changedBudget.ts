import { join } from "node:path";
import { Workbook } from "exceljs";

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
