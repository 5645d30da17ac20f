import { namesIn } from "../codes/codeLists";
import type { CodeList } from "../codes/codeLists";
import type { CodeAndName } from "../codes/import/compareLists";
import { ancestorsIn, codeLevel } from "../codes/place";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { DesignCell, SheetCellStyle, SheetDesign } from "../workbook/sheetDesign";
import { provenanceText } from "./codeText";
import type { MessageArgs } from "../messages/messageRef";
import { freeSheetName } from "./freeSheetName";

const HEADINGS = ["code", "name", "parent", "level", "path", "evidence"] as const;
const WIDTHS = [14, 40, 14, 6, 70, 40];

/** Rows above the codes: title and headings. */
const TOP_ROWS = 2;

/**
 * 科目字典: a sheet with a whole list, for an office's own lookups: codes as text in their order, names of the year (of
 * the list's edition without one), the code above, the level, all names from the top down, and where the row was seen.
 * Its header stays in sight and filters.
 * @param taken names of sheets that are there already
 */
export function planDictionary(
  list: CodeList,
  year: number | undefined,
  locale: Locale,
  taken: readonly string[] = [],
): SheetDesign {
  const said = (key: string, args: MessageArgs = {}) => describe({ key, args }, locale);
  const entries = entriesOf(list, year);
  const names = new Map(entries.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => names.get(code) ?? "";
  const rows = entries.map(({ code }) => {
    const above = ancestorsIn(list, code);
    const { evidence = "", confidence = "" } = list.entries.get(code) ?? {};
    const seen = evidence === "" ? [] : evidence.split("+");
    const note = { evidence: seen, confidence, other: undefined, years: EVER, removed: undefined };
    return [
      code,
      nameOf(code),
      above.at(-1) ?? "",
      String(codeLevel(code)),
      [...above, code].map(nameOf).join(" › "),
      provenanceText(note, locale),
    ];
  });
  const edition = String(year ?? list.edition);
  const args = { list: list.title, edition, count: String(entries.length) };
  const line = (row: number, texts: readonly string[], styleOf: (column: number) => SheetCellStyle) =>
    texts.map((value, column): DesignCell => ({ row, column, content: { value }, style: styleOf(column) }));
  const last = { row: TOP_ROWS + rows.length - 1, column: HEADINGS.length - 1 };
  return {
    name: freeSheetName(said("dictionary.sheet", args), taken),
    cells: [
      ...line(0, [said("dictionary.title", args)], () => "department"),
      ...line(
        1,
        HEADINGS.map((key) => said(`dictionary.${key}`)),
        () => "heading",
      ),
      ...rows.flatMap((texts, index) =>
        line(TOP_ROWS + index, texts, (column) => (column === 0 || column === 2 ? "code" : "list")),
      ),
    ],
    merges: [],
    columnWidths: WIDTHS,
    rowHeights: new Map(),
    frozenRows: TOP_ROWS,
    frozenColumns: 0,
    page: undefined,
    names: [],
    lists: [],
    isHidden: false,
    filter: { firstRow: TOP_ROWS - 1, lastRow: last.row, firstColumn: 0, lastColumn: last.column },
  };
}

/** The codes of a list in order, with their names in a year, of its edition without one. */
export function entriesOf(list: CodeList, year: number | undefined): CodeAndName[] {
  const named = [...list.entries.values()].flatMap((entry): CodeAndName[] => {
    const name = namesIn(entry, year ?? list.edition).at(-1);
    return name === undefined ? [] : [{ code: entry.code, name }];
  });
  return named.sort((a, b) => (a.code < b.code ? -1 : 1));
}

const EVER = { firstYear: undefined, lastYear: undefined };
