import {
  correctRecognition,
  lookAtRecognition,
  withdrawCorrections,
} from "../src/actions/correctRecognition";
import type { RecognitionChange } from "../src/actions/correctRecognition";
import { readExplanations } from "../src/actions/explain";
import { reportWorkbook } from "../src/actions/report";
import type { Task } from "../src/actions/task";
import { clearMarks, validateAndMark } from "../src/actions/validate";
import type { Locale } from "../src/messages/describe";
import type { CellAddress } from "../src/workbook/address";
import type { ReportPort, WorkbookEvents, WorkbookPort } from "../src/workbook/port";
import type { Edition } from "./preferences";

/**
 * The use cases as pane and ribbon call them, each a plain async function bound to the workbook. A feature adds its own
 * here, one line each. Long ones take the Task that `run` of the session gives them.
 */
export function bindActions(port: WorkbookPort & ReportPort & WorkbookEvents, locale: Locale) {
  return {
    /** 校验 and mark; with a sheet named only that one is marked. */
    check: (edition: Edition, task: Task, sheet?: string) =>
      validateAndMark(
        port,
        { locale, ...(edition === "auto" ? {} : { edition }), ...(sheet === undefined ? {} : { sheet }) },
        task,
      ),
    /** 清除标记; gives how many marks there were. */
    clear: () => clearMarks(port),
    /** 识别情况: what is understood of each sheet, and why. */
    recognise: () => lookAtRecognition(port),
    /** 更正识别: keeps with the workbook how a sheet is to be read. */
    correct: (change: RecognitionChange) => correctRecognition(port, change),
    /** Takes back all corrections of a sheet. */
    withdraw: (sheet: string) => withdrawCorrections(port, sheet),
    /** 校验报告: checks and writes the report sheet. */
    report: (edition: Edition, task: Task) =>
      reportWorkbook(port, port, { locale, ...(edition === "auto" ? {} : { edition }) }, task),
    /** Shows one cell in the workbook. */
    select: (cell: CellAddress) => port.select(cell),
    /** Reads the workbook for 解释此格. */
    readExplanations: () => readExplanations(port),
    activeCell: port.activeCell,
    followSelection: port.followSelection,
    followChanges: port.followChanges,
  };
}

export type Actions = ReturnType<typeof bindActions>;
