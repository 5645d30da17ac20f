import { THREE_EXPENSES } from "./layout";
import type { LayoutSection } from "./layout";

/** The text beside the nationwide set of tables. Source: 2024 to 2026 department budgets of this form. */
export const NATIONAL_LAYOUT: readonly LayoutSection[] = [
  { heading: "一、收支预算总体情况", lines: ["{年}年收支总预算{=收支}{±收支}。"] },
  {
    heading: "二、收入预算情况",
    lines: [
      "{年}年收入预算{=收入}{±收入}。{其中 一般公共预算收入=收入·一般公共预算 政府性基金收入=收入·政府性基金 国有资本经营预算收入=收入·国有资本经营 事业收入=收入·事业收入 其他收入=收入·其他收入 上年结转=收入·上年结转}",
    ],
  },
  {
    heading: "三、支出预算情况",
    lines: [
      "{年}年支出预算{=支出}{±支出}。",
      "其中：基本支出预算{=支出·基本支出}{±支出·基本支出}；项目支出预算{=支出·项目支出}{±支出·项目支出}。",
    ],
  },
  {
    heading: "四、一般公共预算支出情况",
    lines: [
      "{年}年一般公共预算支出{=支出·一般公共预算}{±支出·一般公共预算}。",
      "一般公共预算支出{=支出·一般公共预算}，其中：{类=支出·一般公共预算}。",
      "一般公共预算基本支出{=支出·一般公共预算·基本支出}，其中：人员经费{=支出·一般公共预算·人员经费}，公用经费{=支出·一般公共预算·公用经费}。",
    ],
  },
  THREE_EXPENSES,
  {
    heading: "六、机关运行经费安排情况",
    lines: ["{年}年，本部门机关运行经费预算安排{=行政经费}{±行政经费}。"],
  },
];
