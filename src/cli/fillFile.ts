import { planFilledCopy } from "../actions/fillCodes";
import { withLists } from "../actions/listsFor";
import type { FillPlan } from "../planning/fill/fillPlan";
import type { FillOptions } from "../planning/fill/planFill";
import { applyEdits } from "../xlsx/patch/applyEdits";
import { copyFile, withSetsOf } from "./markFile";
import type { MarkReport } from "./markFile";

/** What became of one file: what was filled, or why nothing was. */
export interface FillReport extends MarkReport {
  readonly plan: FillPlan | undefined;
}

/**
 * gouji fill: writes a filled copy of a workbook; without a name for the copy it only plans it.
 * @param sets texts of the office's own sets
 */
export async function fillFile(
  input: string,
  output: string | undefined,
  options: FillOptions,
  sets: readonly string[] = [],
): Promise<FillReport> {
  let plan: FillPlan | undefined;
  let protectedSheets: readonly string[] = [];
  const report = await copyFile(input, output, async (read) => {
    const { bytes, snapshot } = withSetsOf(read, sets);
    const copy = planFilledCopy(snapshot, await withLists(snapshot, options));
    plan = copy.plan;
    protectedSheets = snapshot.sheets.filter(({ isProtected }) => isProtected).map(({ name }) => name);
    return { error: null, result: null, protectedSheets, bytes: () => applyEdits(bytes, copy.edits) };
  });
  return { ...report, protectedSheets, plan };
}
