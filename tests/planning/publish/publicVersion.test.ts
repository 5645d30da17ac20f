import { planPublicVersion } from "../../../src/actions/publish";
import { describe as say } from "../../../src/messages/describe";
import { designedSheet } from "../../../src/workbook/designedSheet";
import { sheetOf, smallT06, workbookOf } from "../../support/sheet";
import type { TestCell } from "../../support/sheet";

const small = (
  changes: Readonly<Record<string, TestCell>> = {},
  more: readonly (readonly TestCell[])[] = [],
) => workbookOf(sheetOf("表6", [...smallT06(changes), ...more.map((row) => [...row])]));

/** The values of the published 表6, row by row. */
function valuesOf(plan: ReturnType<typeof planPublicVersion>) {
  const design = plan.designs.find(({ name }) => name === "表6");
  if (!design) throw new Error("no 表6");
  return [...designedSheet(design).rows.values()].map((cells) =>
    [...cells.values()].map(({ value }) => value),
  );
}

const NOTHING = { rows: new Set<number>(), columns: new Set<number>() };

test("figures are those that print: digits behind the format and formulas stay behind", () => {
  const computed = { value: 725.7812, formula: "=D11*1", numberFormat: "#,##0.00" };
  const rows = valuesOf(planPublicVersion(small({ "9,2": computed })));
  expect(rows.find(([code]) => code === "2010301")?.[2]).toBe(725.78);
});

test("rows kept for more, without code, name and amount, are left out", () => {
  const spare = [
    ["", "", 0, 0, 0, 0, 0],
    ["", "", "", "", "", "", ""],
  ];
  expect(valuesOf(planPublicVersion(small({}, spare)))).toEqual(valuesOf(planPublicVersion(small())));
});

test("hidden rows with something in them, hidden sheets and sheets of other things are left out and named", () => {
  const workbook = small();
  const plan = planPublicVersion(
    { ...workbook, sheets: [...workbook.sheets, { ...sheetOf("底稿", [["内部"]]) }] },
    { hiddenOf: (sheet) => (sheet === "表6" ? { ...NOTHING, rows: new Set([9]) } : NOTHING) },
  );
  expect(plan.notes.map((note) => say(note, "zh-CN"))).toEqual([
    "表6的第 10 行是隐藏的，公开版没有列出；要公开请先取消隐藏",
    "工作表“底稿”不是预算表，没有列入公开版",
  ]);
  expect(valuesOf(plan).flat()).not.toContain("2010301");
  const hidden = planPublicVersion({
    ...workbook,
    sheets: workbook.sheets.map((one) => ({ ...one, isHidden: true })),
  });
  expect(hidden).toMatchObject({ tables: 0, designs: [] });
});

test("a long table goes over pages that begin with its heading, and the next table's number follows", () => {
  const rows = Array.from({ length: 120 }, (_, index) => [
    `20103${String(index + 10)}`.slice(0, 7),
    `事项${index}`,
    1,
    1,
    0,
    0,
    0,
  ]);
  const { designs, pages } = planPublicVersion(small({}, rows));
  const page = designs[2]?.page;
  expect(page?.print?.breaks.length).toBe(pages - 1);
  expect(pages).toBeGreaterThan(2);
  expect(page?.titleRows).toEqual({ first: 2, last: 5 });
});
