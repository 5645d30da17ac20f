import { parseAmount } from "../amounts/parseAmount";
import { convertAmount, findUnit } from "../amounts/unit";
import type { AmountUnit } from "../amounts/unit";
import type { MessageRef } from "../messages/messageRef";
import { formatA1 } from "../workbook/address";
import { cellAt } from "../workbook/snapshot";
import type { CellValue } from "../workbook/snapshot";
import type { Block } from "./block";
import { isClosingNote } from "./bodyRows";
import { confidenceOf, unsure } from "./confidence";
import { filledRows, lastFilledRow } from "./grid";
import { FigureGrid } from "./figureGrid";
import { COMMON_UNIT } from "./figures";
import { areFew, countKnownRows, isBareList } from "./knownRows";
import type { KnownRows } from "./knownRows";
import type { RecognisedRow, RecognisedTable } from "./recognised";
import { buildRows } from "./tableRows";
import { yearIn } from "./text";
import type { ReadSheet } from "./readSheet";

/** The unit of a workbook's tables, which counts for one that names none; not sure where they name different ones. */
export interface UsualUnit {
  readonly unit: AmountUnit;
  readonly isSure: boolean;
}

/** The unit that tables of a workbook name where one does not: that of most, sure where all agree, 万元 if none does. */
export function usualUnit(stated: readonly (AmountUnit | undefined)[]): UsualUnit {
  const counts = new Map<AmountUnit, number>();
  for (const unit of stated) if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return { unit: first?.[0] ?? "万元", isSure: second === undefined };
}

/**
 * The table that a block, further pages joined to it, stands for.
 * @param stated the unit that its sheet names (statedUnit)
 */
export function buildTable(block: Block, stated: AmountUnit | undefined, usual: UsualUnit): RecognisedTable {
  const { sheet, definition, title, header, drafts, end } = block;
  const own = drafts.filter((draft) => draft.sheet.name === sheet.name);
  const lastRow = own[own.length - 1]?.sheetRow ?? header.lastRow;
  const sheetColumns = [...header.columns.values()].map(({ sheetColumn }) => sheetColumn);
  const lastBodyRow = lastOfBlock(sheet, lastRow, end);
  const unit = stated ?? usual.unit;
  const found = countKnownRows(block);
  const isDoubtful = !block.correction && (areFew(found) || isBareList(block));
  const confidence = isDoubtful ? unsure(confidenceOf(block)) : confidenceOf(block);
  const table: RecognisedTable = {
    definition,
    sheet: sheet.name,
    range: {
      firstRow: title?.row ?? header.firstRow,
      firstColumn: Math.min(...sheetColumns, title?.column ?? Infinity),
      lastRow,
      lastColumn: Math.max(...sheetColumns),
    },
    columns: header.columns,
    otherColumns: otherColumns(block),
    rows: [],
    grid: new FigureGrid(drafts, header.columns, definition.sides, unit),
    headerRows: { first: header.firstRow, last: header.lastRow },
    firstBodyRow: header.lastRow + (header.isTotalsRow ? 0 : 1),
    lastBodyRow,
    bodyRows: block.body.flatMap((at) =>
      at.sheet.name !== sheet.name || at.row <= lastBodyRow ? [{ sheet: at.sheet.name, row: at.row }] : [],
    ),
    unit,
    year: findYear(sheet, title?.row ?? block.top, header.lastRow),
    confidence,
    reasons: reasons(block, stated, unit, found),
  };
  const rows = buildRows(table, drafts);
  const isUsual = () => usual.isSure && !namesOtherUnit(block) && isUsualIn(unit, rows);
  const isUnitSure = stated || block.correction || isUsual();
  return Object.assign(table, { rows, ...(isUnitSure ? {} : { confidence: unsure(confidence) }) });
}

/** 万元 are printed with digits after the point and are a few million at most; 元 are either whole or many. */
const MOST_WAN = 1_000_000;
const LEAST_YUAN = 10_000;

/** True where the figures of a table that names no unit may well be in the one that was taken for it. */
function isUsualIn(unit: AmountUnit, rows: readonly RecognisedRow[]): boolean {
  const figures = rows.flatMap((row) => [...row.figures.values()]);
  const amounts = figures.flatMap((figure) =>
    figure.kind === "amount" && !figure.value.isZero()
      ? [convertAmount(figure.value, COMMON_UNIT, unit).abs()]
      : [],
  );
  if (amounts.length === 0) return true;
  const isWhole = amounts.every((amount) => amount.isInteger());
  const isLarge = (least: number) => amounts.some((amount) => amount.greaterThanOrEqualTo(least));
  return unit === "万元" ? !isWhole && !isLarge(MOST_WAN) : isWhole || isLarge(LEAST_YUAN);
}

