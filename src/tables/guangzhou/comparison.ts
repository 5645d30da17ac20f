import type { SetComparison } from "../comparison";
import { GUANGZHOU_MEANINGS } from "./meanings";

/** What of the 14 tables of Guangzhou is compared with last year. */
export const GUANGZHOU_COMPARISON: SetComparison = {
  lines: GUANGZHOU_MEANINGS.totals,
  lists: {
    支出: ["T03[类|款|项].c3"],
    "支出·一般公共预算": ["T06[类|款|项].c3"],
    "支出·政府性基金": ["T07[类|款|项].c3"],
    经济分类: ["T09[类|款].c3"],
    单位: ["T08[单位].c3"],
    项目: ["T10[项目].c3"],
    转移支付项目: ["T11[项目].c3"],
  },
};
