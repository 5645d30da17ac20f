import { formatA1, formatRange } from "../../../src/workbook/address";
import { argb } from "../../../src/xlsx/patch/markFormats";
import { escapeAttribute, escapeText } from "../../../src/workbook/escapeXml";
import { encodeExcelString } from "../../../src/xlsx/xml/excelString";
import { passwordHash } from "../../host/passwordHash";
import type { StoredSheet, StoredValidation } from "../../host/store";
import { ALLOWED } from "../protection";
import { writePageLayout } from "./pageSetup";
import type { WorksheetText } from "./worksheetPart";
import { putElement, withAttributes } from "./worksheetPart";
import { writeRows } from "./writeLooks";

/** As sheetLooks.ts reads them: pixels of a character of the standard font, and of a point. */
const CHARACTER = 7;
const POINT = 96 / 72;
const LAST_COLUMN = 16384;

/** A part of a sheet that is written anew as a whole when it became another. */
interface Aspect {
  /** What is compared; it must survive JSON. */
  of(sheet: StoredSheet): unknown;
  write(text: WorksheetText, sheet: StoredSheet, before: StoredSheet): string;
}

const ASPECTS: readonly Aspect[] = [
  {
    of: ({ columnWidths, hiddenColumns }) => [[...columnWidths].sort(byFirst), [...hiddenColumns].sort()],
    write: writeColumns,
  },
  {
    of: ({ rowHeights, hiddenRows }) => [[...rowHeights].sort(byFirst), [...hiddenRows].sort()],
    write: (text, sheet, before) => {
      const changed = [...sheet.rowHeights.keys(), ...before.rowHeights.keys()].filter(
        (row) => sheet.rowHeights.get(row) !== before.rowHeights.get(row),
      );
      const hidden = [...sheet.hiddenRows, ...before.hiddenRows].filter(
        (row) => sheet.hiddenRows.has(row) !== before.hiddenRows.has(row),
      );
      const rows = [...new Set([...changed, ...hidden])].map((row) => {
        const pixels = sheet.rowHeights.get(row);
        const points = pixels === undefined ? undefined : pixels / POINT;
        return [row, { points, isHidden: sheet.hiddenRows.has(row) }] as const;
      });
      return writeRows(text, new Map(rows));
    },
  },
  {
    of: ({ frozenRows, frozenColumns, hasGridlines }) => [frozenRows, frozenColumns, hasGridlines],
    write: writeView,
  },
  {
    of: ({ tabColor }) => tabColor ?? "",
    write: (text, { tabColor }) =>
      putElement(text, "sheetPr", (p, was) => {
        const color = tabColor === undefined ? "" : `<${p}tabColor rgb="${argb(tabColor)}"/>`;
        const rest = (was?.text ?? `<${p}sheetPr/>`)
          .replace(/<(?:[\w.-]+:)?tabColor\b[^>]*\/>/, "")
          .replace(/^(<[^>]*?)\s*\/>$/, `$1></${p}sheetPr>`);
        return rest.replace(/^<[^>]*>/, (start) => start + color);
      }),
  },
  {
    of: ({ filter }) => (filter ? formatRange(filter) : ""),
    write: (text, { filter }) =>
      putElement(text, "autoFilter", (p) => (filter ? `<${p}autoFilter ref="${formatRange(filter)}"/>` : "")),
  },
  {
    of: ({ merges }) => merges.map(formatRange).sort(),
    write: (text, { merges }) =>
      putElement(text, "mergeCells", (p) => {
        const cells = merges.map((range) => `<${p}mergeCell ref="${formatRange(range)}"/>`);
        return cells.length === 0
          ? ""
          : `<${p}mergeCells count="${cells.length}">${cells.join("")}</${p}mergeCells>`;
      }),
  },
  {
    of: ({ validations }) => validations.map((one) => ({ ...one, id: undefined })),
    write: writeValidations,
  },
  {
    of: ({ pageLayout }) => pageLayout,
    write: (text, sheet, before) => writePageLayout(text, before.pageLayout, sheet.pageLayout),
  },
  {
    of: ({ isProtected, protection }) => [isProtected, protection ?? {}],
    write: writeProtection,
  },
];

/** A worksheet's text with everything of the sheet but cells, formats and marks as it now is in the workbench. */
export function writeAspects(sheet: WorksheetText, before: StoredSheet, now: StoredSheet): string {
  let { text } = sheet;
  for (const aspect of ASPECTS) {
    if (JSON.stringify(aspect.of(before)) === JSON.stringify(aspect.of(now))) continue;
    text = aspect.write({ text, part: sheet.part }, now, before);
  }
  return text;
}

function byFirst([a]: readonly [number, number], [b]: readonly [number, number]): number {
  return a - b;
}

