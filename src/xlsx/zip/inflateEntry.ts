import { Inflate } from "fflate/browser";
import { damaged } from "../fileError";
import { crc32 } from "./crc32";
import { DEFAULT_LIMITS, exceededLimit } from "./limits";
import type { ZipLimits } from "./limits";
import { findNativeZlib } from "./nativeZlib";
import { bomb } from "./readZip";
import {
  concatBytes,
  LOCAL_HEADER,
  LOCAL_HEADER_SIZE,
  METHOD_DEFLATED,
  METHOD_STORED,
  viewOf,
} from "./zipArchive";
import type { ZipArchive, ZipEntry } from "./zipArchive";

/**
 * Compressed bytes fed to the inflater at once. Deflate packs at most 1,032 : 1, so one step gives 33 MB at worst,
 * whatever the header claims.
 */
const STEP = 32 * 1024;

/**
 * The content of an entry, piece by piece, so that a large sheet is never in memory as a whole.
 * Throws file.bomb once more comes out than the limits allow, file.damaged when the data do not inflate or differ
 * from their declared size or CRC-32.
 */
export function* inflateChunks(
  { bytes }: ZipArchive,
  entry: ZipEntry,
  limits: ZipLimits = DEFAULT_LIMITS,
): Generator<Uint8Array, void, undefined> {
  let size = 0;
  let crc = 0;
  for (const chunk of unpack(compressedData(bytes, entry), entry)) {
    size += chunk.length;
    if (size > limits.part) throw bomb(entry.name, "part");
    if (exceededLimit(size, entry.compressedSize, limits)) throw bomb(entry.name, "ratio");
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.size || crc !== entry.crc)
    throw damaged(entry.name, "its content differs from its checksum");
}

/** The whole content of an entry; for one that is stored it may be a view of the file. Errors as inflateChunks. */
export function inflateEntry(
  archive: ZipArchive,
  entry: ZipEntry,
  limits: ZipLimits = DEFAULT_LIMITS,
): Uint8Array {
  const isDeclaredSmall = !exceededLimit(entry.size, entry.compressedSize, limits);
  const content = isDeclaredSmall ? inflateNatively(archive, entry) : undefined;
  return content ?? concatBytes([...inflateChunks(archive, entry, limits)]);
}

/**
 * The whole content of a deflated entry at once. Never more comes out than the entry declares, so memory is bounded
 * before anything is unpacked. Undefined where there is no native zlib and for whatever is amiss: inflateChunks then
 * says what.
 */
function inflateNatively({ bytes }: ZipArchive, entry: ZipEntry): Uint8Array | undefined {
  const zlib = entry.method === METHOD_DEFLATED && entry.size > 0 ? findNativeZlib() : undefined;
  if (!zlib) return undefined;
  const data = compressedData(bytes, entry);
  try {
    // One byte of room beyond the content: a full chunk would have zlib allocate another of the same size.
    const options = {
      chunkSize: Math.max(64, entry.size + 1),
      maxOutputLength: entry.size,
      info: true,
    } as const;
    const { buffer, engine } = zlib.inflateRawSync(data, options);
    const isWhole = buffer.length === entry.size && engine.bytesWritten === data.length;
    return isWhole && zlib.crc32(buffer) === entry.crc ? buffer : undefined;
  } catch {
    return undefined;
  }
}

function compressedData(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  const header = entry.recordStart;
  if (header + LOCAL_HEADER_SIZE > entry.recordEnd || view.getUint32(header, true) !== LOCAL_HEADER) {
    throw damaged(entry.name, "its zip record is not where the directory says");
  }
  // The local name and extra field may be longer than the directory's copies, so their lengths are read here.
  const start =
    header + LOCAL_HEADER_SIZE + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + entry.compressedSize > entry.recordEnd) throw damaged(entry.name, "its zip record is cut off");
  return bytes.subarray(start, start + entry.compressedSize);
}

function* unpack(data: Uint8Array, entry: ZipEntry): Generator<Uint8Array, void, undefined> {
  if (entry.method === METHOD_STORED) {
    yield data;
    return;
  }
  if (entry.method !== METHOD_DEFLATED)
    throw damaged(entry.name, `compression method ${entry.method} is unknown`);
  let ready: Uint8Array[] = [];
  const inflater = new Inflate((chunk) => ready.push(chunk));
  for (let at = 0; at === 0 || at < data.length; at += STEP) {
    try {
      inflater.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    } catch (cause) {
      throw damaged(entry.name, "its content does not inflate", cause);
    }
    yield* ready;
    ready = [];
  }
}
