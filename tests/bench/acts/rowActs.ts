import type { RecognisedRow } from "../../../src/recognition/recognised";
import type { Edit, WriteCell } from "../../../src/workbook/edit";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import type { Cell } from "../../../src/workbook/snapshot";
import { amountsOf, pickRow } from "./done";
import type { Done, Maker, Scene } from "./done";

/** A leaf's row is deleted with all that stands in it. */
export const rowDeleted: Maker = (scene) => {
  const row = pickRow(scene, (one) => (one.parent?.children.length ?? 0) > 0 && isCoded(one));
  if (!row) return undefined;
  const { sheet, sheetRow } = row;
  const edits: Edit[] = [{ kind: "deleteRows", sheet, row: sheetRow, count: 1 }];
  const places = [sheetRow - 1, sheetRow, row.parent?.sheetRow ?? sheetRow];
  return done(
    scene,
    edits,
    ["rowDeleted"],
    places.map((place) => ({ sheet, row: place })),
  );
};

/** A row with all under it is deleted: a 款 and its 项. */
export const branchDeleted: Maker = (scene) => {
  const row = pickRow(
    scene,
    (one) => one.parent !== undefined && one.children.length > 0 && amountsOf(one).length > 0 && isCoded(one),
    ({ rows }) => rows,
  );
  if (!row) return undefined;
  const { sheet, sheetRow } = row;
  const last = lastUnder(row);
  const edits: Edit[] = [{ kind: "deleteRows", sheet, row: sheetRow, count: last - sheetRow + 1 }];
  const places = [sheetRow - 1, sheetRow, row.parent?.sheetRow ?? sheetRow];
  return done(
    scene,
    edits,
    ["rowDeleted"],
    places.map((place) => ({ sheet, row: place })),
  );
};

/** A leaf's row stands there twice. */
export const rowDuplicated: Maker = (scene) => {
  const row = pickRow(scene, isCoded);
  if (!row) return undefined;
  const { sheet, sheetRow } = row;
  const edits: Edit[] = [
    { kind: "insertRows", sheet, row: sheetRow + 1, count: 1, like: sheetRow },
    ...copied(sheet, sheetRow, sheetRow + 1, cellsOf(scene, row)),
  ];
  return done(
    scene,
    edits,
    ["rowDuplicated"],
    [
      { sheet, row: sheetRow },
      { sheet, row: sheetRow + 1 },
    ],
  );
};

/** A row is left over from before, with a code of its own and an amount that no total knows. */
export const rowLeftOver: Maker = (scene) => {
  const row = pickRow(scene, isCoded);
  if (!row) return undefined;
  const { sheet, sheetRow } = row;
  const factor = 1 + scene.choose.below(9) / 10;
  const edits: Edit[] = [
    { kind: "insertRows", sheet, row: sheetRow + 1, count: 1, like: sheetRow },
    ...copied(sheet, sheetRow, sheetRow + 1, cellsOf(scene, row)).map((edit): WriteCell => {
      const { content } = edit;
      if (!content || !("value" in content)) return edit;
      const { value } = content;
      if (typeof value === "number" && !/^\d{3,7}$/.test(String(value)))
        return { ...edit, content: { value: Math.round(value * factor * 100) / 100 } };
      return typeof value === "string" && /^2\d{6}$/.test(value)
        ? { ...edit, content: { value: otherCode(scene, value) } }
        : edit;
    }),
  ];
  return done(scene, edits, ["rowLeftOver", "rowDuplicated", "rowExtra"], [{ sheet, row: sheetRow + 1 }]);
};

/** The code of a row is typed as another one's, under another parent. */
export const codeWrong: Maker = (scene) => {
  const row = pickRow(scene, (one) => /^2\d{6}$/.test(one.code) && codeCell(scene, one) !== undefined);
  const cell = row && codeCell(scene, row);
  if (!row || !cell) return undefined;
  const { sheet, sheetRow } = row;
  const edit: WriteCell = {
    kind: "writeCell",
    sheet,
    row: sheetRow,
    column: cell[0],
    content: { value: otherCode(scene, row.code) },
  };
  return done(scene, [edit], ["codeWrong"], [{ sheet, row: sheetRow }]);
};

/** A project's row stands under another unit; among formulas it is one that those over it pass over. */
export const rowMoved: Maker = (scene) => {
  const row = pickRow(scene, (one) => one.side.parents === "position" && others(one).length > 0);
  if (!row) return undefined;
  const { sheet, sheetRow } = row;
  const to = scene.choose.pick(others(row)).sheetRow;
  const cells = cellsOf(scene, row);
  const own = to < sheetRow ? sheetRow + 1 : sheetRow;
  const edits: Edit[] = [
    { kind: "insertRows", sheet, row: to + 1, count: 1, like: sheetRow },
    ...copied(sheet, sheetRow, to + 1, cells),
    { kind: "deleteRows", sheet, row: own, count: 1 },
  ];
  return done(scene, edits, ["rowMoved", "sumMisses"], [{ sheet, row: to < sheetRow ? to + 1 : to }]);
};

function others(row: RecognisedRow): RecognisedRow[] {
  return (row.parent?.parent?.children ?? []).filter((one) => one !== row.parent);
}

function isCoded({ code }: RecognisedRow): boolean {
  return code !== "";
}

function codeCell(scene: Scene, row: RecognisedRow): readonly [number, Cell] | undefined {
  return cellsOf(scene, row).find(([, { value }]) => String(value) === row.code);
}

function cellsOf({ checked: { workbook } }: Scene, { sheet, sheetRow }: RecognisedRow) {
  return [...(workbook.sheets.find(({ name }) => name === sheet)?.rows.get(sheetRow) ?? [])];
}

/** A code of another class that the workbook has, or one that is near to this one. */
function otherCode({ checked, choose }: Scene, code: string): string {
  const codes = checked.tables.flatMap(({ rows }) => rows.map((row) => row.code));
  const away = [...new Set(codes)].filter((one) => /^2\d{6}$/.test(one) && !one.startsWith(code.slice(0, 5)));
  const near = code.slice(0, 3) + String(10 + choose.below(80)) + code.slice(5);
  return away.length > 0 && choose.chance(0.6) ? choose.pick(away) : near;
}

/** A row's cells as they come when it is copied: formulas over the row itself go with it. */
function copied(
  sheet: string,
  from: number,
  row: number,
  cells: readonly (readonly [number, Cell])[],
): WriteCell[] {
  return cells.flatMap(([column, { value, formula, numberFormat }]): WriteCell[] => {
    const at = { kind: "writeCell", sheet, row, column, numberFormat } as const;
    if (formula !== undefined) {
      const own = formula.replace(/(\$?[A-Z]{1,2})(\d+)\b/g, (all, letters: string, digits: string) =>
        Number(digits) === from + 1 ? `${letters}${row + 1}` : all,
      );
      return [{ ...at, content: { formula: own } }];
    }
    return typeof value === "object" ? [] : [{ ...at, content: { value } }];
  });
}

function lastUnder(row: RecognisedRow): number {
  return Math.max(row.sheetRow, ...row.children.map(lastUnder));
}

function done(
  { checked: { workbook } }: Scene,
  edits: readonly Edit[],
  kinds: Done["kinds"],
  rows: Done["rows"],
): Done {
  return { workbook: editedWorkbook(workbook, edits), kinds, cells: [], rows };
}
