import { planRowsOf } from "../../src/actions/rows";
import type { RowsIntention, RowsPlan } from "../../src/actions/rows";
import { checkSnapshot } from "../../src/actions/validate";
import { inverseEdits } from "../../src/planning/inverse";
import { planInsert } from "../../src/planning/insert/planInsert";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { formatA1 } from "../../src/workbook/address";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { seedOptions } from "../support/insertedBudget";
import { insertedWorkbook } from "../support/insertedWorkbook";
import { sheetOf, workbookOf, SMALL_T06 } from "../support/sheet";
import type { TestCell } from "../support/sheet";

const inserted = insertedWorkbook();
const said = (plan: RowsPlan) => plan.added.map(({ table, row, label }) => `${table} ${row + 1} ${label}`);
const contents = ({ sheets }: WorkbookSnapshot) =>
  Object.fromEntries(
    sheets.map(({ name, rows }) => [
      name,
      [...rows].flatMap(([row, cells]) =>
        [...cells].map(
          ([column, { formula, value }]) => `${formatA1(row, column)} ${formula ?? JSON.stringify(value)}`,
        ),
      ),
    ]),
  );
function carriedOut(
  workbook: WorkbookSnapshot,
  intention: RowsIntention,
): { plan: RowsPlan; after: WorkbookSnapshot } {
  const plan = planRowsOf(workbook, intention);
  expect(plan.refusal).toBeUndefined();
  return { plan, after: editedWorkbook(workbook, plan.edits) };
}
const refusal = (workbook: WorkbookSnapshot, intention: RowsIntention) =>
  planRowsOf(workbook, intention).refusal?.key;

describe("a code added to inserted tables", () => {
  it("stands where inserting would have put it, with all formulas, here and where it has to be listed", () => {
    const { plan, after } = carriedOut(inserted, { kind: "code", in: { table: "T06" }, code: "2080502" });
    expect(said(plan)).toEqual([
      "T02 21 2080502 事业单位离退休",
      "T03 19 2080502 事业单位离退休",
      "T06 21 2080502 事业单位离退休",
    ]);
    const options = seedOptions();
    const wanted = insertedWorkbook({ ...options, codes: [...options.codes, "2080502"] });
    expect(contents(after)).toEqual(contents(wanted));
  });

  it("brings its 类 and 款 along", () => {
    const { plan, after } = carriedOut(inserted, { kind: "code", in: { table: "表3" }, code: "2050803" });
    expect(said(plan).filter((line) => line.startsWith("T03"))).toEqual([
      "T03 11 205 教育支出",
      "T03 12 20508 进修及培训",
      "T03 13 2050803 培训支出",
    ]);
    const { findings, relations } = checkSnapshot(after);
    expect(findings).toEqual([]);
    expect(relations.cannotTell).toBe(0);
  });

  it("can be the first of an empty table, and is refused twice", () => {
    const { after } = carriedOut(inserted, { kind: "code", in: { table: "T07" }, code: "2120899" });
    expect(checkSnapshot(after).findings).toEqual([]);
    expect(refusal(after, { kind: "code", in: { table: "T07" }, code: "2120899" })).toBe("rows.codeThere");
    expect(refusal(after, { kind: "code", in: { table: "T07" }, code: "2029999999" })).toBe("rows.badCode");
    expect(refusal(after, { kind: "code", in: { table: "T08" }, code: "2010301" })).toBe("rows.badCode");
    expect(refusal(after, { kind: "code", in: { table: "T15" }, code: "2010301" })).toBe("rows.noTable");
  });
});

describe("a project added to inserted tables", () => {
  it("stands under its unit as inserting would have put it, its code listed where it has to be", () => {
    const { plan, after } = carriedOut(inserted, {
      kind: "item",
      in: { table: "T10" },
      at: { unit: "156003" },
      name: "机房维护",
      code: "2010308",
    });
    expect(plan.added.map(({ table }) => table)).toEqual(["T02", "T03", "T06", "T10"]);
    const options = seedOptions();
    const projects = [...options.projects, { name: "机房维护", code: "2010308", unit: "156003" }];
    expect(contents(after)).toEqual(contents(insertedWorkbook({ ...options, projects })));
  });

  it("with nothing but a name is a row of its own, with its formulas", () => {
    const { plan, after } = carriedOut(inserted, {
      kind: "item",
      in: { table: "T11" },
      at: { unit: "156001" },
      name: "对区转移支付",
    });
    const row = plan.added[0]?.row ?? 0;
    const sheet = after.sheets.find(({ name }) => name === "表11");
    expect(sheet?.rows.get(row)?.get(2)?.formula).toBe(`=SUM(D${row + 1}:H${row + 1})`);
    expect(checkSnapshot(after).findings).toEqual([]);
  });

  it("without name and code is a row to type into", () => {
    const { plan, after } = carriedOut(inserted, { kind: "item", in: { table: "T13" }, at: 11 });
    expect(plan.edits.filter(({ kind }) => kind === "insertRows")).toHaveLength(1);
    expect(checkSnapshot(after).findings).toEqual([]);
  });
});

