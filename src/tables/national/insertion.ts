import type { BodyTemplate, PackInsertion } from "../insertion";

/** How the ten tables of the nationwide set are printed when they are made new; the links are N.X01 to N.X04. */

const CLASS_LINES: readonly BodyTemplate[] = [
  "一般公共服务支出",
  "外交支出",
  "国防支出",
  "公共安全支出",
  "教育支出",
  "科学技术支出",
  "文化旅游体育与传媒支出",
  "社会保障和就业支出",
  "卫生健康支出",
  "节能环保支出",
  "城乡社区支出",
  "农林水支出",
  "交通运输支出",
  "资源勘探工业信息等支出",
  "商业服务业等支出",
  "金融支出",
  "援助其他地区支出",
  "自然资源海洋气象等支出",
  "住房保障支出",
  "粮油物资储备支出",
  "灾害防治及应急管理支出",
  "其他支出",
].map((line) => ({ line }));

const CODES = { sides: [[{ line: "合计" }, { each: "code" }, { blank: "项" }]] } as const;

export const NATIONAL_INSERTION: PackInsertion = {
  tables: {
    N01: {
      sides: [
        [
          {
            line: "财政拨款收入",
            under: [
              { line: "一般公共预算", indent: 1 },
              { line: "政府性基金预算", indent: 1 },
              { line: "国有资本经营预算", indent: 1 },
            ],
          },
          { line: "财政专户管理资金" },
          { line: "事业收入" },
          { line: "事业单位经营收入" },
          { line: "上级补助收入" },
          { line: "附属单位上缴收入" },
          { line: "其他收入" },
          { line: "使用非财政拨款结余" },
          { line: "上年结转" },
          { align: true },
          { line: "收入总计" },
        ],
        [
          ...CLASS_LINES,
          { line: "上缴上级支出" },
          { line: "对附属单位补助支出" },
          { line: "结转下年" },
          { align: true },
          { line: "支出总计" },
        ],
      ],
    },
    N02: CODES,
    N03: CODES,
    N04: {
      sides: [
        [
          { line: "一般公共预算" },
          { line: "政府性基金预算" },
          { line: "国有资本经营预算" },
          { line: "上年结转" },
          { align: true },
          { line: "收入总计" },
        ],
        [...CLASS_LINES, { line: "结转下年" }, { align: true }, { line: "支出总计" }],
      ],
    },
    N05: CODES,
    N06: { sides: [[{ line: "合计" }, { blank: "项" }]] },
    N07: { sides: [[{ line: "合计" }, { blank: "项" }]] },
    N08: { sides: [[{ line: "合计" }, { each: "economic" }]] },
    N09: { sides: [[{ blank: "预算数", count: 1 }]], withOptional: true, unit: "万元" },
    N10: { sides: [[{ line: "合计" }, { each: "project" }, { blank: "项目" }]], withOptional: true },
  },
  links: [
    "N04[功能科目].c5 = N05[类].c3 by code",
    "N04[功能科目].c6 = N06[类].c3 by code",
    "N04[功能科目].c7 = N07[类].c3 by code",
    "N01[财政拨款收入] = N02[合计].c4",
    "N01[事业收入] = N02[合计].c5",
    "N01[事业单位经营收入] = N02[合计].c6",
    "N01[其他收入] = N02[合计].c7",
    "N01[功能科目].c4 = N03[类].c3 by code",
    "N04[一般公共预算] = N01[一般公共预算]",
    "N04[政府性基金预算] = N01[政府性基金预算]",
    "N04[国有资本经营预算] = N01[国有资本经营预算]",
  ],
  offers: {
    units: [],
    codes: ["N03[类|款|项]", "N02[类|款|项]", "N05[类|款|项]", "N06[类|款|项]", "N07[类|款|项]"],
    projects: ["N10[项目]"],
  },
};
