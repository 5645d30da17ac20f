import { damaged } from "../fileError";
import { decodeChunks, decodeText } from "../xml/encoding";
import type { DecodedText } from "../xml/encoding";
import { inflateChunks, inflateEntry } from "../zip/inflateEntry";
import { readZip } from "../zip/readZip";
import type { ZipArchive, ZipEntry } from "../zip/zipArchive";
import { comparableName } from "./partNames";

/** An Office file: a zip whose entries are parts found by name. */
export interface OfficePackage {
  readonly zip: ZipArchive;
  /** The zip entry of a part, whatever the case of its name. */
  findEntry(part: string): ZipEntry | undefined;
}

/** Opens an Office file without reading any part. Errors as readZip. */
export function openPackage(bytes: Uint8Array): OfficePackage {
  const zip = readZip(bytes);
  const entries = new Map(zip.entries.map((entry) => [comparableName(entry.name), entry]));
  return {
    zip,
    findEntry: (part) => entries.get(comparableName(part)) ?? entries.get(comparableName(unescaped(part))),
  };
}

/** Relationship targets are URIs: "sheet%201.xml" may be the entry "sheet 1.xml". */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray percent sign: the name was not escaped.
    return part;
  }
}

/** The text of a part. Throws file.damaged when it is missing or not text. */
export function readPart(file: OfficePackage, part: string): DecodedText {
  return decodeText(inflateEntry(file.zip, getEntry(file, part)), part);
}

/** The text of a part in pieces, for large ones. Throws as readPart. */
export function readPartInPieces(file: OfficePackage, part: string): Iterable<string> {
  return decodeChunks(inflateChunks(file.zip, getEntry(file, part)), part);
}

/** A sheet of five million cells takes about 200 MB of XML. */
const LARGEST_AT_ONCE = 256 * 1024 * 1024;

/** The bytes of a part; undefined for one so large that it is better read in pieces. Throws as readPart. */
export function readPartAtOnce(file: OfficePackage, part: string): Uint8Array | undefined {
  const entry = getEntry(file, part);
  return entry.size <= LARGEST_AT_ONCE ? inflateEntry(file.zip, entry) : undefined;
}

/** The zip entry of a part. Throws file.damaged when there is none. */
export function getEntry(file: OfficePackage, part: string): ZipEntry {
  const entry = file.findEntry(part);
  if (!entry) throw damaged(part, "the part is missing");
  return entry;
}
