/** What a set of tables needs beside its definitions so that empty ones can be made: rows to begin with, and links. */

/** A row with a printed name; what kind of row it is, the definition's own row rules say. */
export interface LineTemplate {
  readonly line: string;
  /** Steps of indentation in print. */
  readonly indent?: number;
  /**
   * The right side of a sentence (notation.ts) that gives this row's figures, where the definition's own relations give
   * a choice, or none; it may speak of rows below only: "Σ[单位] - [基本支出]", "Σ[资金来源@单位] by name".
   */
  readonly sum?: string;
  readonly under?: readonly BodyTemplate[];
}

/**
 * As many rows as the office has of something. department: the units with three digits; unit: those with six, or the
 * departments where there are none; project: those of the unit above, or all; code: functional codes with their parents;
 * economic: pairs of economic codes under their classes.
 */
export interface EachTemplate {
  readonly each: "department" | "unit" | "project" | "code" | "economic";
  /** What kind of row each of them is, where it is not the usual one. */
  readonly as?: string;
  /** Only names, and only where the user wants them: a table that an item may but need not stand in. */
  readonly isOffered?: true;
  readonly under?: readonly BodyTemplate[];
}

/** As many blank rows as asked for, or as many as given; what is typed there is a row of this kind. */
export interface BlankTemplate {
  readonly blank: string;
  readonly count?: number;
}

/** The rest of the side begins in the same row as the rest of the table's other side (本年收入合计, 本年支出合计). */
export interface AlignTemplate {
  readonly align: true;
}

export type BodyTemplate = LineTemplate | EachTemplate | BlankTemplate | AlignTemplate;

export interface TableInsertion {
  /** One list for each side of the definition. */
  readonly sides: readonly (readonly BodyTemplate[])[];
  /** Every row under a unit carries the unit's code in the code column. */
  readonly hasUnitCodes?: boolean;
  /** A row of printed column numbers under the heading. */
  readonly hasColumnNumbers?: boolean;
  /** Columns that some offices leave out are made too. */
  readonly withOptional?: boolean;
  /** Column widths in characters, by printed column number, where the usual one for its kind does not do. */
  readonly widths?: Readonly<Record<number, number>>;
  /** The table's own unit where it is not that of the workbook. */
  readonly unit?: "万元";
}

export interface PackInsertion {
  /** By table id. */
  readonly tables: Readonly<Record<string, TableInsertion>>;
  /**
   * Sentences (notation.ts) whose left side is worked out from other tables. Each follows from relations of the set; a
   * figure that its own table already works out is left alone.
   */
  readonly links: readonly string[];
  readonly offers: OfferedRows;
}

/**
 * Rows of a workbook's tables that new tables may begin with: "T10[项目]" for the rows of that kind. Units and codes are
 * those of all tables named; projects those of the first that has any.
 */
export interface OfferedRows {
  readonly units: readonly string[];
  readonly codes: readonly string[];
  readonly projects: readonly string[];
}
