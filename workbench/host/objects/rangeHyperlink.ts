import { writeInput } from "../cellInput";
import { invalidArgument } from "../hostError";
import type { Scalar } from "../objectType";
import type { StoredHyperlink } from "../store";
import type { Json } from "../wire";
import type { RangeTarget } from "./rangeTarget";
import { common, writeGrid } from "./rangeTarget";

/**
 * The link of a cell to another cell or an address; the text to display becomes what the cell holds.
 * Source: Excel JavaScript API reference, Excel.Range.hyperlink and Excel.RangeHyperlink (ExcelApi 1.7).
 */
export const rangeHyperlink: Readonly<Record<string, Scalar<RangeTarget>>> = {
  hyperlink: {
    since: "1.7",
    get: (target) => common<Json>(target, (cell) => (cell?.hyperlink as Json | undefined) ?? null),
    set: (target, value) => {
      const link = checked(value);
      writeGrid(target, true, "Range.hyperlink", (cell) => {
        cell.hyperlink = link;
        if (link.textToDisplay !== undefined) writeInput(cell, link.textToDisplay, "Range.hyperlink");
      });
    },
  },
};

const PARTS = ["address", "documentReference", "screenTip", "textToDisplay"] as const;

function checked(value: Json): StoredHyperlink {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw invalidArgument("Range.hyperlink");
  const link: { -readonly [K in keyof StoredHyperlink]: StoredHyperlink[K] } = {};
  for (const [name, text] of Object.entries(value)) {
    const part = PARTS.find((one) => one === name);
    if (part === undefined || (text !== null && typeof text !== "string"))
      throw invalidArgument("Range.hyperlink");
    if (typeof text === "string") link[part] = text;
  }
  return link;
}
