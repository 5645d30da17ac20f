import { isClosingNote } from "../../recognition/bodyRows";
import { columnText } from "../../recognition/columnText";
import type { RecognisedTable } from "../../recognition/recognised";
import { linkFamily } from "../../recognition/family";
import { normaliseRowName } from "../../recognition/text";
import type { Pack, RowRule, SideDefinition } from "../../tables/definition";
import type { BodyTemplate, EachTemplate, LineTemplate } from "../../tables/insertion";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { makeRow } from "../table";
import type { Row, RowInMaking, Table } from "../table";

/**
 * The model of a recognised table: its rows with their families, and the blank ones between them that wait for something
 * to be typed. Undefined for a table that cannot be grown: one that runs on over several sheets, or of a set without
 * insertion data for it.
 * @param end the row where the next table of the sheet begins; Infinity when there is none
 */
export function modelOf(
  pack: Pack,
  found: RecognisedTable,
  sheet: SheetSnapshot,
  end: number,
): Table | undefined {
  const { definition, rows } = found;
  const insertion = pack.insertion.tables[definition.id];
  if (!insertion || rows.some((row) => row.sheet !== found.sheet)) return undefined;
  const columns = new Map([...found.columns].map(([number, { sheetColumn }]) => [number, sheetColumn]));
  const joined = [...found.columns].flatMap(([number, { reading }]) => (reading ? [number] : []));
  const noteRow = noteRowOf(found, sheet, end);
  const made = definition.sides.flatMap((side, index) =>
    sideRows({ found, sheet, noteRow }, side, insertion.sides[index] ?? []),
  );
  return {
    definition,
    insertion,
    sheet: found.sheet,
    columns,
    joinedColumns: new Set(joined),
    year: found.year,
    firstHeadingRow: found.headerRows.first,
    firstBodyRow: found.firstBodyRow,
    noteRow,
    rows: made.sort((a, b) => a.sheetRow - b.sheetRow),
  };
}

/**
 * The row of the closing 注; the first row below the body where there is none. Blank rows may stand above it, as long as
 * nothing else does.
 */
function noteRowOf(found: RecognisedTable, sheet: SheetSnapshot, end: number): number {
  const { firstBodyRow, lastBodyRow, range } = found;
  const last = Math.max(lastBodyRow, range.lastRow);
  for (const [row, cells] of sheet.rows) {
    if (row < firstBodyRow || row >= end) continue;
    if (isClosingNote(sheet, row)) return row;
    if (row > last && [...cells.values()].some(({ value }) => value !== "")) break;
  }
  return last + 1;
}

interface Body {
  readonly found: RecognisedTable;
  readonly sheet: SheetSnapshot;
  readonly noteRow: number;
}

function sideRows(
  { found, sheet, noteRow }: Body,
  side: SideDefinition,
  templates: readonly BodyTemplate[],
): RowInMaking[] {
  const own = new Map(found.rows.filter((row) => row.side === side).map((row) => [row.sheetRow, row]));
  const blankRule = ruleOfBlanks(side, templates);
  const rows: RowInMaking[] = [];
  for (let sheetRow = found.firstBodyRow; sheetRow < noteRow; sheetRow++) {
    const row = own.get(sheetRow);
    if (row) {
      const { rule, name, code } = row;
      rows.push(makeRow({ side, rule, name, code, sheetRow, found: row }));
    } else if (blankRule && isBlank(found, sheet, side, sheetRow))
      rows.push(makeRow({ side, rule: blankRule, sheetRow, isBlank: true }));
  }
  linkFamily(rows, side);
  for (const draft of rows) draft.sum = sumOf(draft, templates);
  return rows;
}

/** What is typed into a blank row of a side, as its template says. */
export function ruleOfBlanks(side: SideDefinition, templates: readonly BodyTemplate[]): RowRule | undefined {
  for (const template of templates) {
    if ("blank" in template) return side.rows.find(({ kind }) => kind === template.blank);
    const inner = "under" in template ? ruleOfBlanks(side, template.under ?? []) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

/** Nothing that tells what row it is: its code and name columns are blank, or formulas that give nothing. */
function isBlank(
  { columns }: RecognisedTable,
  sheet: SheetSnapshot,
  side: SideDefinition,
  row: number,
): boolean {
  return [side.codeColumn, side.nameColumn].every(
    (number) => number === undefined || columnText(sheet, columns, number, row) === "",
  );
}

/** The sentence of the insertion data that gives a row's figures, found by its name under the same parent. */
function sumOf(row: Row, templates: readonly BodyTemplate[]): string | undefined {
  return lineOf(row, templates)?.sum;
}

function lineOf(row: Row, templates: readonly BodyTemplate[]): LineTemplate | undefined {
  const key = normaliseRowName(row.name);
  if (key === "") return undefined;
  return templatesUnder(row.parent, templates).find(
    (template): template is LineTemplate => "line" in template && normaliseRowName(template.line) === key,
  );
}

/** What the insertion data puts under a row: under the total what stands at the top. */
function templatesUnder(
  parent: Row | undefined,
  templates: readonly BodyTemplate[],
): readonly BodyTemplate[] {
  if (!parent || parent.rule.level === 0) return templates;
  const around = templatesUnder(parent.parent, templates);
  if (parent.rule.names) {
    const key = normaliseRowName(parent.name);
    return (
      around.find((one): one is LineTemplate => "line" in one && normaliseRowName(one.line) === key)?.under ??
      []
    );
  }
  return around.find((one): one is EachTemplate => "each" in one)?.under ?? [];
}
