import { formOf, generatedFormulas } from "../../../src/planning/rows/generated";
import { modelWorkbook, sheetOf } from "../../../src/planning/rows/workbookModel";
import { planInsert } from "../../../src/planning/insert/planInsert";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { NATIONAL } from "../../../src/tables/national/pack";
import { cellAt } from "../../../src/workbook/snapshot";
import { formatA1 } from "../../../src/workbook/address";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { writeNewWorkbook } from "../../../src/xlsx/write/newWorkbook";
import { seedOptions } from "../../support/insertedBudget";

test.each([
  ["of the 2020 budget", GUANGZHOU, seedOptions()],
  [
    "of an office that has named nothing",
    GUANGZHOU,
    { ...seedOptions(), units: [], projects: [], codes: [] },
  ],
  ["of the nationwide set", NATIONAL, { ...seedOptions(), tables: NATIONAL.tables.map(({ id }) => id) }],
])("every formula of inserted tables is found again in what they are read as: %s", (_, pack, options) => {
  const bytes = writeNewWorkbook(planInsert(pack, options).map(({ design }) => design));
  const model = modelWorkbook(pack, readWorkbook(bytes, "新建.xlsx"));
  expect(model.tables.map(({ definition }) => definition.id)).toEqual(pack.tables.map(({ id }) => id));
  const strange: string[] = [];
  let count = 0;
  for (const table of model.tables) {
    const made = generatedFormulas(model, table);
    for (const row of table.rows) {
      for (const column of row.side.amountColumns) {
        const place = table.columns.get(column);
        if (place === undefined) continue;
        const formula = cellAt(sheetOf(model, table), row.sheetRow, place)?.formula;
        const wanted = made(row, column);
        count += formula === undefined ? 0 : 1;
        if (formula === undefined ? wanted !== undefined : !formOf(table, row, formula, wanted))
          strange.push(`${table.sheet} ${formatA1(row.sheetRow, place)} ${row.name} ${formula} ${wanted}`);
      }
    }
  }
  expect(strange).toEqual([]);
  expect(count).toBeGreaterThan(100);
});
