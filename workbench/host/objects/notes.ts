import { formatA1 } from "../../../src/workbook/address";
import { HostError, invalidArgument, itemNotFound } from "../hostError";
import type { Argument, HostObject, ObjectType } from "../objectType";
import { hostObject, isHostObject } from "../objectType";
import type { StoredNote, StoredSheet, WorkbookStore } from "../store";
import { rangeType } from "./range";
import type { RangeTarget } from "./rangeTarget";
import { rangeAt, requireUnprotected } from "./rangeTarget";

export interface SheetTarget {
  readonly store: WorkbookStore;
  readonly sheet: StoredSheet;
}

interface NoteTarget extends SheetTarget {
  readonly note: StoredNote;
}

/** Source: Excel JavaScript API reference, Excel.Note (ExcelApi 1.18). A note is found by the address of its cell. */
const noteType: ObjectType<NoteTarget> = {
  name: "Note",
  scalars: {
    content: {
      since: "1.18",
      get: ({ note }) => note.content,
      set: ({ note, sheet }, value) => {
        requireUnprotected(sheet, "Note.content");
        if (typeof value !== "string") throw invalidArgument("Note.content");
        note.content = value;
      },
    },
  },
  methods: {
    getLocation: {
      since: "1.18",
      call: ({ store, sheet, note }) => {
        const { row, column } = note;
        const range = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
        return hostObject(rangeType, { store, sheet, range });
      },
    },
    delete: {
      since: "1.18",
      call: ({ sheet, note }) => {
        requireUnprotected(sheet, "Note.delete");
        sheet.notes.splice(sheet.notes.indexOf(note), 1);
        return undefined;
      },
    },
  },
};

function notesOf({ store, sheet }: SheetTarget): HostObject[] {
  return sheet.notes.map((note) => hostObject(noteType, { store, sheet, note }));
}

function find({ store, sheet }: SheetTarget, key: Argument | undefined): HostObject | undefined {
  const note = sheet.notes.find(({ row, column }) => formatA1(row, column) === key);
  return note && hostObject(noteType, { store, sheet, note });
}

export const noteCollection: ObjectType<SheetTarget> = {
  name: "NoteCollection",
  items: notesOf,
  methods: {
    getCount: { since: "1.18", call: (target) => target.sheet.notes.length },
    getItem: {
      since: "1.18",
      call: (target, [key]) => {
        const note = find(target, key);
        if (!note) throw itemNotFound("NoteCollection.getItem");
        return note;
      },
    },
    getItemOrNullObject: { since: "1.18", call: (target, [key]) => find(target, key) ?? null },
    // The client addresses the items of a loaded collection by position, notes having no id.
    getItemAt: {
      since: "1.18",
      call: (target, [index]) => {
        const note = notesOf(target)[Number(index)];
        if (!note) throw itemNotFound("NoteCollection.getItemAt");
        return note;
      },
    },
    add: { since: "1.18", call: addNote },
  },
};

function addNote({ store, sheet }: SheetTarget, [cell, content]: readonly Argument[]): HostObject {
  const location = "NoteCollection.add";
  requireUnprotected(sheet, location);
  if (typeof content !== "string" || cell === undefined) throw invalidArgument(location);
  const range = isHostObject(cell) ? (cell.target as RangeTarget).range : rangeAt(cell, location);
  if (range.firstRow !== range.lastRow || range.firstColumn !== range.lastColumn) {
    throw new HostError("InvalidCellAddress", "The cell address is invalid.", location);
  }
  const [row, column] = [range.firstRow, range.firstColumn];
  if (sheet.notes.some((note) => note.row === row && note.column === column)) {
    throw new HostError("ItemAlreadyExists", "The resource being created already exists.", location);
  }
  const note = { row, column, content };
  sheet.notes.push(note);
  return hostObject(noteType, { store, sheet, note });
}
