import { ICommandService } from "@univerjs/core";
import type { CellRange } from "../../../src/workbook/address";
import { UNIT } from "../../../workbench/engine/workbookData";
import type { UserChange } from "../../../workbench/host/engine";
import type { StoredSheet } from "../../../workbench/host/store";
import { addSheet, cellToWrite, createWorkbookStore, storedCell } from "../../../workbench/host/store";
import { loadCalculatingRuntime, openEngine } from "../../support/engineHost";

/** A sheet with two figures and their sum, as a budget table has them. */
function figures() {
  const store = createWorkbookStore("预算.xlsx", ["表1"]);
  const sheet = store.sheets[0] as StoredSheet;
  for (const [row, value] of [31600.01, 12.5].entries()) {
    Object.assign(cellToWrite(sheet, row, 0), { value, numberFormat: "#,##0.00" });
  }
  Object.assign(cellToWrite(sheet, 2, 0), { formula: "=SUM(A1:A2)", value: 31612.51 });
  return { store, sheet };
}

const cell = (row: number, column: number): CellRange => ({
  firstRow: row,
  lastRow: row,
  firstColumn: column,
  lastColumn: column,
});

describe("what the host writes", () => {
  test("a formula follows the figures that an add-in writes, within the same request too", async () => {
    const { store, sheet } = figures();
    const { Excel } = loadCalculatingRuntime(store);
    const seen = await Excel.run(async (context) => {
      const table = context.workbook.worksheets.getItem("表1");
      table.getRange("A1").values = [[100]];
      table.getRange("B3").formulas = [["=A3*2"]];
      const sums = table.getRange("A3:B3").load("values,formulas");
      await context.sync();
      return [...sums.values, ...sums.formulas];
    });
    expect(seen).toEqual([
      [112.5, 225],
      ["=SUM(A1:A2)", "=A3*2"],
    ]);
    expect(storedCell(sheet, 2, 0)?.value).toBe(112.5);
  });

  test("a name that an add-in gives to a range is known to formulas at once, and no more once it is deleted", async () => {
    const { store, sheet } = figures();
    const { Excel } = loadCalculatingRuntime(store);
    await Excel.run(async ({ workbook: { names, worksheets }, sync }) => {
      const table = worksheets.getItem("表1");
      names.add("合计数", table.getRange("A3"));
      table.getRange("B3").formulas = [["=合计数*2"]];
      await sync();
    });
    expect(storedCell(sheet, 2, 1)?.value).toBe(63225.02);
    await Excel.run(async ({ workbook: { names, worksheets }, sync }) => {
      names.getItem("合计数").delete();
      worksheets.getItem("表1").getRange("B4").formulas = [["=合计数*3"]];
      await sync();
    });
    expect(storedCell(sheet, 3, 1)?.value).toEqual({ error: "#NAME?" });
  });

  test("a sheet moved by an add-in stays there when the user changes the list of sheets", async () => {
    const store = createWorkbookStore("预算.xlsx", ["表1", "表2", "表3"]);
    const { Excel, engine } = loadCalculatingRuntime(store);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("表1").position = 2;
      context.workbook.worksheets.add("表4");
      await context.sync();
    });
    const third = store.sheets.find(({ name }) => name === "表3") as StoredSheet;
    const where = { unitId: UNIT, subUnitId: third.id };
    engine.injector
      .get(ICommandService)
      .syncExecuteCommand("sheet.command.set-worksheet-name", { ...where, name: "收入" });
    expect(store.sheets.map(({ name }) => name)).toEqual(["表2", "收入", "表1", "表4"]);
  });

  test("a request calculates where values are asked for and at its end, not at each call; suspended, at its end alone", async () => {
    const { store, sheet } = figures();
    const { Excel, engine } = loadCalculatingRuntime(store);
    const settle = jest.spyOn(engine, "settle");
    const edit = async (isSuspended: boolean) => {
      settle.mockClear();
      await Excel.run(async ({ workbook: { worksheets, application } }) => {
        const table = worksheets.getItem("表1");
        if (isSuspended) application.suspendApiCalculationUntilNextSync();
        for (let row = 0; row < 2; row++) {
          table.getRangeByIndexes(row, 0, 1, 1).values = [[row]];
          table.getRangeByIndexes(row, 3, 1, 2).merge();
          if (row === 0) table.getRange("A3").load("values");
        }
        await table.context.sync();
      });
      return settle.mock.calls.length;
    };
    expect([await edit(false), await edit(true)]).toEqual([2, 1]);
    expect(storedCell(sheet, 2, 0)?.value).toBe(1);
  });

  test("a chain of formulas over sheets with Chinese names is calculated to its end", async () => {
    const { store, sheet } = figures();
    const other = addSheet(store, "表2 收入");
    cellToWrite(other, 0, 0).formula = "=表1!A3*2";
    cellToWrite(other, 0, 1).formula = '=IF(A1>\'表2 收入\'!C1,"多","少")';
    cellToWrite(other, 0, 2).value = 1000;
    const engine = openEngine(store);
    cellToWrite(sheet, 1, 0).value = 0.99;
    expect(engine.isBehind).toBe(true);
    await engine.settle();
    expect(engine.isBehind).toBe(false);
    expect(storedCell(other, 0, 0)?.value).toBe(63202);
    expect(storedCell(other, 0, 1)?.value).toBe("多");
  });

  test("a formula that comes to an empty text is calculated: its value is that text", async () => {
    const { store, sheet } = figures();
    const { Excel } = loadCalculatingRuntime(store);
    await Excel.run(async ({ workbook: { worksheets } }) => {
      worksheets.getItem("表1").getRange("C1").formulas = [['=IF(B9="","",B9)']];
    });
    expect(storedCell(sheet, 0, 2)?.value).toBe("");
  });

  test("a code written as text stays text, and its sum does not count it", async () => {
    const { store, sheet } = figures();
    const engine = openEngine(store);
    Object.assign(cellToWrite(sheet, 1, 0), { value: "2010101", numberFormat: "@" });
    await engine.settle();
    expect(storedCell(sheet, 1, 0)).toEqual({ value: "2010101", numberFormat: "@" });
    expect(storedCell(sheet, 2, 0)?.value).toBe(31600.01);
  });

  test("an error value stays an error, and formulas over it give it on", async () => {
    const { store, sheet } = figures();
    const engine = openEngine(store);
    cellToWrite(sheet, 0, 0).value = { error: "#N/A" };
    await engine.settle();
    expect(storedCell(sheet, 2, 0)?.value).toEqual({ error: "#N/A" });
  });

  test("a sheet that an add-in makes calculates as the others do", async () => {
    const { store } = figures();
    const { Excel, engine } = loadCalculatingRuntime(store);
    const made = addSheet(store, "核对");
    cellToWrite(made, 0, 0).formula = "=表1!A3-表1!A1";
    await engine.settle();
    const difference = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("核对").getRange("A1").load("values");
      await context.sync();
      return range.values[0]?.[0] as number;
    });
    expect(difference).toBeCloseTo(12.5, 9);
  });
});

