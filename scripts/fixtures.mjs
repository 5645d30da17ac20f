/**
 * Makes tests/fixtures/baiyun-2020.xlsx and baiyun-2020-as-published.xlsx from the figures in tests/fixtures/seed, in
 * the look of a finance office's workbook. The same figures give the same bytes.
 * Use: node scripts/fixtures.mjs [folder to write to]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { unzipSync, zipSync } from "fflate";
import { parseCsv } from "./fixtures/csv.mjs";
import { TABLES } from "./fixtures/tables.mjs";
import { writeTable } from "./fixtures/tableSheet.mjs";

const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), "../tests/fixtures");
const TARGET = process.argv[2] ?? FIXTURES;

/** Tables of which the published text lost rows; the complete ones were put together from the other tables. */
const COMPLETED = new Set(["T02", "T10"]);

const A_DATE = new Date("2020-02-01T00:00:00Z");

async function makeWorkbook(file, isComplete) {
  const workbook = new ExcelJS.Workbook();
  workbook.created = A_DATE;
  workbook.modified = A_DATE;
  workbook.creator = workbook.lastModifiedBy = "";
  for (const table of TABLES) {
    const kind = isComplete && COMPLETED.has(table.id) ? "complete" : "as-published";
    const rows = parseCsv(readFileSync(join(FIXTURES, "seed", `${table.id}-${kind}.csv`), "utf8"));
    writeTable(workbook.addWorksheet(table.sheet), table, rows);
  }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  writeFileSync(join(TARGET, file), withFixedDates(bytes));
  console.log(join(TARGET, file));
}

/** The zip again with one date for all entries, so that making it tomorrow gives the same file. */
function withFixedDates(bytes) {
  return zipSync(unzipSync(bytes), { mtime: new Date(2020, 1, 1), level: 6 });
}

await makeWorkbook("baiyun-2020.xlsx", true);
await makeWorkbook("baiyun-2020-as-published.xlsx", false);
