import type { AmountUnit } from "../../../src/amounts/unit";
import { recogniseWorkbook } from "../../../src/recognition/recognise";
import type { RecognisedTable } from "../../../src/recognition/recognised";
import type { Pack, TableDefinition } from "../../../src/tables/definition";
import { FINAL_ACCOUNTS } from "../../../src/tables/finalAccounts/pack";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { NATIONAL } from "../../../src/tables/national/pack";
import type { Cell, WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { finalAccounts } from "../finalAccounts";
import { nationalWorkbook } from "../nationalWorkbook";
import { seedWorkbook } from "../seedWorkbook";

/** A table as content without layout: what stands in its rows, by printed column number. */
export interface Content {
  readonly pack: Pack;
  readonly definition: TableDefinition;
  /** The unit of its figures. */
  readonly unit: AmountUnit;
  readonly lines: readonly ContentLine[];
}

export interface ContentLine {
  /** Kinds of row, one for each side that says something there. */
  readonly kinds: readonly string[];
  readonly cells: ReadonlyMap<number, Cell>;
}

const known = new Map<Pack, readonly Content[]>();

/**
 * The tables of a pack with the figures of a workbook in its usual form: the real budget, the invented offices. Tables of
 * which the workbook has none are left out.
 */
export function contentsOf(pack: Pack): readonly Content[] {
  let contents = known.get(pack);
  if (!contents) {
    const workbook = workbookFor(pack);
    contents = recogniseWorkbook(workbook, pack).tables.map((table) => contentOf(pack, workbook, table));
    known.set(pack, contents);
  }
  return contents;
}

function workbookFor(pack: Pack): WorkbookSnapshot {
  if (pack === GUANGZHOU) return seedWorkbook();
  if (pack === NATIONAL) return nationalWorkbook({ withAllFunds: true });
  if (pack === FINAL_ACCOUNTS) return finalAccounts({ withAllFunds: true });
  throw new Error(`no workbook to make variants of ${pack.id} from`);
}

function contentOf(pack: Pack, workbook: WorkbookSnapshot, table: RecognisedTable): Content {
  const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
  const sheetRows = [...new Set(table.rows.map(({ sheetRow }) => sheetRow))];
  const lines = sheetRows.map((sheetRow): ContentLine => {
    const cells = new Map<number, Cell>();
    const drawn = table.rows.filter((row) => row.sheetRow === sheetRow);
    for (const [number, { sheetColumn, reading }] of table.columns) {
      const cell = sheet?.rows.get(sheetRow)?.get(sheetColumn);
      // A code in three columns is put together by recognition.
      if (reading) cells.set(number, { value: drawn[0]?.code ?? "", numberFormat: "@" });
      else if (cell) cells.set(number, cell);
    }
    // A merged 合计 over code and name stands in the column of the code.
    for (const { side, name } of drawn)
      if (name !== "" && !cells.has(side.nameColumn))
        cells.set(side.nameColumn, { value: name, numberFormat: "@" });
    const kinds = drawn.map(({ rule }) => rule.kind);
    return { kinds, cells: new Map([...cells].filter(([, { value }]) => value !== "")) };
  });
  return { pack, definition: table.definition, unit: table.unit, lines };
}

/** True for the total of a list. */
export function isTotal(line: ContentLine | undefined): boolean {
  return line?.kinds.some((kind) => kind === "合计" || kind === "总计") === true;
}
