import { normaliseName } from "../../src/codes/codeName";
import type { FillPlan } from "../../src/planning/fill/fillPlan";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import { parseCodeCell } from "../../src/recognition/text";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import type { CellAddress } from "../../src/workbook/address";
import type { Cell, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { cellAt } from "../../src/workbook/snapshot";

/**
 * codes: cells with a code alone are emptied, cells with code and name keep the name. names: the reverse, the names of
 * rows that have a code. pairs: the cells of one column of pairs are emptied altogether, by its printed number.
 */
export type Blanking =
  { readonly kind: "codes" | "names" } | { readonly kind: "pairs"; readonly column: number };

export interface BlankedCell {
  readonly cell: CellAddress;
  readonly table: string;
  readonly was: string;
  /** The code that the row prints a second time, which one row of the published budget prints otherwise. */
  readonly twice: string;
}

/** A workbook with cells emptied, and what stood in them. */
export interface Blanked {
  readonly workbook: WorkbookSnapshot;
  readonly cells: readonly BlankedCell[];
}

/** Empties the code or name cells of some tables of a workbook in which all tables are recognised. */
export function blankCells(
  workbook: WorkbookSnapshot,
  tables: readonly string[],
  blanking: Blanking,
  pack = GUANGZHOU,
): Blanked {
  const cells: BlankedCell[] = [];
  const changes = new Map<string, string>();
  for (const table of recogniseWorkbook(workbook, pack).tables) {
    if (!tables.includes(table.definition.id)) continue;
    const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
    if (!sheet) continue;
    for (const row of new Set(table.rows.map(({ sheetRow }) => sheetRow))) {
      const isCoded = [...table.columns.values()].some(
        ({ definition, sheetColumn }) =>
          definition.kind === "code" &&
          parseCodeCell(textAt(sheet.rows.get(row)?.get(sheetColumn))).code !== "",
      );
      for (const [number, { definition, sheetColumn }] of table.columns) {
        const was = textAt(cellAt(sheet, row, sheetColumn));
        const { code, name } = parseCodeCell(was);
        const now = blankedText(definition.kind, blanking, { number, code, name, isCoded });
        if (now === undefined || was === "") continue;
        changes.set(`${table.sheet} ${row} ${sheetColumn}`, now);
        const pair = [...table.columns.values()].find(
          (other) =>
            other.definition.kind === "codeAndName" &&
            other.definition.systems?.[0] === definition.systems?.[0],
        );
        const twice = pair ? parseCodeCell(textAt(cellAt(sheet, row, pair.sheetColumn))).code : "";
        cells.push({
          cell: { sheet: table.sheet, row, column: sheetColumn },
          table: table.definition.id,
          was,
          twice,
        });
      }
    }
  }
  return { workbook: changed(workbook, changes), cells };
}

function blankedText(
  kind: string,
  blanking: Blanking,
  { number, code, name, isCoded }: { number: number; code: string; name: string; isCoded: boolean },
): string | undefined {
  if (blanking.kind === "pairs") return number === blanking.column && code !== "" ? "" : undefined;
  if (kind === "codeAndName" && code !== "") return blanking.kind === "codes" ? name : `[${code}]`;
  if (blanking.kind === "codes") return kind === "code" && code !== "" ? "" : undefined;
  return kind === "name" && isCoded ? "" : undefined;
}

/** The workbook with texts put in place, by "sheet row column"; "" empties a cell. */
export function changed(workbook: WorkbookSnapshot, texts: ReadonlyMap<string, string>): WorkbookSnapshot {
  const sheets = workbook.sheets.map((sheet) => {
    const rows = [...sheet.rows].map(([row, cells]) => {
      const own = [...cells].flatMap(([column, cell]): [number, Cell][] => {
        const text = texts.get(`${sheet.name} ${row} ${column}`);
        if (text === undefined) return [[column, cell]];
        return text === "" ? [] : [[column, { ...cell, value: text }]];
      });
      return [row, new Map(own)] as const;
    });
    return { ...sheet, rows: new Map(rows.filter(([, cells]) => cells.size > 0)) };
  });
  return { ...workbook, sheets };
}

export interface FillTally {
  filled: number;
  asked: number;
  wrong: number;
  silent: number;
  readonly mistakes: string[];
}

/** How a plan did on emptied cells: filled as it was, asked (or following from an answer), wrong, or passed over. */
export function tallyFills(plan: FillPlan, cells: Blanked["cells"]): Map<string, FillTally> {
  const keyOf = ({ sheet, row, column }: CellAddress) => `${sheet} ${row} ${column}`;
  const fills = new Map(plan.fills.map((fill) => [keyOf(fill.cell), fill]));
  const asked = new Set(plan.asked.flatMap(({ cell, follows }) => [cell, ...follows].map(keyOf)));
  const tallies = new Map<string, FillTally>();
  const expected = new Set(cells.map(({ cell }) => keyOf(cell)));
  const tallyOf = (table: string) => {
    const tally = tallies.get(table) ?? { filled: 0, asked: 0, wrong: 0, silent: 0, mistakes: [] };
    tallies.set(table, tally);
    return tally;
  };
  for (const { cell, table, was, twice } of cells) {
    const tally = tallyOf(table);
    const fill = fills.get(keyOf(cell));
    if (fill && (isSame(fill.to, was) || fill.to === twice)) tally.filled++;
    else if (fill) {
      tally.wrong++;
      tally.mistakes.push(`${keyOf(cell)}: ${was} → ${fill.to} ${fill.why.map(({ key }) => key).join()}`);
    } else if (asked.has(keyOf(cell))) {
      tally.asked++;
    } else {
      tally.silent++;
      tally.mistakes.push(`${keyOf(cell)}: ${was} passed over`);
    }
  }
  for (const fill of plan.fills) {
    if (expected.has(keyOf(fill.cell))) continue;
    const tally = tallyOf(fill.table);
    tally.wrong++;
    tally.mistakes.push(
      `${keyOf(fill.cell)}: was blank → ${fill.to} ${fill.why.map(({ key }) => key).join()}`,
    );
  }
  return tallies;
}

function isSame(a: string, b: string): boolean {
  return normaliseName(a) === normaliseName(b);
}

function textAt(cell: Cell | undefined): string {
  return cell === undefined ? "" : String(cell.value).trim();
}