test("a unit added to inserted tables stands there as inserting would have put it", () => {
  const { plan, after } = carriedOut(inserted, {
    kind: "unit",
    code: "156009",
    name: "广州市白云区数据中心",
  });
  expect([...new Set(plan.added.map(({ table }) => table))]).toEqual(["T10", "T11", "T13", "T14"]);
  const options = seedOptions();
  const units = [...options.units, { code: "156009", name: "广州市白云区数据中心" }];
  const wanted = planInsert(GUANGZHOU, { ...options, units });
  // The hidden sheet of codes to choose from is not one that rows come into.
  const names = wanted.flatMap(({ design }) => (design.isHidden ? [] : [design.name]));
  const expected = contents(insertedWorkbook({ ...options, units }));
  for (const name of names) expect(contents(after)[name]).toEqual(expected[name]);
  expect(checkSnapshot(after).findings).toEqual([]);
});

describe("rows taken out of inserted tables", () => {
  it("leave what inserting without them would have made", () => {
    const { plan, after } = carriedOut(inserted, {
      kind: "delete",
      in: { table: "T06" },
      rows: [rowOf(inserted, "表6", "2080505")],
    });
    expect(plan.removed.map(({ table }) => table)).toEqual(["T06", "T02", "T03"]);
    const options = seedOptions();
    const codes = options.codes.filter((code) => code !== "2080505");
    expect(contents(after)).toEqual(contents(insertedWorkbook({ ...options, codes })));
  });

  it("come back by undo", () => {
    const { plan, after } = carriedOut(inserted, {
      kind: "delete",
      in: { table: "T10" },
      rows: [rowOf(inserted, "表10", "156003")],
      withChildren: true,
    });
    const back = editedWorkbook(after, inverseEdits(inserted, plan.edits));
    expect(contents(back)).toEqual(contents(inserted));
  });

  it("are refused where others stand under them, for totals and lines, and outside the table", () => {
    const remove = (sheet: string, row: number) =>
      refusal(inserted, { kind: "delete", in: { sheet }, rows: [row] });
    expect(remove("表6", rowOf(inserted, "表6", "208"))).toBe("rows.hasChildren");
    expect(remove("表6", 6)).toBe("rows.fixed");
    expect(remove("表1", 5)).toBe("rows.fixed");
    expect(remove("表6", 2)).toBe("rows.notInTable");
  });
});

function rowOf(workbook: WorkbookSnapshot, sheet: string, code: string): number {
  const rows = workbook.sheets.find(({ name }) => name === sheet)?.rows ?? new Map();
  for (const [row, cells] of rows) if (cells.get(0)?.value === code) return row;
  throw new Error(`${sheet} has no ${code}`);
}

describe("a sheet the office made itself", () => {
  const sum = (formula: string, value: number): TestCell => ({ value, formula, numberFormat: "#,##0.00" });
  const own = (total: (column: string) => TestCell) =>
    workbookOf(
      sheetOf(
        "一般公共预算支出",
        SMALL_T06.map((cells, row) => {
          if (row < 6) return cells;
          const across = [
            sum(`=D${row + 1}+E${row + 1}`, cells[2] as number),
            sum(`=F${row + 1}+G${row + 1}`, cells[4] as number),
          ];
          const [c3, c5] = across;
          if (row > 8) return [cells[0], cells[1], c3, cells[3], c5, cells[5], cells[6]];
          return [
            cells[0],
            cells[1],
            c3,
            row === 8 ? total("D") : sum(`=D${row + 2}`, 725.78),
            c5,
            cells[5],
            cells[6],
          ];
        }),
      ),
    );
  const add = (code: string): RowsIntention => ({ kind: "code", in: { table: "表6" }, code });
  const formula = (workbook: WorkbookSnapshot, row: number, column: number) =>
    workbook.sheets[0]?.rows.get(row)?.get(column)?.formula;

  it("keeps its sums and gets the formulas of its rows", () => {
    const { after, plan } = carriedOut(
      own(() => sum("=SUM(D10:D11)", 725.78)),
      add("2010350"),
    );
    expect(said(plan)).toEqual(["T06 11 2010350 事业运行"]);
    expect(formula(after, 8, 3)).toBe("=SUM(D10:D12)");
    expect(formula(after, 10, 2)).toBe("=D11+E11");
  });

  it("gets its sum widened when the row comes at its end, in the office's own manner", () => {
    const last = add("2010399");
    const without = (total: TestCell) => {
      const workbook = own(() => total);
      const [sheet] = workbook.sheets;
      const rows = new Map([...(sheet?.rows ?? [])].filter(([row]) => row !== 10));
      return { ...workbook, sheets: [{ ...(sheet as NonNullable<typeof sheet>), rows }] };
    };
    expect(formula(carriedOut(without(sum("=SUM(D10:D10)", 725.78)), last).after, 8, 3)).toBe(
      "=SUM(D10:D11)",
    );
    expect(formula(carriedOut(without(sum("=D10", 725.78)), last).after, 8, 3)).toBe("=D10+D11");
  });

  it("keeps typed totals, and says so", () => {
    const { after, plan } = carriedOut(
      own(() => 725.78),
      add("2010350"),
    );
    expect(plan.notes.map(({ key }) => key)).toEqual(["rows.typedTotals"]);
    expect(after.sheets[0]?.rows.get(8)?.get(3)?.value).toBe(725.78);
  });

  it("is left alone when it is protected", () => {
    const workbook = own(() => 725.78);
    const sheets = workbook.sheets.map((sheet) => ({ ...sheet, isProtected: true }));
    expect(refusal({ ...workbook, sheets }, add("2010350"))).toBe("rows.protected");
  });
});
