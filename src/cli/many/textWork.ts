import { describeText } from "../../messages/budgetText/describeText";
import type { TextCheck } from "../../text/compareText";
import { compareFiles } from "../compareFiles";
import { textAsLine, textAsLines } from "../textCheckOutput";
import { countFindings } from "./summaryRow";
import type { Done, TextJob, Work } from "./work";

export interface TextDone extends Done {
  readonly check: TextCheck | null;
  readonly text: string;
  readonly department: string;
}

/** gouji text over many files: each explanation against the workbook that belongs to it. */
export async function textWork(job: TextJob): Promise<Work<TextDone>> {
  const failed = (error: Done["error"]): TextDone => ({ error, check: null, text: "", department: "" });
  return {
    frame: { begin: "", between: "", end: "" },
    failed,
    carryOut: async ({ file, problem, tables = "", lastYear }) => {
      if (problem !== undefined) return failed({ key: problem, args: { why: "" } });
      const compared = await compareFiles(file, tables, lastYear);
      if (!("problem" in compared)) return { error: null, ...compared };
      const { problem: error } = compared;
      return failed(
        compared.file === file
          ? error
          : { key: "text.otherFile", args: { file: compared.file, why: describeText(error, job.lang) } },
      );
    },
    tell: ({ file }, { error, check, text, department }) => {
      const problem = error && describeText(error, job.lang);
      const findings = check?.findings ?? [];
      const row = { file, department, copy: null, error: problem, ...countFindings(findings) };
      const out =
        job.format === "jsonl"
          ? textAsLine({ file, department, error, check, counts: row.counts }, job.lang)
          : check
            ? textAsLines(file, text, check, job.lang)
            : `${file}\n  ${problem ?? ""}\n`;
      const hasErrors = findings.some(({ severity }) => severity === "error");
      return {
        code: error ? 2 : hasErrors ? 1 : 0,
        out,
        notes: problem === null ? [] : [`${file}: ${problem}`],
        row,
      };
    },
  };
}
