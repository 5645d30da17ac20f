import type { RecognisedTable } from "../../../src/recognition/recognised";
import { amountsOf, changed, isFormula, numberAt } from "./done";
import type { Change, Maker, Scene } from "./done";

/** A block of rows is put one or two rows off. */
export const blockShifted: Maker = (scene) => shifted(scene, true);

/** Two columns of a block of rows are put one row off. */
export const partShifted: Maker = (scene) => shifted(scene, false);

/** The figures of one column are put over those of another. */
export const columnCopied: Maker = (scene) => {
  const table = pickTable(scene, (one) => usedColumns(one).length > 1 && one.rows.length > 3);
  if (!table) return undefined;
  const [from, to] = scene.choose.shuffle(usedColumns(table)) as [number, number];
  const changes = table.rows.flatMap((row): Change[] => {
    const [source, target] = [row.figures.get(from)?.address, row.figures.get(to)?.address];
    if (!source || !target || isFormula(scene, target)) return [];
    return [{ ...target, value: numberAt(scene.checked.workbook, source) }];
  });
  const places = changes.filter((one) => one.value !== numberAt(scene.checked.workbook, one));
  // Two or three cells alike are no column.
  return places.length < 4 ? undefined : changed(scene, ["columnCopied"], changes);
};

/** A table says one unit and is typed in another. */
export const unitWrong: Maker = (scene) => {
  const table = pickTable(scene, ({ rows }) => rows.length > 2);
  if (!table) return undefined;
  const factor = table.unit === "元" ? 1 / 10_000 : 10_000;
  const done = changed(scene, ["unitWrong"], scaled(scene, table, factor));
  return done && { ...done, rows: table.rows.map(({ sheet, sheetRow }) => ({ sheet, row: sheetRow })) };
};

function scaled(scene: Scene, table: RecognisedTable, factor: number): Change[] {
  return table.rows.flatMap((row) =>
    amountsOf(row).flatMap(({ figure: { address } }): Change[] => {
      if (isFormula(scene, address)) return [];
      const value = (numberAt(scene.checked.workbook, address) ?? 0) * factor;
      return [{ ...address, value: Math.round(value * 1e6) / 1e6 }];
    }),
  );
}

function shifted(scene: Scene, isWhole: boolean) {
  const table = pickTable(scene, ({ rows }) => rows.length > 8);
  if (!table) return undefined;
  const { choose, checked } = scene;
  const length = 3 + choose.below(3);
  const by = isWhole ? choose.pick([1, 1, -1, 2]) : 1;
  const start = 2 + choose.below(Math.max(1, table.rows.length - length - 4));
  const rows = table.rows.slice(start, start + length);
  const used = usedColumns(table);
  const columns = isWhole ? used : used.slice(0, 2);
  const values = new Map<string, Change>();
  const put = (change: Change) => values.set(`${change.row},${change.column}`, change);
  for (const row of rows)
    for (const number of columns) {
      const address = row.figures.get(number)?.address;
      if (address && !isFormula(scene, address)) put({ ...address, value: undefined });
    }
  for (const row of rows)
    for (const number of columns) {
      const address = row.figures.get(number)?.address;
      const target = table.rows[row.index + by]?.figures.get(number)?.address;
      if (!address || !target || isFormula(scene, address) || isFormula(scene, target)) continue;
      put({ ...target, value: numberAt(checked.workbook, address) });
    }
  const places = [...values.values()].filter((one) => one.value !== numberAt(checked.workbook, one));
  return places.length < 3 ? undefined : changed(scene, ["blockShifted"], [...values.values()]);
}

function usedColumns(table: RecognisedTable): number[] {
  return table.grid.numbers.filter(
    (number) => table.rows.filter((row) => amountsOf(row).some((one) => one.number === number)).length > 1,
  );
}

function pickTable(
  { checked, choose }: Scene,
  fits: (table: RecognisedTable) => boolean,
): RecognisedTable | undefined {
  const fitting = checked.tables.filter(fits);
  return fitting.length > 0 ? choose.pick(fitting) : undefined;
}
