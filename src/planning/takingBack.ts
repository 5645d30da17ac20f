import type { CellAddress } from "../workbook/address";
import { contentKey, writtenKey } from "../workbook/content";
import type { DeleteRows, LiveEdit, RowEdit, WriteCell } from "../workbook/edit";
import { editedWorkbook } from "../workbook/editedWorkbook";
import type { Kept } from "../workbook/kept";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { cellAtAddress } from "../workbook/snapshot";
import { inverseEdits } from "./inverse";
import type { InverseEdit } from "./inverse";
import { originalRow } from "./toKeep";

/** Edits that were carried out, and the workbook from before as far as they touch it. */
export interface Done {
  readonly edits: readonly LiveEdit[];
  readonly before: WorkbookSnapshot;
  readonly kept: Kept;
}

/** What taking edits back comes to in a workbook that may have been changed since. */
export interface TakingBack {
  /** What takes back all that is still as the edits left it. */
  readonly edits: readonly InverseEdit[];
  /** What would be written over cells that somebody has changed since, where they are now. */
  readonly changed: readonly { readonly at: CellAddress; readonly edit: WriteCell }[];
  /** Cells of rows that would go, which somebody has filled or changed since, where they are now. */
  readonly lost: readonly CellAddress[];
  /** Sheets that are gone or whose rows somebody has moved since: nothing is taken back then, as it would go to the wrong place. */
  readonly moved: readonly string[];
  /** True when nothing of the edits is left: they have been taken back already, or it is another workbook. */
  readonly isGone: boolean;
}

/** Plans to take edits back; looks at all that stands in their way, writes nothing. */
export function planTakingBack({ edits, before, kept }: Done, now: WorkbookSnapshot): TakingBack {
  const after = editedWorkbook(before, edits);
  const back = inverseEdits(before, edits, kept);
  const rowsBack = back.filter(isRowEdit);
  const nothing = { edits: [], changed: [], lost: [], moved: [], isGone: true };
  const names = new Set(rowsBack.map(({ sheet }) => sheet));
  const isAsBefore = [...names].every((name) => isSameSheet(sheetOf(before, name), sheetOf(now, name)));
  if (names.size > 0 && isAsBefore) return nothing;
  const touched = new Set(back.flatMap((edit) => ("sheet" in edit ? [edit.sheet] : [])));
  const moved = [...touched].filter(
    (name) => !sheetOf(now, name) || (names.has(name) && isMoved(sheetOf(after, name), sheetOf(now, name))),
  );
  if (moved.length > 0) return { ...nothing, moved, isGone: false };
  const lost = rowsBack.flatMap((edit, index) =>
    edit.kind === "deleteRows" ? lostIn(edit, rowsBack.slice(0, index), after, now) : [],
  );
  const expected = rowsBack.length > 0 ? editedWorkbook(after, rowsBack) : after;
  const actual = rowsBack.length > 0 ? editedWorkbook(now, rowsBack) : now;
  const writes = back
    .filter((edit) => edit.kind === "writeCell")
    .map((edit) => judge(edit, expected, actual));
  const settings = back.filter(
    (edit) => edit.kind !== "writeSetting" || isOwnSetting(edit.key, edits, now.settings ?? {}),
  );
  const changed = writes.flatMap(({ edit, is }) => {
    const row = is === "changed" ? originalRow(rowsBack, edit.sheet, edit.row) : undefined;
    // A cell in a row that has just come back has no place yet, and nobody can have changed it.
    return row === undefined ? [] : [{ at: { sheet: edit.sheet, row, column: edit.column }, edit }];
  });
  const inTheWay = new Set(changed.map(({ edit }) => edit));
  const isAnyLeft =
    rowsBack.length > 0 ||
    settings.some(({ kind }) => kind === "writeSetting") ||
    writes.some(({ is }) => is === "ours");
  return {
    edits: settings.filter((edit) => edit.kind !== "writeCell" || !inTheWay.has(edit)),
    changed,
    lost,
    moved: [],
    isGone: !isAnyLeft,
  };
}

