/**
 * Makes docs/demo/demo.xlsx, the workbook of the demonstration: the complete budget of tests/fixtures with one mistake of each
 * kind, each listed here with where it is to be found. The same budget gives the same bytes.
 * Use: node scripts/demo.mjs [file to write]
 */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ExcelJS from "exceljs";
import { unzipSync, zipSync } from "fflate";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Cells as they are changed: sheet, cell, new content. */
const MISTAKES = [
  // A digit typed wrong: 571.92.
  ["表6", "C10", 572.92],
  // Consistent in itself, 10 more than the other tables say.
  ...["C", "D", "E"].flatMap((column) => [
    ["表8", `${column}6`, 1043.38],
    ["表8", `${column}7`, 1043.38],
    ["表8", `${column}8`, 940.88],
  ]),
  // Digits of a code exchanged: 20605.
  ["表2", "A14", "20650"],
  // A figure as text, which sums leave out.
  ["表12", "C8", "1.8"],
  // A reference to what was deleted.
  ["表13", "H8", { error: "#REF!" }],
  // A row taken out: 2210203 购房补贴, which the other tables have.
  ...["A", "B", "C", "D", "E", "F", "G", "H", "I"].map((column) => ["表3", `${column}27`, null]),
];

/** A relation of the office's own, which does not hold here. */
const OWN_RULE = [
  ["编号", "关系", "说明", "程度"],
  ["自1", "T05[合计].c5 >= T12[行政经费].c2", "非税收入不少于行政经费（演示用）", "差错"],
];

/** The bytes of the workbook. */
export async function demoWorkbook() {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(root, "tests/fixtures/baiyun-2020.xlsx"));
  const sheetOf = (number) =>
    workbook.worksheets.find(({ name }) => name.startsWith(`${number} `) || name === number);
  for (const [sheet, cell, value] of MISTAKES) sheetOf(sheet).getCell(cell).value = value;
  workbook.addWorksheet("自定义勾稽").addRows(OWN_RULE);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  // One date for all entries: made tomorrow it is the same.
  return zipSync(unzipSync(bytes), { mtime: new Date(2020, 1, 1), level: 6 });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = process.argv[2] ?? join(root, "docs/demo/demo.xlsx");
  writeFileSync(file, await demoWorkbook());
  process.stdout.write(`${file}\n`);
}
