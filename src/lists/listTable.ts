import type { GivenRow } from "../planning/insert/given";
import type { Fund, AmountField } from "./fields";
import type { ListPart } from "./listPart";
import type { Spending } from "./readWords";

/** What a part must say to have a place in a table. */
export type Need =
  | "unit"
  | "project"
  | "functional"
  | "department"
  | "fund"
  | "spending"
  | "item"
  | "service"
  | "category"
  | "income";

/** Which parts a table is made of; everything that is named must be so. */
export interface Takes {
  /** Expenditure unless it says income. */
  readonly isIncome?: true;
  readonly spending?: readonly Spending[];
  readonly funds?: readonly Fund[];
  readonly flag?: "isPurchase" | "isService";
}

/** Words that a figure in a table stands for: the rows of the table by key, and the printed number of its column. */
export interface Placement {
  /** From the whole table down to the part's own row. */
  readonly keys: readonly string[];
  /** The column that is not worked out from others. */
  readonly column: number;
}

/** A row of a table as far as lists can tell whose it is: planned, or found in a workbook. */
export interface RowFacts {
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  /** Code of the unit it belongs to; "" at the top. */
  readonly unit: string;
  /** Kind of the row above (项目支出). */
  readonly above: string;
  /** The words of a column, by its printed number. */
  readonly text: (column: number) => string;
}

/** Names of codes as tables print them. */
export type NameOf = (
  kind: "functional" | "economicDepartment" | "economicGovernment" | "procurement" | "purchasedService",
  code: string,
  listed: string,
) => string;

/** How the rows of a table follow from parts. */
export interface RowLayout {
  readonly needs: readonly Need[];
  /** Keys of the rows in which a part counts, from the total down. */
  keysOf(part: ListPart): readonly string[];
  /** The key of a row of the table; undefined for one that no part counts in. */
  keyOf(row: RowFacts): string | undefined;
  /** The rows that parts make, by the kind and the place they are asked for. */
  rowsOf?(parts: readonly ListPart[], names: NameOf): readonly MadeRow[];
}

/** A row that parts make, and where it belongs. */
export interface MadeRow extends GivenRow {
  readonly unit: string | undefined;
  readonly above: string | undefined;
  /** Kind, or line, in whose place it is put. */
  readonly place: string;
}

/** How a table is filled from a list. */
export interface ListTable {
  readonly id: string;
  readonly takes: Takes;
  /** One layout for each side of the table, with its columns. */
  readonly sides: readonly {
    readonly layout: RowLayout;
    /** The column of a part: by its kind of money, by what it is spent for, or always the same. */
    readonly columns: ColumnChoice;
  }[];
  /** Its figures are taken from other tables of the workbook by formulas, as in tables made new. */
  readonly isLinked?: true;
}

export type ColumnChoice =
  | { readonly by: "fund"; readonly columns: Readonly<Record<Fund, number>> }
  | {
      readonly by: "spending";
      readonly columns: Readonly<Partial<Record<Spending | "财政专项资金", number>>>;
    }
  | { readonly by: "share"; readonly columns: Readonly<Partial<Record<AmountField, number>>> }
  | { readonly by: "one"; readonly column: number };

/** How the tables of a set are filled from a list. */
export interface ListSet {
  readonly pack: string;
  readonly tables: readonly ListTable[];
}

/** The key of a table's total row. */
export const TOTAL = "合计";

/** Whether a table is made of a part. */
export function takes(table: ListTable, { row, fund, share }: ListPart): boolean {
  const { isIncome, spending, funds, flag } = table.takes;
  if ((share !== undefined) !== (isIncome === true)) return false;
  if (row.only !== undefined && row.only !== flag) return false;
  if (spending && row.spending && !spending.includes(row.spending)) return false;
  if (funds && fund !== "" && !funds.includes(fund)) return false;
  return flag === undefined || row[flag];
}