/** Amounts below the heading that no defined column took; percentages and a count of the rows are none. */
function otherColumns({ header, body }: Block): RecognisedTable["otherColumns"] {
  const taken = new Set(
    [...header.columns.values()].flatMap(({ sheetColumn, reading }) =>
      reading?.kind === "levels" ? [sheetColumn, ...reading.sheetColumns] : [sheetColumn],
    ),
  );
  return [...header.headings].flatMap(([sheetColumn, path]) => {
    if (taken.has(sheetColumn) || header.ofOtherYears.has(sheetColumn)) return [];
    const cells = body.flatMap(({ sheet, row }) => cellAt(sheet, row, sheetColumn) ?? []);
    const amounts = cells.filter(({ value, numberFormat }) => isAmount(value) && !numberFormat.includes("%"));
    const isCount = amounts.every(({ value }, index) => value === index + 1);
    const isOther = !isCount && amounts.length * 2 >= cells.length;
    return isOther ? [{ sheetColumn, heading: [...new Set(path)].join("/") }] : [];
  });
}

function isAmount(value: CellValue): boolean {
  return typeof value === "number" || (typeof value === "string" && parseAmount(value).kind === "amount");
}

/** The last row that follows without a gap: rows of the body that could not be told stand there. */
function lastOfBlock(sheet: ReadSheet, lastRow: number, end: number): number {
  let last = lastRow;
  while (last < end && sheet.rows.has(last + 1) && !isClosingNote(sheet, last + 1)) last++;
  return last;
}

/**
 * The unit that a table's sheet names: in a line 单位：万元 above the heading or among its rows, in a heading such as
 * 合计（元）, above the title, or in a line of its own below the last table of a sheet.
 */
export function statedUnit({ sheet, title, header, top, end }: Block): AmountUnit | undefined {
  const from = title?.row ?? top;
  const inHeading = textsBetween(sheet, header.firstRow, header.lastRow, "元");
  const above = textsBetween(sheet, top, from - 1, "元").filter((text) => top === 0 || isUnitLine(text));
  return (
    firstUnit(textsBetween(sheet, from, header.firstRow - 1, "元")) ??
    inHeading.map((text) => findUnit(text) ?? unitInHeading(text)).find((unit) => unit !== undefined) ??
    firstUnit(above) ??
    (end === lastFilledRow(sheet) ? unitBelow(sheet, header.lastRow + 1, end) : undefined)
  );
}

/** True where a table names a unit that is not read: 千元, 百万元, 美元. */
function namesOtherUnit({ sheet, header, top }: Block): boolean {
  return textsBetween(sheet, top, header.lastRow, "元").some((text) => /[十百千美欧港][万亿]?元/.test(text));
}

function unitBelow(sheet: ReadSheet, first: number, last: number): AmountUnit | undefined {
  return firstUnit(textsBetween(sheet, first, last, "元").filter(isUnitLine));
}

function firstUnit(texts: readonly string[]): AmountUnit | undefined {
  for (const text of texts) {
    const unit = findUnit(text);
    if (unit) return unit;
  }
  return undefined;
}

/** A cell that says nothing but the unit. */
function isUnitLine(text: string): boolean {
  return /^[(（]?\s*(金额)?\s*单\s*位\s*[:：]/.test(text.trim()) && text.trim().length <= LONGEST_UNIT_LINE;
}

const LONGEST_UNIT_LINE = 12;

function unitInHeading(text: string): AmountUnit | undefined {
  return /[(（](?:单位[:：])?(万元|亿元|元)[)）]\s*$/.exec(text)?.[1] as AmountUnit | undefined;
}

/** The year that a table's title names, else its headings: the latest of a row, since others stand there for comparison. */
function findYear(sheet: ReadSheet, first: number, last: number): number | undefined {
  for (const row of filledRows(sheet, first, last)) {
    const years = textsBetween(sheet, row, row, "年").flatMap((text) => yearIn(text) ?? []);
    if (years.length > 0) return Math.max(...years);
  }
  return undefined;
}

/** The texts between two rows, both included, that have a character in them. */
function textsBetween(sheet: ReadSheet, first: number, last: number, character: string): string[] {
  const texts: string[] = [];
  for (const row of filledRows(sheet, first, last))
    for (const { value } of sheet.rows.get(row)?.values() ?? [])
      if (typeof value === "string" && value.includes(character)) texts.push(value);
  return texts;
}

function reasons(
  block: Block,
  stated: AmountUnit | undefined,
  unit: AmountUnit,
  found: KnownRows,
): MessageRef[] {
  const { definition, header, title, correction, sheetNamed, sheet } = block;
  const defined = definition.sides.flatMap((side) => side.amountColumns).length;
  const named: MessageRef = title
    ? { key: "reason.title", args: { title: title.text, cell: formatA1(title.row, title.column) } }
    : sheetNamed
      ? { key: "reason.sheetName", args: { sheet: sheet.name, title: definition.title } }
      : { key: "reason.headerOnly", args: { title: definition.title } };
  return [
    ...(correction ? [{ key: "reason.corrected", args: { sheet: correction.sheet } }] : []),
    named,
    { key: "reason.header", args: { found: String(header.columns.size), amounts: String(defined) } },
    ...(areFew(found)
      ? [{ key: "reason.fewRows", args: { known: String(found.known), all: String(found.all) } } as const]
      : []),
    { key: stated ? "reason.unit" : "reason.unitAssumed", args: { unit } },
  ];
}
