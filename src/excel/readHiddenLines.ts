import type { CellRange } from "../workbook/address";
import type { HiddenLines } from "../workbook/port";
import { runBatch } from "./runBatch";
import type { RunBatch } from "./runBatch";

/** Some lines of a sheet, side by side, of which it is not known yet whether they are hidden. */
interface Span {
  readonly sheet: string;
  readonly of: "rows" | "columns";
  readonly first: number;
  readonly last: number;
}

/**
 * The hidden rows and columns within ranges, by sheet. Excel says of several lines at once whether all, none or some are
 * hidden, so those of which some are get asked about by halves: one round trip for each halving, not one for each line.
 */
export function readHiddenLines(
  areas: readonly { readonly sheet: string; readonly range: CellRange }[],
  run: RunBatch = runBatch,
): Promise<ReadonlyMap<string, HiddenLines>> {
  return run(async (context) => {
    const found = new Map<string, { rows: Set<number>; columns: Set<number> }>();
    let open = areas.flatMap(({ sheet, range }): Span[] => [
      { sheet, of: "rows", first: range.firstRow, last: range.lastRow },
      { sheet, of: "columns", first: range.firstColumn, last: range.lastColumn },
    ]);
    while (open.length > 0) {
      const asked = open.map((span) => {
        const { sheet, of, first, last } = span;
        const count = last - first + 1;
        const lines = context.workbook.worksheets.getItem(sheet);
        const range =
          of === "rows"
            ? lines.getRangeByIndexes(first, 0, count, 1)
            : lines.getRangeByIndexes(0, first, 1, count);
        return { span, range: range.load(of === "rows" ? "rowHidden" : "columnHidden") };
      });
      await context.sync();
      open = asked.flatMap(({ span, range }): Span[] => {
        const { sheet, of, first, last } = span;
        // Null where some are and some are not, whatever the types say.
        const isHidden: boolean | null = of === "rows" ? range.rowHidden : range.columnHidden;
        if (isHidden === null && first < last) return halves(span);
        if (isHidden !== true) return [];
        const own = found.get(sheet) ?? { rows: new Set(), columns: new Set() };
        found.set(sheet, own);
        for (let line = first; line <= last; line++) own[of].add(line);
        return [];
      });
    }
    return found;
  });
}

function halves(span: Span): Span[] {
  const middle = Math.floor((span.first + span.last) / 2);
  return [
    { ...span, last: middle },
    { ...span, first: middle + 1 },
  ];
}
