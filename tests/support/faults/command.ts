import type { Journalled } from "../../../src/actions/journal/journal";
import type { LastCheck } from "../../../src/actions/lastCheck";
import type { excelPort } from "../../../src/excel/excelPort";
import type { WorkbookEvents } from "../../../src/workbook/port";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";

/** What commands are run by: the workbook with its events and its journal, and what is kept between checks. */
export interface Pane {
  readonly port: ReturnType<typeof excelPort> & WorkbookEvents & Journalled;
  readonly check: LastCheck;
}

/** A command as the pane runs it: what comes before it, and itself. */
export interface Command {
  /** The workbook it is run on; SPOILT (commands.ts) where none is given. */
  readonly workbook?: WorkbookSnapshot;
  /** Brings the workbook to where the command begins, undisturbed. */
  prepare?(pane: Pane): Promise<unknown>;
  run(pane: Pane, prepared: unknown): Promise<unknown>;
  /** True for a command that shows findings whatever becomes of marks. */
  readonly isCheck?: boolean;
  /** True for a command that only reads. */
  readonly isReading?: boolean;
}
