import type { Pack } from "../../../src/tables/definition";
import { Chooser, randomFrom } from "../random";
import { contentsOf } from "./content";
import { sheetOfRows, sketchOf, makeVariant } from "./makeVariant";
import type { Expected, Variant } from "./makeVariant";
import { onPages } from "./pages";
import type { Row } from "./rows";

/** Two or three tables of a pack on one sheet, one below the other or side by side. */
export function makeSharedSheet(pack: Pack, seed: number): Variant {
  const choose = new Chooser(randomFrom(seed * 9973 + 5));
  const isBeside = choose.chance(0.4);
  const tables = choose.shuffle(contentsOf(pack)).slice(0, isBeside ? 2 : 2 + choose.below(2));
  const rows = new Map<number, Row>();
  const expected: Expected[] = [];
  const habits: string[] = [isBeside ? "side by side" : "one below the other"];
  const sheet = "全部表格";
  let at = 0;
  let left = 0;
  for (const {
    definition: { id },
  } of tables) {
    // A table over several sheets shares none; without a title tables on one sheet cannot be told apart.
    const sketch = sketchWithTitle(pack, id, seed);
    const [page, further] = onPages(sketch);
    if (!page || further) continue;
    const kinds = new Map<string, readonly string[]>();
    for (const [row, cells] of page.rows) {
      const place = rows.get(at + row) ?? new Map();
      for (const [column, cell] of cells) place.set(left + column, cell);
      rows.set(at + row, place);
    }
    for (const [row, own] of page.kinds) kinds.set(`${sheet}!${at + row}`, own);
    const columns = new Map([...sketch.columns].map(([number, column]) => [number, left + column]));
    expected.push({ definition: sketch.definition, sheet, columns, rows: kinds, unit: sketch.unit });
    habits.push(`${id}: ${sketch.habits.names.join(", ")}`);
    const width = Math.max(...[...page.rows.values()].flatMap((cells) => [...cells.keys()]));
    if (isBeside) left += width + 2 + choose.below(2);
    else at += Math.max(...page.rows.keys()) + 2 + choose.below(3);
  }
  return { pack, workbook: { name: "shared.xlsx", sheets: [sheetOfRows(sheet, rows)] }, expected, habits };
}

function sketchWithTitle(pack: Pack, id: string, seed: number) {
  for (let attempt = 0; ; attempt++) {
    const sketch = sketchOf(pack, id, seed * 31 + attempt);
    const names = sketch.habits.names;
    if (!names.includes("title in the sheet's name alone") && !names.includes("over several sheets"))
      return sketch;
  }
}

/** All tables of a pack in one workbook, each in a layout of its own. */
export function makeWholeWorkbook(pack: Pack, seed: number): Variant {
  const variants = contentsOf(pack).map(({ definition }) => makeVariant(pack, definition.id, seed));
  const sheets = variants.flatMap(({ workbook }, index) =>
    workbook.sheets.map((sheet) => ({ ...sheet, name: `${index + 1} ${sheet.name}` })),
  );
  return {
    pack,
    workbook: { name: "whole.xlsx", sheets },
    expected: variants.flatMap(({ expected }, index) =>
      expected.map((own) => ({
        ...own,
        sheet: `${index + 1} ${own.sheet}`,
        rows: new Map([...own.rows].map(([place, kinds]) => [`${index + 1} ${place}`, kinds])),
      })),
    ),
    habits: variants.flatMap(({ habits }, index) => habits.map((habit) => `${index + 1} ${habit}`)),
  };
}
