import { moveFormula } from "../../../workbook/formula/shift";
import { escapeText } from "../../../workbook/escapeXml";
import { spliceText } from "../../xml/splice";
import type { Splice } from "../../xml/splice";
import { readSheetCells } from "../cells/sheetCells";

/**
 * A worksheet's text with every filled-down formula written out in its own cell: once rows come or go the cells no
 * longer follow from the first one. Text without such formulas comes back as it is.
 */
export function writeOutSharedFormulas(text: string, part: string): string {
  if (!/\bt\s*=\s*["']shared["']/.test(text)) return text;
  const { wideFormulas } = readSheetCells(text, part, new Set());
  const shared = wideFormulas.filter(({ kind }) => kind === "shared");
  const masters = new Map<string, (typeof shared)[number]>();
  const splices: Splice[] = [];
  for (const formula of shared) {
    if (formula.text !== "") masters.set(formula.sharedId, formula);
    const master = masters.get(formula.sharedId);
    if (!master) continue;
    const moved = moveFormula(master.text, formula.row - master.row, formula.column - master.column);
    const made = `<${formula.name}>${escapeText(moved)}</${formula.name}>`;
    splices.push({ start: formula.start, end: formula.end, text: made });
  }
  return spliceText(text, splices);
}
