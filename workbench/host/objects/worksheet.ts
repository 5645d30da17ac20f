import { eventMethods } from "../events";
import { itemNotFound } from "../hostError";
import type { Argument, HostObject, ObjectType } from "../objectType";
import { hostObject } from "../objectType";
import type { StoredSheet } from "../store";
import { usedRange } from "../store";
import { autoFilter } from "./autoFilter";
import { commentCollection } from "./comments";
import { freezePanes } from "./freezePanes";
import { findName, namedItemCollection } from "./names";
import type { SheetTarget } from "./notes";
import { noteCollection } from "./notes";
import { pageLayout } from "./pageLayout";
import { protection } from "./protection";
import { rangeType } from "./range";
import { rangeAt, rectangle, WHOLE_SHEET } from "./rangeTarget";
import { sheetMethods, sheetScalars } from "./sheetActions";

/** Source: Excel JavaScript API reference, Excel.Worksheet. */
export const worksheetType: ObjectType<SheetTarget> = {
  name: "Worksheet",
  identity: ({ sheet }) => ({ Id: sheet.id }),
  scalars: sheetScalars,
  children: {
    protection: { since: "1.2", get: (target) => hostObject(protection, target) },
    names: {
      since: "1.4",
      get: ({ store, sheet }) => hostObject(namedItemCollection, { store, scope: sheet }),
    },
    freezePanes: { since: "1.7", get: (target) => hostObject(freezePanes, target) },
    autoFilter: { since: "1.9", get: (target) => hostObject(autoFilter, target) },
    pageLayout: { since: "1.9", get: (target) => hostObject(pageLayout, target) },
    comments: {
      since: "1.10",
      get: ({ store, sheet }) => hostObject(commentCollection, { store, only: sheet }),
    },
    notes: { since: "1.18", get: (target) => hostObject(noteCollection, target) },
  },
  methods: {
    ...sheetMethods,
    ...eventMethods<SheetTarget>(
      { changed: "1.7", activated: "1.7", deactivated: "1.7", selectionChanged: "1.7", calculated: "1.8" },
      ({ store, sheet }) => [store, sheet.id],
    ),
    getRange: { call: getRange },
    getRangeByIndexes: {
      since: "1.7",
      call: (target, args) => rangeOn(target, rectangle(args, "Worksheet.getRangeByIndexes")),
    },
    getCell: {
      call: (target, [row, column]) => rangeOn(target, rectangle([row, column, 1, 1], "Worksheet.getCell")),
    },
    // Of a blank sheet the used range is its top left cell.
    getUsedRange: {
      call: (target, [valuesOnly]) =>
        rangeOn(
          target,
          usedRange(target.sheet, valuesOnly === true) ?? rangeAt("A1", "Worksheet.getUsedRange"),
        ),
    },
    getUsedRangeOrNullObject: {
      since: "1.4",
      call: (target, [valuesOnly]) => {
        const range = usedRange(target.sheet, valuesOnly === true);
        return range ? rangeOn(target, range) : null;
      },
    },
    getNext: { since: "1.5", call: (target, args) => required(neighbour(target, 1, args), "getNext") },
    getNextOrNullObject: { since: "1.5", call: (target, args) => neighbour(target, 1, args) },
    getPrevious: {
      since: "1.5",
      call: (target, args) => required(neighbour(target, -1, args), "getPrevious"),
    },
    getPreviousOrNullObject: { since: "1.5", call: (target, args) => neighbour(target, -1, args) },
  },
};

/** By address or by name ("The string representing the address or name of the range"); nothing: the whole sheet. */
function getRange(target: SheetTarget, [address]: readonly Argument[]): HostObject {
  if (address == null) return rangeOn(target, WHOLE_SHEET);
  const { store, sheet } = target;
  const name = findName({ store, scope: sheet }, address) ?? findName({ store, scope: undefined }, address);
  if (name?.range && name.sheet === sheet.name) return rangeOn(target, name.range);
  return rangeOn(target, rangeAt(address, "Worksheet.getRange"));
}

function rangeOn(target: SheetTarget, range: ReturnType<typeof rectangle>) {
  return hostObject(rangeType, { ...target, range: { ...range } });
}

function neighbour(
  { store, sheet }: SheetTarget,
  step: 1 | -1,
  [visibleOnly]: readonly Argument[],
): HostObject | null {
  const isWanted = ({ visibility }: StoredSheet) => visibleOnly !== true || visibility === "Visible";
  const place = store.sheets.indexOf(sheet);
  const found =
    step === 1
      ? store.sheets.slice(place + 1).find(isWanted)
      : store.sheets.slice(0, place).findLast(isWanted);
  return found ? hostObject(worksheetType, { store, sheet: found }) : null;
}

function required(sheet: HostObject | null, member: string): HostObject {
  if (!sheet) throw itemNotFound(`Worksheet.${member}`);
  return sheet;
}
