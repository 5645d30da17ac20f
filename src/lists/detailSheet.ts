import { Decimal } from "../amounts/decimal";
import { columnOf } from "../planning/insert/formulaText";
import { DETAIL_SIGN } from "../workbook/ownSheets";
import type { DesignCell, SheetCellStyle, SheetDesign } from "../workbook/sheetDesign";
import { DETAIL_FIELDS, detailText } from "./listLinks";
import type { DetailPlaces } from "./listLinks";
import type { ListPart } from "./listPart";

const HEADING_ROW = 2;
const FIRST_ROW = HEADING_ROW + 1;
/** 清单工作表 and 清单行号 come before the fields, the amounts behind them. */
const BEFORE = 2;
const EXACT = BEFORE + DETAIL_FIELDS.length;
const USED = EXACT + 1;

/** Where the parts of a list stand on their sheet. */
export function detailPlaces(sheet: string, count: number): DetailPlaces {
  const last = FIRST_ROW + count - 1;
  const numbers = new Map(DETAIL_FIELDS.map((field, index) => [field, BEFORE + index]));
  return {
    rangeOf: (field) => columnOf(sheet, numbers.get(field) ?? 0, FIRST_ROW, last),
    amounts: columnOf(sheet, USED, FIRST_ROW, last),
  };
}

/** What the sheet of parts is made of. */
export interface DetailContent {
  readonly name: string;
  readonly parts: readonly ListPart[];
  /** Rounded, in the unit of the tables, by the part's place. */
  readonly amountOf: (index: number) => number;
  readonly unit: "元" | "万元";
}

/**
 * The sheet that SUMIFS of the tables add up: one row for the money of each kind in a row of the list, with where it comes
 * from, the amount of the list in 元, and the one that the tables count, rounded once for all of them.
 */
export function detailSheet({ name, parts, amountOf, unit }: DetailContent): SheetDesign {
  const headings = [
    ...["清单工作表", "清单行号"],
    ...DETAIL_FIELDS.map(({ heading }) => heading),
    ...["清单金额（元）", `列入各表的金额（${unit}）`],
  ];
  const cell = (row: number, column: number, value: string | number, style: SheetCellStyle): DesignCell => ({
    row,
    column,
    content: { value },
    style,
  });
  const cells = [
    cell(0, 0, DETAIL_SIGN, "note"),
    ...headings.map((heading, column) => cell(HEADING_ROW, column, heading, "heading")),
    ...parts.flatMap((part, index) => {
      const row = FIRST_ROW + index;
      return [
        cell(row, 0, part.row.sheet, "text"),
        cell(row, 1, part.row.sheetRow + 1, "count"),
        ...DETAIL_FIELDS.map((field, at) => cell(row, BEFORE + at, detailText(field, part), "code")),
        cell(row, EXACT, new Decimal(part.amount).toNumber(), "input"),
        cell(row, USED, amountOf(part.index), "input"),
      ];
    }),
  ];
  const last = FIRST_ROW + Math.max(parts.length, 1) - 1;
  return {
    name,
    cells,
    merges: [],
    columnWidths: headings.map((heading) => Math.max(10, heading.length * 2)),
    rowHeights: new Map(),
    frozenRows: FIRST_ROW,
    frozenColumns: 0,
    page: undefined,
    names: [],
    lists: [],
    isHidden: false,
    filter: { firstRow: HEADING_ROW, firstColumn: 0, lastRow: last, lastColumn: USED },
  };
}
