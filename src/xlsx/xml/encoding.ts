import { damaged } from "../fileError";
import type { WorkbookFileError } from "../fileError";

/** How a part's text is stored. Package parts are UTF-8 or UTF-16 (ECMA-376 part 2, 9.1.4). */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be";

/** A part as text, byte order mark included, and what is needed to store it in the same way again. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * The text of a part. encodeText gives back exactly the same bytes.
 * Throws file.damaged when the bytes are not text in that encoding.
 */
export function decodeText(bytes: Uint8Array, part: string): DecodedText {
  const encoding = encodingOf(bytes);
  try {
    return { text: decoderFor(bytes).decode(bytes), encoding };
  } catch (cause) {
    throw notText(part, cause);
  }
}

/** The text of a part that comes in pieces. Errors as decodeText. */
export function* decodeChunks(
  chunks: Iterable<Uint8Array>,
  part: string,
): Generator<string, void, undefined> {
  let decoder: TextDecoder | undefined;
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder?.decode(chunk, { stream: true }) : decoder?.decode();
    } catch (cause) {
      throw notText(part, cause);
    }
  };
  for (const chunk of chunks) {
    if (chunk.length) decoder ??= decoderFor(chunk);
    yield decode(chunk) ?? "";
  }
  yield decode() ?? "";
}

/** The bytes of a text in one of the encodings. */
export function encodeText({ text, encoding }: DecodedText): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), encoding === "utf-16le");
  return bytes;
}

/** The mark is kept (ignoreBOM), so that a part that has one keeps it when it is written again. */
function decoderFor(bytes: Uint8Array): TextDecoder {
  return new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true });
}

function notText(part: string, cause: unknown): WorkbookFileError {
  return damaged(part, "its bytes are not valid text", cause);
}

function encodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}
