import type { CodeSystem, SideDefinition } from "../../tables/definition";
import { readFigures } from "../../recognition/figures";
import { columnText } from "../../recognition/columnText";
import { filledRows, lastFilledRow, cellText } from "../../recognition/grid";
import { normaliseHeading, normaliseRowName, normaliseText, saysNothing } from "../../recognition/text";
import type { AmountFigure, Figure, RecognisedTable } from "../../recognition/recognised";
import { cellAt } from "../../workbook/snapshot";
import type { SheetSnapshot } from "../../workbook/snapshot";

/** A row under a table's heading as filling reads it: by its words and figures, since its codes may be missing. */
export interface Line {
  readonly table: RecognisedTable;
  readonly sheetRow: number;
  /** Texts of the columns that hold no amounts, by printed number; the name with what the next lines add to it. */
  readonly texts: ReadonlyMap<number, string>;
  readonly figures: ReadonlyMap<number, Figure>;
  /** The figure of the first amount column, where the row has one. */
  readonly total: AmountFigure | undefined;
  /** Set for a row whose name alone says what it is (合计, 基本支出): the kind of its rule. */
  readonly fixedKind: string | undefined;
}

/**
 * The rows under a table's heading, up to the closing note or the next table of the sheet, without headings repeated on
 * a new page. Rows behind a gap count only when they have a figure.
 * @param others all tables of the workbook
 * @param isName tells a name of the lists: one that was cut at the end of a line is put together when the whole is one
 */
export function bodyLines(
  table: RecognisedTable,
  sheet: SheetSnapshot,
  others: readonly RecognisedTable[],
  isName: (name: string, systems: readonly CodeSystem[]) => boolean,
): Line[] {
  const next = others
    .filter((other) => other.sheet === table.sheet && other.range.firstRow > table.firstBodyRow)
    .reduce((least, other) => Math.min(least, other.range.firstRow), lastFilledRow(sheet) + 1);
  const lines: Line[] = [];
  let hasGap = false;
  for (const row of filledRows(sheet, table.firstBodyRow, next - 1)) {
    if (isNote(sheet, row)) break;
    if (isHeading(table, sheet, row)) continue;
    hasGap ||= row > table.lastBodyRow && !sheet.rows.has(row - 1);
    const line = readLine(table, sheet, row);
    if (line && (!hasGap || line.total)) lines.push(line);
  }
  return joinNames(lines, isName);
}

function readLine(table: RecognisedTable, sheet: SheetSnapshot, row: number): Line | undefined {
  const texts = new Map<number, string>();
  const places = [...table.columns].flatMap(([number, { definition, sheetColumn }]) => {
    if (definition.kind === "amount") return [{ number, sheetColumn }];
    const text = columnText(sheet, table.columns, number, row);
    if (text !== "") texts.set(number, text);
    return [];
  });
  const read = readFigures(
    places.map(({ sheetColumn }) => ({
      address: { sheet: sheet.name, row, column: sheetColumn },
      cell: cellAt(sheet, row, sheetColumn),
    })),
    table.unit,
  );
  const figures = new Map<number, Figure>();
  read.forEach((figure, index) => {
    const place = places[index];
    if (place) figures.set(place.number, figure);
  });
  if (texts.size === 0 && read.every(({ kind }) => kind !== "amount")) return undefined;
  const [first] = table.definition.sides[0]?.amountColumns ?? [];
  const total = figures.get(first ?? -1);
  return {
    table,
    sheetRow: row,
    texts,
    figures,
    total: total?.kind === "amount" ? total : undefined,
    fixedKind: fixedKind(table.definition.sides, texts),
  };
}

/** A row as one of several lists that stand side by side has it: its own figure, and what its own name says. */
export function lineOfSide(line: Line, side: SideDefinition): Line {
  const total = line.figures.get(side.amountColumns[0] ?? -1);
  const numbers = new Set([side.nameColumn, side.codeColumn]);
  const texts = new Map([...line.texts].filter(([number]) => numbers.has(number)));
  return {
    ...line,
    texts,
    total: total?.kind === "amount" ? total : undefined,
    fixedKind: fixedKind([side], texts),
  };
}

function fixedKind(sides: readonly SideDefinition[], texts: ReadonlyMap<number, string>): string | undefined {
  // A merged 合计 stands in the first of its columns, whichever that is; then the row says nothing else.
  const [alone] = texts.size === 1 ? texts.keys() : [];
  for (const side of sides) {
    for (const number of [side.nameColumn, side.codeColumn ?? 0, alone ?? 0]) {
      const name = normaliseRowName(texts.get(number) ?? "");
      const rule =
        name === ""
          ? undefined
          : side.rows.find(({ names }) => names?.some((one) => normaliseRowName(one) === name));
      if (rule) return rule.kind;
    }
  }
  return undefined;
}

/** Puts a name together that was cut at the end of a line, when only the whole is a name of the lists. */
function joinNames(
  lines: readonly Line[],
  isName: (name: string, systems: readonly CodeSystem[]) => boolean,
): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const before = joined[joined.length - 1];
    const whole = before && wholeName(before, line, isName);
    if (before && whole !== undefined) {
      const { number, text } = whole;
      joined[joined.length - 1] = { ...before, texts: new Map(before.texts).set(number, text) };
    } else joined.push(line);
  }
  return joined;
}

function wholeName(
  before: Line,
  line: Line,
  isName: (name: string, systems: readonly CodeSystem[]) => boolean,
): { readonly number: number; readonly text: string } | undefined {
  const isAlone = line.texts.size === 1 && [...line.figures.values()].every(({ kind }) => kind !== "amount");
  if (!isAlone || before.sheetRow + 1 !== line.sheetRow) return undefined;
  for (const { nameColumn, codeColumn } of before.table.definition.sides) {
    const start = before.texts.get(nameColumn);
    const rest = line.texts.get(nameColumn);
    const systems = before.table.columns.get(codeColumn ?? -1)?.definition.systems;
    if (start === undefined || rest === undefined || !systems) continue;
    if (isName(start + rest, systems) && !isName(start, systems))
      return { number: nameColumn, text: start + rest };
  }
  return undefined;
}

function isHeading({ columns }: RecognisedTable, sheet: SheetSnapshot, row: number): boolean {
  const texts = [...(sheet.rows.get(row)?.values() ?? [])]
    .map((cell) => normaliseHeading(cellText(cell)))
    .filter((text) => text !== "");
  const headings = new Set([...columns.values()].flatMap(({ heading }) => heading.split("/")));
  return texts.length > 1 && texts.every((text) => headings.has(text) || saysNothing(text));
}

function isNote(sheet: SheetSnapshot, row: number): boolean {
  const [first] = sheet.rows.get(row)?.values() ?? [];
  return /^(注|备注|说明|填表人|制表人|审核人|单位负责人)(:|$)/.test(normaliseText(cellText(first)));
}
