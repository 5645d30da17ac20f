import { checkText } from "../actions/checkText";
import { departmentOf } from "../actions/departmentOf";
import type { MessageRef } from "../messages/messageRef";
import type { TextCheck } from "../text/compareText";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readTarget } from "./fileReport";
import { readTextFile } from "./textFile";

/** What comparing a text with its tables gave, or what is wrong with which of the files. */
export type Compared =
  | { readonly check: TextCheck; readonly text: string; readonly department: string }
  | { readonly file: string; readonly problem: MessageRef };

/** gouji text: compares the explanation of a budget with its workbook and with that of last year. */
export async function compareFiles(file: string, tables: string, lastYear?: string): Promise<Compared> {
  const read = await readTextFile(file);
  if ("problem" in read) return { file, problem: read.problem };
  const now = await workbookAt(tables);
  if ("problem" in now) return now;
  const last = lastYear === undefined ? undefined : await workbookAt(lastYear);
  if (last && "problem" in last) return last;
  const check = checkText(read.text, { tables: now.snapshot, ...(last && { lastYear: last.snapshot }) });
  if ("problem" in check)
    return { file: check.ofLastYear ? (lastYear ?? "") : tables, problem: check.problem };
  if (check.counts.read === 0) return { file, problem: { key: "text.noFigures", args: {} } };
  return { check, text: read.text, department: departmentOf(now.snapshot) };
}

async function workbookAt(
  file: string,
): Promise<
  { readonly snapshot: WorkbookSnapshot } | { readonly file: string; readonly problem: MessageRef }
> {
  const read = await readTarget({ file });
  return "error" in read ? { file, problem: read.error } : { snapshot: read.snapshot };
}
