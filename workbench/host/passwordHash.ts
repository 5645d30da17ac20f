/**
 * The 16 bits by which a password is recognised. They keep a sheet from being changed by mistake, nothing more.
 * Source: ECMA-376 part 4, 14.7.1 (Legacy Password Hash Algorithm).
 */
export function passwordHash(password: string): string {
  const rotate = (hash: number) => ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  let hash = 0;
  // Characters beyond Latin are taken by their lower byte, as in the reference algorithm for one byte a character.
  for (const character of [...password].reverse()) {
    hash = rotate(hash) ^ ((character.codePointAt(0) ?? 0) & 0xff);
  }
  hash = rotate(hash) ^ password.length ^ 0xce4b;
  return hash.toString(16).toUpperCase().padStart(4, "0");
}
