import { planInsert } from "../../src/planning/insert/planInsert";
import type { InsertOptions } from "../../src/planning/insert/options";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { writeNewWorkbook } from "../../src/xlsx/write/newWorkbook";
import { seedOptions } from "./insertedBudget";

/** The file of the 14 inserted tables, for the office of the 2020 budget unless said otherwise. */
export function insertedFile(options: InsertOptions = seedOptions()): Uint8Array {
  return writeNewWorkbook(planInsert(GUANGZHOU, options).map(({ design }) => design));
}

/** The same as a picture. */
export function insertedWorkbook(options?: InsertOptions): WorkbookSnapshot {
  return readWorkbook(insertedFile(options), "2020年预算.xlsx");
}
