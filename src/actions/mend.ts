import { mendsFor } from "../planning/mend/mendsFor";
import type { Mend } from "../planning/mend/mend";
import { losesReferences } from "../planning/mend/rowActMends";
import { contentText } from "../planning/mend/mendedCell";
import type { CheckedWorkbook } from "../validation/check";
import type { Finding } from "../validation/finding";
import { overwrittenFormulas } from "../validation/overwritten";
import type { WorkbookPort } from "../workbook/port";
import { typedText } from "../workbook/content";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { cellAtAddress } from "../workbook/snapshot";
import { LastCheck } from "./lastCheck";
import { withLists } from "./listsFor";
import type { Written } from "./takeBack";
import type { ValidateOptions } from "./validate";
import { applyWhole } from "./wholeEdits";
import type { MessageArgs } from "../messages/messageRef";

/** A cell of a mend has been changed since it was shown; nothing was written. Key and args are a message to be worded. */
export class MendOutdatedError extends Error {
  readonly key = "mend.outdated";
  readonly args: MessageArgs;

  constructor(sheet: string) {
    super(`cells of ${sheet} have changed since the mend was shown`);
    this.name = "MendOutdatedError";
    this.args = { sheet };
  }
}

/**
 * The ways to mend a finding, looked for in the workbook as it is now; empty when it is no longer found there.
 * Changes nothing.
 * @param check the last check of the workbook, to go on from
 */
export async function findMends(
  port: WorkbookPort,
  finding: Finding,
  options: ValidateOptions = {},
  check = new LastCheck(),
): Promise<readonly Mend[]> {
  const workbook = await port.read();
  const checked = check.check(workbook, await withLists(workbook, options, check.held));
  const present = checked.result.findings.find((one) => isSameFinding(one, finding));
  return present ? mendsOfCheck(present, checked, workbook) : [];
}

function isSameFinding(a: Finding, b: Finding): boolean {
  const identity = ({ rule, sheet, cell, message }: Finding) => JSON.stringify([rule, sheet, cell, message]);
  return identity(a) === identity(b);
}

/** The ways to mend a finding of a check at hand; see mendsFor. */
export function mendsOfCheck(
  finding: Finding,
  checked: CheckedWorkbook,
  workbook: WorkbookSnapshot,
): readonly Mend[] {
  const relations = new Set(
    checked.findings.flatMap(({ severity, about }) =>
      severity === "rounding" ? [] : about.map(({ relation }) => relation),
    ),
  );
  return mendsFor(finding, [...relations], workbook, {
    overwritten: overwrittenFormulas(checked.checked),
    tables: checked.checked.tables,
    set: checked.checked.set,
    missing: checked.checked.missing,
  });
}

/**
 * 采用建议: carries out a mend as one step, after making sure that its cells still hold what was shown.
 * Gives what takes it back (takeBack.ts).
 * @param key how the journal names it
 * Throws MendOutdatedError when one of its cells has been changed since, and what the port throws.
 */
export async function applyMend(
  port: WorkbookPort,
  mend: Mend,
  key: "journal.mend" | "journal.balance" = "journal.mend",
): Promise<Written> {
  const now = await port.read();
  const changed =
    mend.typed === undefined
      ? mend.cells.find((cell) => contentText(cellAtAddress(now, cell)) !== cell.from)
      : mend.cells.find(({ sheet }) => typedText(now, [sheet]) !== mend.typed);
  if (changed) throw new MendOutdatedError(changed.sheet);
  // A formula written since may speak of a row that is to go.
  const row = mend.edits.find(({ kind }) => kind === "deleteRows");
  if (row && "sheet" in row && losesReferences(mend.edits, now)) throw new MendOutdatedError(row.sheet);
  const label = { key, args: { count: String(mend.cells.length) } };
  const step = await applyWhole(port, now, mend.edits, { label });
  return { edits: mend.edits, before: now, step };
}
