import type { Words } from "./words";

/** Words of the place 编码. */
export interface CodesWords {
  readonly findingsTitle: string;
  readonly notYet: string;
  readonly check: string;
  readonly none: string;
}

export const CODES_WORDS: Words<CodesWords> = {
  "zh-CN": {
    findingsTitle: "编码的校验结果",
    notYet: "校验一次，这里就列出编码和名称不对的单元格。",
    check: "校验",
    none: "编码和名称没有发现问题。",
  },
  "en-US": {
    findingsTitle: "What the check says of codes",
    notYet: "After a check, the cells whose code or name is wrong are listed here.",
    check: "Check",
    none: "Nothing wrong was found in codes and names.",
  },
};
