import type { BodyTemplate, PackInsertion } from "../insertion";

/**
 * How the 14 tables are printed when they are made new, and which figures follow from other tables. Source: the layout
 * of the Guangzhou 2020 department budget tables; the links are the equations of X01 to X13 read from left to right.
 */

const CLASS_LINES: readonly BodyTemplate[] = [
  "一、一般公共服务支出",
  "二、外交支出",
  "三、国防支出",
  "四、公共安全支出",
  "五、教育支出",
  "六、科学技术支出",
  "七、文化旅游体育与传媒支出",
  "八、社会保障和就业支出",
  "九、卫生健康支出",
  "十、节能环保支出",
  "十一、城乡社区支出",
  "十二、农林水支出",
  "十三、交通运输支出",
  "十四、资源勘探工业信息等支出",
  "十五、商业服务业等支出",
  "十六、金融支出",
  "十七、援助其他地区支出",
  "十八、自然资源海洋气象等支出",
  "十九、住房保障支出",
  "二十、粮油物资储备支出",
  "二十一、灾害防治及应急管理支出",
  "二十二、其他支出",
].map((line) => ({ line }));

const FUNDS = ["一般公共预算", "政府性基金预算", "国有资本经营预算"];
const SOURCES = [...FUNDS, "财政专户管理资金"];

const CODES: readonly BodyTemplate[] = [{ each: "code" }, { blank: "项" }];

/** The whole of a source of funds is that of the units. */
const sourceOfAll = (line: string): BodyTemplate => ({ line, indent: 1, sum: "Σ[资金来源@单位] by name" });

