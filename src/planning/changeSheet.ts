import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import { convertAmount } from "../amounts/unit";
import type { AmountUnit } from "../amounts/unit";
import { roundToDecimals } from "../amounts/step";
import { describeYears } from "../messages/years/describeYears";
import type { Locale } from "../messages/describe";
import { COMPARED_LISTS } from "../tables/comparison";
import { formatA1, quoteSheetName } from "../workbook/address";
import type { AddSheet, CellContent, WriteCell } from "../workbook/edit";
import type { DesignCell, SheetCellStyle, SheetDesign } from "../workbook/sheetDesign";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import type { AmountCell } from "../years/amounts";
import type { Change, ChangeSide, YearComparison } from "../years/compareYears";
import { changeSheetOf } from "../years/reasons";
import type { Reasons } from "../years/reasons";
import type { Thresholds } from "../years/thresholds";
import { freeSheetName } from "./freeSheetName";

/** What the change sheet is made of. */
export interface ChangeSheetParts {
  readonly comparison: YearComparison;
  readonly thresholds: Thresholds;
  readonly reasons: Reasons;
  /** Those that last year's workbook kept, offered beside. */
  readonly lastReasons: Reasons;
  readonly locale: Locale;
}

/** Columns of the sheet by what they hold, from the left. */
const COLUMNS = [
  "code",
  "name",
  "now",
  "last",
  "change",
  "changeRate",
  "need",
  "reason",
  "lastReason",
  "before",
  "key",
] as const;
const WIDTHS = [12, 34, 15, 15, 15, 11, 12, 46, 40, 30, 30];
// What fromEntries gives has just these keys, which its type does not say.
const C = Object.fromEntries(COLUMNS.map((name, index) => [name, index])) as Readonly<
  Record<(typeof COLUMNS)[number], number>
>;

const THRESHOLD_ROW = 2;
const HEADING_ROW = 3;

/**
 * 上年对比表: this year's figures as formulas over the workbook's own cells, last year's as values, 增减额 and 增减率 as formulas,
 * and a column for reasons. In a workbook that has one already it is written anew in its place; with it the reasons
 * typed into it, which are given. Returns the edits that do so, and the name of the sheet.
 */
export function planChangeSheet(
  workbook: WorkbookSnapshot,
  parts: ChangeSheetParts,
): { readonly edits: readonly (AddSheet | WriteCell)[]; readonly sheet: string } {
  const there = changeSheetOf(workbook);
  const taken = workbook.sheets.map(({ name }) => name);
  const wanted = describeYears({ key: "years.sheet", args: {} }, parts.locale);
  const design = changeSheetDesign(parts, there?.name ?? freeSheetName(wanted, taken));
  return {
    edits: there ? rewritten(there, design) : [{ kind: "addSheet", design }],
    sheet: design.name,
  };
}

