import { checkSnapshot } from "../../../src/actions/validate";
import { describe as say } from "../../../src/messages/describe";
import { isOpen } from "../../../src/validation/finding";
import type { Finding } from "../../../src/validation/finding";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import { formatA1, parseRange } from "../../../src/workbook/address";
import { cellAtAddress } from "../../../src/workbook/snapshot";
import { checkSheet } from "../../support/check";
import { seedWorkbook } from "../../support/seedWorkbook";
import { smallT06 } from "../../support/sheet";

const seed = seedWorkbook();

/** The errors of the budget of 2020 with other values in cells of a sheet. */
function errorsWith(sheet: string, values: Readonly<Record<string, number | string>>): readonly Finding[] {
  const edits = Object.entries(values).flatMap(([cell, value]) => {
    const at = parseRange(cell);
    if (!at) return [];
    const { firstRow: row, firstColumn: column } = at;
    return [{ kind: "writeCell" as const, sheet, row, column, content: { value } }];
  });
  return checkSnapshot(editedWorkbook(seed, edits)).findings.filter((one) => isOpen(one, "error"));
}

function suspects(finding: Finding | undefined): string[] {
  return finding?.suspects.map(({ row, column, suggested }) => `${formatA1(row, column)} ${suggested}`) ?? [];
}

it("a leaf changed and its totals left is one finding over all columns", () => {
  const [error, ...others] = errorsWith("表3", { C20: 50.25, D20: 50.25 });
  expect(others).toEqual([]);
  expect(error?.act?.kind).toBe("totalsStale");
  expect(suspects(error).sort()).toEqual(["C20 19.25", "D20 19.25"]);
});

it("a table changed up to its total and its partners left is one finding with all its cells", () => {
  const values = { F22: 119.25, E22: 119.25, D22: 119.25, C22: 119.25 };
  const above = { 19: 164.02, 18: 164.02 };
  const chain = Object.entries(above).flatMap(([row, value]) =>
    ["C", "D", "E", "F"].map((column) => [`${column}${row}`, value] as const),
  );
  const totals = { C7: 31700.01, D7: 31700.01, E7: 31699.23, F7: 31699.23 };
  const [error, ...others] = errorsWith("表2", { ...values, ...Object.fromEntries(chain), ...totals });
  expect(others).toEqual([]);
  expect(error?.act?.kind).toBe("partnersStale");
  expect(suspects(error)).toContain("F22 19.25");
  expect(suspects(error)).toContain("C7 31600.01");
  expect(error?.suspects).toHaveLength(16);
});

it("a column pasted over another is one finding that names both", () => {
  const values: Record<string, number> = {};
  for (let row = 6; row < 29; row++) {
    const source = cellAtAddress(seed, { sheet: "表6", row, column: 3 })?.value;
    if (typeof source === "number") values[formatA1(row, 4)] = source;
  }
  const [error, ...others] = errorsWith("表6", values);
  expect(others).toEqual([]);
  expect(error?.act?.kind).toBe("columnCopied");
  expect(suspects(error)).toContain("E12 1164.39");
});

it("a subtotal counted once more in the total is one finding on the total", () => {
  const [error, ...others] = errorsWith("表3", { C5: 31836.17, D5: 1269.54 });
  expect(others).toEqual([]);
  expect(error?.act?.kind).toBe("subtotalTwice");
  expect(suspects(error).sort()).toEqual(["C5 31600.01", "D5 1033.38"]);
  expect(error && say(error.message, "zh-CN")).toContain("住房保障支出");
});

it("a total typed into a part is one finding over all columns", () => {
  const [error, ...others] = errorsWith("表3", { C8: 1890.95, D8: 725.78, E8: 1165.17 });
  expect(others).toEqual([]);
  expect(error?.act?.kind).toBe("totalInChild");
  expect(suspects(error).sort()).toEqual(["C8 571.92", "D8 571.92", "E8 0"]);
});

it("a figure kept as text that a SUM passes over is one finding with its own amount, and no warning beside it", () => {
  const formula = (text: string, value: number) => ({ value, formula: text, numberFormat: "#,##0.00" });
  const { findings } = checkSheet(
    smallT06({
      "9,3": { value: "725.78", numberFormat: "@" },
      "8,3": formula("=SUM(D10:D11)", 0),
      "7,3": formula("=D9", 0),
      "6,3": formula("=D8", 0),
    }),
  );
  expect(findings.map(({ rule, act }) => [rule, act?.kind])).toEqual([["act.textFigure", "textFigure"]]);
  expect(suspects(findings[0])).toEqual(["D10 725.78"]);
});

it("a sign turned under formulas is told by its digits among all cells that could be it", () => {
  const formula = (text: string, value: number) => ({ value, formula: text, numberFormat: "#,##0.00" });
  const { findings } = checkSheet(
    smallT06({
      "9,3": -725.78,
      "8,3": formula("=SUM(D10:D11)", -725.78),
      "7,3": formula("=D9", -725.78),
      "6,3": formula("=D8", -725.78),
    }),
  );
  expect(suspects(findings[0])).toEqual(["D10 725.78"]);
});

it("a table that disagrees only where others are wrong in themselves is not called another draft", () => {
  const slips = { 表3: { C6: 1890.59, C26: 64.32 }, 表6: { C19: 640.2, C22: 91.25, C29: 178.25 } };
  const edits = Object.entries(slips).flatMap(([sheet, values]) =>
    Object.entries(values).map(([cell, value]) => {
      const { firstRow: row, firstColumn: column } = parseRange(cell) ?? { firstRow: 0, firstColumn: 0 };
      return { kind: "writeCell" as const, sheet, row, column, content: { value } };
    }),
  );
  const errors = checkSnapshot(editedWorkbook(seed, edits)).findings.filter((one) => isOpen(one, "error"));
  expect(errors.map(({ rule }) => rule).filter((rule) => rule === "act.tableOld")).toEqual([]);
  expect(errors.flatMap((one) => suspects(one).slice(0, 1)).sort()).toEqual([
    "C19 64.02",
    "C22 19.25",
    "C26 63.32",
    "C29 172.85",
    "C6 1890.95",
  ]);
});

it("a figure kept as text is an act, though no formula passes over it", () => {
  const { findings } = checkSheet(smallT06({ "9,3": { value: "725.78", numberFormat: "@" } }));
  expect(findings.map(({ rule, severity, act }) => [rule, severity, act])).toEqual([
    ["cell.text-number", "warning", { kind: "textFigure", rows: [{ sheet: "表6", row: 9 }], others: [] }],
  ]);
});
