import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { decodeText } from "../actions/checkText";
import type { MessageRef } from "../messages/messageRef";
import { isOleContainer } from "../xlsx/zip/oleContainer";
import { WorkbookFileError } from "../xlsx/fileError";
import { fileProblem } from "./fileReport";

/** The text of a .docx, .txt or .md file, or why there is none. Never throws for what the file holds. */
export async function readTextFile(
  file: string,
): Promise<{ readonly text: string } | { readonly problem: MessageRef }> {
  try {
    const bytes = new Uint8Array(await readFile(file));
    if (isOleContainer(bytes)) return { problem: { key: "text.legacyDoc", args: {} } };
    const isDocument = /^\.docx$/i.test(extname(file)) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
    const text = isDocument ? await documentText(bytes) : decodeText(bytes);
    return text.trim() === "" ? { problem: { key: "text.noText", args: {} } } : { text };
  } catch (error) {
    const isOther = error instanceof WorkbookFileError && /notZip|notWorkbook|empty/.test(error.code);
    return { problem: isOther ? { key: "text.notDocument", args: {} } : fileProblem(error) };
  }
}

/** Loaded only for a Word document. */
async function documentText(bytes: Uint8Array): Promise<string> {
  const { readDocument } = await import("../xlsx/docx/readDocument");
  return readDocument(bytes);
}
