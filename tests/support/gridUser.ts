import { ICommandService, IUniverInstanceService, RedoCommandId, UndoCommandId } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { fromCellData } from "../../workbench/engine/cellData";
import { cellIdentity } from "../../workbench/engine/cellIdentity";
import type { UniverEngine } from "../../workbench/engine/univerEngine";
import { UNIT } from "../../workbench/engine/workbookData";
import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";

/** What a user does in the grid: Univer's own commands, as keys and menus give them. */
export function gridUser(engine: UniverEngine) {
  const commands = engine.injector.get(ICommandService);
  engine.injector.get(IUniverInstanceService).focusUnit(UNIT);
  const whole = { startColumn: 0, endColumn: 25 };
  const run = (id: string, sheet: StoredSheet, params: object) =>
    commands.executeCommand(id, { unitId: UNIT, subUnitId: sheet.id, ...params });
  return {
    type: (sheet: StoredSheet, row: number, column: number, content: number | string) =>
      run("sheet.command.set-range-values", sheet, {
        range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
        value:
          typeof content === "number"
            ? { v: content, t: 2, f: null, si: null }
            : content.startsWith("=")
              ? { f: content, v: null }
              : { v: content, t: 1, f: null, si: null },
      }),
    insertRow: (sheet: StoredSheet, row: number) =>
      run("sheet.command.insert-row-by-range", sheet, {
        range: { startRow: row, endRow: row, ...whole },
        direction: 0,
      }),
    removeRow: (sheet: StoredSheet, row: number) =>
      run("sheet.command.remove-row-by-range", sheet, { range: { startRow: row, endRow: row, ...whole } }),
    /** Ctrl+Z; gives false where there is nothing to take back. */
    undo: () => commands.executeCommand(UndoCommandId),
    /** Ctrl+Y. */
    redo: () => commands.executeCommand(RedoCommandId),
  };
}

/** What stands in a workbook, a line each: cells with formulas or values (not what formulas come to), looks, and what is around. */
export function contentsOf({ sheets, names }: WorkbookStore): string[] {
  const each = (sheet: string, part: string, items: Iterable<unknown>) =>
    [...items].map((item) => `${sheet} ${part} ${JSON.stringify(item, byName)}`);
  return [
    ...each("", "name", names),
    ...sheets.flatMap(({ name, cells, merges, columnWidths, hiddenRows, validations, visibility }) => [
      `${name} ${visibility}`,
      ...each(name, "cell", cellTexts(cells, cellIdentity)),
      ...each(name, "merge", merges),
      ...each(
        name,
        "list",
        validations.map(({ range, list }) => [range, list]),
      ),
      ...each(name, "width", columnWidths),
      ...each(name, "hidden", hiddenRows),
    ]),
  ].sort();
}

/** For JSON.stringify: the order in which the properties of an object were set says nothing. */
function byName(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What is in one list and not in the other, the first few: whole workbooks are too long to be read. */
export function difference(seen: readonly string[], wanted: readonly string[]) {
  const [has, wants] = [new Set(seen), new Set(wanted)];
  return {
    more: seen.filter((line) => !wants.has(line)).slice(0, 5),
    less: wanted.filter((line) => !has.has(line)).slice(0, 5),
  };
}

/** What two workbooks that are the same differ in. */
export const SAME = { more: [], less: [] };

function cellTexts<T>(cells: ReadonlyMap<number, ReadonlyMap<number, T>>, text: (cell: T) => string) {
  return [...cells].flatMap(([row, columns]) =>
    [...columns].map(([column, cell]) => [`${row},${column}`, text(cell)] as const),
  );
}

/** What the cells of a grid hold that those of the store under it do not, and the other way round. */
export function gridDifference(engine: UniverEngine, store: WorkbookStore) {
  const workbook = engine.injector.get(IUniverInstanceService).getUniverSheetInstance(UNIT);
  const formulas = engine.injector.get(FormulaDataModel);
  if (!workbook) throw new Error("no workbook");
  // A cell that holds nothing is the same as none.
  const lines = (sheet: string, row: number, column: number, content: unknown) =>
    content === undefined || content === null ? [] : [`${sheet} ${row},${column} ${JSON.stringify(content)}`];
  const inStore = store.sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([row, columns]) =>
      [...columns].flatMap(([column, { value, formula }]) => lines(name, row, column, formula ?? value)),
    ),
  );
  const inGrid: string[] = [];
  for (const id of workbook.getSheetOrders()) {
    const worksheet = workbook.getSheetBySheetId(id);
    worksheet?.getCellMatrix().forValue((row, column, data) => {
      const formula =
        data?.f ?? (data?.si ? formulas.getFormulaStringByCell(row, column, id, UNIT) : undefined);
      // Contents alone are compared here.
      const cell = fromCellData(data, undefined, formula ?? undefined);
      if (cell) inGrid.push(...lines(worksheet.getName(), row, column, cell.formula ?? cell.value));
    });
  }
  return difference(inGrid, inStore);
}
