import { formatA1 } from "../../../workbook/address";
import type { CellContent, WriteCell } from "../../../workbook/edit";
import { encodeExcelString } from "../../xml/excelString";
import { escapeText } from "../../../workbook/escapeXml";

/**
 * A cell as it stands in a worksheet part. Texts stand in the cell itself, so that the workbook's list of texts, which
 * other sheets count on, stays as it is. A formula is written without a result unless that is known: Excel reckons it when it opens the file.
 * @param p prefix of the part's elements, with its colon
 * @param style place in the workbook's list of cell formats; undefined: none of its own
 */
export function cellXml(
  { row, column, content }: Pick<WriteCell, "row" | "column" | "content">,
  p: string,
  style: number | undefined,
): string {
  const place = `r="${formatA1(row, column)}"${style === undefined ? "" : ` s="${style}"`}`;
  if (content === null) return `<${p}c ${place}/>`;
  const { type, inside } = inner(content, p);
  return `<${p}c ${place}${type}>${inside}</${p}c>`;
}

function inner(content: CellContent, p: string): { readonly type: string; readonly inside: string } {
  if ("formula" in content) {
    const formula = escapeText(encodeExcelString(content.formula.replace(/^=/, "")));
    const { result } = content;
    if (result === undefined) return { type: "", inside: `<${p}f>${formula}</${p}f>` };
    const value = typeof result === "number" ? String(result) : escapeText(encodeExcelString(result));
    return {
      type: typeof result === "number" ? "" : ` t="str"`,
      inside: `<${p}f>${formula}</${p}f><${p}v>${value}</${p}v>`,
    };
  }
  const { value } = content;
  switch (typeof value) {
    case "string": {
      const text = escapeText(encodeExcelString(value));
      return {
        type: ` t="inlineStr"`,
        inside: `<${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is>`,
      };
    }
    case "boolean":
      return { type: ` t="b"`, inside: `<${p}v>${value ? 1 : 0}</${p}v>` };
    default:
      if (!Number.isFinite(value)) throw new RangeError(`${value} cannot stand in a cell`);
      return { type: "", inside: `<${p}v>${value}</${p}v>` };
  }
}
