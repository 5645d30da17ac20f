import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import type { RecognisedRow, RecognisedTable } from "../../src/recognition/recognised";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import type { WriteCell } from "../../src/workbook/edit";
import { cellAt } from "../../src/workbook/snapshot";
import { seedWorkbook } from "./seedWorkbook";

/** One figure of the published tables with its place in the inserted ones. */
export interface Placed {
  readonly table: string;
  readonly name: string;
  readonly column: number;
  /** As printed, in 万元. */
  readonly printed: number;
  readonly sheet: string;
  readonly row: number;
  readonly sheetColumn: number;
}

const tablesOf = (workbook: WorkbookSnapshot) => recogniseWorkbook(workbook, GUANGZHOU).tables;

/**
 * Sets the published 2020 budget against the inserted tables row by row: what has to be typed (words of rows that the
 * inserted tables leave blank, and figures where they have no formula), and where every published figure belongs.
 */
export function fillSeed(inserted: WorkbookSnapshot): { edits: WriteCell[]; placed: Placed[] } {
  const published = seedWorkbook("complete");
  const edits: WriteCell[] = [];
  const placed: Placed[] = [];
  const targets = tablesOf(inserted);
  for (const source of tablesOf(published)) {
    const target = targets.find(({ definition }) => definition === source.definition);
    const sheet = inserted.sheets.find(({ name }) => name === target?.sheet);
    const from = published.sheets.find(({ name }) => name === source.sheet);
    if (!target || !sheet || !from) throw new Error(`${source.definition.id} was not inserted`);
    const places = rowPlaces(source, target);
    for (const row of source.rows) {
      const place = places.get(row);
      if (!place) throw new Error(`${source.definition.id}: no place for ${row.name}`);
      if (place.isBlank) {
        for (const [number, { sheetColumn }] of source.columns) {
          const value = cellAt(from, row.sheetRow, sheetColumn)?.value;
          const column = target.columns.get(number)?.sheetColumn;
          if (typeof value === "string" && value !== "无" && column !== undefined)
            edits.push({ kind: "writeCell", sheet: sheet.name, row: place.row, column, content: { value } });
        }
      }
      for (const [number, figure] of row.figures) {
        const column = target.columns.get(number)?.sheetColumn;
        if (figure.kind !== "amount" || column === undefined) continue;
        const printed = figure.value.toNumber();
        const spot = { sheet: sheet.name, row: place.row };
        placed.push({
          table: source.definition.id,
          name: row.name,
          column: number,
          printed,
          ...spot,
          sheetColumn: column,
        });
        if (cellAt(sheet, place.row, column)?.formula === undefined)
          edits.push({ kind: "writeCell", ...spot, column, content: { value: printed } });
      }
    }
  }
  return { edits, placed };
}

interface Place {
  readonly row: number;
  readonly isBlank: boolean;
}

/** Rows that are there already are found by what they are; the others go into the blank rows under the same parent. */
function rowPlaces(source: RecognisedTable, target: RecognisedTable): Map<RecognisedRow, Place> {
  const places = new Map<RecognisedRow, Place>();
  const taken = new Set<RecognisedRow>();
  const free = new Map<string, number>();
  for (const row of source.rows) {
    const same = target.rows.find((other) => !taken.has(other) && isSame(row, other));
    if (same) {
      taken.add(same);
      places.set(row, { row: same.sheetRow, isBlank: false });
      continue;
    }
    const above = row.parent && places.get(row.parent);
    if (!above) continue;
    const key = String(above.row);
    const next = (free.get(key) ?? above.row) + 1;
    free.set(key, next);
    places.set(row, { row: next, isBlank: true });
  }
  return places;
}

/** Units of the published tables stand under codes of three digits in some tables and of six in others. */
function isSame(a: RecognisedRow, b: RecognisedRow): boolean {
  if (a.rule !== b.rule || a.side !== b.side || a.rule.level === 3)
    return (
      a.rule === b.rule &&
      a.code !== "" &&
      a.code === b.code &&
      a.key === b.key &&
      a.parent?.code === b.parent?.code &&
      a.table.definition.sides[0]?.parents === "code"
    );
  return (
    a.code === b.code &&
    (a.rule.standsFor !== undefined || a.key === b.key || a.rule.level === 0) &&
    a.parent?.rule === b.parent?.rule &&
    a.unit === b.unit
  );
}
