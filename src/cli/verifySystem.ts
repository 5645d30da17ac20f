import { readFile } from "node:fs/promises";
import type { MessageRef } from "../messages/messageRef";
import { readSystem } from "../validation/system/readSystem";
import { solveSystem } from "../validation/system/solveSystem";
import { verdictJson } from "../validation/system/verdictJson";
import { errorCode, problemKey } from "./files";

/**
 * Decides the linear system in a JSON file. Gives the answer as JSON text and whether the system can hold, or the
 * sentence about what is wrong with the file and where.
 */
export async function verifySystemFile(
  file: string,
): Promise<{ readonly json: string; readonly feasible: boolean } | { readonly problem: MessageRef }> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    return { problem: { key: problemKey(error), args: { why: errorCode(error) } } };
  }
  const parsed = parseJson(text);
  if ("problem" in parsed) return parsed;
  const system = readSystem(parsed.json);
  if ("problem" in system) return system;
  const verdict = solveSystem(system);
  return { json: `${JSON.stringify(verdictJson(verdict), null, 2)}\n`, feasible: verdict.feasible };
}

function parseJson(text: string): { readonly json: unknown } | { readonly problem: MessageRef } {
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { problem: { key: "system.notJson", args: { line: lineOf(why, text), why } } };
  }
}

/** The line a JSON error speaks of; the last one where the text ends too early. */
function lineOf(why: string, text: string): string {
  const position = /at position (\d+)/.exec(why)?.[1];
  return String(text.slice(0, position === undefined ? undefined : Number(position)).split("\n").length);
}
