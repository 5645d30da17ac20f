import { planWriteCode } from "../../src/planning/writeCode";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { seedWorkbook } from "../support/seedWorkbook";

const { tables } = recogniseWorkbook(seedWorkbook(), GUANGZHOU);
const plan = (
  sheet: string,
  row: number,
  column: number,
  kind: "functional" | "economicDepartment",
  code: string,
) =>
  planWriteCode(tables, { sheet, row, column }, { kind, code, name: "某科目" }).map((edit) => [
    edit.column,
    edit.content && "value" in edit.content ? edit.content.value : undefined,
    edit.numberFormat,
  ]);

test("in a table code and name go to their columns, wherever in the row the user is", () => {
  const row = tables.find(({ sheet }) => sheet === "表6")?.lastBodyRow ?? NaN;
  expect(plan("表6", row, 4, "functional", "2010301")).toEqual([
    [0, "2010301", "@"],
    [1, "某科目", "@"],
  ]);
});

test("a row just below a table counts as its next one, a row far below does not", () => {
  const last = tables.find(({ sheet }) => sheet === "表6")?.range.lastRow ?? NaN;
  expect(plan("表6", last + 1, 0, "functional", "2010301")[1]).toEqual([1, "某科目", "@"]);
  expect(plan("表6", last + 30, 5, "functional", "2010301")).toEqual([
    [5, "2010301", "@"],
    [6, "某科目", "@"],
  ]);
});

test("a column that holds codes with their names gets both", () => {
  const row = tables.find(({ sheet }) => sheet === "表9")?.lastBodyRow ?? NaN;
  expect(plan("表9", row, 2, "economicDepartment", "30113")).toEqual([[1, "[30113]某科目", "@"]]);
});

test("outside of tables they go to the cell the user is in and the one right of it", () => {
  expect(plan("别的表", 3, 2, "functional", "201")).toEqual([
    [2, "201", "@"],
    [3, "某科目", "@"],
  ]);
});
