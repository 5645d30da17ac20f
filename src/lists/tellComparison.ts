import { formatAmount } from "../amounts/format";
import type { MessageRef } from "../messages/messageRef";
import { amountOf } from "./compareLists";
import type { ListComparison } from "./compareLists";
import type { ListRow } from "./listRow";

/** What a list brings that an earlier one had not, most general first: sums, then row by row. */
export function comparisonNotes(comparison: ListComparison, earlier: string): MessageRef[] {
  const { added, gone, changed, same, totals } = comparison;
  const difference = totals.after.minus(totals.before);
  const counts = { added: added.length, gone: gone.length, changed: changed.length, same };
  const [before, after] = [formatAmount(totals.before), formatAmount(totals.after)];
  const which = difference.isZero() ? "equal" : difference.isNegative() ? "less" : "more";
  return [
    {
      key: "lists.since",
      args: {
        file: earlier,
        ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])),
      },
    },
    {
      key: `lists.since.total.${which}`,
      args: { before, after, difference: formatAmount(difference.abs()) },
    },
    ...changed.map(({ before: old, after: now, changes }) => ({
      key: "lists.since.changed",
      args: {
        ...placeOf(now),
        oldRow: String(old.sheetRow + 1),
        changes: changes.map(({ field, from, to }) => `${field} ${from || "—"} → ${to || "—"}`),
      },
    })),
    ...added.map((row) => ({ key: "lists.since.added", args: withAmount(row) })),
    ...gone.map((row) => ({ key: "lists.since.gone", args: withAmount(row) })),
  ];
}

function withAmount(row: ListRow): Record<string, string> {
  return { ...placeOf(row), amount: formatAmount(amountOf(row)) };
}

/** What tells a row to a reader: its place, its unit and what it is for. */
export function placeOf({
  sheet,
  sheetRow,
  unit,
  project,
  functional,
  department,
}: ListRow): Record<string, string> {
  const purpose = [project.name, functional.name || functional.code, department.name || department.code];
  return {
    sheet,
    row: String(sheetRow + 1),
    what: [unit.name || unit.code, ...purpose].filter((text) => text !== "").join(" · "),
  };
}
