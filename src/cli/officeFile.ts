import { readFileSync } from "node:fs";
import { readOfficeDefaults } from "../actions/officeDefaults";
import type { OfficeDefaults } from "../actions/officeDefaults";
import type { MessageRef } from "../messages/messageRef";
import { fileProblem } from "./fileReport";

/** The defaults of a file, its sets as texts for workers; or why it cannot be read. */
export function readOfficeFile(
  file: string,
):
  | (Pick<OfficeDefaults, "rules" | "codeLists"> & { readonly setTexts: readonly string[] })
  | { readonly problem: MessageRef } {
  try {
    const text = readFileSync(file, "utf8");
    const { rules, codeLists, sets } = readOfficeDefaults(text, file);
    // Only read again where they were read without a problem.
    const { sets: given = [] } =
      sets.length > 0 ? (JSON.parse(text.replace(/^\uFEFF/, "")) as { readonly sets?: unknown[] }) : {};
    return { rules, codeLists, setTexts: given.map((set) => JSON.stringify(set, null, 2)) };
  } catch (error) {
    return { problem: fileProblem(error) };
  }
}
