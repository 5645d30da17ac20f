import { isOpen } from "../validation/finding";
import type { ExitCode } from "./command";
import type { FileReport } from "./fileReport";

/** 2 where a file could not be used, 1 where one has an error that was not accepted, otherwise 0. */
export function exitCodeOf(reports: readonly FileReport[]): ExitCode {
  if (reports.some(({ error }) => error)) return 2;
  const hasErrors = reports.some(({ result }) => result?.findings.some((one) => isOpen(one, "error")));
  return hasErrors ? 1 : 0;
}
