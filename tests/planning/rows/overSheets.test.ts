import { planRowsOf } from "../../../src/actions/rows";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { insertedWorkbook } from "../../support/insertedWorkbook";
import { recogniseWorkbook } from "../../../src/recognition/recognise";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { seedWorkbook } from "../../support/seedWorkbook";

/** The published budget with one table printed on two sheets, its heading on both. */
function onTwoSheets(name: string, at: number): WorkbookSnapshot {
  const workbook = seedWorkbook();
  const sheets = workbook.sheets.flatMap((sheet): SheetSnapshot[] => {
    if (sheet.name !== name) return [sheet];
    const rows = [...sheet.rows];
    const head = rows.filter(([row]) => row < 6);
    return [
      { ...sheet, rows: new Map(rows.filter(([row]) => row < at)) },
      { ...sheet, name: `${name}续`, rows: new Map([...head, ...rows.filter(([row]) => row >= at)]) },
    ];
  });
  return { ...workbook, sheets };
}

const workbook = onTwoSheets("表6", 16);

test("a table that runs on over two sheets is one table", () => {
  const found = recogniseWorkbook(workbook, GUANGZHOU).tables.filter(
    ({ definition }) => definition.id === "T06",
  );
  expect(found).toHaveLength(1);
  expect(new Set(found[0]?.rows.map(({ sheet }) => sheet))).toEqual(new Set(["表6", "表6续"]));
});

test("rows are not put into it, nor taken out: the refusal names its sheets and what to do", () => {
  const refused = { key: "rows.overSheets", args: { table: "表6", sheets: ["表6", "表6续"] } };
  for (const place of [{ table: "T06" }, { table: "表6" }, { sheet: "表6" }, { sheet: "表6续" }]) {
    expect(planRowsOf(workbook, { kind: "code", in: place, code: "2050803" }).refusal).toEqual(refused);
    expect(planRowsOf(workbook, { kind: "delete", in: place, rows: [8] }).refusal).toEqual(refused);
  }
});

test("where it has to list a code that another table gets, this is said", () => {
  const seed = onTwoSheets("表3", 16);
  const plan = planRowsOf(seed, { kind: "code", in: { table: "T06" }, code: "2050803" });
  expect(plan.refusal).toBeUndefined();
  expect(plan.notes).toContainEqual({
    key: "rows.overSheetsToo",
    args: { table: "表3", code: "2050803", sheets: ["表3", "表3续"] },
  });
  const whole = planRowsOf(insertedWorkbook(), { kind: "code", in: { table: "T06" }, code: "2050803" });
  expect(whole.notes.filter(({ key }) => key === "rows.overSheetsToo")).toEqual([]);
});
