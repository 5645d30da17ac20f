import type { OffsetPair } from "../offsets";

const inTotal = { line: "收入总计", column: 2 };
const outTotal = { line: "支出总计", column: 4 };

/** Where the 14 tables of Guangzhou print what units of a department pay to each other. */
export const GUANGZHOU_OFFSETS: readonly OffsetPair[] = [
  {
    expenditure: {
      name: "上缴上级支出",
      cells: [
        { table: "T01", line: "上缴上级支出", column: 4, total: outTotal },
        { table: "T03", column: 8, total: { column: 3 } },
      ],
    },
    income: {
      name: "附属单位上缴收入",
      cells: [
        { table: "T01", line: "附属单位上缴收入", column: 2, total: inTotal },
        { table: "T02", column: 17, total: { column: 3 } },
      ],
    },
  },
  {
    expenditure: {
      name: "对附属单位补助支出",
      cells: [
        { table: "T01", line: "对附属单位补助支出", column: 4, total: outTotal },
        { table: "T03", column: 7, total: { column: 3 } },
      ],
    },
    income: {
      name: "上级补助收入",
      cells: [
        { table: "T01", line: "上级补助收入", column: 2, total: inTotal },
        { table: "T02", column: 16, total: { column: 3 } },
      ],
    },
  },
];
