import { parseRange } from "../workbook/address";
import type { StopFollowing, WorkbookChange, WorkbookEvents } from "../workbook/port";
import { runBatch } from "./runBatch";
import type { RunBatch } from "./runBatch";

/**
 * The events of the workbook open in Excel. Every method may throw ExcelError.
 * @param run how requests are made, as for excelPort
 */
export function excelEvents(run: RunBatch = runBatch): WorkbookEvents {
  return {
    activeCell: () =>
      run(async (context) => {
        const cell = context.workbook.getActiveCell().load("rowIndex,columnIndex");
        const sheet = context.workbook.worksheets.getActiveWorksheet().load("name");
        await context.sync();
        return { sheet: sheet.name, row: cell.rowIndex, column: cell.columnIndex };
      }),
    selectedRange: () =>
      run(async (context) => {
        const selected = context.workbook
          .getSelectedRange()
          .load("rowIndex,columnIndex,rowCount,columnCount");
        const sheet = context.workbook.worksheets.getActiveWorksheet().load("name");
        await context.sync();
        const { rowIndex, columnIndex, rowCount, columnCount } = selected;
        const range = {
          firstRow: rowIndex,
          firstColumn: columnIndex,
          lastRow: rowIndex + rowCount - 1,
          lastColumn: columnIndex + columnCount - 1,
        };
        return { sheet: sheet.name, range };
      }),
    // Worksheets' selection and change events: ExcelApi 1.9, which the manifest requires.
    followSelection: (listener) =>
      follow(run, (context) => context.workbook.worksheets.onSelectionChanged.add(async () => listener())),
    followChanges: (listener) =>
      follow(run, (context) =>
        context.workbook.worksheets.onChanged.add(async (event) => listener(workbookChange(event))),
      ),
  };
}

async function follow<T>(
  run: RunBatch,
  add: (context: Excel.RequestContext) => OfficeExtension.EventHandlerResult<T>,
): Promise<StopFollowing> {
  const handler = await run(async (context) => {
    const added = add(context);
    await context.sync();
    return added;
  });
  // A handler is taken away in the context it was added in.
  return async () => {
    handler.remove();
    await handler.context.sync();
  };
}

/**
 * A change event in the product's terms. `address` may list several areas ("A1:B2,D4"); one that cannot be read counts
 * as structure. Source: Excel JavaScript API reference, Excel.WorksheetChangedEventArgs.
 */
export function workbookChange({
  address,
  changeType,
  source,
}: Pick<Excel.WorksheetChangedEventArgs, "address" | "changeType" | "source">): WorkbookChange {
  const areas = address.split(",").map(parseRange);
  const isEdit = changeType === "RangeEdited" && areas.every((area) => area !== undefined);
  const cells = areas.reduce(
    (sum, area) =>
      area ? sum + (area.lastRow - area.firstRow + 1) * (area.lastColumn - area.firstColumn + 1) : sum,
    0,
  );
  return { isRemote: source === "Remote", cells: isEdit ? cells : 0 };
}
