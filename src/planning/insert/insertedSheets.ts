import { quoteSheetName } from "../../workbook/address";
import type { LiveEdit } from "../../workbook/edit";
import type { SheetDesign } from "../../workbook/sheetDesign";
import type { WorkbookSnapshot } from "../../workbook/snapshot";

/**
 * True when the cells of a sheet hold what its design put there and nothing else; results of formulas may differ.
 * @param isUnfinished true: some of it may not have come yet
 */
export function isUntouched(
  { sheets }: WorkbookSnapshot,
  { name, cells }: SheetDesign,
  isUnfinished = false,
): boolean {
  const sheet = sheets.find((one) => one.name === name);
  // A sheet that the user has deleted has nothing of his.
  if (!sheet) return true;
  const designed = new Map<string, string>();
  for (const { row, column, content } of cells) {
    if (content === null || ("value" in content && content.value === "")) continue;
    designed.set(`${row},${column}`, "formula" in content ? content.formula : String(content.value));
  }
  let seen = 0;
  for (const [row, line] of sheet.rows) {
    for (const [column, { value, formula }] of line) {
      const text = formula ?? (typeof value === "object" ? value.error : String(value));
      if (text === "") continue;
      // Hosts write sheet names and brackets in their own way; what it comes to is the same.
      if (plain(designed.get(`${row},${column}`) ?? "") !== plain(text)) return false;
      seen++;
    }
  }
  return isUnfinished || seen === designed.size;
}

/** True when a workbook would be without a visible sheet once these have gone, which Excel does not let happen. */
export function leavesNoSheet({ sheets }: WorkbookSnapshot, names: readonly string[]): boolean {
  return sheets.every(({ name, isHidden }) => isHidden || names.includes(name));
}

function plain(text: string): string {
  return text.startsWith("=") ? text.replace(/['\s]/g, "").toUpperCase() : text;
}

/**
 * The name of a sheet, none of `names`, with a formula that looks at one of them; undefined where there is none. Cells
 * that are about to be emptied do not count.
 */
export function sheetLookingAt(
  { sheets }: WorkbookSnapshot,
  names: readonly string[],
  undo: readonly LiveEdit[],
): string | undefined {
  const going = new Set(
    undo.flatMap((edit) => (edit.kind === "writeCell" ? [`${edit.sheet} ${edit.row} ${edit.column}`] : [])),
  );
  const marks = names.flatMap((name) => [`${quoteSheetName(name)}!`, `${name}!`]);
  return sheets
    .filter(({ name }) => !names.includes(name))
    .find(({ name, rows }) =>
      [...rows].some(([row, cells]) =>
        [...cells].some(
          ([column, { formula }]) =>
            formula !== undefined &&
            !going.has(`${name} ${row} ${column}`) &&
            marks.some((mark) => formula.includes(mark)),
        ),
      ),
    )?.name;
}
