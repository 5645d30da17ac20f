import { ConditionalFormats } from "./conditionalFormats";
import type { FormatBlock } from "./conditionalFormats";
import { findChild, readOutline } from "./outline";
import type { OutlineElement } from "./outline";
import { WORKSHEET_ORDER } from "./worksheetOrder";

/** The uri of the extension that holds conditional formats. Source: [MS-XLSX] 2.3.2, CT_ConditionalFormattings. */
export const FORMATS_EXTENSION = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";

/** What comes before the conditional formats in a worksheet, they included; everything else comes behind them. */
const BEFORE_FORMATS: ReadonlySet<string> = new Set(
  WORKSHEET_ORDER.slice(0, WORKSHEET_ORDER.indexOf("conditionalFormatting") + 1),
);

/** The elements of a worksheet down to the single conditional formats of the extension list; cells are left out. */
export interface SheetOutline {
  readonly root: OutlineElement;
  readonly blocks: readonly FormatBlock[];
}

/** Reads both in one scan. Throws file.damaged when the part is not well-formed. */
export function readSheetOutline(text: string, part: string): SheetOutline {
  const formats = new ConditionalFormats();
  const root = readOutline(text, part, 4, ["sheetData"], formats);
  return { root, blocks: formats.blocks };
}

/** Where another conditional format goes, by the order that the schema asks for. */
export function placeForFormats(sheet: OutlineElement): number {
  return sheet.children.findLast(({ tag }) => BEFORE_FORMATS.has(tag))?.end ?? sheet.startTagEnd;
}

/** The extension that holds conditional formats, from outside in, as far as the sheet has it. */
export function findFormatsExtension(sheet: OutlineElement): {
  readonly list?: OutlineElement | undefined;
  readonly extension?: OutlineElement | undefined;
  readonly formats?: OutlineElement | undefined;
} {
  const list = findChild(sheet, "extLst");
  const extension = list?.children.find((child) => findChild(child, "x14:conditionalFormattings"));
  return { list, extension, formats: findChild(extension, "x14:conditionalFormattings") };
}