function isRowEdit(edit: InverseEdit): edit is RowEdit {
  return edit.kind === "insertRows" || edit.kind === "deleteRows";
}

/** Whose a cell is that is to be written: as the edits left it, as it was before them, or somebody's who came later. */
function judge(edit: WriteCell, expected: WorkbookSnapshot, actual: WorkbookSnapshot) {
  const is = contentKey(cellAtAddress(actual, edit));
  const wanted = writtenKey(edit.content);
  const left = contentKey(cellAtAddress(expected, edit));
  return { edit, is: is === left ? "ours" : is === wanted ? "back" : "changed" } as const;
}

/** A setting that has become another since is not this one's to take back. */
function isOwnSetting(
  key: string,
  edits: readonly LiveEdit[],
  settings: Readonly<Record<string, string>>,
): boolean {
  const written = edits.findLast((edit) => edit.kind === "writeSetting" && edit.key === key);
  return written?.kind === "writeSetting" && (settings[key] ?? null) === written.value;
}

function sheetOf({ sheets }: WorkbookSnapshot, name: string): SheetSnapshot | undefined {
  return sheets.find((sheet) => sheet.name === name);
}

/** Cells of rows that are about to go which are not as the edits left them. */
function lostIn(
  { sheet, row, count }: DeleteRows,
  earlier: readonly RowEdit[],
  after: WorkbookSnapshot,
  now: WorkbookSnapshot,
): CellAddress[] {
  const [left, is] = [sheetOf(after, sheet)?.rows, sheetOf(now, sheet)?.rows];
  return Array.from({ length: count }, (_, index) => originalRow(earlier, sheet, row + index)).flatMap(
    (at) => {
      if (at === undefined) return [];
      const columns = new Set([...(left?.get(at)?.keys() ?? []), ...(is?.get(at)?.keys() ?? [])]);
      return [...columns]
        .filter((column) => contentKey(left?.get(at)?.get(column)) !== contentKey(is?.get(at)?.get(column)))
        .map((column) => ({ sheet, row: at, column }));
    },
  );
}

/** So many rows a sheet may have moved up or down to be seen as moved. */
const FARTHEST = 200;

/**
 * True when rows of a sheet do not stand where they did: those whose texts differ are found again all as far up or down.
 * Figures typed since move nothing, nor does a text typed in a row.
 */
function isMoved(left: SheetSnapshot | undefined, is: SheetSnapshot | undefined): boolean {
  if (!left || !is) return left !== is;
  const places = new Map<string, number[]>();
  for (const [row, cells] of is.rows) {
    const text = textsOf(cells);
    if (text !== "") places.set(text, [...(places.get(text) ?? []), row]);
  }
  const distances = new Map<number, number>();
  let differing = 0;
  for (const [row, cells] of left.rows) {
    const text = textsOf(cells);
    if (text === "" || text === textsOf(is.rows.get(row) ?? new Map())) continue;
    differing++;
    for (const place of places.get(text) ?? []) {
      const by = place - row;
      if (Math.abs(by) <= FARTHEST) distances.set(by, (distances.get(by) ?? 0) + 1);
    }
  }
  return differing > 0 && Math.max(0, ...distances.values()) * 2 >= differing;
}

function textsOf(cells: ReadonlyMap<number, Cell>): string {
  const texts = [...cells].flatMap(([column, { value, formula }]) =>
    typeof value === "string" && formula === undefined ? [`${column} ${value}`] : [],
  );
  return texts.join("\n");
}

function isSameSheet(a: SheetSnapshot | undefined, b: SheetSnapshot | undefined): boolean {
  const plain = (sheet: SheetSnapshot | undefined) =>
    JSON.stringify(
      [...(sheet?.rows ?? [])].map(([row, cells]) => [
        row,
        [...cells].map(([at, cell]) => [at, contentKey(cell)]),
      ]),
    );
  return plain(a) === plain(b);
}
