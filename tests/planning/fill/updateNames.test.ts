import { planFill } from "../../../src/planning/fill/planFill";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { sheetOf, smallT06, workbookOf } from "../../support/sheet";
import { seedWorkbook } from "../../support/seedWorkbook";
import { cellAtAddress } from "../../../src/workbook/snapshot";
import { changed } from "../../support/blankedCells";

const workbook = () => ({
  ...workbookOf(
    sheetOf("表6", smallT06({ "9,0": "2080501", "9,1": "归口管理的行政单位离退休", "10,1": "" })),
  ),
  name: "2020年预算.xlsx",
});

test("names of earlier years are suggested, and become fills when asked for", () => {
  const suggested = planFill(workbook(), GUANGZHOU);
  expect(suggested.suggestions.map(({ to, why }) => [to, why.key])).toEqual([
    ["行政单位离退休", "suggest.outdatedName"],
  ]);
  const updated = planFill(workbook(), GUANGZHOU, { updateNames: true });
  expect(updated.suggestions).toEqual([]);
  expect(updated.fills.map(({ from, to }) => [from, to])).toContainEqual([
    "归口管理的行政单位离退休",
    "行政单位离退休",
  ]);
  expect(updated.fills).toHaveLength(suggested.fills.length + 1);
});

test("in the year in which the name was right nothing is to be updated", () => {
  const { suggestions } = planFill(workbook(), GUANGZHOU, { edition: 2019, updateNames: true });
  expect(suggestions).toEqual([]);
  expect(planFill(workbook(), GUANGZHOU, { edition: 2019, updateNames: true }).fills).toHaveLength(1);
});

test("a class line of a statement keeps its number; a pair in one cell is compared too", () => {
  const seed = seedWorkbook();
  const statements = planFill(seed, GUANGZHOU).suggestions.filter(({ table }) => table === "T01");
  expect(statements.map(({ from, to }) => [from, to])).toEqual([
    ["十四、资源勘探信息等支出", "十四、资源勘探工业信息等支出"],
  ]);
  const wrong = changed(seed, new Map([["表9 6 0", "[30102]津贴"]]));
  expect(cellAtAddress(seed, { sheet: "表9", row: 6, column: 0 })?.value).toBe("[30102]津贴补贴");
  const { suggestions } = planFill(wrong, GUANGZHOU);
  expect(suggestions.filter(({ table }) => table === "T09").map(({ from, to }) => [from, to])).toEqual([
    ["[30102]津贴", "[30102]津贴补贴"],
  ]);
});
