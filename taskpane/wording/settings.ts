import type { Words } from "./words";

/** Words of the place 设置. */
export interface SettingsWords {
  readonly codesTitle: string;
  readonly edition: string;
  readonly editionHint: string;
  readonly editionAuto: string;
  readonly editionYear: (year: number) => string;
}

export const SETTINGS_WORDS: Words<SettingsWords> = {
  "zh-CN": {
    codesTitle: "科目",
    edition: "科目年度",
    editionHint: "从下一次校验起按这个年度的科目核对。",
    editionAuto: "自动（按表上的年度）",
    editionYear: (year) => `${year} 年`,
  },
  "en-US": {
    codesTitle: "Codes",
    edition: "Code lists of",
    editionHint: "Counts from the next check.",
    editionAuto: "Automatic (year named in the tables)",
    editionYear: (year) => String(year),
  },
};
