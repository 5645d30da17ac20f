import { FUNCTIONAL_CLASS_LINES } from "../guangzhou/functionalClasses";
import type { BodyTemplate, PackInsertion } from "../insertion";

/** How the nine tables of the final accounts are printed when they are made new. */

const CLASS_LINES: readonly BodyTemplate[] = FUNCTIONAL_CLASS_LINES.map(({ names }) => ({
  line: names?.[0] ?? "",
}));

const CODES = { sides: [[{ line: "合计" }, { each: "code" }, { blank: "项" }]] } as const;
const FUND = { sides: [[{ line: "合计" }, { blank: "项" }]] } as const;

export const FINAL_ACCOUNTS_INSERTION: PackInsertion = {
  tables: {
    F01: {
      sides: [
        [
          { line: "一般公共预算财政拨款收入" },
          { line: "政府性基金预算财政拨款收入" },
          { line: "国有资本经营预算财政拨款收入" },
          { line: "上级补助收入" },
          { line: "事业收入" },
          { line: "经营收入" },
          { line: "附属单位上缴收入" },
          { line: "其他收入" },
          { align: true },
          { line: "本年收入合计" },
          { line: "使用非财政拨款结余" },
          { line: "年初结转和结余" },
          { line: "总计" },
        ],
        [
          ...CLASS_LINES,
          { align: true },
          { line: "本年支出合计" },
          { line: "结余分配" },
          { line: "年末结转和结余" },
          { line: "总计" },
        ],
      ],
    },
    F02: CODES,
    F03: CODES,
    F04: {
      sides: [
        [
          { line: "一般公共预算财政拨款" },
          { line: "政府性基金预算财政拨款" },
          { line: "国有资本经营预算财政拨款" },
          { align: true },
          { line: "本年收入合计" },
          { line: "年初财政拨款结转和结余" },
          { line: "总计" },
        ],
        [
          ...CLASS_LINES,
          { align: true },
          { line: "本年支出合计" },
          { line: "年末财政拨款结转和结余" },
          { line: "总计" },
        ],
      ],
    },
    F05: CODES,
    F06: {
      sides: [
        [{ blank: "款" }, { align: true }, { line: "人员经费合计" }],
        [{ blank: "款" }, { align: true }, { line: "公用经费合计" }],
      ],
    },
    F07: FUND,
    F08: FUND,
    F09: { sides: [[{ blank: "决算数", count: 1 }]] },
  },
  links: [
    "F04[功能科目].c5 = F05[类].c3 by code",
    "F04[功能科目].c6 = F07[类].c5 by code",
    "F04[功能科目].c7 = F08[类].c3 by code",
    "F01[上级补助收入] = F02[合计].c5",
    "F01[事业收入] = F02[合计].c6",
    "F01[经营收入] = F02[合计].c7",
    "F01[附属单位上缴收入] = F02[合计].c8",
    "F01[其他收入] = F02[合计].c9",
    "F01[功能科目].c4 = F03[类].c3 by code",
    "F04[一般公共预算财政拨款] = F01[一般公共预算财政拨款收入]",
    "F04[政府性基金预算财政拨款] = F01[政府性基金预算财政拨款收入]",
    "F04[国有资本经营预算财政拨款] = F01[国有资本经营预算财政拨款收入]",
  ],
  offers: {
    units: [],
    codes: ["F03[类|款|项]", "F02[类|款|项]", "F05[类|款|项]", "F07[类|款|项]", "F08[类|款|项]"],
    projects: [],
  },
};
