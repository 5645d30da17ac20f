import { createHash } from "node:crypto";

/** The SHA-256 of several pieces, as hexadecimal text. Each piece counts with its length, so that none runs into the next. */
export function hashOf(pieces: readonly (Uint8Array | string)[]): string {
  const hash = createHash("sha256");
  for (const piece of pieces) {
    const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex");
}
