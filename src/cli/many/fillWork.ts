import { describe } from "../../messages/describe";
import type { FillPlan } from "../../planning/fill/fillPlan";
import { fillFile } from "../fillFile";
import { fillLine, fillText } from "../fillOutput";
import { formatNotes } from "../fileReport";
import type { FileReport } from "../fileReport";
import { copyNotes, copyProblem, hashOfFile } from "./markWork";
import { countFindings } from "./summaryRow";
import type { Done, FillJob, Work } from "./work";

export interface FillDone extends Done, Pick<FileReport, "from"> {
  readonly plan: FillPlan | null;
  readonly protectedSheets: readonly string[];
  readonly department: string;
  /** Of the copy as written; null where none was. */
  readonly copyHash: string | null;
}

/** gouji fill over many files: a filled copy of each, or only what would be filled. */
export async function fillWork(job: FillJob): Promise<Work<FillDone>> {
  const { updateNames, codeLists, sheet, unitKind, edition } = job;
  const options = {
    answers: [],
    codeLists,
    updateNames,
    ...(sheet === undefined ? {} : { scope: { kind: "table" as const, sheet } }),
    ...(unitKind === undefined ? {} : { unitKind }),
    ...(edition === undefined ? {} : { edition }),
  };
  const none = { plan: null, protectedSheets: [], department: "", copyHash: null };
  return {
    frame: { begin: "", between: "", end: "" },
    failed: (error) => ({ error, ...none }),
    isThere: (item, done) => done.copyHash === null || done.copyHash === hashOfFile(item.copy),
    carryOut: async (item) => {
      const problem = copyProblem(item);
      if (problem) return { error: problem, ...none };
      const report = await fillFile(item.file, job.isDryRun ? undefined : item.copy, options, job.sets);
      const { error, plan = null, protectedSheets, department, from } = report;
      const copyHash = error || job.isDryRun ? null : hashOfFile(item.copy);
      return { error, plan, protectedSheets, department, copyHash, ...(from && { from }) };
    },
    tell: (item, done) => {
      const { error, plan, protectedSheets, department } = done;
      const copy = done.copyHash === null ? null : (item.copy ?? null);
      const say = (key: string, args: Record<string, string> = {}) => describe({ key, args }, job.lang);
      const problem = error && describe(error, job.lang);
      const notes = [
        ...protectedSheets.map((name) => say("fill.protected", { sheet: name })),
        ...formatNotes(done).map((note) => describe(note, job.lang)),
        ...(copy === null ? [] : copyNotes(done, job.lang)),
        ...(problem === null ? [] : [problem]),
      ];
      const out =
        job.format === "jsonl"
          ? fillLine(item.file, { error, plan, department, copy }, job.lang)
          : plan && !error
            ? fillText(item.file, plan, job.lang)
            : `${item.file}\n  ${problem ?? ""}\n`;
      return {
        code: error ? 2 : 0,
        out,
        notes: notes.map((note) => `${item.file}: ${note}`),
        row: { file: item.file, department, copy, error: problem, ...countFindings([]) },
      };
    },
  };
}
