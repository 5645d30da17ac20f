import { planWriteCode } from "../../src/planning/writeCode";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { seedWorkbook } from "../support/seedWorkbook";
import { SMALL_T06, sheetOf, workbookOf } from "../support/sheet";

const workbook = seedWorkbook();
const { tables } = recogniseWorkbook(workbook, GUANGZHOU);
const plan = (
  sheet: string,
  row: number,
  column: number,
  kind: "functional" | "economicDepartment",
  code: string,
) =>
  planWriteCode(tables, { sheet, row, column }, { kind, code, name: "某科目" }, workbook).map((edit) => [
    edit.column,
    edit.content && "value" in edit.content ? edit.content.value : undefined,
    edit.numberFormat,
  ]);

test("in a table code and name go to their columns, wherever in the row the user is", () => {
  const row = tables.find(({ sheet }) => sheet === "表6")?.lastBodyRow ?? NaN;
  expect(plan("表6", row, 4, "functional", "2010301")).toEqual([
    [0, "2010301", "@"],
    [1, "某科目", "@"],
  ]);
});

test("a row just below a table counts as its next one, a row far below does not", () => {
  const last = tables.find(({ sheet }) => sheet === "表6")?.range.lastRow ?? NaN;
  expect(plan("表6", last + 1, 0, "functional", "2010301")[1]).toEqual([1, "某科目", "@"]);
  expect(plan("表6", last + 30, 5, "functional", "2010301")).toEqual([
    [5, "2010301", "@"],
    [6, "某科目", "@"],
  ]);
});

test("a column that holds codes with their names gets both", () => {
  const row = tables.find(({ sheet }) => sheet === "表9")?.lastBodyRow ?? NaN;
  expect(plan("表9", row, 2, "economicDepartment", "30113")).toEqual([[1, "[30113]某科目", "@"]]);
});

test("outside of tables they go to the cell the user is in and the one right of it", () => {
  expect(plan("别的表", 3, 2, "functional", "201")).toEqual([
    [2, "201", "@"],
    [3, "某科目", "@"],
  ]);
});

describe("what must not be written over", () => {
  const table = tables.find(({ sheet }) => sheet === "表6");
  const last = table?.lastBodyRow ?? NaN;

  test("an economic code in the functional table is refused, whatever the cell holds", () => {
    for (const column of [0, 1, 3, 4]) {
      expect(() => plan("表6", last, column, "economicDepartment", "30201")).toThrow("writeCode.otherKind");
    }
    // In the heading, and in a blank row just below, as well.
    expect(() => plan("表6", 3, 3, "economicDepartment", "30201")).toThrow("writeCode.otherKind");
    expect(() => plan("表6", (table?.range.lastRow ?? NaN) + 1, 3, "economicDepartment", "30201")).toThrow(
      "writeCode.otherKind",
    );
  });

  test("the total row takes no code", () => {
    const total = table?.rows.find(({ rule }) => rule.names)?.sheetRow ?? NaN;
    expect(() => plan("表6", total, 0, "functional", "201")).toThrow("writeCode.total");
  });

  test("outside of tables an amount and a formula stay, in the cell and in the one right of it", () => {
    const other = workbookOf(
      sheetOf("底稿", [[12.5, { value: 1, formula: "=A1", numberFormat: "General" }]]),
    );
    const chosen = { kind: "functional", code: "201", name: "某科目" } as const;
    const at = (column: number) => () => planWriteCode([], { sheet: "底稿", row: 0, column }, chosen, other);
    expect(at(0)).toThrow("writeCode.amount");
    expect(at(1)).toThrow("writeCode.formula");
    expect(at(2)).not.toThrow();
  });

  test("a name that is a formula stays, and a code that is one is not replaced", () => {
    const rows = SMALL_T06.map((cells, row) =>
      row === 10
        ? [cells[0], { value: "其他", formula: "=名称", numberFormat: "@" }, ...cells.slice(2)]
        : cells,
    );
    const given = workbookOf(sheetOf("表6", rows));
    const found = recogniseWorkbook(given, GUANGZHOU).tables;
    const chosen = { kind: "functional", code: "2010302", name: "一般行政管理事务" } as const;
    expect(planWriteCode(found, { sheet: "表6", row: 10, column: 4 }, chosen, given)).toMatchObject([
      { column: 0, content: { value: "2010302" } },
    ]);
    const code = workbookOf(
      sheetOf(
        "表6",
        SMALL_T06.map((cells, row) =>
          row === 10
            ? [{ value: "2010399", formula: '="20103"&"99"', numberFormat: "@" }, ...cells.slice(1)]
            : cells,
        ),
      ),
    );
    expect(() => planWriteCode(found, { sheet: "表6", row: 10, column: 4 }, chosen, code)).toThrow(
      "writeCode.formula",
    );
  });
});
