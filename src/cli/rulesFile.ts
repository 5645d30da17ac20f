import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { OwnRules } from "../relations/ownRules/ownRule";
import { readRulesJson } from "../relations/ownRules/readRulesJson";
import { readRulesSheet } from "../relations/ownRules/readRulesSheet";
import { openableFile } from "../xlsx/legacy/openableFile";
import { readWorkbook } from "../xlsx/read/readWorkbook";
import { fileProblem } from "./fileReport";

/**
 * Reads a file of an office's own relations: a workbook with a sheet 自定义勾稽, or JSON. What is wrong with the file is a
 * problem like one of its rules; never throws for what it holds.
 */
export async function readRules(file: string): Promise<OwnRules> {
  try {
    const bytes = await readFile(file);
    if (!/^\.(xls[xm]?|et)$/i.test(extname(file)))
      return readRulesJson(bytes.toString("utf8").replace(/^\uFEFF/, ""));
    const found = readRulesSheet(
      readWorkbook((await openableFile(new Uint8Array(bytes))).bytes, basename(file)),
    );
    // Cells of that file are not cells of the workbooks checked by it.
    const rules = found.rules.map(({ id, text, title, severity }) => ({ id, text, title, severity }));
    return rules.length + found.problems.length > 0
      ? { rules, problems: found.problems }
      : { rules, problems: [{ message: { key: "rules.noSheet", args: {} } }] };
  } catch (error) {
    return { rules: [], problems: [{ message: fileProblem(error) }] };
  }
}
