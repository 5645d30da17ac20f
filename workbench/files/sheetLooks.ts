import { MAX_COLUMNS, MAX_ROWS, parseRange } from "../../src/workbook/address";
import type { CellRange } from "../../src/workbook/address";
import { readPartInPieces } from "../../src/xlsx/package/openPackage";
import type { OfficePackage } from "../../src/xlsx/package/openPackage";
import { findTarget, readRelationships } from "../../src/xlsx/package/relationships";
import { isTrue } from "../../src/xlsx/package/workbookPart";
import { decodeExcelString } from "../../src/xlsx/xml/excelString";
import { scanXml } from "../../src/xlsx/xml/scanXml";
import type { StoredConditionalFormat, StoredSheet, StoredValidation, WorkbookStore } from "../host/store";
import { fittedHeights } from "../host/objects/autofit";
import { newId } from "../host/store";
import type { Theme } from "./colors";
import { readColor } from "./colors";
import { readProtection } from "./protection";
import { readHeaderFooter, readPageElement } from "./pageLooks";
import type { StyleLooks } from "./styleLooks";

/** Pixels at 96 to the inch: a character of Excel's standard font is seven wide; heights are in points. */
const CHARACTER = 7;
const POINT = 96 / 72;
const USUAL_HEIGHT = 20;
/** A column range this long is Excel's way of saying "and so on to the last column". */
const LONGEST_RUN = 256;

/** Excel.ConditionalFormatType by the type of a rule in a file (ECMA-376 part 1, 18.18.12). */
const FORMAT_TYPES: Readonly<Record<string, string>> = {
  expression: "Custom",
  cellIs: "CellValue",
  containsText: "ContainsText",
  top10: "TopBottom",
  colorScale: "ColorScale",
  dataBar: "DataBar",
  iconSet: "IconSet",
};

interface OpenRule {
  readonly ranges: readonly CellRange[];
  readonly type: string;
  readonly priority: number;
  readonly stopIfTrue: boolean;
  readonly look: StyleLooks["differential"][number];
  formula: string;
}

/**
 * Gives a stored sheet, whose content is read already, the looks of its part: cell styles, merged areas, sizes, frozen
 * panes, grid lines, conditional formats, lists to choose from, print settings and notes. Kinds of conditional format without a formula
 * are kept by their type alone. Throws file.damaged for a part that is not well-formed.
 */
export function readSheetLooks(
  file: OfficePackage,
  part: string,
  store: WorkbookStore,
  sheet: StoredSheet,
  { cells, differential, numberFormats }: StyleLooks & { readonly numberFormats: readonly string[] },
  theme: Theme,
): void {
  const rules: OpenRule[] = [];
  let ranges: readonly CellRange[] = [];
  let list:
    | { ranges: readonly CellRange[]; attributes: Readonly<Record<string, string>>; formula: string }
    | undefined;
  let text: string | undefined;
  let usualHeight = USUAL_HEIGHT;
  const unsized = new Set<number>();

  scanXml(readPartInPieces(file, part), part, {
    open({ tag, attributes }) {
      if (tag === "c") setLook(sheet, attributes, cells, numberFormats);
      else if (tag === "row") {
        setRow(sheet, attributes, usualHeight);
        if (attributes["ht"] === undefined) unsized.add(Number(attributes["r"]) - 1);
      } else if (tag === "col") setColumns(sheet, attributes);
      else if (tag === "sheetFormatPr") {
        usualHeight = Math.round(Number(attributes["defaultRowHeight"] ?? 15) * POINT) || USUAL_HEIGHT;
      } else if (tag === "sheetProtection" && sheet.isProtected)
        sheet.protection = readProtection(attributes);
      else if (tag === "mergeCell") sheet.merges.push(...rangesOf(attributes["ref"]));
      else if (tag === "sheetView")
        sheet.hasGridlines = !/^(0|false)$/.test(attributes["showGridLines"] ?? "1");
      else if (tag === "pane" && /^frozen/.test(attributes["state"] ?? "")) {
        sheet.frozenRows = Math.round(Number(attributes["ySplit"] ?? 0));
        sheet.frozenColumns = Math.round(Number(attributes["xSplit"] ?? 0));
      } else if (tag === "tabColor") {
        const color = readColor(attributes, theme);
        if (color !== undefined) sheet.tabColor = color;
      } else if (tag === "conditionalFormatting") ranges = rangesOf(attributes["sqref"]);
      else if (tag === "cfRule") {
        rules.push({
          ranges,
          type: FORMAT_TYPES[attributes["type"] ?? ""] ?? "PresetCriteria",
          priority: Number(attributes["priority"] ?? 0),
          stopIfTrue: isTrue(attributes["stopIfTrue"]),
          look: differential[Number(attributes["dxfId"] ?? -1)] ?? {},
          formula: "",
        });
      } else if (tag === "dataValidation" && attributes["type"] === "list") {
        list = { ranges: rangesOf(attributes["sqref"]), attributes, formula: "" };
      } else if (tag === "formula" || tag === "formula1" || tag === "oddHeader" || tag === "oddFooter") {
        text = "";
      } else readPageElement(sheet.pageLayout, tag, attributes);
    },
    text(piece) {
      if (text !== undefined) text += piece;
    },
    close({ tag }) {
      const rule = rules.at(-1);
      if (tag === "formula" && rule?.type === "Custom" && rule.formula === "")
        rule.formula = `=${text ?? ""}`;
      if (tag === "formula1" && list) list.formula = text ?? "";
      if (tag === "oddHeader" || tag === "oddFooter") readHeaderFooter(sheet.pageLayout, tag, text ?? "");
      if (/^(formula1?|odd(Header|Footer))$/.test(tag)) text = undefined;
      if (tag === "dataValidation" && list) {
        addValidation(sheet, list);
        list = undefined;
      }
    },
  });
  rules.sort((a, b) => a.priority - b.priority);
  sheet.conditionalFormats.push(...rules.flatMap((rule) => formatOf(store, rule)));
  readNotes(file, part, sheet);
  fitRows(sheet, unsized);
}

