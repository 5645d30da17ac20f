import { checkSnapshot } from "../../../src/actions/validate";
import { describe as say } from "../../../src/messages/describe";
import { mendsFor } from "../../../src/planning/mend/mendsFor";
import { isOpen } from "../../../src/validation/finding";
import { cellAtAddress } from "../../../src/workbook/snapshot";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { formatA1, parseRange } from "../../../src/workbook/address";
import type { WriteCell } from "../../../src/workbook/edit";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import { seedWorkbook } from "../../support/seedWorkbook";

const budget = seedWorkbook();

interface Moved {
  readonly sheet: string;
  /** First and last row, columns; from 0. */
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
  readonly down?: number;
  readonly across?: number;
}

/** The real budget with a block of figures moved, and what it leaves behind blank. */
function moved({ sheet, rows, columns, down = 0, across = 0 }: Moved): WorkbookSnapshot {
  const edits: WriteCell[] = [];
  const write = (row: number, column: number, value: string | number | boolean | undefined) =>
    edits.push({ kind: "writeCell", sheet, row, column, content: value === undefined ? null : { value } });
  for (let row = rows[0]; row <= rows[1]; row++)
    for (let column = columns[0]; column <= columns[1]; column++) write(row, column, undefined);
  for (let row = rows[0]; row <= rows[1]; row++)
    for (let column = columns[0]; column <= columns[1]; column++) {
      const value = cellAtAddress(budget, { sheet, row, column })?.value;
      write(row + down, column + across, typeof value === "object" ? undefined : value);
    }
  return editedWorkbook(budget, edits);
}

const errorsOf = (workbook: WorkbookSnapshot) =>
  checkSnapshot(workbook).findings.filter((finding) => isOpen(finding, "error"));

test.each([
  [
    "one column a row too low",
    { sheet: "表6", rows: [10, 16], columns: [3, 3], down: 1 },
    "表6 D11:D17 的数据疑为整块往下错了一行：各往上移一行，6 条不符的勾稽即全部相符",
  ],
  [
    "three columns a row too low",
    { sheet: "表6", rows: [10, 16], columns: [2, 4], down: 1 },
    "表6 C11:E17 的数据疑为整块往下错了一行",
  ],
  [
    "projects a row too low",
    { sheet: "表10", rows: [8, 14], columns: [2, 5], down: 1 },
    "表10 C9:E15 的数据疑为整块往下错了一行",
  ],
  [
    "rows a column too far right",
    { sheet: "表6", rows: [11, 16], columns: [2, 5], across: 1 },
    "的数据疑为整块往右错了一栏",
  ],
  [
    "rows a column too far left",
    { sheet: "表6", rows: [7, 12], columns: [3, 5], across: -1 },
    "的数据疑为整块往左错了一栏",
  ],
] satisfies [string, Moved, string][])(
  "%s are one finding, and one mend puts all right",
  (_what, block, words) => {
    const workbook = moved(block);
    const errors = errorsOf(workbook);
    expect(errors.map(({ rule }) => rule)).toEqual(["block.shifted"]);
    const [finding] = errors;
    if (!finding) throw new Error("no finding");
    expect(say(finding.message, "zh-CN")).toContain(words);
    expect(finding.relations?.length).toBeGreaterThan(2);
    const [mend] = mendsFor(finding, [], workbook);
    if (!mend) throw new Error("no mend");
    expect(errorsOf(editedWorkbook(workbook, mend.edits))).toEqual([]);
  },
);

const unitPlace = ({ name, rows }: WorkbookSnapshot["sheets"][number]) => {
  for (const [row, cells] of rows)
    for (const [column, { value }] of cells)
      if (typeof value === "string" && value.includes("单位：万元")) return { sheet: name, row, column };
  throw new Error(`${name} states no unit`);
};

test.each(["表1", "表2", "表3", "表4", "表6", "表8", "表9", "表10", "表12"])(
  "%s with 单位：元 over figures in 万元 is one finding",
  (name) => {
    const sheet = budget.sheets.find((one) => one.name === name)!;
    const wrong: WriteCell = { kind: "writeCell", ...unitPlace(sheet), content: { value: "单位：元" } };
    const errors = errorsOf(editedWorkbook(budget, [wrong]));
    expect(errors.map(({ rule, sheet: at }) => [rule, at])).toEqual([["block.unit", name]]);
    expect(say(errors[0]!.message, "zh-CN")).toMatch(`${name}写的单位是元，数据疑为万元：按万元算，`);
  },
);

test("two cells that are wrong by themselves stay two findings", () => {
  const wrong = [
    { row: 10, column: 3, value: 100 },
    { row: 18, column: 4, value: 7 },
  ].map(({ row, column, value }): WriteCell => {
    return { kind: "writeCell", sheet: "表6", row, column, content: { value } };
  });
  expect(errorsOf(editedWorkbook(budget, wrong)).map(({ rule }) => rule)).toEqual([
    expect.stringMatching(/^T06/),
    expect.stringMatching(/^T06/),
  ]);
});

test.each([
  ["digits exchanged in adjacent rows", "表6", { D10: 517.92, D11: 135.86 }],
  ["one in 元, one with digits exchanged", "表2", { D20: 62800, D21: 83.49 }],
  ["a digit wrong and digits exchanged", "表3", { D8: 517.92, D9: 135.86 }],
  ["two of them emptied", "表6", { D10: undefined, D11: undefined }],
  ["a point and a digit", "表8", { D8: 9308.8, D9: 81.93 }],
] satisfies [string, string, Record<string, number | undefined>][])(
  "two parts beside totals that equal them are single cells to be mended, not a block: %s",
  (_what, sheet, cells) => {
    const wrong = Object.entries(cells).map(([place, value]): WriteCell => {
      const { firstRow: row, firstColumn: column } = parseRange(place)!;
      return { kind: "writeCell", sheet, row, column, content: value === undefined ? null : { value } };
    });
    const errors = errorsOf(editedWorkbook(budget, wrong));
    expect(errors.map(({ rule }) => rule)).not.toContain("block.shifted");
    const [first, second] = Object.keys(cells);
    const suspects = errors.flatMap((error) =>
      error.suspects.map(({ row, column }) => formatA1(row, column)),
    );
    expect(suspects).toEqual(expect.arrayContaining([first, second]));
  },
);

test("a total typed into one of its parts is one finding at that part, which says so", () => {
  const total = cellAtAddress(budget, { sheet: "表6", row: 8, column: 3 })?.value as number;
  const wrong: WriteCell = { kind: "writeCell", sheet: "表6", row: 10, column: 3, content: { value: total } };
  const errors = errorsOf(editedWorkbook(budget, [wrong]));
  expect(errors).toHaveLength(1);
  const [suspect] = errors[0]!.suspects;
  expect(suspect).toMatchObject({ row: 10, column: 3, suggested: "153.86" });
  expect(suspect!.why.map((one) => say(one, "zh-CN")).join()).toContain("可能把合计填到了明细里");
});
