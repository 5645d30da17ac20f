import type { Words } from "./words";

/** Words of the place 设置. */
export interface SettingsWords {
  readonly checkTitle: string;
  readonly live: string;
  readonly liveHint: string;
  readonly listOnly: string;
  readonly listOnlyHint: string;
  readonly codesTitle: string;
  readonly edition: string;
  readonly editionHint: string;
  readonly editionAuto: string;
  readonly editionYear: (year: number) => string;
  readonly officeTitle: string;
  readonly officeNone: string;
  readonly officeHint: (name: string) => string;
  readonly officeSets: (names: string) => string;
  readonly officeRules: (count: number) => string;
  readonly officeLists: (titles: string) => string;
  readonly officeRate: (rate: string) => string;
}

export const SETTINGS_WORDS: Words<SettingsWords> = {
  "zh-CN": {
    checkTitle: "校验",
    live: "边改边校",
    liveHint: "改完一处，稍停即自动重新校验，标记随之更新。批量粘贴或多人同时编辑时会等停下来再校验。",
    listOnly: "只列出，不标记",
    listOnlyHint: "校验时不往工作簿里写任何东西，结果只列在窗格里。",
    codesTitle: "科目",
    edition: "科目年度",
    editionHint: "从下一次校验起按这个年度的科目核对。",
    editionAuto: "自动（按表上的年度）",
    editionYear: (year) => `${year} 年`,
    officeTitle: "全单位的规定",
    officeNone: "管理员没有另作规定，按本工具自带的规则和科目校验。",
    officeHint: (name) =>
      `${name === "" ? "" : `${name}。`}由管理员统一规定，对每个人都适用；工作簿里的和您自己导入的优先。`,
    officeSets: (names) => `本单位的表样：${names}`,
    officeRules: (count) => `自定义勾稽关系：${count} 条`,
    officeLists: (titles) => `科目清单：${titles}`,
    officeRate: (rate) => `上年对比：增减达到 ${rate}% 须写原因`,
  },
  "en-US": {
    checkTitle: "Checking",
    live: "Check while editing",
    liveHint:
      "After an edit, all is checked again once you pause and marks follow. It waits while many cells are pasted or others are typing.",
    listOnly: "List only, do not mark",
    listOnlyHint: "A check writes nothing into the workbook; findings are listed in the pane.",
    codesTitle: "Codes",
    edition: "Code lists of",
    editionHint: "Counts from the next check.",
    editionAuto: "Automatic (year named in the tables)",
    editionYear: (year) => String(year),
    officeTitle: "Laid down for the whole office",
    officeNone:
      "Your administrator has laid nothing down; checks go by the rules and code lists that come with the add-in.",
    officeHint: (name) =>
      `${name === "" ? "" : `${name}. `}Laid down by your administrator for everyone; what a workbook has or you have imported comes first.`,
    officeSets: (names) => `The office's own tables: ${names}`,
    officeRules: (count) => `Own relations: ${count}`,
    officeLists: (titles) => `Code lists: ${titles}`,
    officeRate: (rate) => `Against last year: a change of ${rate} % needs a reason`,
  },
};
