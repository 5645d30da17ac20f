import { decodeText } from "../../src/actions/checkText";
import { isTextFile, textAsWorkbook } from "../../src/actions/listText";
import type { MessageRef } from "../../src/messages/messageRef";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { readDocument } from "../../src/xlsx/docx/readDocument";
import { WorkbookFileError } from "../../src/xlsx/fileError";
import { openableFile } from "../../src/xlsx/legacy/openableFile";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";

/** A workbook that the user has chosen, or why it cannot be used. */
export type ChosenWorkbook =
  | { readonly file: string; readonly workbook: WorkbookSnapshot }
  | { readonly file: string; readonly problem: MessageRef };

/** Reads a workbook file, .xls and .et too, or a text file with rows. Never rejects for what the file holds. */
export async function readChosen(file: File): Promise<ChosenWorkbook> {
  try {
    if (isTextFile(file.name)) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return { file: file.name, workbook: textAsWorkbook(bytes, file.name) };
    }
    const { bytes } = await openableFile(new Uint8Array(await file.arrayBuffer()));
    return { file: file.name, workbook: readWorkbook(bytes, file.name) };
  } catch (error) {
    return { file: file.name, problem: problemOf(error) };
  }
}

/** The text of a .docx, .txt or .md file, or why there is none. */
export async function readChosenText(
  file: File,
): Promise<{ readonly text: string } | { readonly problem: MessageRef }> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const isDocument = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const text = isDocument ? readDocument(bytes) : decodeText(bytes);
    return text.trim() === "" ? { problem: { key: "text.noText", args: {} } } : { text };
  } catch (error) {
    return error instanceof WorkbookFileError
      ? { problem: { key: "text.notDocument", args: {} } }
      : { problem: problemOf(error) };
  }
}

function problemOf(error: unknown): MessageRef {
  if (!(error instanceof WorkbookFileError)) throw error;
  return { key: error.code, args: { part: "", ...error.details } };
}
