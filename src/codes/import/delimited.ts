/** A row of a list as text, with its number as the user sees it (from 1). */
export interface TextRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Fields are split by what the first lines have most of. */
const DELIMITERS = ["\t", ",", ";", "，"] as const;

/**
 * The rows of a .csv or .tsv file. Text is UTF-8 or UTF-16 where it is valid or says so, else GBK, in which Chinese Excel
 * saves; fields may be quoted and hold line breaks. Row numbers count the lines of the file, as editors do.
 */
export function readDelimited(bytes: Uint8Array): TextRow[] {
  const text = decodeText(bytes);
  return splitRows(text, delimiterOf(text));
}

/** Bytes of a text file as text: by its byte order mark, or as UTF-16 where zero bytes tell it; else UTF-8 when valid, else GBK. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const wide = utf16Without(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** How many bytes tell UTF-16, and how many of its characters must be of such texts. */
const SAMPLE = 4000;
const MOST_OTHERS = 0.05;

/** Which UTF-16 bytes without a mark are: with a zero byte, which no other text has, and read as Chinese and ASCII in one order. */
function utf16Without(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0)) return undefined;
  return (["utf-16le", "utf-16be"] as const).find((encoding) => {
    const text = new TextDecoder(encoding).decode(sample);
    const others = text.replace(/[\t\r\n -~\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g, "");
    return others.length <= text.length * MOST_OTHERS;
  });
}

function delimiterOf(text: string): string {
  const start = text.split(/\r?\n/).slice(0, 50).join("\n");
  const count = (delimiter: string) => start.split(delimiter).length;
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ",";
}

function splitRows(text: string, delimiter: string): TextRow[] {
  const rows: TextRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  let line = 1;
  let begin = 1;
  const endRow = () => {
    rows.push({ number: begin, cells: [...cells, cell] });
    cells = [];
    cell = "";
    begin = line;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    if (char === "\n") line++;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') cell += text[at++];
      else isQuoted = false;
    } else if (char === '"' && cell === "") isQuoted = true;
    else if (char === delimiter) {
      cells.push(cell);
      cell = "";
    } else if (char === "\n") endRow();
    else if (char !== "\r" && char !== "\uFEFF") cell += char;
  }
  if (cell !== "" || cells.length > 0) endRow();
  return rows;
}
