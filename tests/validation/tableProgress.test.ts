import { planNewWorkbook } from "../../src/actions/insertTables";
import { formatA1 } from "../../src/workbook/address";
import { designedSheet } from "../../src/workbook/designedSheet";
import { check, checkSheet } from "../support/check";
import { seedWorkbook } from "../support/seedWorkbook";
import { smallT06 } from "../support/sheet";

const progressOf = ({ tables }: ReturnType<typeof check>) => tables.map(({ progress }) => progress);

test("a new workbook has not been filled in, and its typed rows are those to fill", () => {
  const sheets = planNewWorkbook({
    tables: ["T06"],
    year: 2021,
    department: "某局",
    unit: "万元",
    units: [],
    projects: [],
    codes: ["2010301"],
  });
  const [progress] = progressOf(
    check({ name: "新.xlsx", sheets: sheets.map(({ design }) => designedSheet(design)) }),
  );
  expect(progress).toMatchObject({ isEmpty: true, blankCount: 1 });
});

test("a row that is listed and holds nothing is to be filled in; one of noughts or dashes is not", () => {
  const blank = { "9,2": "", "9,3": "", "9,4": "", "9,5": "", "9,6": "" };
  const nothing = { "10,2": "—", "10,3": 0, "10,4": "—", "10,5": "—", "10,6": 0 };
  const [progress] = progressOf(checkSheet(smallT06({ ...blank, ...nothing })));
  expect(progress?.isEmpty).toBe(false);
  expect(progress?.blanks.map(({ row, column }) => formatA1(row, column))).toEqual(["C10"]);
});

test("the published budget is filled in, also where a table has noughts alone", () => {
  const progress = progressOf(check(seedWorkbook()));
  expect(progress).toHaveLength(14);
  expect(progress.filter(({ isEmpty, blankCount }) => isEmpty || blankCount > 0)).toEqual([]);
});
