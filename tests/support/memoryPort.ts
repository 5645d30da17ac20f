import type { CellAddress } from "../../src/workbook/address";
import type { AddMark, LiveEdit } from "../../src/workbook/edit";
import type { WorkbookPort } from "../../src/workbook/port";
import { changeSettings } from "../../src/workbook/settingsXml";
import type { Settings } from "../../src/workbook/settingsXml";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";

/** A workbook in memory behind the port: counts calls, keeps marks, settings and what is written into cells. */
export class MemoryPort implements WorkbookPort {
  readonly marks = new Map<string, AddMark>();
  readonly batches: (readonly LiveEdit[])[] = [];
  selected: CellAddress | undefined;
  settings: Settings;
  private next = 1;

  constructor(private workbook: WorkbookSnapshot) {
    this.settings = workbook.settings ?? {};
  }

  async read(): Promise<WorkbookSnapshot> {
    const sheets = this.workbook.sheets.map((sheet) => ({
      ...sheet,
      marks: [...this.marks]
        .filter(([, mark]) => mark.sheet === sheet.name)
        .map(([id]) => ({ id, kind: "format" as const })),
    }));
    return { ...this.workbook, sheets, settings: this.settings };
  }

  /** As the real port: without marks. */
  async readContents(): Promise<WorkbookSnapshot> {
    return this.workbook.settings === this.settings
      ? this.workbook
      : { ...this.workbook, settings: this.settings };
  }

  async apply(edits: readonly LiveEdit[]): Promise<void> {
    this.batches.push(edits);
    for (const edit of edits) {
      if (edit.kind === "addMark") this.marks.set(`m${this.next++}`, edit);
      else if (edit.kind === "writeSetting") this.settings = changeSettings(this.settings, [edit]);
      else if (edit.kind === "removeMark" && !this.marks.delete(edit.id))
        throw new Error(`no mark ${edit.id}`);
    }
    this.workbook = editedWorkbook(this.workbook, edits);
  }

  async select(address: CellAddress): Promise<void> {
    this.selected = address;
  }
}
