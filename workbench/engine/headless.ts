import { LocaleService, LocaleType, LogLevel, Univer } from "@univerjs/core";
import { UniverDataValidationPlugin } from "@univerjs/data-validation";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsNotePlugin } from "@univerjs/sheets-note";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import type { WorkbookStore } from "../host/store";
import { STEP_LIST } from "./gridUndo";
import type { UniverEngine } from "./univerEngine";
import { createUniverEngine } from "./univerEngine";

/** Univer without a grid, for tests in Node: the same engine that calculates in the page. */
export function createHeadlessEngine(store: WorkbookStore): UniverEngine & { dispose(): void } {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: {} },
    logLevel: LogLevel.ERROR,
    override: STEP_LIST,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsNotePlugin);
  const engine = createUniverEngine(univer, store);
  // Univer words the progress of a calculation a second after it began, even when it has been closed since, and throws
  // for want of words then.
  Object.assign(engine.injector.get(LocaleService), { t: (key: string) => key });
  return Object.assign(engine, { dispose: () => univer.dispose() });
}
