let known: Map<string, readonly number[]> | undefined;

/** Text in GBK, as Chinese Excel saves .csv files; throws for characters that GBK does not have. */
export function encodeGbk(text: string): Uint8Array {
  known ??= table();
  const codes = known;
  return Uint8Array.from(
    [...text].flatMap((char): readonly number[] => {
      const code = char.charCodeAt(0);
      const bytes = code < 128 ? [code] : codes.get(char);
      if (!bytes) throw new Error(`not in GBK: ${char}`);
      return bytes;
    }),
  );
}

function table(): Map<string, readonly number[]> {
  const decoder = new TextDecoder("gbk");
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && [...char].length === 1) codes.set(char, [lead, trail]);
    }
  }
  return codes;
}
