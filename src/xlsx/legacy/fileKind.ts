import { explainOleContainer, isOleContainer } from "../zip/oleContainer";

/**
 * What a file is that is no .xlsx, whatever its name says: xls is the binary format of Excel 5.0 to 2003 and of WPS (.et);
 * xmlSpreadsheet is the XML of Excel 2003 and htmlTable a web page, both of which other programs like to call .xls.
 */
export type LegacyKind = "xls" | "xmlSpreadsheet" | "htmlTable";

/** So much of a text is looked at for what it is: comments and style sheets stand before the first table. */
const BEGINNING = 65_536;

/** Tells a file by what it holds; undefined for an .xlsx and for what is no workbook at all. */
export function legacyKindOf(bytes: Uint8Array): LegacyKind | undefined {
  if (isZip(bytes)) return undefined;
  if (isOleContainer(bytes)) return explainOleContainer(bytes).code === "file.legacyXls" ? "xls" : undefined;
  const start = beginningOf(bytes);
  if (!start.startsWith("<")) return undefined;
  if (/<(\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/.test(start))
    return "xmlSpreadsheet";
  return /<html[\s>]/i.test(start) || /^<table[\s>]/i.test(start)
    ? hasTable(start)
      ? "htmlTable"
      : undefined
    : undefined;
}

/** The first bytes of a zip, "PK": nearly every file is one. */
function isZip([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}

/** The first characters that say what a text is; in UTF-16 every second byte of them is zero. */
function beginningOf(bytes: Uint8Array): string {
  const text = new TextDecoder("latin1").decode(bytes.subarray(0, BEGINNING));
  return text
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "")
    .replace(/\0/g, "")
    .trimStart();
}

function hasTable(start: string): boolean {
  return /<table[\s>]/i.test(start) || start.length >= BEGINNING;
}
