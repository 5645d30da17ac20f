import { damaged } from "../fileError";
import { END_RECORD, END_RECORD_SIZE, IN_ZIP64, ZIP64_END_LOCATOR, ZIP64_END_RECORD } from "./zipArchive";
import { viewOf } from "./zipArchive";

/** Where the central directory stands. */
export interface DirectoryPlace {
  readonly start: number;
  readonly end: number;
  readonly entryCount: number;
  readonly comment: Uint8Array;
}

/** The comment behind the end record is at most 65,535 bytes long (its length has 16 bits). */
const LONGEST_COMMENT = 0xffff;
const ZIP64_LOCATOR_SIZE = 20;

/**
 * Finds the end record of a zip, and through it the central directory. Gives undefined when there is no end record.
 * Throws file.damaged when the record points to a place that cannot be. Source: APPNOTE.TXT 6.3.10 section 4.3.16.
 */
export function findEnd(bytes: Uint8Array): DirectoryPlace | undefined {
  const view = viewOf(bytes);
  const lowest = Math.max(0, bytes.length - END_RECORD_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_RECORD_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    // Four equal bytes may turn up inside a comment or a picture; a true record's comment fits into the file.
    const commentEnd = at + END_RECORD_SIZE + view.getUint16(at + 20, true);
    if (commentEnd <= bytes.length) {
      return { ...readEnd(view, at), comment: bytes.subarray(at + END_RECORD_SIZE, commentEnd) };
    }
  }
  return undefined;
}

function readEnd(view: DataView, at: number) {
  const zip64 = findZip64(view, at);
  const start = zip64?.start ?? view.getUint32(at + 16, true);
  const size = zip64?.size ?? view.getUint32(at + 12, true);
  const entryCount = zip64?.entryCount ?? view.getUint16(at + 10, true);
  if (view.getUint16(at + 4, true) !== view.getUint16(at + 6, true)) {
    throw damaged("zip directory", "the archive is one volume of several");
  }
  if (start === IN_ZIP64 || start + size > at) throw damaged("zip directory", "it is not where it should be");
  return { start, end: start + size, entryCount };
}

function findZip64(view: DataView, endRecord: number) {
  const locator = endRecord - ZIP64_LOCATOR_SIZE;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_END_LOCATOR) return undefined;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > locator || view.getUint32(at, true) !== ZIP64_END_RECORD) {
    throw damaged("zip directory", "the zip64 end record is missing");
  }
  return {
    entryCount: Number(view.getBigUint64(at + 32, true)),
    size: Number(view.getBigUint64(at + 40, true)),
    start: Number(view.getBigUint64(at + 48, true)),
  };
}
