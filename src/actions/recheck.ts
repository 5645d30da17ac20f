import { planMarks } from "../planning/marks";
import { choosePack } from "../recognition/choosePack";
import { PACKS } from "../tables/packs";
import { checkWorkbook } from "../validation/check";
import type { CheckResult } from "../validation/checkResult";
import type { WorkbookPort } from "../workbook/port";
import { withLargeLists } from "./listsFor";
import type { ValidateOptions } from "./validate";

/**
 * 边改边校: a check to be called after each edit. Marks follow, but the workbook is touched only when they come out other
 * than the last time, so that most edits cost a reading and no writing.
 */
export function createRecheck(
  port: WorkbookPort,
  options: Pick<ValidateOptions, "locale"> = {},
): (given?: Pick<ValidateOptions, "edition" | "codeLists">) => Promise<CheckResult> {
  let last: string | undefined;
  return async (given = {}) => {
    const snapshot = await port.read();
    const checked = checkWorkbook(
      snapshot,
      choosePack(snapshot, PACKS),
      await withLargeLists(snapshot, given),
    );
    const { edits } = planMarks(snapshot, checked, options.locale ?? "zh-CN");
    const wanted = edits.filter(({ kind }) => kind === "addMark");
    const present = edits.filter((edit) => edit.kind === "removeMark" && edit.mark === "format").length;
    const marks = JSON.stringify(wanted);
    // Marks that somebody cleared meanwhile are made again: their number tells.
    if (marks !== last || present !== wanted.length) {
      if (edits.length > 0) await port.apply(edits);
      last = marks;
    }
    return checked.result;
  };
}
