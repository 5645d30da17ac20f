import { choosePack } from "../recognition/choosePack";
import {
  CORRECTIONS_KEY,
  headerShape,
  readCorrections,
  rowTexts,
  writeCorrections,
} from "../recognition/correction";
import type { RowCorrection, TableCorrection } from "../recognition/correction";
import { describeRecognition } from "../recognition/describeRecognition";
import type { RecognitionView } from "../recognition/describeRecognition";
import { PACKS } from "../tables/packs";
import { withOwnSets } from "../tables/setFile/keptSets";
import type { WriteSetting } from "../workbook/edit";
import type { WorkbookPort } from "../workbook/port";
import { changeSettings } from "../workbook/settingsXml";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { applyWhole } from "./wholeEdits";

export type { RecognitionView, SheetView, TableView } from "../recognition/describeRecognition";

/** One thing the user says of how a sheet is to be read. Rows and columns count from 0. */
export interface RecognitionChange {
  readonly sheet: string;
  /** Id of the table that the sheet holds, or of which the rest speaks; null: none. */
  readonly table: string | null;
  readonly headerRows?: { readonly first: number; readonly last: number };
  /** Printed column number → sheet column; null: the sheet has no such column. */
  readonly columns?: Readonly<Record<string, number | null>>;
  /** Sheet row → kind; null: no row of the table. */
  readonly rows?: Readonly<Record<string, string | null>>;
}

/** What is understood of a workbook already read. */
export function recognitionOf(snapshot: WorkbookSnapshot): RecognitionView {
  return describeRecognition(snapshot, choosePack(snapshot, withOwnSets(PACKS, snapshot.settings)));
}

/** 识别情况: reads the workbook and says what is understood of it; changes nothing. */
export async function lookAtRecognition(port: WorkbookPort): Promise<RecognitionView> {
  return recognitionOf(await port.read());
}

/**
 * 更正识别: keeps with the workbook how a sheet is to be read; it counts from now on, on that sheet and on others with the
 * same heading. Says what is understood then. Throws RangeError for a sheet that is not there.
 */
export async function correctRecognition(
  port: WorkbookPort,
  change: RecognitionChange,
): Promise<RecognitionView> {
  const snapshot = await port.read();
  return keep(port, snapshot, addCorrection(snapshot, change));
}

/** Takes back all that the user said of a sheet. */
export async function withdrawCorrections(port: WorkbookPort, sheet: string): Promise<RecognitionView> {
  const snapshot = await port.read();
  return keep(
    port,
    snapshot,
    readCorrections(snapshot).filter((correction) => correction.sheet !== sheet),
  );
}

/** The corrections of a workbook with one more; what was said before of the same table stays where it is not said anew. */
function addCorrection(
  snapshot: WorkbookSnapshot,
  { sheet: name, table, headerRows, columns, rows }: RecognitionChange,
): readonly TableCorrection[] {
  const sheet = snapshot.sheets.find((one) => one.name === name);
  if (!sheet) throw new RangeError(`the workbook has no sheet “${name}”`);
  const all = readCorrections(snapshot);
  const before = all.find((one) => one.sheet === name && one.table === table);
  // What the sheet is said to hold holds alone; more of a table that stands there beside others does not end those.
  const isMore = headerRows !== undefined || columns !== undefined || rows !== undefined;
  const others = all.filter(
    (one) => one !== before && (one.sheet !== name || (isMore && one.table !== null)),
  );
  const kinds = Object.entries(rows ?? {}).map(([row, kind]): RowCorrection => ({
    row: Number(row),
    text: rowTexts(sheet, Number(row)),
    kind,
  }));
  const keptRows = (before?.rows ?? []).filter((old) => !kinds.some(({ text }) => text === old.text));
  const allRows = [...keptRows, ...kinds];
  const allColumns = { ...before?.columns, ...columns };
  const header = headerRows ?? before?.headerRows;
  return [
    ...others,
    {
      sheet: name,
      shape: headerShape(sheet),
      table,
      ...(header ? { headerRows: header } : {}),
      ...(Object.keys(allColumns).length > 0 ? { columns: allColumns } : {}),
      ...(allRows.length > 0 ? { rows: allRows } : {}),
    },
  ];
}

async function keep(
  port: WorkbookPort,
  snapshot: WorkbookSnapshot,
  corrections: readonly TableCorrection[],
): Promise<RecognitionView> {
  const value = writeCorrections(corrections);
  const edit: WriteSetting = { kind: "writeSetting", key: CORRECTIONS_KEY, value };
  await applyWhole(port, snapshot, [edit], { label: { key: "journal.correct", args: {} } });
  return recognitionOf({ ...snapshot, settings: changeSettings(snapshot.settings ?? {}, [edit]) });
}
