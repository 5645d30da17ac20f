import type { OffsetPair } from "../offsets";

const inTotal = { line: "收入总计", column: 2 };
const outTotal = { line: "支出总计", column: 4 };
const income = (name: string) => ({ name, cells: [{ table: "N01", line: name, column: 2, total: inTotal }] });
const expenditure = (name: string) => ({
  name,
  cells: [{ table: "N01", line: name, column: 4, total: outTotal }],
});

/** Where the ten tables of the nationwide set print what units of a department pay to each other. */
export const NATIONAL_OFFSETS: readonly OffsetPair[] = [
  { expenditure: expenditure("上缴上级支出"), income: income("附属单位上缴收入") },
  { expenditure: expenditure("对附属单位补助支出"), income: income("上级补助收入") },
];
