import { PACKS } from "../tables/packs";
import { checkWorkbook } from "../validation/check";
import type { CheckedWorkbook, CheckOptions } from "../validation/check";
import { KeptChecks } from "../validation/keptChecks";
import { carryOver } from "../workbook/carryOver";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { holdLists } from "./listsFor";
import type { HeldLists } from "./listsFor";

/**
 * Checks of one workbook, one after another as it is edited. Each comes to the same as a check from the beginning, and
 * works out only what has changed since the last: sheets that differ are recognised again, relations that see a figure
 * that differs are evaluated again, mistakes are searched for again where such relations are.
 */
export class LastCheck {
  private picture: WorkbookSnapshot | undefined;
  /** The code lists, from check to check. */
  readonly held: HeldLists = holdLists();
  private readonly kept = new KeptChecks();

  /** Checks the workbook as it is now; marks do not matter. */
  check(workbook: WorkbookSnapshot, options: CheckOptions = {}): CheckedWorkbook {
    const sheets = workbook.sheets.map((sheet) => (sheet.marks.length > 0 ? { ...sheet, marks: [] } : sheet));
    const contents = { ...workbook, sheets };
    const picture = this.picture ? carryOver(this.picture, contents) : contents;
    this.picture = picture;
    const lists = options.lists ?? this.held.atHand(picture, options);
    return checkWorkbook(picture, PACKS, { ...options, lists }, this.kept);
  }
}
