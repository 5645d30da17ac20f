import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { describe } from "../../messages/describe";
import type { Locale } from "../../messages/describe";
import { describeMany } from "../../messages/many/describeMany";
import { fileProblem } from "../fileReport";
import { countFindings } from "./summaryRow";
import type { CountedFinding, SummaryRow } from "./summaryRow";

/**
 * The rows of a summary from files of JSON Lines as `gouji check`, `mark` and `text` print them (docs/command-line.md). Of a
 * workbook that comes several times the last result counts: it is that of a part run again. Gives the sentence for what is
 * wrong with a file.
 */
export async function readRows(
  files: readonly string[],
  lang: Locale,
): Promise<{ readonly rows: readonly SummaryRow[] } | { readonly problem: string }> {
  const rows = new Map<string, SummaryRow>();
  for (const file of files) {
    let line = 0;
    try {
      const lines = createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity });
      for await (const text of lines) {
        line += 1;
        if (text.trim() === "") continue;
        const row = rowOf(text);
        if (!row)
          return { problem: describeMany({ key: "many.badLine", args: { file, line: String(line) } }, lang) };
        rows.set(row.file, row);
      }
    } catch (error) {
      return { problem: `${file}: ${describe(fileProblem(error), lang)}` };
    }
  }
  return { rows: [...rows.values()] };
}

/** A line's row; undefined for anything but a result with findings. */
function rowOf(text: string): SummaryRow | undefined {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof given !== "object" || given === null) return undefined;
  const { version, file, department, copy, error, findings } = given as Readonly<Record<string, unknown>>;
  if (version !== 1 || typeof file !== "string" || typeof department !== "string") return undefined;
  if (!Array.isArray(findings) || !findings.every(isCounted)) return undefined;
  if (copy !== null && typeof copy !== "string") return undefined;
  const problem = error === null ? null : messageOf(error);
  return problem === undefined
    ? undefined
    : { file, department, copy, error: problem, ...countFindings(findings) };
}

function isCounted(finding: unknown): finding is CountedFinding {
  if (typeof finding !== "object" || finding === null) return false;
  const { severity, rule } = finding as Readonly<Record<string, unknown>>;
  return typeof rule === "string" && typeof severity === "string" && SEVERITIES.test(severity);
}

const SEVERITIES = /^(error|warning|rounding|info)$/;

function messageOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { message } = error as Readonly<Record<string, unknown>>;
  return typeof message === "string" ? message : undefined;
}
