import { WorkbookFileError, damaged } from "../fileError";
import { findEnd } from "./findEnd";
import type { DirectoryPlace } from "./findEnd";
import { DEFAULT_LIMITS, exceededLimit } from "./limits";
import type { ZipLimits } from "./limits";
import { explainOleContainer, isOleContainer } from "./oleContainer";
import { DIRECTORY_RECORD, DIRECTORY_RECORD_SIZE, IN_ZIP64 } from "./zipArchive";
import { FLAG_ENCRYPTED, LOCAL_HEADER, LOCAL_HEADER_SIZE, viewOf } from "./zipArchive";
import type { ZipArchive, ZipEntry } from "./zipArchive";

const DIRECTORY = "zip directory";

/**
 * Reads the central directory of a zip; nothing is inflated yet.
 * Throws WorkbookFileError: file.empty, file.notZip, file.truncated, file.encrypted, file.legacyXls, file.bomb when
 * the declared sizes already exceed the limits, file.damaged when the directory contradicts the file.
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits = DEFAULT_LIMITS): ZipArchive {
  if (bytes.length === 0) throw new WorkbookFileError("file.empty", "the file has no content");
  if (isOleContainer(bytes)) throw explainOleContainer(bytes);
  const end = findEnd(bytes);
  if (!end) throw explainMissingEnd(bytes);
  const entries = readDirectory(bytes, end);
  if (entries.some(({ flags }) => flags & FLAG_ENCRYPTED)) {
    throw new WorkbookFileError("file.encrypted", "the zip's entries are encrypted", { by: "zip" });
  }
  checkDeclaredSizes(entries, limits);
  return { bytes, entries, comment: end.comment };
}

function explainMissingEnd(bytes: Uint8Array): WorkbookFileError {
  const beginsLikeZip = bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === LOCAL_HEADER;
  return beginsLikeZip
    ? new WorkbookFileError("file.truncated", "the zip begins well but its directory is missing")
    : new WorkbookFileError("file.notZip", "the file is not a zip");
}

function readDirectory(bytes: Uint8Array, end: DirectoryPlace): ZipEntry[] {
  const view = viewOf(bytes);
  const entries: Omit<ZipEntry, "recordEnd">[] = [];
  let at = end.start;
  for (let index = 0; index < end.entryCount; index++) {
    if (at + DIRECTORY_RECORD_SIZE > end.end || view.getUint32(at, true) !== DIRECTORY_RECORD) {
      throw damaged(DIRECTORY, `record ${index + 1} of ${end.entryCount} is missing`);
    }
    const entry = readRecord(bytes, view, at);
    if (entry.directoryEnd > end.end || entry.recordStart >= end.start) {
      throw damaged(DIRECTORY, `record ${index + 1} points outside the file`);
    }
    entries.push(entry);
    at = entry.directoryEnd;
  }
  return withRecordEnds(entries, end.start);
}

function readRecord(bytes: Uint8Array, view: DataView, at: number): Omit<ZipEntry, "recordEnd"> {
  const nameEnd = at + DIRECTORY_RECORD_SIZE + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const directoryEnd = extraEnd + view.getUint16(at + 32, true);
  if (directoryEnd > bytes.length) throw damaged(DIRECTORY, "a record is cut off");
  const narrow = {
    size: view.getUint32(at + 24, true),
    compressedSize: view.getUint32(at + 20, true),
    recordStart: view.getUint32(at + 42, true),
  };
  return {
    name: new TextDecoder().decode(bytes.subarray(at + DIRECTORY_RECORD_SIZE, nameEnd)),
    method: view.getUint16(at + 10, true),
    flags: view.getUint16(at + 8, true),
    crc: view.getUint32(at + 16, true),
    ...widen(narrow, view, nameEnd, extraEnd),
    directoryStart: at,
    directoryEnd,
  };
}

type Sizes = Pick<ZipEntry, "size" | "compressedSize" | "recordStart">;

/** Takes sizes marked IN_ZIP64 from the zip64 extra field, where they stand in this order. APPNOTE.TXT 4.5.3. */
function widen(narrow: Sizes, view: DataView, extraStart: number, extraEnd: number): Sizes {
  const wide = { ...narrow };
  for (let at = extraStart; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 0x0001) continue;
    let field = at + 4;
    for (const key of ["size", "compressedSize", "recordStart"] as const) {
      if (narrow[key] !== IN_ZIP64 || field + 8 > extraEnd) continue;
      wide[key] = Number(view.getBigUint64(field, true));
      field += 8;
    }
  }
  return wide;
}

/**
 * A record reaches to where the next one begins, so that a data descriptor or padding behind it travels with it.
 * Records that begin at the same place would be unpacked twice from the same bytes, a known way to build a bomb.
 */
function withRecordEnds(entries: readonly Omit<ZipEntry, "recordEnd">[], directoryStart: number): ZipEntry[] {
  const starts = entries.map(({ recordStart }) => recordStart).sort((a, b) => a - b);
  // Reversed, so that of two records at one place the first counts, whose end is its own beginning.
  const ends = starts.map((start, index) => [start, starts[index + 1] ?? directoryStart] as const);
  const endOf = new Map(ends.reverse());
  return entries.map((entry) => {
    const recordEnd = endOf.get(entry.recordStart) ?? directoryStart;
    if (recordEnd - entry.recordStart < LOCAL_HEADER_SIZE + entry.compressedSize) {
      throw damaged(entry.name, "its zip record overlaps another one");
    }
    return { ...entry, recordEnd };
  });
}

function checkDeclaredSizes(entries: readonly ZipEntry[], limits: ZipLimits): void {
  let total = 0;
  for (const entry of entries) {
    total += entry.size;
    const limit = exceededLimit(entry.size, entry.compressedSize, limits);
    if (limit) throw bomb(entry.name, limit);
  }
  if (total > limits.total) throw bomb("zip", "total");
}

/** The error for a part that unpacks to more than a limit allows. */
export function bomb(part: string, limit: keyof ZipLimits): WorkbookFileError {
  return new WorkbookFileError("file.bomb", `${part} unpacks to more than allowed (${limit})`, {
    part,
    limit,
  });
}
