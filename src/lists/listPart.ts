import type { Decimal } from "../amounts/decimal";
import type { AmountField, Fund } from "./fields";
import type { ListRow } from "./listRow";

/** The money of one kind in one row: what tables are sums of. */
export interface ListPart {
  /** Its place among all parts. */
  readonly index: number;
  readonly row: ListRow;
  /** "" where the list does not say it. */
  readonly fund: Fund | "";
  /** Of non-tax income: where it goes; undefined for what is spent. */
  readonly share: AmountField | undefined;
  /** In 元. */
  readonly amount: Decimal;
}

/** True for a row of non-tax income (非税收入): it has a code of income and none of expenditure. */
function isIncome({ income, functional }: ListRow): boolean {
  return (income.code !== "" || income.name !== "") && functional.code === "" && functional.name === "";
}

/** The parts of all rows, in the order of the list. */
export function partsOf(rows: readonly ListRow[]): ListPart[] {
  const parts = rows.flatMap((row): Omit<ListPart, "index">[] => {
    if (!isIncome(row))
      return [...row.amounts].map(([fund, amount]) => ({ row, fund, share: undefined, amount }));
    if (row.shares.size > 0)
      return [...row.shares].map(([share, amount]) => ({ row, fund: row.fund, share, amount }));
    return [...row.amounts].map(([fund, amount]) => ({ row, fund, share: "本级收入", amount }));
  });
  return parts.map((part, index) => ({ ...part, index }));
}
