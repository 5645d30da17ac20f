import { compareWithEarlier, planFromList } from "../../src/actions/fromList";
import type { FromListOptions } from "../../src/actions/fromList";
import { describe as say } from "../../src/messages/describe";
import { inventedList, listWorkbook } from "../support/projectList";
import type { InventedRow } from "../support/projectList";

const OPTIONS: FromListOptions = { thisYear: 2020, unit: "万元" };

async function compared(before: readonly InventedRow[], after: readonly InventedRow[]) {
  const made = await planFromList(listWorkbook(after), OPTIONS);
  if ("problem" in made) throw new Error(made.problem.key);
  const since = await compareWithEarlier(listWorkbook(before), made.list, OPTIONS);
  if ("problem" in since) throw new Error(since.problem.key);
  return { ...since.comparison, lines: since.notes.map((note) => say(note, "zh-CN")) };
}

describe("a later list beside an earlier one", () => {
  const before = inventedList(400, 11);

  it("with ten changes tells ten", async () => {
    const change = (row: number, fields: Partial<InventedRow>): void => {
      const own = after[row];
      if (own) after[row] = { ...own, ...fields };
    };
    const after = [...before];
    change(5, { amount: "123456.78" });
    change(40, { amount: "0.01" });
    change(77, { functional: "2010399 其他政府办公厅（室）及相关机构事务支出", project: "改列的项目" });
    change(120, { department: "30299 其他商品和服务支出" });
    change(200, { unit: ["156006", "新单位"] });
    change(300, { fund: "国有资本经营预算" });
    after.splice(350, 2);
    const [first] = before;
    if (first) after.unshift({ ...first, project: "新增的项目", amount: "88000.00" });
    after.push({
      ...(before[9] as InventedRow),
      kind: "项目支出",
      project: "另一个新项目",
      amount: "990.00",
    });
    const { added, gone, changed, same } = await compared(before, after);
    expect([added.length, gone.length, changed.length, same]).toEqual([2, 2, 6, 392]);
    expect(changed.map(({ changes }) => changes.map(({ field }) => field).join("、"))).toEqual([
      "金额",
      "金额",
      expect.stringContaining("项目"),
      "部门经济分类",
      "单位",
      "资金性质",
    ]);
  });

  it("in another order tells nothing", async () => {
    const { lines, same } = await compared(before, [...before].reverse());
    expect(same).toBe(400);
    expect(lines).toEqual([
      "与上次的清单 测试.xlsx 相比：新增 0 行，减少 0 行，改动 0 行，400 行没有变化",
      expect.stringContaining("合计没有变化"),
    ]);
  });

  it("tells a change in words", async () => {
    const after = before.map((row, index) => (index === 3 ? { ...row, amount: "5.00" } : row));
    const { lines } = await compared(before, after);
    expect(lines[2]).toMatch(/^改动 {2}项目清单 第 6 行（上次第 6 行）.*：金额 [\d,.]+ → 5\.00$/);
  });
});
