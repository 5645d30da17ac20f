import { WorkbookFileError } from "../fileError";

/** First bytes of an OLE compound file. Source: [MS-CFB] 2.2. */
const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Directory entries are 128 bytes long and sectors a multiple of that, so every entry begins on a multiple of 128. */
const DIRECTORY_ENTRY_SIZE = 128;

/** Kind byte of a directory entry that is a stream, and where it and the length of the name stand in the entry. */
const STREAM = 2;
const KIND_OFFSET = 66;
const NAME_LENGTH_OFFSET = 64;

/** True for an OLE compound file: what Excel 97-2003 writes, and what wraps an .xlsx saved with a password. */
export function isOleContainer(bytes: Uint8Array): boolean {
  return OLE_SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * What to say about an OLE compound file: encrypted .xlsx (a stream named EncryptedPackage, [MS-OFFCRYPTO] 2.3.4.4),
 * old .xls (a stream named Workbook, or Book before Excel 97, [MS-XLS] 2.1.2), or neither.
 */
export function explainOleContainer(bytes: Uint8Array): WorkbookFileError {
  if (hasStream(bytes, "EncryptedPackage")) {
    return new WorkbookFileError("file.encrypted", "the workbook is protected by a password to open", {
      by: "workbook",
    });
  }
  if (hasStream(bytes, "Workbook") || hasStream(bytes, "Book")) {
    return new WorkbookFileError("file.legacyXls", "the file is in the binary format of Excel 97-2003");
  }
  return new WorkbookFileError("file.notZip", "an OLE compound file that holds no workbook");
}

function hasStream(bytes: Uint8Array, name: string): boolean {
  for (let at = 512; at + DIRECTORY_ENTRY_SIZE <= bytes.length; at += DIRECTORY_ENTRY_SIZE) {
    if (bytes[at + KIND_OFFSET] === STREAM && isNamed(bytes, at, name)) return true;
  }
  return false;
}

function isNamed(bytes: Uint8Array, at: number, name: string): boolean {
  // UTF-16LE with a closing zero, which the stored length counts.
  if (bytes[at + NAME_LENGTH_OFFSET] !== (name.length + 1) * 2) return false;
  for (let index = 0; index < name.length; index++) {
    if (bytes[at + index * 2] !== name.charCodeAt(index) || bytes[at + index * 2 + 1] !== 0) return false;
  }
  return true;
}
