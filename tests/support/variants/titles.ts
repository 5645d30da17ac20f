import type { TableDefinition } from "../../../src/tables/definition";
import type { ColumnPlan } from "./columns";
import type { Habits } from "./habits";
import { put, text } from "./rows";
import type { Row } from "./rows";

const LEADS = ["", "", "", "2020年", "2020年度", "附件3：", "附表6 ", "某某局2020年", "表六 ", "附件1-5 "];
const LEADS_OF_BODIES = ["广州市某某局2020年度", "（公开）某某街道办事处", "某某学校2020年部门预算公开表4："];
/** Endings that offices give the same table. */
const ENDINGS = ["总表", "情况表", "预算表", "总体情况表", "明细表"];
const TAILS = ["（续表）", "（2020年）", "（草案）", "（汇总）", "(第2页)"];

/** The title, its year, number and body around it, spaced or broken as some do. */
function titleText(definition: TableDefinition, habits: Habits): string {
  const { choose } = habits;
  const { title, titleVariants = [] } = definition;
  let words = choose.chance(0.3) ? choose.pick([title, ...titleVariants]) : title;
  if (habits.has("title of the same meaning", 0.2)) words = withOtherEnding(words, habits);
  words = choose.pick(habits.has("body in the title", 0.2) ? LEADS_OF_BODIES : LEADS) + words;
  if (habits.has("title with a tail", 0.1)) words += choose.pick(TAILS);
  if (habits.has("title spaced", 0.15)) words = [...words].join(" ");
  if (habits.has("title with break", 0.1)) words = words.replace(/年度?/, "$&\n");
  return habits.has("half-width brackets", 0.3) ? words.replace(/（/g, "(").replace(/）/g, ")") : words;
}

/** Where a bracket tells two tables apart it stays. */
function withOtherEnding(title: string, { choose }: Habits): string {
  const match = /^(.*?)(总体情况表|情况表|预算表|总表)([(（].*[)）])?$/.exec(title);
  return match ? `${match[1] ?? ""}${choose.pick(ENDINGS)}${match[3] ?? ""}` : title;
}

/** The rows above the heading: title, department, unit, what else stands there. */
export function titleRows(
  definition: TableDefinition,
  plan: ColumnPlan,
  unit: string,
  habits: Habits,
): { readonly rows: Row[]; readonly title: string } {
  const { choose } = habits;
  const title = titleText(definition, habits);
  const rows: Row[] = [];
  const line = choose.pick([
    `单位：${unit}`,
    `单位:${unit}`,
    `单 位：${unit}`,
    `（单位：${unit}）`,
    `金额单位：${unit}`,
    `金额单位：人民币${unit}`,
  ]);
  if (habits.has("rows above", 0.25))
    rows.push(
      ...Array.from({ length: 1 + choose.below(4) }, (_, index): Row => rowAbove(index, plan, habits)),
    );
  const top: Row = new Map();
  const middle = Math.floor((plan.first + plan.last) / 2);
  put(top, habits.has("title in the middle", 0.1) ? middle : plan.first, text(title));
  if (!habits.has("title in the sheet's name alone", 0.04)) rows.push(top);
  if (habits.has("blank row", 0.2)) rows.push(new Map());
  const under: Row = new Map();
  if (choose.chance(0.5)) put(under, plan.first, text("部门名称：某某局"));
  if (!isUnitElsewhere(habits))
    put(under, habits.has("unit on the left", 0.1) && under.size === 0 ? plan.first : plan.last, text(line));
  rows.push(under);
  if (habits.has("note above the heading", 0.08))
    rows.push(new Map([[plan.first, text("说明：本表反映部门全部收支情况，金额保留两位小数。")]]));
  if (habits.has("blank row below", 0.1)) rows.push(new Map());
  if (habits.has("unit above the title", 0.05)) rows.unshift(new Map([[plan.last, text(line)]]));
  return { rows, title };
}

/** True where the unit stands in a heading or above the title. */
function isUnitElsewhere(habits: Habits): boolean {
  return habits.has("unit in a heading", 0.06) || habits.has("unit above the title", 0.05);
}

function rowAbove(index: number, plan: ColumnPlan, { choose }: Habits): Row {
  return index === 0
    ? new Map([[plan.first, text(choose.pick(["附件2", "公开07表", "广州市某某局"]))]])
    : new Map();
}
