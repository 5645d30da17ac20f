import { checkSnapshot } from "../../src/actions/validate";
import { makeChecked } from "../../src/validation/checked";
import { NO_SET } from "../support/noSet";
import { sheetOf, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

type Line = readonly [code: string, name: string, amount: number];

/** Basic expenditure of an invented office, in 元: 302 goes on in the next block wherever the list is cut. */
const LINES: readonly Line[] = [
  ["301", "工资福利支出", 60],
  ["30101", "基本工资", 40],
  ["30102", "津贴补贴", 20],
  ["302", "商品和服务支出", 35],
  ["30201", "办公费", 10],
  ["30205", "水费", 5],
  ["30206", "电费", 8],
  ["30207", "邮电费", 12],
  ["310", "资本性支出", 9],
  ["31002", "办公设备购置", 9],
];
const money = (value: number): TestCell => ({ value, numberFormat: "#,##0.00" });
const cells = (line: Line | undefined): TestCell[] =>
  line ? [line[0], line[1], money(line[2])] : ["", "", ""];

/** The list cut into blocks of so many rows, printed side by side. */
function inBlocks(lines: readonly Line[], height: number): TestCell[][] {
  const blocks = Math.ceil(lines.length / height);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: blocks }, (_unused, block) => cells(lines[block * height + row])).flat(),
  );
}

function tableOf(rows: readonly TestCell[][], changes: Readonly<Record<string, number>> = {}) {
  const blocks = (rows[0]?.length ?? 0) / 3;
  const heading = Array.from({ length: blocks }, () => ["科目编码", "科目名称", "金额"]).flat();
  const body = rows.map((row) =>
    row.map((cell, column) => {
      const name = row[column - 1];
      return typeof name === "string" && name in changes ? money(changes[name] ?? 0) : cell;
    }),
  );
  return workbookOf(sheetOf("基本支出明细", [["基本支出经济分类明细表"], ["单位：元"], heading, ...body]));
}

const WAYS: readonly (readonly [string, TestCell[][]])[] = [
  ["two blocks, the total below the first", [...inBlocks(LINES, 5), ["", "合计", money(104), "", "", ""]]],
  ["three blocks, the total above the first", [["", "合计", money(104)], ...inBlocks(LINES, 4)]],
  ["two blocks, the total below the last", [...inBlocks(LINES, 5), ["", "", "", "", "合计", money(104)]]],
];

describe.each(WAYS)("a list of codes in %s", (_, rows) => {
  it("is one list: nothing is missing where it goes on beside itself", () => {
    expect(checkSnapshot(tableOf(rows)).findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const { judgements } = makeChecked(tableOf(rows), NO_SET);
    expect(judgements.map(({ outcome }) => outcome)).toEqual(Array(4).fill("exact"));
  });

  it.each([
    ["电费", 88],
    ["商品和服务支出", 53],
    ["合计", 140],
  ])("finds %s when it is %d", (name, amount) => {
    const findings = checkSnapshot(tableOf(rows, { [name]: amount })).findings;
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors).toHaveLength(1);
    const at = rows.findIndex((row) => row.includes(name));
    const places = [...(errors[0]?.cells ?? []), ...(errors[0]?.suspects ?? [])];
    expect(places.some(({ row }) => row === at + 3)).toBe(true);
  });
});

it("a total whose name is merged over two blocks is that of both, and says so in no other list", () => {
  const persons = LINES.slice(0, 3);
  const office = LINES.slice(3);
  const rows = Array.from({ length: 4 }, (_, row): TestCell[] => [
    ...cells(persons[row]),
    ...cells(office[row]),
    ...cells(office[row + 4]),
  ]);
  const total = ["人员经费合计", "", money(60), "公用经费合计", "", "", "", "", money(44)];
  const workbook = tableOf([...rows, total]);
  expect(checkSnapshot(workbook).findings.filter(({ severity }) => /error|warning/.test(severity))).toEqual(
    [],
  );
  const wrong = tableOf([...rows, [...total.slice(0, 8), money(54)]]);
  expect(checkSnapshot(wrong).findings.filter(({ severity }) => severity === "error")).toHaveLength(1);
});
