import { checkSnapshot } from "../../../src/actions/validate";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { isOpen } from "../../../src/validation/finding";
import type { Finding } from "../../../src/validation/finding";
import { formatA1, parseRange } from "../../../src/workbook/address";
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
  const edits = [...values].map(([cell, value]) => ({
    kind: "writeCell" as const,
    ...addressOf("表3", cell),
    content: { value },
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
