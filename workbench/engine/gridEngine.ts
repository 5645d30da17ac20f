import { ICommandService, LocaleType, LogLevel, mergeLocales, Univer } from "@univerjs/core";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import formatLocale from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import { IEditorBridgeService, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreLocale from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationLocale from "@univerjs/preset-sheets-data-validation/locales/zh-CN";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteLocale from "@univerjs/preset-sheets-note/locales/zh-CN";
import type { WorkbookStore } from "../host/store";
import { STEP_LIST } from "./gridUndo";
import type { UniverEngine } from "./univerEngine";
import { createUniverEngine } from "./univerEngine";
import { UNIT } from "./workbookData";

export interface GridEngine extends UniverEngine {
  /** Shows a sheet, as a click on its tab does. */
  activate(sheet: string): void;
  /** Calls back when the user begins (true) or ends typing in a cell. */
  onCellEditing(listener: (isEditing: boolean) => void): void;
  /** Takes what the user is typing into a cell, as Enter does; where nothing is typed, nothing happens. */
  endTyping(): void;
  /** Takes the grid off the page. */
  dispose(): void;
}

/** Univer with its grid and formula bar in an element of the page. It makes no request and needs no eval. */
export function createGridEngine(container: HTMLElement, store: WorkbookStore): GridEngine {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: mergeLocales(coreLocale, formatLocale, validationLocale, noteLocale) },
    logLevel: LogLevel.ERROR,
    override: STEP_LIST,
  });
  const presets = [
    // The page has a ribbon and tabs of its own.
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      footer: false,
      formulaBar: true,
      disableAutoFocus: true,
      // Codes are numbers kept as text by intent: no warning beside each of them.
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsNotePreset(),
  ];
  for (const plugin of presets.flatMap(({ plugins }) => plugins as readonly unknown[])) {
    const [constructor, options] = (Array.isArray(plugin) ? plugin : [plugin]) as Parameters<
      typeof univer.registerPlugin
    >;
    univer.registerPlugin(constructor, options);
  }
  const engine = createUniverEngine(univer, store);
  const commands = engine.injector.get(ICommandService);
  return {
    injector: engine.injector,
    get isBehind() {
      return engine.isBehind;
    },
    settle: (isMidway) => engine.settle(isMidway),
    group: (isOpen) => engine.group(isOpen),
    onEdit: (listener) => engine.onEdit(listener),
    onUserChange: (listener) => engine.onUserChange(listener),
    activate: (subUnitId) => {
      commands.syncExecuteCommand("sheet.operation.set-worksheet-active", { unitId: UNIT, subUnitId });
    },
    onCellEditing: (listener) => {
      engine.injector.get(IEditorBridgeService).visible$.subscribe(({ visible }) => listener(visible));
    },
    endTyping: () => {
      const { visible, ...typing } = engine.injector.get(IEditorBridgeService).isVisible();
      if (!visible) return;
      // By no key: Escape would drop what is typed, others would move the selection.
      const params = { ...typing, keycode: undefined, visible: false };
      commands.syncExecuteCommand("sheet.operation.set-cell-edit-visible", params);
    },
    dispose: () => univer.dispose(),
  };
}
