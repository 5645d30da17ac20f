import { findUnit } from "../amounts/unit";
import type { AmountUnit } from "../amounts/unit";
import type { MessageRef } from "../messages/messageRef";
import { formatA1 } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import { isClosingNote } from "./block";
import type { Block } from "./block";
import { confidenceOf } from "./confidence";
import { cellText, filledRows } from "./grid";
import type { RecognisedTable } from "./recognised";
import { buildRows } from "./tableRows";
import { yearIn } from "./text";

/** The table that a block, further pages joined to it, stands for. */
export function buildTable(block: Block): RecognisedTable {
  const { sheet, definition, title, header, drafts, end } = block;
  const top = title?.row ?? Math.max(0, header.firstRow - 3);
  const unitLine = readUnit(sheet, top, header.firstRow, header.lastRow);
  const own = drafts.filter((draft) => draft.sheet.name === sheet.name);
  const lastRow = own[own.length - 1]?.sheetRow ?? header.lastRow;
  const sheetColumns = [...header.columns.values()].map(({ sheetColumn }) => sheetColumn);
  const lastBodyRow = lastOfBlock(sheet, lastRow, end);
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
    rows: [],
    headerRows: { first: header.firstRow, last: header.lastRow },
    firstBodyRow: header.lastRow + 1,
    lastBodyRow,
    bodyRows: block.body.flatMap((at) =>
      at.sheet.name !== sheet.name || at.row <= lastBodyRow ? [{ sheet: at.sheet.name, row: at.row }] : [],
    ),
    unit: unitLine ?? "万元",
    year: findYear(sheet, top, header.lastRow),
    confidence: confidenceOf(block),
    reasons: reasons(block, unitLine),
  };
  return Object.assign(table, { rows: buildRows(table, drafts, table.unit) });
}

/** The last row that follows without a gap: rows of the body that could not be told stand there. */
function lastOfBlock(sheet: SheetSnapshot, lastRow: number, end: number): number {
  let last = lastRow;
  while (last < end && sheet.rows.has(last + 1) && !isClosingNote(sheet, last + 1)) last++;
  return last;
}

/** From a line 单位：万元 above the heading, or else from a heading such as 合计（元）. */
function readUnit(sheet: SheetSnapshot, top: number, first: number, last: number): AmountUnit | undefined {
  for (const text of textsBetween(sheet, top, first - 1)) {
    const unit = findUnit(text);
    if (unit) return unit;
  }
  for (const text of textsBetween(sheet, first, last)) {
    const unit = /[(（](?:单位[:：])?(万元|亿元|元)[)）]\s*$/.exec(text)?.[1];
    if (unit !== undefined) return unit as AmountUnit;
  }
  return undefined;
}

function findYear(sheet: SheetSnapshot, first: number, last: number): number | undefined {
  return textsBetween(sheet, first, last).flatMap((text) => yearIn(text) ?? [])[0];
}

function textsBetween(sheet: SheetSnapshot, first: number, last: number): string[] {
  return filledRows(sheet, first, last).flatMap((row) =>
    [...(sheet.rows.get(row)?.values() ?? [])].map((cell) => cellText(cell)),
  );
}

function reasons(block: Block, unit: AmountUnit | undefined): MessageRef[] {
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
    unit ? { key: "reason.unit", args: { unit } } : { key: "reason.unitAssumed", args: { unit: "万元" } },
  ];
}
