import type { CheckResult } from "../validation/checkResult";
import type { WorkbookPort } from "../workbook/port";

export interface ValidateOptions {
  /** Year edition of the code lists; found from the tables' own year when left out. */
  readonly edition?: number;
}

/** 校验: reads the workbook and checks it; changes nothing. */
export async function validate(_port: WorkbookPort, _options: ValidateOptions = {}): Promise<CheckResult> {
  throw new Error("being written");
}

/** 校验并标记: reads, checks, and puts the marks of this check in place of those of the last one, in one batch. */
export async function validateAndMark(
  _port: WorkbookPort,
  _options: ValidateOptions = {},
): Promise<CheckResult> {
  throw new Error("being written");
}

/** 清除标记: takes every mark of this product out of the workbook. Gives how many there were. */
export async function clearMarks(_port: WorkbookPort): Promise<number> {
  throw new Error("being written");
}
