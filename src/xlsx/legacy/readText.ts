/** Encodings that Chinese programs name in the files they write, all of which gb18030 reads. */
const CHINESE = /^(gb2312|gbk|gb_2312-80|x-gbk|cp936|936|gb18030)$/i;

/**
 * The text of a web page or an XML file: by its byte order mark, else by the encoding it names, else UTF-8 where it is
 * valid, else GBK, in which Chinese programs write. Never throws: characters that are none come out as U+FFFD.
 */
export function decodeMarkup(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const named = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1];
  if (named !== undefined && CHINESE.test(named)) return new TextDecoder("gb18030").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
