import type { ZipLimits } from "../../../src/xlsx/zip/limits";
import { readZip } from "../../../src/xlsx/zip/readZip";
import { concatBytes, IN_ZIP64, viewOf } from "../../../src/xlsx/zip/zipArchive";
import type { ZipEntry } from "../../../src/xlsx/zip/zipArchive";

/** Where fields stand in a directory record. Source: APPNOTE.TXT 6.3.10 section 4.3.12. */
export const FIELD = { flags: 8, method: 10, crc: 16, compressedSize: 20, size: 24, offset: 42 } as const;

const NO_LIMITS: ZipLimits = { part: Infinity, total: Infinity, ratio: Infinity, ratioFrom: Infinity };

/** A copy of a zip with one entry's directory record changed. */
export function withDirectory(
  bytes: Uint8Array,
  name: string,
  change: (record: DataView, entry: ZipEntry) => void,
): Uint8Array {
  const entry = entryOf(bytes, name, NO_LIMITS);
  const copy = bytes.slice();
  change(viewOf(copy.subarray(entry.directoryStart, entry.directoryEnd)), entry);
  return copy;
}

export function entryOf(bytes: Uint8Array, name: string, limits?: ZipLimits): ZipEntry {
  const entry = readZip(bytes, limits).entries.find((one) => one.name === name);
  if (!entry) throw new Error(`no entry ${name}`);
  return entry;
}

/** The same zip with every size and place in zip64 fields, as programs write them that do not know sizes beforehand. */
export function asZip64(bytes: Uint8Array): Uint8Array {
  const { entries } = readZip(bytes);
  const start = Math.min(...entries.map(({ directoryStart }) => directoryStart));
  const directory = entries.map((entry) => wideRecord(bytes, entry));
  const size = directory.reduce((sum, record) => sum + record.length, 0);

  const end = new Uint8Array(56 + 20 + 22);
  const view = viewOf(end);
  view.setUint32(0, 0x06064b50, true);
  view.setBigUint64(4, 44n, true);
  view.setBigUint64(24, BigInt(entries.length), true);
  view.setBigUint64(32, BigInt(entries.length), true);
  view.setBigUint64(40, BigInt(size), true);
  view.setBigUint64(48, BigInt(start), true);
  view.setUint32(56, 0x07064b50, true);
  view.setBigUint64(64, BigInt(start + size), true);
  view.setUint32(76, 0x06054b50, true);
  for (const at of [84, 86]) view.setUint16(at, 0xffff, true);
  for (const at of [88, 92]) view.setUint32(at, IN_ZIP64, true);
  return concatBytes([bytes.subarray(0, start), ...directory, end]);
}

function wideRecord(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const record = bytes.slice(entry.directoryStart, entry.directoryEnd);
  const view = viewOf(record);
  for (const field of [FIELD.size, FIELD.compressedSize, FIELD.offset]) view.setUint32(field, IN_ZIP64, true);
  view.setUint16(30, view.getUint16(30, true) + 28, true);
  const extra = new Uint8Array(28);
  const extraView = viewOf(extra);
  extraView.setUint16(0, 1, true);
  extraView.setUint16(2, 24, true);
  [entry.size, entry.compressedSize, entry.recordStart].forEach((value, index) =>
    extraView.setBigUint64(4 + 8 * index, BigInt(value), true),
  );
  return concatBytes([record, extra]);
}

/** An OLE compound file as far as the reader looks: signature and directory entries of these streams. */
export function oleFile(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * (streams.length + 1));
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ["Root Entry", ...streams].forEach((name, index) => {
    const at = 512 + 128 * index;
    [...name].forEach((letter, place) => (bytes[at + 2 * place] = letter.charCodeAt(0)));
    bytes[at + 64] = 2 * (name.length + 1);
    bytes[at + 66] = index === 0 ? 5 : 2;
  });
  return bytes;
}
