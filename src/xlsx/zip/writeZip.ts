import { deflateSync } from "fflate/browser";
import { crc32 } from "./crc32";
import {
  DIRECTORY_RECORD,
  DIRECTORY_RECORD_SIZE,
  END_RECORD,
  END_RECORD_SIZE,
  FLAG_UTF8,
} from "./zipArchive";
import {
  concatBytes,
  IN_ZIP64,
  LOCAL_HEADER,
  LOCAL_HEADER_SIZE,
  METHOD_DEFLATED,
  viewOf,
} from "./zipArchive";
import type { ZipArchive, ZipEntry } from "./zipArchive";

/** What becomes of entries, by name: new content, or null to leave the entry out. New names go to the end. */
export type ZipChanges = ReadonlyMap<string, Uint8Array | null>;

/** 1 January 1980, 0:00, the earliest a zip can say: equal content then gives equal bytes, whenever it is written. */
const FIXED_DATE = 0x0021;
const FIXED_TIME = 0;

/** Version 2.0, the first with deflate. Source: APPNOTE.TXT 6.3.10 section 4.4.3. */
const VERSION = 20;

/** A record ready to be written, and its directory record once the place is known. */
interface Written {
  readonly record: Uint8Array;
  readonly describe: (offset: number) => Uint8Array;
}

/**
 * Writes the archive with some entries changed. Entries without a change keep their bytes, header and compressed data
 * alike, and everything keeps its order. Equal arguments give equal bytes.
 * Throws RangeError when the result needs more than 65,534 entries or 4 GiB (no workbook here comes near).
 */
export function writeZip(archive: ZipArchive, changes: ZipChanges): Uint8Array {
  const { bytes, entries } = archive;
  // Records follow one another as in the file, which need not be the order of the directory.
  const inFileOrder = [...entries].sort((a, b) => a.recordStart - b.recordStart);
  const records = [bytes.subarray(0, inFileOrder[0]?.recordStart ?? 0)];
  let offset = records[0]?.length ?? 0;
  const append = ({ record, describe }: Written): Uint8Array => {
    const directoryRecord = describe(offset);
    records.push(record);
    offset += record.length;
    return directoryRecord;
  };

  const directoryOf = new Map<ZipEntry, Uint8Array>();
  for (const entry of inFileOrder) {
    const content = changes.get(entry.name);
    if (content === null) continue;
    directoryOf.set(entry, append(content ? pack(entry.name, content) : keep(archive, entry)));
  }
  const directory = entries.flatMap((entry) => directoryOf.get(entry) ?? []);
  const known = new Set(entries.map(({ name }) => name));
  for (const [name, content] of changes) {
    if (content && !known.has(name)) directory.push(append(pack(name, content)));
  }
  return concatBytes([...records, ...directory, endRecord(directory, offset, archive.comment)]);
}

function keep(archive: ZipArchive, entry: ZipEntry): Written {
  return {
    record: archive.bytes.subarray(entry.recordStart, entry.recordEnd),
    describe: (offset) => movedRecord(archive, entry, offset),
  };
}

/** A directory record as it was, but for the place it points to. */
function movedRecord({ bytes }: ZipArchive, entry: ZipEntry, offset: number): Uint8Array {
  const record = bytes.slice(entry.directoryStart, entry.directoryEnd);
  const view = viewOf(record);
  if (view.getUint32(42, true) !== IN_ZIP64) {
    view.setUint32(42, offset, true);
    return record;
  }
  // The offset is the last of the zip64 values that are in use, behind one or both sizes.
  const sizes = [view.getUint32(24, true), view.getUint32(20, true)].filter(
    (size) => size === IN_ZIP64,
  ).length;
  const extraStart = DIRECTORY_RECORD_SIZE + view.getUint16(28, true);
  const extraEnd = extraStart + view.getUint16(30, true);
  for (let at = extraStart; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 0x0001) view.setBigUint64(at + 4 + 8 * sizes, BigInt(offset), true);
  }
  return record;
}

function pack(name: string, content: Uint8Array): Written {
  const nameBytes = new TextEncoder().encode(name);
  const data = deflateSync(content);
  // The fields that a local header and a directory record have in common.
  const fields = new Uint8Array(26);
  const view = viewOf(fields);
  view.setUint16(0, VERSION, true);
  view.setUint16(2, nameBytes.length === name.length ? 0 : FLAG_UTF8, true);
  view.setUint16(4, METHOD_DEFLATED, true);
  view.setUint16(6, FIXED_TIME, true);
  view.setUint16(8, FIXED_DATE, true);
  view.setUint32(10, crc32(content), true);
  view.setUint32(14, data.length, true);
  view.setUint32(18, content.length, true);
  view.setUint16(22, nameBytes.length, true);

  const local = new Uint8Array(LOCAL_HEADER_SIZE);
  viewOf(local).setUint32(0, LOCAL_HEADER, true);
  local.set(fields, 4);
  const describe = (offset: number) => {
    const record = new Uint8Array(DIRECTORY_RECORD_SIZE);
    const recordView = viewOf(record);
    recordView.setUint32(0, DIRECTORY_RECORD, true);
    recordView.setUint16(4, VERSION, true);
    record.set(fields, 6);
    recordView.setUint32(42, offset, true);
    return concatBytes([record, nameBytes]);
  };
  return { record: concatBytes([local, nameBytes, data]), describe };
}

function endRecord(directory: readonly Uint8Array[], start: number, comment: Uint8Array): Uint8Array {
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  if (directory.length >= 0xffff || start + size >= IN_ZIP64) {
    throw new RangeError("the workbook is too large to write");
  }
  const end = new Uint8Array(END_RECORD_SIZE);
  const view = viewOf(end);
  view.setUint32(0, END_RECORD, true);
  view.setUint16(8, directory.length, true);
  view.setUint16(10, directory.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
  view.setUint16(20, comment.length, true);
  return concatBytes([end, comment]);
}
