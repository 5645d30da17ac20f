import type { Decimal } from "../amounts/decimal";
import type { AmountUnit } from "../amounts/unit";
import type { MessageRef } from "../messages/messageRef";
import type { AmountField, Fund, WordField } from "./fields";
import type { ListColumn } from "./listColumns";
import type { CodeAndName, Spending } from "./readWords";

/** A row of a list as it counts: what it is for, and its money. */
export interface ListRow {
  readonly sheet: string;
  /** Counted from 0. */
  readonly sheetRow: number;
  readonly unit: CodeAndName;
  readonly project: CodeAndName;
  readonly functional: CodeAndName;
  /** 部门预算支出经济分类 */
  readonly department: CodeAndName;
  /** 政府预算支出经济分类 */
  readonly government: CodeAndName;
  readonly item: CodeAndName;
  readonly income: CodeAndName;
  /** The kind of money it names; "" where it names none, or has a column for each. */
  readonly fund: Fund | "";
  /** Rows of a list of purchases or services alone: their money stands in the list of expenditure as well. */
  readonly only?: "isPurchase" | "isService";
  /** Undefined where the list does not say it. */
  readonly spending: Spending | undefined;
  /** 财政专项资金, which 表6 and 表7 print in a column of its own. */
  readonly isSpecial: boolean;
  readonly isPurchase: boolean;
  readonly isService: boolean;
  /** 一级, 二级, 三级目录 */
  readonly services: readonly CodeAndName[];
  /** Everything else it says in words, and what the fields above were read from. */
  readonly texts: ReadonlyMap<WordField, string>;
  /** In 元, by kind of money; "" for money whose kind the list does not say. */
  readonly amounts: ReadonlyMap<Fund | "", Decimal>;
  /** In 元: where non-tax income goes (上缴中央, 上缴省财政专户, 本级收入). */
  readonly shares: ReadonlyMap<AmountField, Decimal>;
  /** Columns that have no meaning here, by their headings: only lists are compared by them. */
  readonly others: ReadonlyMap<string, string>;
}

/** Rows of a list that are sums of others, and are not counted. */
export interface SumRow {
  readonly sheet: string;
  readonly sheetRow: number;
  /** words: it calls itself so; formula: it adds up cells below or above; figures: it equals the rows below it. */
  readonly by: "words" | "formula" | "figures";
}

/** A list as it was read from one sheet. */
export interface ReadListSheet {
  readonly sheet: string;
  readonly columns: readonly ListColumn[];
  readonly headingRow: number;
  readonly unit: AmountUnit;
  /** stated: the list says it; figures: guessed from its figures; user: he said so. */
  readonly unitBy: "stated" | "figures" | "user";
  readonly rows: readonly ListRow[];
  readonly sums: readonly SumRow[];
  readonly notes: readonly MessageRef[];
}

/** What was read from a workbook of lists. */
export interface BudgetList {
  readonly name: string;
  readonly sheets: readonly ReadListSheet[];
  readonly rows: readonly ListRow[];
  readonly notes: readonly MessageRef[];
}
