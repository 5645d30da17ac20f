import { escapeAttribute, escapeText } from "../../workbook/escapeXml";
import { encodeText } from "../xml/encoding";
import { writeZip } from "../zip/writeZip";

/** A paragraph of a document to be written. */
export interface DocumentParagraph {
  readonly kind: "title" | "heading" | "body";
  readonly text: string;
}

const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

const RELATIONSHIPS =
  `${XML}<Relationships xmlns="${PACKAGE}relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;
const DOCUMENT_RELATIONSHIPS =
  `${XML}<Relationships xmlns="${PACKAGE}relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
const CONTENT_TYPES =
  `${XML}<Types xmlns="${PACKAGE}content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="/word/document.xml" ContentType="${TYPES}document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${TYPES}styles+xml"/></Types>`;

/**
 * How official documents are set: title 小标宋 at 22 points, headings 黑体 and text 仿宋 at 16, indented by two characters, 28 points
 * from line to line; margins 37 mm at the top, 28 and 26 at the sides. Source: GB/T 9704—2012, 5.2 and 7.3.
 */
const LOOKS: Readonly<
  Record<
    DocumentParagraph["kind"],
    { readonly name: string; readonly font: string; readonly halfPoints: number; readonly more: string }
  >
> = {
  title: { name: "标题", font: "宋体", halfPoints: 44, more: `<w:jc w:val="center"/>` },
  heading: {
    name: "一级标题",
    font: "黑体",
    halfPoints: 32,
    more: `<w:ind w:firstLineChars="200" w:firstLine="640"/>`,
  },
  body: {
    name: "正文文字",
    font: "仿宋",
    halfPoints: 32,
    more: `<w:ind w:firstLineChars="200" w:firstLine="640"/>`,
  },
};

/**
 * A .docx file of these paragraphs, on A4, for Word, WPS and LibreOffice. Equal paragraphs give equal bytes.
 * Source: ECMA-376 part 1, 11.3 and 17.
 */
export function writeDocument(paragraphs: readonly DocumentParagraph[]): Uint8Array {
  const body = paragraphs.map(paragraphXml).join("");
  const page =
    `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>` +
    `<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>`;
  const parts: readonly (readonly [string, string])[] = [
    ["[Content_Types].xml", CONTENT_TYPES],
    ["_rels/.rels", RELATIONSHIPS],
    ["word/document.xml", `${XML}<w:document xmlns:w="${WORD}"><w:body>${body}${page}</w:body></w:document>`],
    ["word/_rels/document.xml.rels", DOCUMENT_RELATIONSHIPS],
    ["word/styles.xml", stylesXml()],
  ];
  const nothing = { bytes: new Uint8Array(), entries: [], comment: new Uint8Array() };
  return writeZip(
    nothing,
    new Map(parts.map(([name, text]) => [name, encodeText({ text, encoding: "utf-8" })])),
  );
}

function paragraphXml({ kind, text }: DocumentParagraph): string {
  const keep = kind === "body" ? "" : "<w:keepNext/>";
  return (
    `<w:p><w:pPr><w:pStyle w:val="${kind}"/>${keep}</w:pPr>` +
    `<w:r><w:t xml:space="preserve">${escapeText(text)}</w:t></w:r></w:p>`
  );
}

/** Figures are text of a language that does not break within words: 4,206.86 stays on one line. */
function stylesXml(): string {
  const styles = Object.entries(LOOKS).map(([id, { name, font, halfPoints, more }]) => {
    const face = escapeAttribute(font);
    const bold = id === "title" ? "<w:b/>" : "";
    return (
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${escapeAttribute(name)}"/>` +
      `<w:qFormat/><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>${more}</w:pPr>` +
      `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${face}"/>${bold}` +
      `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/></w:rPr></w:style>`
    );
  });
  return (
    `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>` +
    `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋"/><w:sz w:val="32"/>` +
    `<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${styles.join("")}</w:styles>`
  );
}
