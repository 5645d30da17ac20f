import { MARK_STYLES } from "../../workbook/edit";
import type { MarkSeverity } from "../../workbook/edit";

/** In the order in which they are added to a workbook. */
export const SEVERITIES = ["error", "warning", "involved"] as const satisfies readonly MarkSeverity[];

/**
 * The look of a mark as a workbook stores it (CT_Dxf), without the element around it. Naming both colours of the fill
 * changes nothing for a reader and tells it from Excel's own preset of the same colours.
 * @param p prefix of SpreadsheetML elements in that part, with its colon
 */
export function markFormat(severity: MarkSeverity, p: string): string {
  const { fill, font, bold } = MARK_STYLES[severity];
  return (
    `<${p}font>${bold ? `<${p}b/>` : ""}<${p}color rgb="${argb(font)}"/></${p}font>` +
    `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(fill)}"/>` +
    `<${p}bgColor rgb="${argb(fill)}"/></${p}patternFill></${p}fill>`
  );
}

/** The same as an entry of the workbook's list of differential formats. */
export function markFormatEntry(severity: MarkSeverity, p: string): string {
  return `<${p}dxf>${markFormat(severity, p)}</${p}dxf>`;
}

/** "#FFC7CE" → "FFFFC7CE", with full opacity in front. */
export function argb(colour: string): string {
  return `FF${colour.slice(1)}`;
}
