import { planRowsOf } from "../../../src/actions/rows";
import { checkSnapshot } from "../../../src/actions/validate";
import { keepSettings, readKept } from "../../../src/planning/insert/keptSettings";
import { inverseEdits } from "../../../src/planning/inverse";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { calculatedByUniver } from "../../support/calculated";
import { fillSeed } from "../../support/fillSeed";
import { seedOptions } from "../../support/insertedBudget";
import { insertedWorkbook } from "../../support/insertedWorkbook";

jest.setTimeout(120_000);

const UNLINK = { kind: "unlink", in: { table: "T06" } } as const;
const SETTINGS = {
  year: 2020,
  department: "某某局",
  unit: "万元",
  list: "",
  codes: "",
  blankRows: 5,
  unlinked: ["T01"],
} as const;

let budget: WorkbookSnapshot;
beforeAll(async () => {
  const inserted = insertedWorkbook(seedOptions(20));
  const filled = editedWorkbook(inserted, [...fillSeed(inserted).edits, keepSettings(SETTINGS)]);
  budget = await calculatedByUniver(filled);
});

const sheetNamed = ({ sheets }: WorkbookSnapshot, name: string) =>
  sheets.find((sheet) => sheet.name === name)!;
const cellsOf = (workbook: WorkbookSnapshot, name: string) =>
  [...sheetNamed(workbook, name).rows].flatMap(([row, cells]) =>
    [...cells].map(([column, cell]) => ({ row, column, ...cell })),
  );
const elsewhere = (workbook: WorkbookSnapshot, name: string) =>
  cellsOf(workbook, name).filter(({ formula }) => formula?.includes("!"));
/** Figures by their cells; a formula that gives nothing counts as a blank. */
const figures = (workbook: WorkbookSnapshot, name: string) =>
  cellsOf(workbook, name).flatMap(({ row, column, value }) =>
    typeof value === "number" ? [[row, column, value]] : [],
  );

test("what a table takes from others becomes the same values, its own sums and all other tables stay live", async () => {
  const plan = planRowsOf(budget, UNLINK);
  expect(plan.refusal).toBeUndefined();
  const after = editedWorkbook(budget, plan.edits);
  expect(plan.formulas.length).toBe(elsewhere(budget, "表6").length);
  expect(plan.formulas.length).toBeGreaterThan(10);
  expect(elsewhere(after, "表6")).toEqual([]);
  expect(figures(after, "表6")).toEqual(figures(budget, "表6"));
  const own = cellsOf(after, "表6").filter(({ formula }) => formula !== undefined);
  expect(own.length).toBeGreaterThan(20);
  for (const { name } of budget.sheets.filter((sheet) => sheet.name !== "表6"))
    expect(sheetNamed(after, name)).toBe(sheetNamed(budget, name));
  const { findings, relations } = checkSnapshot(await calculatedByUniver(after));
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(relations.mismatch).toBe(0);
});

test("the table says so, and the workbook keeps it in mind", () => {
  const after = editedWorkbook(budget, planRowsOf(budget, UNLINK).edits);
  expect(cellsOf(after, "表6").at(-1)?.value).toBe(
    "注：灰底为本表合计，由公式算出；蓝底原取自其他表，已改为数值。",
  );
  expect(readKept(after)?.unlinked).toEqual(["T01", "T06"]);
});

test("a figure that changes where it came from no longer follows, and rows added get no links", async () => {
  const after = editedWorkbook(budget, planRowsOf(budget, UNLINK).edits);
  const grown = planRowsOf(after, { kind: "code", in: { table: "T06" }, code: "2050803", isAlone: true });
  expect(grown.refusal).toBeUndefined();
  expect(elsewhere(editedWorkbook(after, grown.edits), "表6")).toEqual([]);
});

test("it is taken back as a whole", () => {
  const { edits } = planRowsOf(budget, UNLINK);
  const back = editedWorkbook(editedWorkbook(budget, edits), inverseEdits(budget, edits));
  const texts = (workbook: WorkbookSnapshot) =>
    cellsOf(workbook, "表6").map(({ row, column, formula, value }) => [row, column, formula ?? value]);
  expect(texts(back)).toEqual(texts(budget));
  expect(readKept(back)?.unlinked).toEqual(["T01"]);
});

test("an office's own link is one too, whatever the sheet is called", () => {
  const plan = planRowsOf(
    {
      ...budget,
      sheets: budget.sheets.map((sheet) => {
        if (sheet.name !== "表6") return sheet;
        const row = new Map(sheet.rows.get(9));
        row.set(6, { value: 12.5, formula: "=1+'外部 (2)'!B3/10000", numberFormat: "0.00" });
        return { ...sheet, rows: new Map(sheet.rows).set(9, row) };
      }),
    },
    UNLINK,
  );
  expect(plan.edits).toContainEqual({
    kind: "writeCell",
    sheet: "表6",
    row: 9,
    column: 6,
    content: { value: 12.5 },
  });
});

test("is refused where nothing is linked, where a figure has not been worked out, and on a protected sheet", () => {
  const refusalOf = (workbook: WorkbookSnapshot, table = "T06") =>
    planRowsOf(workbook, { kind: "unlink", in: { table } }).refusal;
  expect(refusalOf(budget, "T05")).toMatchObject({ key: "rows.noLinks", args: { table: "表5" } });
  const inserted = insertedWorkbook(seedOptions(20));
  const broken = editedWorkbook(inserted, [
    { kind: "writeCell", sheet: "表6", row: 9, column: 5, content: { formula: "='表10'!E8" } },
  ]);
  expect(refusalOf(broken)).toEqual({ key: "rows.notCalculated", args: { sheet: "表6", cell: "F10" } });
  const sheets = budget.sheets.map((sheet) => ({ ...sheet, isProtected: sheet.name === "表6" }));
  expect(refusalOf({ ...budget, sheets })).toEqual({ key: "rows.protectedCells", args: { sheet: "表6" } });
});