/** The cells of a sheet that are to become others. */
function rewritten(sheet: SheetSnapshot, design: SheetDesign): WriteCell[] {
  const wanted = new Map(design.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  const emptied = [...sheet.rows].flatMap(([row, cells]) =>
    [...cells.keys()].flatMap((column): WriteCell[] =>
      wanted.has(`${row},${column}`)
        ? []
        : [{ kind: "writeCell", sheet: sheet.name, row, column, content: null }],
    ),
  );
  const written = design.cells.flatMap(({ row, column, content, style, result }): WriteCell[] => {
    if (content === null) return [];
    const full: CellContent =
      "formula" in content && result !== undefined ? { formula: content.formula, result } : content;
    const isAmount = style === "input" || style === "sum" || style === "linked";
    return [
      {
        kind: "writeCell",
        sheet: sheet.name,
        row,
        column,
        content: "value" in full && full.value === "" ? null : full,
        ...(isAmount ? { numberFormat: "#,##0.00" } : {}),
      },
    ];
  });
  return [...emptied, ...written];
}

function changeSheetDesign(parts: ChangeSheetParts, name: string): SheetDesign {
  const { comparison, thresholds, locale } = parts;
  const say = (key: string, args: Readonly<Record<string, string>> = {}) =>
    describeYears({ key: `years.sheet.${key}`, args }, locale);
  const unit = usualUnit(comparison);
  const year = comparison.now.year;
  const last = COLUMNS.length - 1;
  const title = year === undefined ? say("titleNoYear") : say("title", { year: String(year) });
  const cells: DesignCell[] = [
    textCell(0, 0, title, "title"),
    textCell(1, last, say("unit", { unit }), "unit"),
    textCell(THRESHOLD_ROW, C.name, say("rate"), "text"),
    { row: THRESHOLD_ROW, column: C.now, content: { value: Number(thresholds.rate) }, style: "input" },
    ...COLUMNS.map((column, index) => textCell(HEADING_ROW, index, say(column), "heading")),
  ];
  let row = HEADING_ROW + 1;
  let part: Change["part"] | undefined;
  for (const change of comparison.changes) {
    if (change.part !== part) {
      part = change.part;
      cells.push(textCell(row, C.name, partLabel(part, locale), "strong"));
      row++;
    }
    cells.push(...changeCells(change, row, unit, parts));
    row++;
  }
  const area = { firstRow: 0, firstColumn: 0, lastRow: row - 1, lastColumn: C.reason };
  return {
    name,
    cells,
    merges: [{ firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: last }],
    columnWidths: WIDTHS,
    rowHeights: new Map([[0, 30]]),
    frozenRows: HEADING_ROW + 1,
    frozenColumns: 2,
    page: {
      isLandscape: true,
      titleRows: { first: HEADING_ROW, last: HEADING_ROW },
      area,
      footer: "第 &P 页，共 &N 页",
    },
    names: [],
    lists: [],
    isHidden: false,
  };
}

/** What a part of the changes is called. */
export function partLabel(part: Change["part"], locale: Locale): string {
  const list = COMPARED_LISTS.find(({ id }) => id === part);
  return list?.label ?? describeYears({ key: "years.lines", args: {} }, locale);
}

/** The unit of most of this year's tables. */
function usualUnit({ now }: YearComparison): AmountUnit {
  const yuan = now.tables.filter(({ unit }) => unit === "元").length;
  return yuan * 2 > now.tables.length ? "元" : "万元";
}

function textCell(row: number, column: number, value: string, style: SheetCellStyle): DesignCell {
  return { row, column, content: { value }, style };
}

function changeCells(
  change: Change,
  row: number,
  unit: AmountUnit,
  { reasons, lastReasons, locale, thresholds }: ChangeSheetParts,
): DesignCell[] {
  const { now, last, key } = change;
  const at = (column: number) => formatA1(row, column);
  const [n, l, d] = [at(C.now), at(C.last), at(C.change)];
  const number = (value: Decimal) => convertAmount(value, "万元", unit).toNumber();
  const amount = (
    column: number,
    content: CellContent | null,
    style: SheetCellStyle,
    result?: number | string,
  ) => ({
    row,
    column,
    content,
    style,
    ...(result === undefined ? {} : { result }),
  });
  const rate = change.rate === undefined ? "" : roundToDecimals(change.rate, 2).toNumber();
  return [
    textCell(row, C.code, codesText(now ?? last), "code"),
    textCell(row, C.name, change.label, "name"),
    sideCell(now, row, unit),
    amount(C.last, last?.value ? { value: number(last.value) } : null, "input"),
    amount(C.change, { formula: `=${n}-${l}` }, "sum", number(change.change ?? ZERO)),
    amount(C.changeRate, { formula: `=IF(${l}=0,"",ROUND(${d}/ABS(${l})*100,2))` }, "sum", rate),
    needCell(change, row, locale, thresholds),
    textCell(row, C.reason, reasons.get(key) ?? "", "text"),
    textCell(row, C.lastReason, lastReasons.get(key) ?? "", "note"),
    textCell(row, C.before, beforeText(change), "note"),
    textCell(row, C.key, key, "note"),
  ];
}

function codesText(side: ChangeSide | undefined): string {
  return (side?.codes ?? []).join(" + ");
}

/** Last year's code and name where they are not this year's. */
export function beforeText({ kind, last, part }: Change): string {
  if (!last || kind === "same" || kind === "gone" || part === "lines") return "";
  return last.names.map((name, index) => [last.codes[index], name].filter(Boolean).join(" ")).join(" + ");
}

/** This year's cells added up; what a formula cannot add (text, other units of its own) stands as a value. */
function sideCell(now: ChangeSide | undefined, row: number, unit: AmountUnit): DesignCell {
  const place = { row, column: C.now };
  if (!now) return { ...place, content: null, style: "linked" };
  const result = convertAmount(now.value ?? ZERO, "万元", unit).toNumber();
  const areNumbers = now.cells.every(
    ({ figure }) => figure.kind === "none" || (figure.kind === "amount" && !figure.isText),
  );
  const terms = now.cells
    .filter(({ figure }) => figure.kind === "amount")
    .map((cell) => cellFormula(cell, unit));
  if (!areNumbers || terms.length === 0) return { ...place, content: { value: result }, style: "input" };
  return { ...place, content: { formula: `=${terms.join("+")}` }, style: "linked", result };
}

/** A cell as the comparison counts it: as printed, in the unit of the sheet. */
function cellFormula({ sheet, row, column, table, figure }: AmountCell, unit: AmountUnit): string {
  const reference = `${quoteSheetName(sheet)}!${formatA1(row, column)}`;
  const isWhole = figure.kind === "amount" && figure.stored.equals(figure.value);
  const printed = isWhole || figure.kind !== "amount" ? reference : `ROUND(${reference},${figure.decimals})`;
  const factor = convertAmount(convertAmount(ONE_YUAN, "元", unit), table.unit, "元");
  return factor.equals(1)
    ? printed
    : factor.greaterThan(1)
      ? `${printed}*${factor.toFixed()}`
      : `${printed}/${ONE_YUAN.dividedBy(factor).toFixed()}`;
}

const ONE_YUAN = ZERO.plus(1);

/** Whether a reason is needed, by the threshold above the table; a row that is explained elsewhere says where. */
function needCell(
  { need, change, last, now }: Change,
  row: number,
  locale: Locale,
  { rate }: Thresholds,
): DesignCell {
  const say = (key: string) => describeYears({ key: `years.sheet.${key}`, args: {} }, locale);
  const place = { row, column: C.need };
  if (need === "below" || need === "same") return { ...place, content: { value: say(need) }, style: "text" };
  if (change === undefined || (!now && !last)) return { ...place, content: null, style: "text" };
  const [l, d] = [formatA1(row, C.last), formatA1(row, C.change)];
  const threshold = `$${formatA1(0, C.now).replace(/\d+$/, "")}$${THRESHOLD_ROW + 1}`;
  const needed = say("needed");
  const isOver = `ROUND(ABS(${d})*100,4)>=ROUND(${threshold}*ABS(${l}),4)`;
  const formula = `=IF(ROUND(${d},6)=0,"",IF(${l}=0,"${needed}",IF(${isOver},"${needed}","")))`;
  const before = last?.value ?? ZERO;
  const isOverNow =
    !change.isZero() &&
    (before.isZero() || change.abs().times(100).greaterThanOrEqualTo(before.abs().times(rate)));
  // In a cell of the text format a formula would be a text.
  return { ...place, content: { formula }, style: "count", result: isOverNow ? needed : "" };
}
