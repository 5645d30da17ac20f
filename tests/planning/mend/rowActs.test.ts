import { applyMend, MendOutdatedError, mendsOfCheck } from "../../../src/actions/mend";
import { describe as say } from "../../../src/messages/describe";
import type { Mend } from "../../../src/planning/mend/mend";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../../src/validation/check";
import type { Edit } from "../../../src/workbook/edit";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { cellAtAddress } from "../../../src/workbook/snapshot";
import { MemoryPort } from "../../support/memoryPort";
import { seedWorkbook } from "../../support/seedWorkbook";

const seed = seedWorkbook();

/** The cells of a row as they come when it is copied to another. */
function copied(sheet: string, from: number, row: number): Edit[] {
  const cells = seed.sheets.find(({ name }) => name === sheet)?.rows.get(from) ?? [];
  return [...cells].map(([column, { value, numberFormat }]) => ({
    kind: "writeCell",
    sheet,
    row,
    column,
    content: { value: value as string | number },
    numberFormat,
  }));
}

/** The main mend of the only error of the budget of 2020 once edits are carried out in it. */
function mendAfter(...edits: Edit[]): {
  readonly mend: Mend | undefined;
  readonly workbook: WorkbookSnapshot;
} {
  const workbook = editedWorkbook(seed, edits);
  const checked = checkWorkbook(workbook, GUANGZHOU);
  const [error, ...others] = checked.result.findings.filter(({ severity }) => severity === "error");
  expect(others).toEqual([]);
  return { mend: error && mendsOfCheck(error, checked, workbook)[0], workbook };
}

function errorsOnce({ mend, workbook }: ReturnType<typeof mendAfter>): readonly string[] {
  const { findings } = checkWorkbook(editedWorkbook(workbook, mend?.edits ?? []), GUANGZHOU).result;
  return findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
}

it("a project that is gone from its unit is put back with its code and amounts, and without another's name", () => {
  const done = mendAfter({ kind: "deleteRows", sheet: "表10", row: 15, count: 1 });
  expect(errorsOnce(done)).toEqual([]);
  const texts = done.mend?.cells.map(({ to }) => to);
  expect(texts).toEqual(["2010399", "8.02", "8.02", "8.02"]);
});

it("a project that stands under another unit is moved back with all that stands in its row", () => {
  const done = mendAfter(
    { kind: "insertRows", sheet: "表10", row: 22, count: 1, like: 21 },
    ...copied("表10", 11, 22),
    { kind: "deleteRows", sheet: "表10", row: 11, count: 1 },
  );
  expect(errorsOnce(done)).toEqual([]);
  expect(done.mend && say(done.mend.label, "zh-CN")).toContain("第 22 行移到");
  const after = editedWorkbook(done.workbook, done.mend?.edits ?? []);
  const row = [...after.sheets.flatMap(({ name, rows }) => (name === "表10" ? [...rows] : []))].find(
    ([, cells]) => cells.get(1)?.value === "华为云计算产业扶持资金",
  );
  expect(row && cellAtAddress(after, { sheet: "表10", row: row[0], column: 12 })?.value).toBe("（略）");
});

it("a row that stands there twice is taken out once", () => {
  const done = mendAfter(
    { kind: "insertRows", sheet: "表10", row: 9, count: 1, like: 8 },
    ...copied("表10", 8, 9),
  );
  expect(errorsOnce(done)).toEqual([]);
  expect(done.mend && say(done.mend.label, "zh-CN")).toMatch(/^表10 删去第 (9|10) 行$/);
  expect(done.mend?.cells.every(({ from, to }) => from !== "" && to === "")).toBe(true);
});

it("no row is taken out that a formula names by its cell", () => {
  const names: Edit = {
    kind: "writeCell",
    sheet: "表1",
    row: 60,
    column: 1,
    content: { formula: "=表10!C10+表10!C9" },
  };
  const { mend } = mendAfter(
    { kind: "insertRows", sheet: "表10", row: 9, count: 1, like: 8 },
    ...copied("表10", 8, 9),
    names,
  );
  expect(mend).toBeUndefined();
});

it("no row is put in where formulas of another sheet speak of its table, as a sum there may end above it", () => {
  const { mend } = mendAfter(
    { kind: "writeCell", sheet: "表1", row: 60, column: 1, content: { formula: "=表10!C9" } },
    { kind: "deleteRows", sheet: "表10", row: 15, count: 1 },
  );
  expect(mend).toBeUndefined();
});

it("no row is taken out once a formula written since names it", async () => {
  const { mend, workbook } = mendAfter(
    { kind: "insertRows", sheet: "表10", row: 9, count: 1, like: 8 },
    ...copied("表10", 8, 9),
  );
  const names = { sheet: "表1", row: 60, column: 1, content: { formula: "=表10!C10+表10!C9" } };
  const port = new MemoryPort(editedWorkbook(workbook, [{ kind: "writeCell", ...names }]));
  await expect(mend && applyMend(port, mend)).rejects.toThrow(MendOutdatedError);
});
