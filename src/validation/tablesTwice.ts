import type { RecognisedTable } from "../recognition/recognised";
import { formatRange } from "../workbook/address";
import type { Finding } from "./finding";
import { remark } from "./readability";

/** table.twice: a table that stands in the workbook more than once, so that relations to it cannot be told. */
export function tablesTwice(tables: readonly RecognisedTable[]): Finding[] {
  const byId = new Map<string, RecognisedTable[]>();
  for (const table of tables) {
    const { id } = table.definition;
    byId.set(id, [...(byId.get(id) ?? []), table]);
  }
  return [...byId.values()].flatMap((same) => {
    const [first] = same;
    if (!first || same.length === 1) return [];
    const places = same.map(({ sheet, range }) => `${sheet}!${formatRange(range)}`);
    const { sheet, range } = first;
    return remark(first, {
      severity: "warning",
      rule: "table.twice",
      cells: [{ sheet, row: range.firstRow, column: range.firstColumn }],
      message: { key: "table.twice", args: { count: String(same.length), places } },
    });
  });
}