/** Rows for which the file gives no height are as high as their text needs: Excel fits them when it opens the file. */
function fitRows(sheet: StoredSheet, rows: ReadonlySet<number>): void {
  const all = { firstRow: 0, lastRow: MAX_ROWS - 1, firstColumn: 0, lastColumn: MAX_COLUMNS - 1 };
  for (const [row, height] of fittedHeights(sheet, all)) {
    if (rows.has(row) && height > (sheet.rowHeights.get(row) ?? USUAL_HEIGHT))
      sheet.rowHeights.set(row, height);
  }
}

function rangesOf(addresses = ""): CellRange[] {
  return addresses.split(/\s+/).flatMap((address) => parseRange(address) ?? []);
}

function setLook(
  sheet: StoredSheet,
  { r, s }: Readonly<Record<string, string>>,
  looks: StyleLooks["cells"],
  numberFormats: readonly string[],
): void {
  const look = looks[Number(s ?? 0)];
  const place = parseRange(r ?? "");
  if (!place || !look || Object.keys(look).length === 0) return;
  const row = sheet.cells.get(place.firstRow) ?? new Map();
  sheet.cells.set(place.firstRow, row);
  row.set(place.firstColumn, {
    numberFormat: numberFormats[Number(s ?? 0)] ?? "General",
    ...row.get(place.firstColumn),
    ...look,
  });
}

function setRow(sheet: StoredSheet, attributes: Readonly<Record<string, string>>, usual: number): void {
  const row = Number(attributes["r"]) - 1;
  if (!(row >= 0)) return;
  const height = Math.round(Number(attributes["ht"] ?? 0) * POINT) || usual;
  if (height !== USUAL_HEIGHT) sheet.rowHeights.set(row, height);
  if (isTrue(attributes["hidden"])) sheet.hiddenRows.add(row);
}

function setColumns(sheet: StoredSheet, attributes: Readonly<Record<string, string>>): void {
  const first = Number(attributes["min"]) - 1;
  const last = Math.min(Number(attributes["max"]) - 1, first + LONGEST_RUN);
  const width = Math.round(Number(attributes["width"]) * CHARACTER);
  for (let column = first; column <= last; column++) {
    if (width > 0) sheet.columnWidths.set(column, width);
    if (isTrue(attributes["hidden"])) sheet.hiddenColumns.add(column);
  }
}

function formatOf(store: WorkbookStore, rule: OpenRule): StoredConditionalFormat[] {
  const [range, ...moreRanges] = rule.ranges;
  if (!range) return [];
  const { fill, fontColor, isBold } = rule.look;
  return [
    {
      id: newId(store),
      type: rule.type,
      range,
      ...(moreRanges.length > 0 && { moreRanges }),
      formula: rule.formula,
      stopIfTrue: rule.stopIfTrue,
      ...(fill !== undefined && { fill }),
      ...(fontColor !== undefined && { fontColor }),
      ...(isBold !== undefined && { isBold }),
    },
  ];
}

function addValidation(
  sheet: StoredSheet,
  list: { ranges: readonly CellRange[]; attributes: Readonly<Record<string, string>>; formula: string },
): void {
  const literal = /^"(.*)"$/s.exec(list.formula)?.[1];
  const text = (name: string) => {
    const own = list.attributes[name];
    return own === undefined ? undefined : decodeExcelString(own);
  };
  for (const range of list.ranges) {
    sheet.validations.push({
      range,
      list: literal?.replaceAll('""', '"') ?? `=${list.formula}`,
      isStrict:
        isTrue(list.attributes["showErrorMessage"]) && (list.attributes["errorStyle"] ?? "stop") === "stop",
      showsError: isTrue(list.attributes["showErrorMessage"]),
      ignoresBlanks: isTrue(list.attributes["allowBlank"]),
      ...(isTrue(list.attributes["showDropDown"]) && { hidesDropDown: true }),
      ...(text("error") !== undefined && { message: text("error") }),
      ...(text("errorTitle") !== undefined && { title: text("errorTitle") }),
      ...((text("prompt") ?? text("promptTitle")) !== undefined && {
        prompt: { title: text("promptTitle") ?? "", message: text("prompt") ?? "" },
      }),
    } as StoredValidation);
  }
}

/** Notes lie in a part of their own (ECMA-376 part 1, 18.7). */
function readNotes(file: OfficePackage, sheetPart: string, sheet: StoredSheet): void {
  const part = findTarget(readRelationships(file, sheetPart), "comments");
  if (part === undefined || !file.findEntry(part)) return;
  let place: CellRange | undefined;
  let content = "";
  let isText = false;
  scanXml(readPartInPieces(file, part), part, {
    open({ tag, attributes }) {
      if (tag === "comment") [place, content] = [parseRange(attributes["ref"] ?? ""), ""];
      isText = tag === "t";
    },
    text(piece) {
      if (isText) content += decodeExcelString(piece);
    },
    close({ tag }) {
      if (tag === "t") isText = false;
      if (tag === "comment" && place) {
        sheet.notes.push({ row: place.firstRow, column: place.firstColumn, content });
      }
    },
  });
}
