import { formatA1, parseRange } from "../../src/workbook/address";
import { isErrorValue, NOT_CALCULATED } from "../../src/workbook/snapshot";
import { escapeText } from "../../src/workbook/escapeXml";
import { scanXml } from "../../src/xlsx/xml/scanXml";
import type { XmlElement } from "../../src/xlsx/xml/scanXml";
import { spliceText } from "../../src/xlsx/xml/splice";
import type { Splice } from "../../src/xlsx/xml/splice";
import type { StoredSheet } from "../host/store";
import { storedCell } from "../host/store";

export interface WrittenResults {
  readonly text: string;
  /** Formulas that the engine cannot work out, whose results stay as they were. */
  readonly unknown: number;
}

/**
 * A worksheet's text with the results of its formulas as they stand in the store, so that programs which do not
 * calculate see what the grid showed. Cells without a formula, and results that are not known, stay as they are; so does
 * the result of a formula with a function that the engine does not know, which is not made an error by saving it.
 * Throws file.damaged for text that is not well-formed.
 */
export function writeResults(text: string, part: string, sheet: StoredSheet): WrittenResults {
  const splices: Splice[] = [];
  let unknown = 0;
  let cell: XmlElement | undefined;
  let hasFormula = false;
  let row = -1;
  let column = -1;
  scanXml(text, part, {
    open(element) {
      if (element.tag === "row") {
        row = element.attributes["r"] === undefined ? row + 1 : Number(element.attributes["r"]) - 1;
        column = -1;
      } else if (element.tag === "c") {
        const place = parseRange(element.attributes["r"] ?? formatA1(row, column + 1));
        [cell, hasFormula, column] = [element, false, place?.firstColumn ?? column + 1];
      } else if (element.tag === "f") hasFormula = true;
    },
    close({ tag, name }, { endTagStart }) {
      if (tag !== "c" || !cell || !hasFormula) return;
      const prefix = name.slice(0, -1);
      const result = resultXml(sheet, row, column, prefix);
      const inside = text.slice(cell.startTagEnd, endTagStart);
      if (result?.isUnknown && cell.attributes["t"] !== "e" && /<(?:[\w.-]+:)?v[\s>]/.test(inside)) {
        unknown++;
        return;
      }
      if (result) splices.push(...replaceResult(text, cell, endTagStart, result));
    },
  });
  return { text: spliceText(text, splices), unknown };
}

/** What the engine gives for a function or name that it does not know. */
const UNKNOWN = "#NAME?";

interface Result {
  /** The t attribute; "" for a number. */
  readonly type: string;
  readonly xml: string;
  readonly isUnknown?: boolean;
}

/** ECMA-376 part 1, 18.3.1.4 and 18.18.11: t says what v holds. */
function resultXml(sheet: StoredSheet, row: number, column: number, prefix: string): Result | undefined {
  const value = storedCell(sheet, row, column)?.value;
  if (value === undefined || (isErrorValue(value) && value.error === NOT_CALCULATED)) return undefined;
  const v = (content: string) => `<${prefix}v>${escapeText(content)}</${prefix}v>`;
  if (isErrorValue(value)) return { type: "e", xml: v(value.error), isUnknown: value.error === UNKNOWN };
  if (typeof value === "boolean") return { type: "b", xml: v(value ? "1" : "0") };
  return typeof value === "number" ? { type: "", xml: v(String(value)) } : { type: "str", xml: v(value) };
}

function replaceResult(text: string, cell: XmlElement, endTagStart: number, { type, xml }: Result): Splice[] {
  const startTag = text.slice(cell.start, cell.startTagEnd);
  const inside = text.slice(cell.startTagEnd, endTagStart);
  const withoutType = startTag.replace(/\st=("[^"]*"|'[^']*')/, "");
  const typed = type === "" ? withoutType : withoutType.replace(/>$/, ` t="${type}">`);
  const rest = inside.replace(/<(?:[\w.-]+:)?v(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/(?:[\w.-]+:)?v>)/, "");
  const extension = /<(?:[\w.-]+:)?extLst[\s>]/.exec(rest)?.index ?? rest.length;
  const changed = typed + rest.slice(0, extension) + xml + rest.slice(extension);
  return [{ start: cell.start, end: endTagStart, text: changed }];
}
