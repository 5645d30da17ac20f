import { Chooser, randomFrom } from "../random";
import { codeColumnOf } from "./columns";
import type { ColumnPlan } from "./columns";
import type { Sketch } from "./makeVariant";
import type { KindRow, Row } from "./rows";

/** Layouts in which merged headings cannot be told from the blanks beside them. */
const NOT_MERGED = ["headings at the foot", "groups in the middle", "note among the headings"];

/**
 * Every merged area taken apart and its text written into each of its cells, as some programs do when they convert a
 * file: titles, department, unit and notes, headings across and down, 合计 over code and name.
 */
export function fillMerges(sketch: Sketch, plan: ColumnPlan, seed: number): Sketch {
  const { habits } = sketch;
  const choose = new Chooser(randomFrom(seed));
  if (NOT_MERGED.some((habit) => habits.names.includes(habit)) || !choose.chance(0.12)) return sketch;
  habits.note("merges filled");
  const isTwoHigh = choose.chance(0.3);
  const lines = (rows: readonly Row[]) => rows.map((row) => filledLine(row, plan));
  return {
    ...sketch,
    titles: lines(sketch.titles).flatMap((row) =>
      isTwoHigh && [...row.values()].some(({ value }) => value === sketch.titleText) ? [row, row] : [row],
    ),
    headings: filledHeadings(sketch.headings, plan),
    body: sketch.body.map((row) => filledTotal(row, sketch, plan)),
    notes: lines(sketch.notes),
  };
}

/** A text reaches to the next one, the last to the end of the table. */
function filledLine(row: Row, plan: ColumnPlan): Row {
  const [first, ...others] = [...row].sort(([a], [b]) => a - b);
  if (!first) return row;
  if (others.length === 0)
    return new Map(columnsOf(Math.min(first[0], plan.first), plan).map((column) => [column, first[1]]));
  const filled: Row = new Map(row);
  for (const column of columnsOf(first[0], plan))
    if (!filled.has(column) && column < plan.last) filled.set(column, first[1]);
  return filled;
}

/** A blank goes on with the heading on its left where both stand under the same one, else with that above it. */
function filledHeadings(headings: readonly Row[], plan: ColumnPlan): Row[] {
  let areas = new Map<number, string>();
  let above: Row = new Map();
  return headings.map((row) => {
    if ([...row.values()].every(({ value }) => /^\d+$/.test(String(value)))) return row;
    const filled: Row = new Map(row);
    const next = new Map<number, string>();
    for (const column of columnsOf(plan.first, plan)) {
      const area = areas.get(column) ?? "";
      const left = filled.get(column - 1);
      const isUnderOne = area === (areas.get(column - 1) ?? "");
      const own = row.get(column);
      if (own) next.set(column, `${area}/${column}`);
      else if (left && isUnderOne) {
        filled.set(column, left);
        next.set(column, next.get(column - 1) ?? area);
      } else {
        const over = above.get(column);
        if (over) filled.set(column, over);
        next.set(column, area);
      }
    }
    areas = next;
    above = filled;
    return filled;
  });
}

/** 合计 in both cells where that of the code on its left is blank. */
function filledTotal(row: KindRow, { definition }: Sketch, plan: ColumnPlan): KindRow {
  const code = plan.places.get(codeColumnOf(definition) ?? -1);
  const name = plan.places.get(definition.sides[0]?.nameColumn ?? -1);
  const total = name === undefined ? undefined : row.cells.get(name);
  const isTotal = row.kinds.some((kind) => kind === "合计" || kind === "总计");
  if (!isTotal || !total || code === undefined || name !== code + 1 || row.cells.has(code)) return row;
  return { ...row, cells: new Map([...row.cells, [code, total]]) };
}

function columnsOf(first: number, { last }: ColumnPlan): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
