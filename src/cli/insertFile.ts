import { readFile } from "node:fs/promises";
import { planNewWorkbook, tablesOf } from "../actions/insertTables";
import type { MessageArgs, MessageRef } from "../messages/messageRef";
import { InsertError } from "../planning/insert/insertError";
import { readUnits } from "../planning/insert/readUnits";
import type { InsertOptions } from "../planning/insert/options";
import { WorkbookFileError } from "../xlsx/fileError";
import { openableFile } from "../xlsx/legacy/openableFile";
import { writeNewWorkbook } from "../xlsx/write/newWorkbook";
import { errorCode, problemKey, writeProblem } from "./files";
import { insertInto } from "./insertInto";
import type { Existing, InsertedContent, IntoOutcome } from "./insertInto";
import { readSetFiles } from "./setFiles";
import { writeWhole } from "./writeWhole";

export interface InsertFlags {
  /** "all", or ids with commas between them. */
  readonly tables: string;
  readonly set: string;
  /** Files of the office's own sets, of whose tables new ones are made. */
  readonly own?: readonly string[];
  readonly year: number;
  readonly department: string;
  readonly units?: string;
  readonly codes?: string;
  readonly unit: InsertOptions["unit"];
  readonly blankRows?: number;
  readonly links: boolean;
  /** A workbook to insert into, of which a copy is written; a new one when left out. */
  readonly into?: string;
  readonly existing?: Existing;
  readonly output: string;
}

/** What was made, or why nothing was. */
export type InsertOutcome =
  { readonly tables: number; readonly filled?: number } | { readonly problem: MessageRef };

/** gouji insert: writes a new workbook with standard tables. Nothing is written when something is wrong. */
export async function insertFile(flags: InsertFlags): Promise<InsertOutcome> {
  const own = readSetFiles(flags.own ?? []);
  if ("problems" in own) return { problem: own.problems[0] as MessageRef };
  const ownIds = own.packs.flatMap((pack) => pack.tables.map(({ id }) => id));
  const known = flags.own ? ownIds : tablesOf(flags.set).map(({ id }) => id);
  const tables = flags.tables === "all" ? known : listOf(flags.tables).map((id) => id.toUpperCase());
  const unknown = tables.find((id) => !known.includes(id));
  if (unknown !== undefined || tables.length === 0)
    return problem("insert.unknownTable", { table: unknown ?? "", known });
  const codes = listOf(flags.codes ?? "");
  const badCode = codes.find((code) => !/^2\d{2}(\d{2}){0,2}$/.test(code));
  if (badCode !== undefined) return problem("insert.badCode", { code: badCode });
  let listed = readUnits("");
  let list: string | undefined;
  if (flags.units !== undefined) {
    try {
      list = await readFile(flags.units, "utf8");
      listed = readUnits(list);
    } catch (error) {
      const { key, args } = { key: problemKey(error), args: { why: errorCode(error) } };
      return { problem: { key, args } };
    }
    if (listed.badLine !== undefined)
      return problem("insert.badUnits", { file: flags.units, line: String(listed.badLine) });
  }
  const { into } = flags;
  if (into !== undefined) return writeInto({ ...flags, into }, { tables: [...new Set(tables)], list, own });
  const options: InsertOptions = {
    tables: [...new Set(tables)],
    year: flags.year,
    department: flags.department,
    unit: flags.unit,
    units: listed.units,
    projects: listed.projects,
    codes,
    ...(flags.blankRows === undefined ? {} : { blankRows: flags.blankRows }),
    ...(flags.links ? {} : { unlinked: true as const }),
  };
  const sheets = planNewWorkbook(options, own.packs);
  try {
    await writeWhole(flags.output, writeNewWorkbook(sheets.map(({ design }) => design)));
  } catch (error) {
    return { problem: writeProblem(flags.output, error) };
  }
  return { tables: sheets.filter(({ design }) => !design.isHidden).length };
}

async function writeInto(
  flags: InsertFlags & { readonly into: string },
  content: InsertedContent,
): Promise<InsertOutcome> {
  let outcome: IntoOutcome;
  try {
    const { bytes } = await openableFile(new Uint8Array(await readFile(flags.into)));
    outcome = insertInto(bytes, flags, content);
  } catch (error) {
    if (error instanceof InsertError) return problem(error.key, error.args);
    if (error instanceof WorkbookFileError) return problem(error.code, error.details);
    return problem(problemKey(error), { why: errorCode(error) });
  }
  if ("problem" in outcome) return outcome;
  try {
    await writeWhole(flags.output, outcome.bytes);
  } catch (error) {
    return { problem: writeProblem(flags.output, error) };
  }
  return { tables: outcome.tables, filled: outcome.filled };
}

function listOf(text: string): string[] {
  return text.split(/[,，、\s]+/).filter((part) => part !== "");
}

function problem(key: string, args: MessageArgs): InsertOutcome {
  return { problem: { key, args } };
}
