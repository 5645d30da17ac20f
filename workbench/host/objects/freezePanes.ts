import { MAX_COLUMNS, MAX_ROWS } from "../../../src/workbook/address";
import { invalidArgument, itemNotFound, notImplemented } from "../hostError";
import type { Argument, HostObject, ObjectType } from "../objectType";
import { hostObject, isHostObject } from "../objectType";
import type { SheetTarget } from "./notes";
import { rangeType } from "./range";
import type { RangeTarget } from "./rangeTarget";
import { rangeAt } from "./rangeTarget";

/** Source: Excel JavaScript API reference, Excel.WorksheetFreezePanes (ExcelApi 1.7). */
export const freezePanes: ObjectType<SheetTarget> = {
  name: "WorksheetFreezePanes",
  methods: {
    freezeRows: {
      since: "1.7",
      call: ({ sheet }, [count]) => {
        const rows = lines(count, MAX_ROWS, "WorksheetFreezePanes.freezeRows");
        if (sheet.frozenColumns > 0) throw both("WorksheetFreezePanes.freezeRows");
        sheet.frozenRows = rows;
        return undefined;
      },
    },
    freezeColumns: {
      since: "1.7",
      call: ({ sheet }, [count]) => {
        const columns = lines(count, MAX_COLUMNS, "WorksheetFreezePanes.freezeColumns");
        if (sheet.frozenRows > 0) throw both("WorksheetFreezePanes.freezeColumns");
        sheet.frozenColumns = columns;
        return undefined;
      },
    },
    freezeAt: { since: "1.7", call: freezeAt },
    unfreeze: {
      since: "1.7",
      call: ({ sheet }) => {
        sheet.frozenRows = 0;
        sheet.frozenColumns = 0;
        return undefined;
      },
    },
    getLocation: {
      since: "1.7",
      call: (target) => {
        const found = frozen(target);
        if (!found) throw itemNotFound("WorksheetFreezePanes.getLocation");
        return found;
      },
    },
    getLocationOrNullObject: { since: "1.7", call: (target) => frozen(target) },
  },
};

function lines(count: Argument | undefined, most: number, location: string): number {
  const usual = count ?? 1;
  const isCount = typeof usual === "number" && Number.isInteger(usual) && usual >= 1 && usual < most;
  if (!isCount) throw invalidArgument(location);
  return usual;
}

function both(location: string): Error {
  return notImplemented(location, "beside frozen lines of the other kind is not known to this host");
}

/** The range given is what stays in sight; null takes the panes away. */
function freezeAt({ sheet }: SheetTarget, [cells]: readonly Argument[]): undefined {
  const location = "WorksheetFreezePanes.freezeAt";
  const range =
    cells === null || cells === undefined
      ? undefined
      : isHostObject(cells)
        ? (cells.target as RangeTarget).range
        : rangeAt(cells, location);
  if (range && (range.firstRow !== 0 || range.firstColumn !== 0)) {
    throw notImplemented(location, "that does not begin at A1 is not known to this host");
  }
  sheet.frozenRows = range && range.lastRow < MAX_ROWS - 1 ? range.lastRow + 1 : 0;
  sheet.frozenColumns = range && range.lastColumn < MAX_COLUMNS - 1 ? range.lastColumn + 1 : 0;
  return undefined;
}

function frozen({ store, sheet }: SheetTarget): HostObject | null {
  const { frozenRows, frozenColumns } = sheet;
  if (frozenRows === 0 && frozenColumns === 0) return null;
  const range = {
    firstRow: 0,
    firstColumn: 0,
    lastRow: frozenRows === 0 ? MAX_ROWS - 1 : frozenRows - 1,
    lastColumn: frozenColumns === 0 ? MAX_COLUMNS - 1 : frozenColumns - 1,
  };
  return hostObject(rangeType, { store, sheet, range });
}
