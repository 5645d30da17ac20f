/**
 * How the explanation of a budget is laid out, as data: an office's own layout is a list of the same kind. In a line, {年} is
 * the year, {=收入·财政拨款} an amount by its meaning (SetMeanings), {±…} how it changed with the reason, {其中 A=… B=…} a list
 * of parts with their names, {类=…} the functional classes of a meaning with their shares. A line whose amounts the tables do
 * not have falls away.
 */
export interface LayoutSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The section on 三公: trips abroad, vehicles and receptions. All sets of tables have the same. */
export const THREE_EXPENSES: LayoutSection = {
  heading: "五、“三公”经费预算情况",
  lines: [
    "{年}年本部门财政拨款安排“三公”经费预算{=三公}{±三公}。其中：",
    "因公出国（境）经费预算{=出国}{±出国}；",
    "公务用车购置及运行费{=公务用车}（公务用车购置费{=购车}，公务用车运行维护费{=车辆运行}）{±公务用车}；",
    "公务接待费预算{=接待}{±接待}。",
  ],
};

/** The third part of a budget's publication. Source: part 3 of published budgets of Guangzhou (2020) and elsewhere (2024 to 2026). */
export const LAYOUT: readonly LayoutSection[] = [
  {
    heading: "一、部门预算收支情况总体说明",
    lines: ["{年}年收支总预算{=收支}{±收支}。"],
  },
  {
    heading: "二、部门预算收入预算情况说明",
    lines: [
      "{年}年收入预算{=收入}{±收入}。{其中 一般公共预算收入=收入·一般公共预算 政府性基金收入=收入·政府性基金 国有资本经营预算收入=收入·国有资本经营 财政专户管理资金=收入·财政专户 其他资金=收入·其他资金 上年预结转=收入·上年结转}",
    ],
  },
  {
    heading: "三、部门预算支出预算情况说明",
    lines: [
      "{年}年支出预算{=支出}{±支出}。",
      "其中：基本支出预算{=支出·基本支出}{±支出·基本支出}；项目支出预算{=支出·项目支出}{±支出·项目支出}。",
      "一般公共预算支出{=支出·一般公共预算}，其中：{类=支出·一般公共预算}。",
      "政府性基金预算支出{=支出·政府性基金}{±支出·政府性基金}。",
    ],
  },
  { heading: "四、部门转移支付预算情况", lines: ["{年}年部门转移支付预算安排{=转移支付}{±转移支付}。"] },
  THREE_EXPENSES,
  {
    heading: "六、机关运行经费（行政经费）安排情况",
    lines: ["{年}年，本部门机关运行经费（行政经费）预算安排{=行政经费}{±行政经费}。"],
  },
  {
    heading: "七、政府采购情况",
    lines: [
      "{年}年本部门政府采购安排{=采购}，其中：货物类采购预算{=采购货物}，工程类采购预算{=采购工程}，服务类采购预算{=采购服务}。",
    ],
  },
];
