import { columnPaths } from "../../../src/tables/definition";
import type { Sketch } from "./makeVariant";
import { text } from "./rows";
import type { Row } from "./rows";

/** What comes on top of a layout: a column of last year beside this year's, and a column whose heading says nothing. */
export function furtherHabits(sketch: Sketch): Sketch {
  const { habits } = sketch;
  let columns = sketch.columns;
  const headings = sketch.headings.map((row) => new Map(row));
  const body = sketch.body.map(({ cells, kinds }) => ({ cells: new Map(cells), kinds }));
  const next = { ...sketch, headings, body };
  if (habits.has("last year beside", 0.12)) lastYear(next);
  if (habits.has("heading that says nothing", 0.1)) {
    const lost = loseHeading(next);
    // It may be left unfound; what may not be is to take it for another.
    columns = new Map([...columns].filter(([number]) => number !== lost));
  }
  return { ...next, columns };
}

/** Rows of headings without that of column numbers. */
function wordRows(headings: readonly Row[]): Row[] {
  return headings.filter(
    (row) => row.size > 1 && ![...row.values()].every(({ value }) => /^\d+$/.test(String(value))),
  );
}

/** A column at the right with the figures of the year before, 10 % less, under a heading that names that year. */
function lastYear({ headings, body, columns, definition }: Sketch): void {
  const [first] = columnPaths(definition.header).filter(
    ({ column }) => column.kind === "amount" && columns.has(column.number),
  );
  const model = columns.get(first?.column.number ?? -1);
  const heading = wordRows(headings).at(-1);
  if (model === undefined || !heading) return;
  const filled = [...headings, ...body.map(({ cells }) => cells)].flatMap((row) => [...row.keys()]);
  const place = 1 + Math.max(...filled);
  heading.set(place, text("2019年预算"));
  for (const { cells } of body) {
    const cell = cells.get(model);
    if (typeof cell?.value === "number")
      cells.set(place, { ...cell, value: Math.round(cell.value * 90) / 100 });
  }
}

/** Gives one amount column a heading without meaning; the number of the column, or undefined. */
function loseHeading({ headings, columns, definition, habits }: Sketch): number | undefined {
  const amounts = columnPaths(definition.header).filter(
    ({ column }) => column.kind === "amount" && columns.has(column.number),
  );
  if (amounts.length < 4) return undefined;
  const { column } = habits.choose.pick(amounts);
  const place = columns.get(column.number) ?? 0;
  const lowest = wordRows(headings)
    .filter((row) => row.has(place))
    .at(-1);
  lowest?.set(place, text("栏目甲"));
  return lowest && column.number;
}
