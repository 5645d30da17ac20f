import { recogniseWorkbook } from "../../src/recognition/recognise";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { compareVariant } from "../support/compareVariant";
import { withFurtherHabits } from "../support/furtherHabits";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import { makeVariant } from "../support/variants";

const SEEDS = [1, 19, 22, 40];

it.each(GUANGZHOU.tables.map(({ id }) => id))(
  "%s in words no definition lists is never taken wrongly for certain",
  (id) => {
    for (const seed of SEEDS) {
      const { isWrongAndSure, problems } = compareVariant(withFurtherHabits(makeVariant(id, seed), seed));
      expect({ isWrongAndSure, problems: isWrongAndSure ? problems : [] }).toEqual({
        isWrongAndSure: false,
        problems: [],
      });
    }
  },
);

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
