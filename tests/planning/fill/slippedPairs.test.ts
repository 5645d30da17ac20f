import { planFill } from "../../../src/planning/fill/planFill";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { sheetOf, workbookOf } from "../../support/sheet";
import type { TestCell } from "../../support/sheet";
import { blankCells, changed } from "../../support/blankedCells";
import { seedWorkbook } from "../../support/seedWorkbook";

function planned(rows: readonly TestCell[][]) {
  const sheet = sheetOf("表9", [
    ["一般公共预算基本支出情况表（按支出经济分类科目）"],
    ["单位：万元"],
    ["部门预算经济分类", "政府预算经济分类", "2020年预算"],
    ["", "合计", 1033.38],
    ...rows,
  ]);
  const { fills, asked } = planFill({ ...workbookOf(sheet), name: "2020年预算.xlsx" }, GUANGZHOU);
  return {
    filled: fills.map(({ to }) => to),
    asked: asked.map(({ subject, why, candidates }) => [subject, why.key, candidates[0]?.code]),
  };
}

test("a name with a slip that makes another name of it is told by the half beside it", () => {
  const found = planned([
    ["[303]对个人和家庭的补助", "[509]对个人和家庭的补助", 31.5],
    ["奖金", "社会福利和救助", 11.2],
    ["退休费", "离退休费", 20.3],
  ]);
  expect(found.filled).toEqual(["[30302]退休费", "[50905]离退休费"]);
  expect(found.asked.map(([subject]) => subject)).toEqual(["奖金", "社会福利和救助"]);
});

test("two rows of one name in a section are both asked for: 邮电费 with a character left out is 电费", () => {
  const found = planned([
    ["[302]商品和服务支出", "[502]机关商品和服务支出", 31.5],
    ["电费", "办公经费", 11.2],
    ["电费", "办公经费", 20.3],
  ]);
  expect(found.filled).toEqual(["[50201]办公经费", "[50201]办公经费"]);
  expect(found.asked.map(([subject, key]) => [subject, key])).toEqual([
    ["电费", "ask.nameTwice"],
    ["电费", "ask.nameTwice"],
  ]);
  expect(found.asked[0]?.[2]).toMatch(/^302/);
});

test("the code of an item alone follows from the answer to its name with a slip", () => {
  const { workbook, cells } = blankCells(seedWorkbook(), ["T13"], { kind: "codes" });
  const pair = cells.find(({ was }) => was.startsWith("[A020523]"));
  const key = `${pair?.cell.sheet} ${pair?.cell.row} ${pair?.cell.column}`;
  const slipped = changed(workbook, new Map([[key, "制冷的调设备"]]));
  const question = planFill(slipped, GUANGZHOU).asked.find(({ cell }) => cell.row === pair?.cell.row);
  expect(question?.follows).toHaveLength(1);
  const answers = question ? [{ cell: question.cell, value: "A020523" }] : [];
  const fills = planFill(slipped, GUANGZHOU, { answers }).fills.filter(
    ({ cell }) => cell.row === pair?.cell.row,
  );
  expect(fills.map(({ to }) => to)).toEqual(expect.arrayContaining(["A020523"]));
});