describe("what the user does", () => {
  function open() {
    const { store, sheet } = figures();
    const engine = openEngine(store);
    const changes: UserChange[] = [];
    engine.onUserChange((change) => changes.push(change));
    const commands = engine.injector.get(ICommandService);
    const run = (id: string, params: object) =>
      commands.executeCommand(id, { unitId: UNIT, subUnitId: sheet.id, ...params });
    const isCalculated = async () => {
      while (!changes.some(({ kind }) => kind === "calculated")) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    return { store, sheet, engine, changes, run, isCalculated };
  }

  test("a figure typed into the grid is in the store, is told of, and its sum follows", async () => {
    const { sheet, changes, run, isCalculated } = open();
    const range = { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 };
    await run("sheet.command.set-range-values", { range, value: { v: 31601.01, t: 2 } });
    expect(storedCell(sheet, 0, 0)).toEqual({ value: 31601.01, numberFormat: "#,##0.00" });
    expect(changes).toContainEqual({
      kind: "cells",
      sheet: sheet.id,
      range: cell(0, 0),
      change: "RangeEdited",
    });
    await isCalculated();
    expect(storedCell(sheet, 2, 0)?.value).toBeCloseTo(31613.51, 9);
  });

  test("a row put in moves the cells below and what their formulas mean", async () => {
    const { sheet, changes, run, isCalculated } = open();
    await run("sheet.command.insert-row-by-range", {
      range: { startRow: 1, endRow: 1, startColumn: 0, endColumn: 25 },
      direction: 0,
    });
    expect(changes.find(({ kind }) => kind === "cells")).toMatchObject({ change: "RowInserted" });
    await isCalculated();
    expect(storedCell(sheet, 2, 0)?.value).toBe(12.5);
    expect(storedCell(sheet, 3, 0)).toMatchObject({ formula: "=SUM(A1:A3)", value: 31612.51 });
  });

  test("what the grid does not know follows rows the user puts in: names, print settings, lists, locks, links", async () => {
    const { store, sheet, engine, run } = open();
    Object.assign(cellToWrite(sheet, 1, 0), { isLocked: false });
    Object.assign(cellToWrite(sheet, 2, 0), { hyperlink: { documentReference: "表1!A1" } });
    store.names.push({ name: "合计", sheet: "表1", range: cell(2, 0) });
    sheet.pageLayout.printArea = "$A$1:$C$3";
    sheet.pageLayout.titleRows = "$2:$2";
    sheet.validations.push({ range: cell(1, 1), list: "是,否", isStrict: true });
    await engine.settle();
    await run("sheet.command.insert-row-by-range", {
      range: { startRow: 1, endRow: 1, startColumn: 0, endColumn: 25 },
      direction: 0,
    });
    expect(store.names[0]?.range).toEqual(cell(3, 0));
    expect(sheet.pageLayout).toMatchObject({ printArea: "$A$1:$C$4", titleRows: "$3:$3" });
    expect(sheet.validations).toMatchObject([{ range: cell(2, 1), list: "是,否" }]);
    expect(storedCell(sheet, 2, 0)?.isLocked).toBe(false);
    expect(storedCell(sheet, 3, 0)?.hyperlink).toEqual({ documentReference: "表1!A1" });
    // The host may still take the list away that Univer has moved.
    sheet.validations.splice(0);
    await engine.settle();
    await run("sheet.command.remove-row-by-range", {
      range: { startRow: 1, endRow: 1, startColumn: 0, endColumn: 25 },
    });
    expect(store.names[0]?.range).toEqual(cell(2, 0));
    expect(sheet.validations).toEqual([]);
    expect(sheet.written?.size).toBe(0);
  });

  test("a list the user makes in the grid is in the store", async () => {
    const { sheet, run } = open();
    await run("data-validation.mutation.addRule", {
      rule: {
        uid: "own",
        type: "list",
        ranges: [{ startRow: 0, endRow: 3, startColumn: 4, endColumn: 4 }],
        formula1: "公益一类,公益二类",
        errorStyle: 1,
        showErrorMessage: true,
      },
    });
    expect(sheet.validations).toMatchObject([
      {
        range: { firstRow: 0, lastRow: 3, firstColumn: 4, lastColumn: 4 },
        list: "公益一类,公益二类",
        isStrict: true,
        showsError: true,
      },
    ]);
  });

  test("what the host has carried over is not told of as the user's doing", async () => {
    const { sheet, engine, changes } = open();
    cellToWrite(sheet, 0, 0).value = 1;
    await engine.settle();
    expect(changes.filter(({ kind }) => kind !== "calculated")).toEqual([]);
  });
});
