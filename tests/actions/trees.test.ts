import { planRowsOf } from "../../src/actions/rows";
import type { RowsIntention, RowsPlan } from "../../src/actions/rows";
import { checkSnapshot } from "../../src/actions/validate";
import { inverseEdits } from "../../src/planning/inverse";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
import type { Cell, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { brief } from "../support/check";
import { Chooser, randomFrom } from "../support/random";
import { insertedWorkbook } from "../support/insertedWorkbook";
import { seedWorkbook } from "../support/seedWorkbook";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

const sum = (formula: string, value: number): TestCell => ({ value, formula, numberFormat: "#,##0.00" });

function carriedOut(
  workbook: WorkbookSnapshot,
  intention: RowsIntention,
): { plan: RowsPlan; after: WorkbookSnapshot } {
  const plan = planRowsOf(workbook, intention);
  expect(plan.refusal).toBeUndefined();
  return { plan, after: editedWorkbook(workbook, plan.edits) };
}

/** The workbook with the rows of some sheets filtered and put in another order below their headings. */
function withRows(
  workbook: WorkbookSnapshot,
  sheet: string,
  change: (rows: readonly ReadonlyMap<number, Cell>[]) => readonly ReadonlyMap<number, Cell>[],
  first: number,
): WorkbookSnapshot {
  const sheets = workbook.sheets.map((one) => {
    if (one.name !== sheet) return one;
    const head = [...one.rows].filter(([row]) => row < first);
    const body = [...one.rows].filter(([row]) => row >= first).map(([, cells]) => cells);
    return {
      ...one,
      rows: new Map([...head, ...change(body).map((cells, index) => [first + index, cells] as const)]),
    };
  });
  return { ...workbook, sheets };
}

const codesOf = (workbook: WorkbookSnapshot, sheet: string) =>
  recogniseWorkbook(workbook, GUANGZHOU)
    .tables.find((table) => table.sheet === sheet)
    ?.rows.map(({ code }) => code)
    .filter((code) => code !== "");

describe("补齐上级科目", () => {
  it("restores the 类 and 款 rows that were taken out of the published tables, with sums that agree", () => {
    const whole = seedWorkbook();
    for (const sheet of ["表3", "表6"]) {
      const first = recogniseWorkbook(whole, GUANGZHOU).tables.find(
        (table) => table.sheet === sheet,
      )!.firstBodyRow;
      const bare = withRows(
        whole,
        sheet,
        (rows) => rows.filter((cells) => !/^\d{3,5}$/.test(String(cells.get(0)?.value))),
        first,
      );
      const { plan, after } = carriedOut(bare, { kind: "complete", in: { sheet } });
      expect(codesOf(after, sheet)).toEqual(codesOf(whole, sheet));
      expect(plan.added.every(({ why }) => why.key === "rows.why.missing")).toBe(true);
      // Every new row adds up what stands under it.
      const formulas = plan.edits.filter(
        (edit) => edit.kind === "writeCell" && edit.content && "formula" in edit.content,
      );
      expect(formulas.length).toBeGreaterThanOrEqual(plan.added.length);
    }
  });

  it("lets an office's sum take the new row in place of the rows under it", () => {
    const rows = smallT06({ "7,3": sum("=D9+D10", 725.78) }).filter((_, row) => row !== 8);
    const workbook = workbookOf(sheetOf("表6", rows));
    const { after } = carriedOut(workbook, { kind: "complete" });
    const cell = (row: number) => after.sheets[0]?.rows.get(row)?.get(3)?.formula;
    expect(cell(7)).toBe("=D9");
    expect(cell(8)).toBe("=SUM(D10:D11)");
  });

  it("has nothing to do in whole trees", () => {
    expect(planRowsOf(seedWorkbook(), { kind: "complete" }).refusal?.key).toBe("rows.treeWhole");
  });
});

describe("按编码排序", () => {
  it("puts shuffled rows of the published tables into the order of the tree, figures with their codes", () => {
    const whole = seedWorkbook();
    const choose = new Chooser(randomFrom(7));
    let shuffled = whole;
    for (const sheet of ["表3", "表6"]) {
      const first = recogniseWorkbook(whole, GUANGZHOU).tables.find(
        (table) => table.sheet === sheet,
      )!.firstBodyRow;
      shuffled = withRows(shuffled, sheet, ([total, ...rows]) => [total!, ...choose.shuffle(rows)], first);
    }
    const { plan, after } = carriedOut(shuffled, { kind: "sort" });
    expect(plan.moved.length).toBeGreaterThan(20);
    expect(plan.moved.some(({ isFollowing }) => isFollowing)).toBe(true);
    const contents = ({ sheets }: WorkbookSnapshot) =>
      sheets.map(({ name, rows }) => [
        name,
        [...rows].map(([row, cells]) => [row, [...cells].map(([at, { value }]) => [at, value])]),
      ]);
    expect(contents(after)).toEqual(contents(whole));
    expect(brief(checkSnapshot(after).findings)).toEqual(brief(checkSnapshot(whole).findings));
    expect(contents(editedWorkbook(after, inverseEdits(shuffled, plan.edits)))).toEqual(contents(shuffled));
  });

  it("lets formulas follow in inserted tables, here and in others", () => {
    const inserted = insertedWorkbook();
    const first = recogniseWorkbook(inserted, GUANGZHOU).tables.find(
      (table) => table.sheet === "表6",
    )!.firstBodyRow;
    // A code typed into the first blank row belongs further up.
    const sheet = inserted.sheets.find(({ name }) => name === "表6")!;
    const blank = [...sheet.rows.keys()].find(
      (row) => row > first && sheet.rows.get(row)?.get(2)?.value === "",
    )!;
    const typed = editedWorkbook(inserted, [
      {
        kind: "writeCell",
        sheet: "表6",
        row: blank,
        column: 0,
        content: { value: "2010302" },
        numberFormat: "@",
      },
      { kind: "writeCell", sheet: "表6", row: blank, column: 1, content: { value: "一般行政管理事务" } },
    ]);
    const { after } = carriedOut(typed, { kind: "sort", in: { table: "T06" } });
    const codes = codesOf(after, "表6") ?? [];
    expect(codes).toEqual([...codes].sort());
    expect(codes).toContain("2010302");
    expect(checkSnapshot(after).findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const formulas = after.sheets.flatMap(({ rows }) =>
      [...rows.values()].flatMap((cells) => [...cells.values()].map(({ formula }) => formula ?? "")),
    );
    expect(formulas.filter((formula) => formula.includes("#REF!"))).toEqual([]);
  });

  it("is refused where a formula would lose its range", () => {
    const rows = smallT06({ "9,0": "2010399", "10,0": "2010301", "8,3": sum("=SUM(D10:D10)", 0) });
    const wide = smallT06({
      "7,0": "208",
      "8,0": "20103",
      "9,0": "201",
      "6,3": sum("=SUM(D10:D11)", 725.78),
    });
    expect(planRowsOf(workbookOf(sheetOf("表6", rows)), { kind: "sort" }).refusal).toBeUndefined();
    expect(planRowsOf(workbookOf(sheetOf("表6", wide)), { kind: "sort" }).refusal?.key).toBe(
      "rows.sortBreaks",
    );
    expect(planRowsOf(seedWorkbook(), { kind: "sort" }).refusal?.key).toBe("rows.inOrder");
  });
});

describe("合并重复科目", () => {
  const doubled = (changes: Readonly<Record<string, TestCell>> = {}) => {
    const rows = smallT06({ "9,3": 700, "9,2": 700 });
    return workbookOf(
      sheetOf("表6", [
        ...rows,
        ["2010301", "行政运行", 25.78, 25.78, 0, 0, 0, undefined].map(
          (cell, column) => changes[column] ?? cell,
        ),
      ]),
    );
  };

  it("adds up the figures of both rows, lists them, and mends the check", () => {
    const before = doubled();
    const { plan, after } = carriedOut(before, { kind: "merge" });
    expect(plan.removed).toEqual([
      expect.objectContaining({ row: 11, label: "2010301 行政运行", figures: ["25.78", "25.78"] }),
    ]);
    expect(after.sheets[0]?.rows.get(9)?.get(3)?.value).toBe(725.78);
    expect(codesOf(after, "表6")).toEqual(["201", "20103", "2010301", "2010399"]);
    expect(checkSnapshot(after).findings).toEqual([]);
  });

  it("leaves rows whose formulas differ, and says where", () => {
    const refusal = planRowsOf(doubled({ 2: sum("=D12+E12", 25.78) }), { kind: "merge" }).refusal;
    expect(refusal).toEqual({
      key: "rows.mergeDiffer",
      args: { table: "表6", code: "2010301", rows: ["10", "12"] },
    });
    const remark = doubled({ 7: sum('="见"&A12', 0) });
    expect(planRowsOf(remark, { kind: "merge" }).refusal?.key).toBe("rows.mergeDiffer");
    expect(planRowsOf(seedWorkbook(), { kind: "merge" }).refusal?.key).toBe("rows.noDuplicates");
  });
});
