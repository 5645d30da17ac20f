import { checkSnapshot } from "../../../src/actions/validate";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { isOpen } from "../../../src/validation/finding";
import type { Finding } from "../../../src/validation/finding";
import { formatA1, parseRange } from "../../../src/workbook/address";
import type { CellContent } from "../../../src/workbook/edit";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import { cellAtAddress } from "../../../src/workbook/snapshot";
import { calculated, withLiveFormulas } from "../../bench/acts/liveBook";
import { seedWorkbook } from "../../support/seedWorkbook";

/** The budget of 2020 with a SUM in place of every total that is exactly one. */
const live = withLiveFormulas({ workbook: seedWorkbook(), pack: GUANGZHOU });

function addressOf(sheet: string, cell: string) {
  const { firstRow: row, firstColumn: column } = parseRange(cell) ?? { firstRow: -1, firstColumn: -1 };
  return { sheet, row, column };
}

const valueAt = (cell: string) => cellAtAddress(live, addressOf("表3", cell))?.value;

/** The errors once cells of 表3 hold other values and its formulas have followed. */
function errorsWith(values: ReadonlyMap<string, number>): readonly Finding[] {
  return errorsAfter([...values].map(([cell, value]) => ["表3", cell, value]));
}

/** A value, a formula, or nothing. */
function contentOf(value: number | string | undefined): CellContent | null {
  if (value === undefined) return null;
  return typeof value === "string" ? { formula: value } : { value };
}

/** The errors once cells hold other values or formulas, or none, and all formulas have followed. */
function errorsAfter(
  values: readonly (readonly [sheet: string, cell: string, value: number | string | undefined])[],
): readonly Finding[] {
  const edits = values.map(([sheet, cell, value]) => ({
    kind: "writeCell" as const,
    ...addressOf(sheet, cell),
    content: contentOf(value),
  }));
  return checkSnapshot(calculated(editedWorkbook(live, edits))).findings.filter((one) =>
    isOpen(one, "error"),
  );
}

const suspects = (finding: Finding | undefined) =>
  (finding?.suspects ?? []).map(({ row, column, suggested }) => `${formatA1(row, column)} ${suggested}`);

it("two rows in each other's place are one finding on the typed cells", () => {
  const [a, b] = [valueAt("D26"), valueAt("D27")];
  if (typeof a !== "number" || typeof b !== "number") throw new Error("no amounts");
  const [error, ...others] = errorsWith(
    new Map([
      ["D26", b],
      ["D27", a],
    ]),
  );
  expect(others).toEqual([]);
  expect(error?.act?.kind).toBe("rowsExchanged");
  expect(suspects(error)).toEqual(["D26 63.32", "D27 172.85"]);
});

it("a column pasted over another is one finding, though its totals have followed", () => {
  const pasted = new Map<string, number>();
  for (let row = 6; row <= 30; row++) {
    const [source, target] = [addressOf("表3", `D${row}`), addressOf("表3", `E${row}`)];
    const [from, to] = [cellAtAddress(live, source), cellAtAddress(live, target)];
    if (typeof from?.value === "number" && to && to.formula === undefined) pasted.set(`E${row}`, from.value);
  }
  const [error, ...others] = errorsWith(pasted);
  expect(others.map(({ message }) => message)).toEqual([]);
  expect(error?.act?.kind).toBe("columnCopied");
  expect(error?.sheet).toBe("表3");
});

it("figures moved down a column are no copy of the total that a formula makes of them", () => {
  const errors = errorsAfter([
    ["表10", "E14", undefined],
    ["表10", "E15", undefined],
    ["表10", "E16", 180.87],
    ["表10", "E17", 147],
    ["表10", "E18", 8.02],
  ]);
  expect(errors).not.toEqual([]);
  expect(errors.map(({ act }) => act?.kind)).not.toContain("columnCopied");
});

it("a wrong figure copied to tables whose totals are formulas is one finding", () => {
  const [error, ...others] = errorsAfter([
    ["表2", "F17", 4880],
    ["表3", "E15", 4880],
    ["表6", "F17", 4880],
    ["表10", "E12", 4880],
  ]);
  expect(others.map(({ message }) => message)).toEqual([]);
  expect(error?.act?.kind).toBe("figureCopied");
  expect(suspects(error)).toEqual(["F17 4800", "E15 4800", "F17 4800", "E12 4800"]);
});

it("one table of another draft is told, and not all others that agree", () => {
  const [error, ...others] = errorsAfter([
    ["表10", "E8", 158],
    ["表10", "E15", 223.59],
    ["表10", "E16", 165.02],
    ["表10", "E20", 171],
    ["表10", "C6", 31013.21],
  ]);
  expect(others.map(({ message }) => message)).toEqual([]);
  expect(error?.act?.kind).toBe("tableOld");
  expect(error?.sheet).toBe("表10");
});
it("a subtotal added twice over a formula is no row that is gone", () => {
  const [error, ...others] = errorsAfter([
    ["表10", "C6", "=D6+H6+I6+J6+K6+L6"],
    ["表10", "E6", 30602.35],
  ]);
  expect(others.map(({ message }) => message)).toEqual([]);
  expect(error?.act?.kind).toBe("subtotalTwice");
  expect(suspects(error)[0]).toMatch(/^E6 /);
});

it("a number typed over the formula of a grand total is one finding, and no row that is gone", () => {
  const [error, ...others] = errorsAfter([["表2", "D7", 31800.01]]);
  expect(others.map(({ message }) => message)).toEqual([]);
  expect(error?.act?.kind).toBe("formulaOverwritten");
  expect(suspects(error)).toEqual(["D7 31600.01"]);
});
