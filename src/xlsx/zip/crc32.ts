/** Table of the CRC-32 of every byte. Source: APPNOTE.TXT 6.3.10 section 4.4.7 (polynomial 0xEDB88320, reflected). */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

/**
 * The CRC-32 of some bytes, as zip stores it.
 * @param previous the result for the bytes before these, when a part comes in pieces
 */
export function crc32(bytes: Uint8Array, previous = 0): number {
  let crc = ~previous;
  for (let at = 0; at < bytes.length; at++) {
    crc = (TABLE[(crc ^ (bytes[at] as number)) & 255] as number) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}
