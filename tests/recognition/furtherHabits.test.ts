import { recogniseWorkbook } from "../../src/recognition/recognise";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";

it("a column without a heading that is known is settled by the relations within the rows", () => {
  const rows = smallT06({ "3,3": "甲类" });
  const [table] = recogniseWorkbook(workbookOf(sheetOf("表", rows)), GUANGZHOU).tables;
  expect(table?.columns.get(4)).toMatchObject({ sheetColumn: 3, by: "numbers" });
});

it("names without codes have the codes of the classification", () => {
  const rows = smallT06().map(([, ...cells]) => cells);
  const [table] = recogniseWorkbook(
    workbookOf(
      sheetOf(
        "表",
        rows.map((cells, row) => (row === 0 ? ["一般公共预算支出预算表（按功能分类科目）"] : cells)),
      ),
    ),
    GUANGZHOU,
  ).tables;
  expect(table?.rows.map(({ code, rule }) => `${rule.kind} ${code}`)).toEqual([
    "合计 ",
    "类 201",
    "款 20103",
    "项 2010301",
    "项 2010399",
  ]);
});
