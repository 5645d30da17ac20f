import type { AddSheet } from "../workbook/edit";
import type { SheetPort, WorkbookPort } from "../workbook/port";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { planFromList } from "./fromList";
import type { FromList, FromListOptions } from "./fromList";
import type { Journalled } from "./journal/journal";
import { WITHOUT_PROGRESS } from "./task";
import type { Task } from "./task";
import { applyWhole } from "./wholeEdits";

/** What a list fills, with the workbook's sheets around it, so that new ones have names of their own. */
export async function planIntoWorkbook(
  port: SheetPort,
  source: WorkbookSnapshot,
  options: FromListOptions,
): Promise<FromList> {
  const { sheets, names } = await port.readContents();
  const around = { sheets: sheets.map(({ name }) => name), tables: [], ...(names ? { names } : {}) };
  return planFromList(source, options, around);
}

/** 从清单生成: adds the planned sheets to the workbook, all or none, as one step of the journal. */
export async function addListTables(
  port: WorkbookPort & SheetPort & Journalled,
  sheets: readonly AddSheet[],
  task: Task = WITHOUT_PROGRESS,
): Promise<void> {
  await task.step({ key: "progress.reading", args: {} });
  const before = await port.readContents();
  await task.step({ key: "progress.inserting", args: {} });
  const shown = sheets.filter(({ design }) => !design.isHidden).length;
  await applyWhole(port, before, [], {
    label: { key: "journal.insert", args: { sheets: String(shown) } },
    sheets,
    hasUsualFormats: true,
    carryOut: () => port.addSheets(sheets),
  });
}
