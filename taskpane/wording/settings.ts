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
  },
};
