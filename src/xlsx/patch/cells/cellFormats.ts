import type { WorkbookPart } from "../../package/workbookPart";
import { escapeAttribute } from "../../../workbook/escapeXml";
import type { PackageDraft } from "../draft";
import { findChild } from "../outline";
import { appendStyles, readStyles } from "../styleLists";
import { ensureStylesPart } from "../stylesPart";

/** Formats that have a fixed number whatever the language. Source: ECMA-376 part 1, 18.8.30. */
const FIXED: Readonly<Record<string, number>> = {
  General: 0,
  "0": 1,
  "0.00": 2,
  "#,##0": 3,
  "#,##0.00": 4,
  "0%": 9,
  "0.00%": 10,
  "@": 49,
};

/** Numbers below this belong to Excel's own formats. */
const FIRST_OWN = 164;

/** Gives cells another number format: the cell's own look with it, added to the workbook's list of cell formats. */
export class CellFormats {
  private readonly made = new Map<string, number>();

  constructor(
    private readonly draft: PackageDraft,
    private readonly workbook: WorkbookPart,
  ) {}

  /**
   * The place in the list of a cell format like the one at `style` with this number format; `style` itself when it has
   * it already.
   * @param style undefined: the workbook's usual format
   * @param numberFormat format code in its English form
   */
  withNumberFormat(style: number | undefined, numberFormat: string): number | undefined {
    const key = `${style ?? 0} ${numberFormat}`;
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const part = ensureStylesPart(this.draft, this.workbook);
    const id = this.numberOf(part, numberFormat);
    const text = this.draft.read(part);
    const { root, prefix, texts } = readStyles(text, part);
    const xf = findChild(root, "cellXfs")?.children[style ?? 0];
    if (Number(xf?.attributes["numFmtId"] ?? 0) === id) return style;
    const before = texts("cellXfs")[style ?? 0] ?? `<${prefix}xf/>`;
    const wanted = withAttribute(withAttribute(before, "numFmtId", String(id)), "applyNumberFormat", "1");
    const place = texts("cellXfs").indexOf(wanted);
    const added = place >= 0 ? { text, first: place } : appendStyles(text, part, "cellXfs", [wanted]);
    this.draft.write(part, added.text);
    this.made.set(key, added.first);
    return added.first;
  }

  private numberOf(part: string, numberFormat: string): number {
    const fixed = FIXED[numberFormat];
    if (fixed !== undefined) return fixed;
    const text = this.draft.read(part);
    const { root, prefix: p } = readStyles(text, part);
    const own = findChild(root, "numFmts")?.children ?? [];
    const known = own.find(({ attributes }) => attributes["formatCode"] === numberFormat);
    if (known) return Number(known.attributes["numFmtId"]);
    const id = 1 + Math.max(FIRST_OWN - 1, ...own.map(({ attributes }) => Number(attributes["numFmtId"])));
    const entry = `<${p}numFmt numFmtId="${id}" formatCode="${escapeAttribute(numberFormat)}"/>`;
    this.draft.write(part, appendStyles(text, part, "numFmts", [entry]).text);
    return id;
  }
}

/** An element's text with an attribute set in its start tag; the value must need no escaping. */
function withAttribute(text: string, name: string, value: string): string {
  const tagEnd = text.indexOf(">") + 1;
  const tag = text.slice(0, tagEnd);
  const pattern = new RegExp(`(\\s${name}\\s*=\\s*)(["'])[^"']*\\2`);
  const changed = pattern.test(tag)
    ? tag.replace(pattern, `$1"${value}"`)
    : tag.replace(/^<[^\s/>]+/, (start) => `${start} ${name}="${value}"`);
  return changed + text.slice(tagEnd);
}
