import { headingAreas } from "../../../src/planning/publish/headingAreas";
import { formatRange } from "../../../src/workbook/address";

test("a text of a heading covers the blank cells beside it under the same group, and those below", () => {
  const texts = [
    ["功能分类科目", "", "一般公共预算支出", "", "", "", ""],
    ["科目编码", "科目名称", "总计", "基本支出", "项目支出", "", ""],
    ["", "", "", "", "小计", "部门项目支出", "财政专项资金"],
    ["1", "2", "3", "4", "5", "6", "7"],
  ];
  expect(
    headingAreas(texts)
      .map(formatRange)
      .filter((range) => range.includes(":")),
  ).toEqual(["A1:B1", "C1:G1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:G2"]);
});

test("a group does not reach into the columns of the next", () => {
  const texts = [
    ["收入", "", "支出", ""],
    ["项目", "", "项目", "金额"],
  ];
  expect(headingAreas(texts).map(formatRange)).toEqual(["A1:B1", "C1:D1", "A2:B2", "C2", "D2"]);
});
