import type { Words } from "./words";

/** Words of the help in the pane: the tour of the first start and the page of rules. */
export interface HelpWords {
  readonly title: string;
  readonly topics: string;
  readonly where: (place: string) => string;
  readonly rules: string;
  readonly opening: string;
  readonly example: (text: string) => string;
  /** Which version this is. */
  readonly version: (version: string) => string;
  readonly tourAgain: string;
  readonly tourTitle: (step: number, of: number) => string;
  readonly tour: readonly { readonly title: string; readonly text: string }[];
  readonly next: string;
  readonly back: string;
  readonly done: string;
  readonly skip: string;
}

export const HELP_WORDS: Words<HelpWords> = {
  "zh-CN": {
    title: "帮助",
    topics: "还能做什么",
    where: (place) => `在哪里：${place}`,
    rules: "每条规则是什么意思",
    opening: "正在打开…",
    example: (text) => `例：${text}`,
    version: (version) => `勾稽 ${version}`,
    tourAgain: "再看一遍使用步骤",
    tourTitle: (step, of) => `使用步骤 ${step}/${of}`,
    tour: [
      { title: "点“校验”", text: "核对本工作簿里的预算表，有问题的单元格会变色。校验不改动任何数字。" },
      { title: "看结果", text: "上面一行是总数；下面按表列出，差错在前，尾差折叠在后。可以只看一类。" },
      { title: "点一条结果", text: "光标跳到那个单元格，同时展开勾稽关系、可能有误的单元格和理由。" },
      {
        title: "改正或接受",
        text: "点“采用建议”，或自己改数；确实无误的点“接受”并写明理由。最后生成校验报告。",
      },
    ],
    next: "下一步",
    back: "上一步",
    done: "开始使用",
    skip: "跳过",
  },
  "en-US": {
    title: "Help",
    topics: "What else it does",
    where: (place) => `Where: ${place}`,
    rules: "What each rule means",
    opening: "Opening…",
    example: (text) => `Example: ${text}`,
    version: (version) => `Gouji ${version}`,
    tourAgain: "Show the first steps again",
    tourTitle: (step, of) => `First steps ${step}/${of}`,
    tour: [
      {
        title: "Press Check",
        text: "The budget tables of this workbook are checked and cells at fault change colour. No figure is changed.",
      },
      {
        title: "Read the result",
        text: "One line of totals; below it the findings by table, errors first. You may show one kind only.",
      },
      {
        title: "Press a finding",
        text: "It takes you to its cell and opens: the relation, the cells probably at fault, the reasons.",
      },
      {
        title: "Mend or accept",
        text: "Adopt the suggestion or type the figure; accept with a reason what is right. Then write the report.",
      },
    ],
    next: "Next",
    back: "Back",
    done: "Begin",
    skip: "Skip",
  },
};
