import type { SetComparison } from "../comparison";
import { NATIONAL_MEANINGS } from "./meanings";

/** What of the ten tables of the nationwide set is compared with last year. */
export const NATIONAL_COMPARISON: SetComparison = {
  lines: NATIONAL_MEANINGS.totals,
  lists: {
    支出: ["N03[类|款|项].c3"],
    "支出·一般公共预算": ["N05[类|款|项].c3"],
    "支出·政府性基金": ["N06[类|款|项].c3"],
    "支出·国有资本经营": ["N07[类|款|项].c3"],
    经济分类: ["N08[类|款].c3"],
    项目: ["N10[项目].c2"],
  },
};
