import { describe as say } from "../../src/messages/describe";
import { check } from "../support/check";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";

const sentences = (result: ReturnType<typeof check>, kind: string) =>
  result.untold.filter((one) => one.kind === kind).map(({ reason }) => say(reason, "zh-CN"));

test("a relation that lacks a figure says which one, and the cell that is no amount", () => {
  const { untold, relations } = check(workbookOf(sheetOf("表6", smallT06({ "10,5": "待定" }))));
  const lacking = untold.filter(({ kind }) => kind === "cannotTell");
  expect(lacking).toHaveLength(relations.cannotTell);
  expect(lacking[0]?.cell).toEqual({ sheet: "表6", row: 10, column: 5 });
  expect(say(lacking[0]!.reason, "zh-CN")).toMatch(
    /项目支出小计 1,164\.39 = 部门项目支出 待定 .*（F11 不是金额）$/,
  );
});

test("relations that do not apply say why, as many as are counted", () => {
  const { sheets, ...rest } = seedWorkbook();
  const result = check({ ...rest, sheets: sheets.filter(({ name }) => name !== "表9") });
  expect(sentences(result, "notApplicable")).toHaveLength(result.relations.notApplicable);
  expect(sentences(result, "notApplicable")).toContain("工作簿中没有表9，这条关系不适用");
});

test("the two sides of 表1 are told by their rows, not by a column that both are headed with", () => {
  const { findings } = check(withValue(seedWorkbook(), "表1", 31, 1, 31603.01));
  const told = findings.flatMap(({ relations = [] }) =>
    relations.map(({ message }) => say(message, "zh-CN")),
  );
  expect(told).toContain("表1 B32：收入总计 31,603.01，应等于 支出总计 31,600.01，多 3.00 万元");
});
