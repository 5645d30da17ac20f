import { formatA1 } from "../../../src/workbook/address";
import { escapeAttribute } from "../../../src/workbook/escapeXml";
import type { PackageDraft } from "../../../src/xlsx/patch/draft";
import { addRelationship, dialectOf } from "../../../src/xlsx/patch/partLists";
import { encodeExcelString } from "../../../src/xlsx/xml/excelString";
import type { StoredHyperlink, StoredSheet } from "../../host/store";
import type { WorksheetText } from "./worksheetPart";
import { putElement } from "./worksheetPart";

/** The links of a sheet by their cells, as "B2". */
function linksOf(sheet: StoredSheet): Map<string, StoredHyperlink> {
  const links = [...sheet.cells].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, { hyperlink }]) =>
      hyperlink ? [[formatA1(row, column), hyperlink] as const] : [],
    ),
  );
  return new Map(links);
}

/**
 * A worksheet's text with the links set in the workbench: to cells of the workbook, or to addresses outside, which the
 * draft's list of relationships then has. Links the file brings stay. Source: ECMA-376 part 1, 18.3.1.47 (hyperlink).
 */
export function writeLinks(
  { text, part }: WorksheetText,
  before: StoredSheet,
  now: StoredSheet,
  draft: PackageDraft,
  workbookPart: string,
): string {
  const links = linksOf(now);
  const known = linksOf(before);
  if (JSON.stringify([...links]) === JSON.stringify([...known])) return text;
  const { relationships } = dialectOf(draft, workbookPart);
  const made = [...links].flatMap(([cell, { address, documentReference, screenTip }]) => {
    const outside = address
      ? ` xmlns:r="${relationships}" r:id="${addRelationship(draft, part, `${relationships}/hyperlink`, address, true)}"`
      : "";
    const inside = documentReference
      ? ` location="${escapeAttribute(encodeExcelString(documentReference))}"`
      : "";
    const tip = screenTip ? ` tooltip="${escapeAttribute(encodeExcelString(screenTip))}"` : "";
    return outside + inside === "" ? [] : [`hyperlink ref="${cell}"${outside}${inside}${tip}/>`];
  });
  return putElement({ text, part }, "hyperlinks", (p, was) => {
    const kept = (was?.element.children ?? [])
      .filter(({ attributes }) => {
        const cell = attributes["ref"] ?? "";
        return !links.has(cell) && !known.has(cell);
      })
      .map(({ start, end }) => was?.text.slice(start - was.element.start, end - was.element.start) ?? "");
    const all = [...kept, ...made.map((one) => `<${p}${one}`)];
    return all.length === 0 ? "" : `<${p}hyperlinks>${all.join("")}</${p}hyperlinks>`;
  });
}
