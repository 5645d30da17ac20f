/**
 * Where the parts of a workbook speak of cells, by short names of elements (namespaces.ts). Source: ECMA-376 part 1, 18.3
 * (worksheets), 18.5 (tables), 18.7 (comments), 20.5 (drawings), 21.2 (charts); [MS-XLSX] 2.6 (extensions).
 */

/** range: "B2:C9" or "B2"; ranges: several, blanks between; cell: a place that stays on the sheet; row: its number. */
export type PlaceKind = "range" | "ranges" | "cell" | "row";

export interface PlaceRules {
  /** Attributes that are places on the part's own sheet, by element. An element whose cells are gone goes too. */
  readonly places: Readonly<Record<string, Readonly<Record<string, PlaceKind>>>>;
  /** Elements whose text is a formula. */
  readonly formulas: ReadonlySet<string>;
  /** Elements whose text is ranges of the part's own sheet; when these are gone the element around goes too. */
  readonly rangeTexts: ReadonlySet<string>;
  /** Elements whose text is the number of a row, counted from 0. */
  readonly rowTexts: ReadonlySet<string>;
}

const FORMULAS = new Set([
  "f",
  "formula",
  "formula1",
  "formula2",
  "xm:f",
  "calculatedColumnFormula",
  "totalsRowFormula",
]);
const NONE: ReadonlySet<string> = new Set();

/** A worksheet whose rows stay, the workbook part, charts: only formulas speak of other sheets. */
export const FORMULAS_ONLY: PlaceRules = {
  places: {},
  formulas: new Set([...FORMULAS, "definedName"]),
  rangeTexts: NONE,
  rowTexts: NONE,
};

/** Charts name cells in elements of a namespace of their own. */
export const CHART: PlaceRules = { ...FORMULAS_ONLY, formulas: new Set(["?:f"]) };

/** The worksheet in which rows come or go. */
export const OWN_SHEET: PlaceRules = {
  places: {
    dimension: { ref: "range" },
    sheetView: { topLeftCell: "cell" },
    pane: { topLeftCell: "cell" },
    selection: { activeCell: "cell", sqref: "ranges" },
    row: { r: "row" },
    c: { r: "range" },
    f: { ref: "range", r1: "range", r2: "range" },
    mergeCell: { ref: "range" },
    autoFilter: { ref: "range" },
    sortState: { ref: "range" },
    sortCondition: { ref: "range" },
    protectedRange: { sqref: "ranges" },
    conditionalFormatting: { sqref: "ranges" },
    dataValidation: { sqref: "ranges" },
    hyperlink: { ref: "range" },
    ignoredError: { sqref: "ranges" },
    inputCells: { r: "range" },
    cellWatch: { r: "range" },
  },
  formulas: FORMULAS,
  rangeTexts: new Set(["xm:sqref"]),
  rowTexts: new Set(["?:row"]),
};

/** Excel's own tables on that sheet. */
export const TABLE: PlaceRules = { ...OWN_SHEET, places: { ...OWN_SHEET.places, table: { ref: "range" } } };

/** Notes and the threads of comments. */
export const COMMENTS: PlaceRules = {
  ...FORMULAS_ONLY,
  formulas: NONE,
  places: { comment: { ref: "range" }, "?:threadedComment": { ref: "range" } },
};

/** Pictures, charts and shapes that stand on cells. */
export const DRAWING: PlaceRules = { ...FORMULAS_ONLY, formulas: NONE, rowTexts: new Set(["?:row"]) };
