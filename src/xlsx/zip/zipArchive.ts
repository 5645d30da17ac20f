/** One entry of a zip as its central directory tells it. Offsets count from the first byte of the file. */
export interface ZipEntry {
  /** As stored, decoded; ".." and the like mean nothing here, it is just a name. */
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its local header begins, and where its record (with anything between it and the next one) ends. */
  readonly recordStart: number;
  readonly recordEnd: number;
  /** Its record in the central directory. */
  readonly directoryStart: number;
  readonly directoryEnd: number;
}

/** A zip file, read but not inflated. */
export interface ZipArchive {
  readonly bytes: Uint8Array;
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[];
  readonly comment: Uint8Array;
}

/** Bits of the general purpose flags. Source: APPNOTE.TXT 6.3.10 section 4.4.4. */
export const FLAG_ENCRYPTED = 0x0001;
export const FLAG_UTF8 = 0x0800;

export const METHOD_STORED = 0;
export const METHOD_DEFLATED = 8;

/** Signatures of the records. Source: APPNOTE.TXT 6.3.10 sections 4.3.7 to 4.3.16. */
export const LOCAL_HEADER = 0x04034b50;
export const DIRECTORY_RECORD = 0x02014b50;
export const END_RECORD = 0x06054b50;
export const ZIP64_END_RECORD = 0x06064b50;
export const ZIP64_END_LOCATOR = 0x07064b50;

/** Lengths of the fixed part of each record. */
export const LOCAL_HEADER_SIZE = 30;
export const DIRECTORY_RECORD_SIZE = 46;
export const END_RECORD_SIZE = 22;

/** In a 32-bit field: the value stands in the zip64 extra field instead. */
export const IN_ZIP64 = 0xffffffff;

/** A view for reading little-endian numbers out of a file's bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Several runs of bytes as one. */
export function concatBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