export const GUANGZHOU_INSERTION: PackInsertion = {
  tables: {
    T01: {
      sides: [
        [
          { line: "一、财政拨款" },
          { line: "（一）一般公共预算", indent: 1 },
          { line: "（二）政府性基金预算", indent: 1 },
          { line: "（三）国有资本经营预算", indent: 1 },
          { line: "二、财政专户管理资金" },
          { line: "三、其他资金" },
          { line: "（一）事业收入", indent: 1 },
          { line: "（二）经营收入", indent: 1 },
          { line: "（三）其他收入", indent: 1 },
          { align: true },
          { line: "本年收入合计" },
          { line: "四、上级补助收入" },
          { line: "五、附属单位上缴收入" },
          { line: "六、用事业基金弥补收支总额" },
          { line: "七、上年预结转" },
          { align: true },
          { line: "收入总计" },
        ],
        [
          ...CLASS_LINES,
          { align: true },
          { line: "本年支出合计" },
          { line: "二十三、对附属单位补助支出" },
          { line: "二十四、上缴上级支出" },
          { line: "二十五、结转下年" },
          { align: true },
          { line: "支出总计" },
        ],
      ],
    },
    T02: { sides: [[{ line: "总计" }, ...CODES]], hasColumnNumbers: true },
    T03: { sides: [[{ line: "总计" }, ...CODES]], hasColumnNumbers: true },
    T04: {
      sides: [
        [
          { line: "一、一般公共预算" },
          { line: "二、政府性基金预算" },
          { line: "三、国有资本经营预算" },
          { align: true },
          { line: "本年收入合计" },
          { line: "上年预结转" },
          { line: "收入总计" },
        ],
        [
          ...CLASS_LINES,
          { align: true },
          { line: "本年支出合计" },
          { line: "结转下年" },
          { line: "支出总计" },
        ],
      ],
    },
    T05: {
      sides: [
        [
          { line: "合计" },
          sourceOfAll("其中：一般公共预算"),
          ...SOURCES.slice(1).map(sourceOfAll),
          { each: "department", under: SOURCES.map((line) => ({ line, indent: 1 })) },
        ],
      ],
      hasUnitCodes: true,
      hasColumnNumbers: true,
    },
    T06: { sides: [[{ line: "合计" }, ...CODES]], hasColumnNumbers: true },
    T07: { sides: [[{ line: "合计" }, { blank: "项" }]], hasColumnNumbers: true },
    T08: {
      sides: [
        [
          { line: "合计" },
          {
            each: "department",
            under: ["人员支出", "公用经费", "对个人和家庭的补助支出"].map((line) => ({ line, indent: 1 })),
          },
        ],
      ],
      hasUnitCodes: true,
      hasColumnNumbers: true,
    },
    T09: { sides: [[{ line: "合计" }, { each: "economic" }]], widths: { 1: 34, 2: 34, 3: 18 } },
    T10: {
      sides: [[{ line: "合计" }, { each: "unit", under: [{ each: "project" }, { blank: "项目" }] }]],
      hasColumnNumbers: true,
      widths: { 13: 20, 14: 20 },
    },
    T11: {
      sides: [[{ line: "合计" }, { each: "unit", under: [{ blank: "项目" }] }]],
      hasColumnNumbers: true,
      // Twelve districts side by side.
      widths: Object.fromEntries(Array.from({ length: 12 }, (_, index) => [9 + index, 10])),
    },
    T12: {
      sides: [
        [
          { line: "行政经费" },
          { line: "“三公”经费总额" },
          { line: "其中：（一）因公出国（境）费", indent: 1 },
          { line: "（二）公务用车购置及运行维护费", indent: 1 },
          { line: "1.公务用车购置费", indent: 2 },
          { line: "2.公务用车运行维护费", indent: 2 },
          { line: "（三）公务接待费", indent: 1 },
        ],
      ],
      hasColumnNumbers: true,
      widths: { 1: 38, 2: 16, 3: 16, 4: 16, 5: 18 },
    },
    T13: {
      sides: [
        [
          { line: "合计" },
          { line: "其中：货物类", indent: 1 },
          { line: "工程类", indent: 1 },
          { line: "服务类", indent: 1 },
          {
            each: "unit",
            under: [
              { line: "基本支出", indent: 1, under: [{ blank: "品目" }] },
              {
                line: "项目支出",
                indent: 1,
                under: [{ each: "project", as: "品目", isOffered: true }, { blank: "品目" }],
              },
            ],
          },
        ],
      ],
      hasUnitCodes: true,
      hasColumnNumbers: true,
      widths: { 3: 20, 4: 22, 5: 14, 6: 7, 7: 8 },
    },
    T14: {
      sides: [
        [
          { line: "合计" },
          { line: "其中：基本支出", indent: 1 },
          { line: "项目支出", indent: 1, sum: "Σ[单位] - [基本支出]" },
          {
            each: "unit",
            under: [{ each: "project", as: "服务项目", isOffered: true }, { blank: "服务项目" }],
          },
        ],
      ],
      hasUnitCodes: true,
      hasColumnNumbers: true,
      widths: { 3: 18, 4: 24, 5: 24, 6: 14 },
    },
  },
  links: [
    // X07, X10: 表8 and 表12 from 表9; 表12 begins at what 表9 has, to which an office adds what projects pay.
    "Σ T08[人员支出].c5 = Σ T09[类:301].c3",
    "Σ T08[公用经费].c5 = Σ T09[类:302,307,309,310,399].c3",
    "Σ T08[对个人和家庭的补助支出].c5 = Σ T09[类:303].c3",
    "T12[因公出国(境)费].c3 = Σ T09[款:30212].c3",
    "T12[公务接待费].c3 = Σ T09[款:30217].c3",
    "T12[公务用车运行维护费].c3 = Σ T09[款:30231].c3",
    "T12[公务用车购置费].c3 = Σ T09[款:31013].c3",
    // X09: 部门项目支出 is what of the projects' sum is not 财政专项资金.
    "T06[项].c6 = Σ T10[项目].c5 - T06[项].c7 by code",
    "T07[项].c6 = Σ T10[项目].c6 - T07[项].c7 by code",
    "T03[项].c5 = Σ T10[项目].c3 by code",
    // X05, X13: 表3 begins at what the two funds pay of 基本支出, 表2 at what they pay in all.
    "T03[项].c4 = T06[项].c4 + T07[项].c4 by code",
    "T02[项].c6 = T06[项].c3 by code",
    "T02[项].c7 = T07[项].c3 by code",
    // X01 to X04: the statements.
    "T01[一般公共预算] = T02[总计].c6",
    "T01[政府性基金预算] = T02[总计].c7",
    "T01[国有资本经营预算] = T02[总计].c8",
    "T01[财政专户管理资金] = T02[总计].c9",
    "T01[事业收入] = T02[总计].c13",
    "T01[经营收入] = T02[总计].c14",
    "T01[其他收入] = T02[总计].c15",
    "T01[上级补助收入] = T02[总计].c16",
    "T01[附属单位上缴收入] = T02[总计].c17",
    "T01[用事业基金弥补收支总额] = T02[总计].c18",
    "T01[上年预结转] = T02[总计].c19",
    "T01[功能科目] = T03[类].c4 + T03[类].c5 + T03[类].c6 by code",
    "T01[对附属单位补助支出] = T03[总计].c7",
    "T01[上缴上级支出] = T03[总计].c8",
    "T01[结转下年] = T03[总计].c9",
    "T04[一般公共预算] = T01[一般公共预算]",
    "T04[政府性基金预算] = T01[政府性基金预算]",
    "T04[国有资本经营预算] = T01[国有资本经营预算]",
    "T04[功能科目] = T06[类].c3 + T07[类].c3 by code",
  ],
  offers: {
    units: ["T10[单位]", "T13[单位]", "T14[单位]", "T11[单位]", "T05[单位]", "T08[单位]", "T02[单位]"],
    codes: ["T03[类|款|项]", "T02[类|款|项]", "T06[类|款|项]", "T07[类|款|项]", "T10[项目]"],
    projects: ["T10[项目]", "T14[服务项目]"],
  },
};
