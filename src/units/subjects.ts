import { ZERO } from "../amounts/decimal";
import { normaliseName } from "../codes/codeName";
import { parentCode } from "../codes/place";
import { COMPARED_LINES, COMPARED_LISTS, findComparison } from "../tables/comparison";
import { lineAmount, listRows } from "../years/amounts";
import type { YearAmount } from "../years/amounts";
import { entryKey } from "./entries";
import type { Entries, Entry } from "./entries";
import type { UnitBook } from "./unitBook";

/** The figures of a book by what every set of tables has: single amounts, expenditure by code, projects by name. */
export function subjectEntries({ packId, tables }: UnitBook): Entries {
  const all = new Map<string, Entry>();
  const unread = new Set<string>();
  const comparison = findComparison(packId);
  if (!comparison) return { all, unread };
  const put = (entry: Omit<Entry, "value" | "half" | "cells" | "column">, amount: YearAmount) => {
    const cells = amount.cells.map(({ figure: _, ...cell }) => cell);
    const half = amount.cells.reduce(
      (sum, { figure }) =>
        figure.kind === "amount" && !figure.value.isZero() ? sum.plus(figure.step.dividedBy(2)) : sum,
      ZERO,
    );
    const made: Entry = { ...entry, column: 0, value: amount.value ?? ZERO, half, cells };
    if (amount.value === undefined) unread.add(entryKey(made));
    all.set(entryKey(made), made);
  };
  for (const [name, label] of COMPARED_LINES) {
    const amount = lineAmount(comparison, name, tables);
    if (amount) put({ part: "lines", row: name, label, parent: undefined, kind: "line" }, amount);
  }
  for (const { id, rowsBy } of COMPARED_LISTS) {
    if (rowsBy === "unit") continue;
    const byCode = rowsBy !== "name";
    const rows = listRows(comparison, id, tables, ({ code, name }) => (byCode ? code : normaliseName(name)));
    for (const [row, amount] of rows ?? []) {
      const parent = byCode ? parentCode(row) : undefined;
      const label = byCode ? `${amount.code} ${amount.name}` : amount.name;
      put({ part: id, row, label, parent, kind: byCode ? "科目" : "项目" }, amount);
    }
  }
  return { all, unread };
}