/** Columns that stay as they were keep their look; of a run only the changed ones are taken out. */
function writeColumns(text: WorksheetText, sheet: StoredSheet, before: StoredSheet): string {
  const all = new Set([
    ...[...sheet.columnWidths.keys(), ...before.columnWidths.keys()],
    ...[...sheet.hiddenColumns, ...before.hiddenColumns],
  ]);
  const changed = [...all]
    .filter(
      (column) =>
        sheet.columnWidths.get(column) !== before.columnWidths.get(column) ||
        sheet.hiddenColumns.has(column) !== before.hiddenColumns.has(column),
    )
    .sort((a, b) => a - b);
  return putElement(text, "cols", (p, was) => {
    type Run = { readonly first: number; readonly last: number; readonly tag: string };
    let runs: Run[] = (was?.element.children ?? []).map(({ attributes, start, end }) => ({
      first: Number(attributes["min"]),
      last: Number(attributes["max"]),
      tag: was?.text.slice(start - was.element.start, end - was.element.start) ?? "",
    }));
    for (const column of changed) {
      const number = column + 1;
      const known = runs.find(({ first, last }) => first <= number && number <= last);
      const width = sheet.columnWidths.get(column);
      const tag = withAttributes(known?.tag ?? `<${p}col/>`, {
        width: width === undefined ? undefined : String(width / CHARACTER),
        customWidth: width === undefined ? undefined : "1",
        bestFit: undefined,
        hidden: sheet.hiddenColumns.has(column) ? "1" : undefined,
      });
      runs = runs.flatMap((run): Run[] =>
        run !== known
          ? [run]
          : [
              { ...run, last: number - 1 },
              { ...run, first: number + 1 },
            ].filter(({ first, last }) => first <= last),
      );
      runs.push({ first: number, last: number, tag });
    }
    const written = runs
      .filter(({ first, last }) => first >= 1 && last <= LAST_COLUMN)
      .sort((a, b) => a.first - b.first)
      // A column needs a width; without one of its own it has the usual one.
      .map(({ first, last, tag }) => {
        const width = /\swidth\s*=/.test(tag) ? {} : { width: "9.140625" };
        return withAttributes(tag, { ...width, max: String(last), min: String(first) });
      });
    return written.length === 0 ? "" : `<${p}cols>${written.join("")}</${p}cols>`;
  });
}

function writeView(text: WorksheetText, sheet: StoredSheet): string {
  const { frozenRows: rows, frozenColumns: columns, hasGridlines } = sheet;
  return putElement(text, "sheetViews", (p, was) => {
    const pane = rows === 0 ? "topRight" : columns === 0 ? "bottomLeft" : "bottomRight";
    const frozen =
      rows === 0 && columns === 0
        ? ""
        : `<${p}pane${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}` +
          ` topLeftCell="${formatA1(rows, columns)}" activePane="${pane}" state="frozen"/>`;
    const view = was?.element.children[0];
    const start =
      view && was ? was.text.slice(view.start - was.element.start, view.startTagEnd - was.element.start) : "";
    const opened = withAttributes(start || `<${p}sheetView workbookViewId="0">`, {
      showGridLines: hasGridlines ? undefined : "0",
      topLeftCell: undefined,
    }).replace(/\s*\/?>$/, ">");
    // Selections are told by pane: with other panes they would be wrong.
    return `<${p}sheetViews>${opened}${frozen}</${p}sheetView></${p}sheetViews>`;
  });
}

/** Lists are written anew; other kinds of validation, which the workbench does not know, stay. */
function writeValidations(text: WorksheetText, { validations }: StoredSheet): string {
  return putElement(text, "dataValidations", (p, was) => {
    const kept = (was?.element.children ?? [])
      .filter(({ attributes }) => attributes["type"] !== "list")
      .map(({ start, end }) => was?.text.slice(start - was.element.start, end - was.element.start) ?? "");
    const all = [...kept, ...validations.map((one) => validationXml(p, one))];
    return all.length === 0
      ? ""
      : `<${p}dataValidations count="${all.length}">${all.join("")}</${p}dataValidations>`;
  });
}

function validationXml(p: string, validation: StoredValidation): string {
  const { range, list, isStrict, message, title, showsError = true, ignoresBlanks = true } = validation;
  const source = list.startsWith("=") ? list.slice(1) : `"${list.replaceAll('"', '""')}"`;
  const texts = {
    errorTitle: title,
    error: message,
    promptTitle: validation.prompt?.title,
    prompt: validation.prompt?.message,
  };
  const written = Object.entries(texts).flatMap(([name, value]) =>
    value ? [` ${name}="${escapeAttribute(encodeExcelString(value))}"`] : [],
  );
  return (
    `<${p}dataValidation type="list"${isStrict ? "" : ` errorStyle="warning"`}${ignoresBlanks ? ` allowBlank="1"` : ""}` +
    `${validation.hidesDropDown ? ` showDropDown="1"` : ""}${validation.prompt ? ` showInputMessage="1"` : ""}` +
    `${showsError ? ` showErrorMessage="1"` : ""}${written.join("")} sqref="${formatRange(range)}">` +
    `<${p}formula1>${escapeText(source)}</${p}formula1></${p}dataValidation>`
  );
}

/** Protection as it was set in the workbench: what the file had goes, its password with it. */
function writeProtection(text: WorksheetText, { isProtected, protection }: StoredSheet): string {
  return putElement(text, "sheetProtection", (p) => {
    if (!isProtected) return "";
    const allowed = Object.entries(ALLOWED).filter(([option]) => protection?.options[option] === true);
    const attributes = allowed.map(([, name]) => ` ${name}="0"`).join("");
    const { password } = protection ?? {};
    const hash = password ? ` password="${passwordHash(password)}"` : "";
    return `<${p}sheetProtection${hash} sheet="1" objects="1" scenarios="1"${attributes}/>`;
  });
}
