import { headingRow } from "./headingRow";
import type { HeadingCell } from "./headingRow";
import type { ReadSheet } from "./readSheet";

/** What stands over blank cells of heading rows: row → column → the heading of the group there. */
export type GroupLabels = ReadonlyMap<number, ReadonlyMap<number, HeadingCell>>;

/** Columns next to each other that have headings below a row, and the groups that stand over them. */
interface Run {
  readonly row: number;
  readonly first: number;
  readonly last: number;
  readonly labels: readonly HeadingCell[];
}

/** The last column of each label's group. */
type Ends = readonly number[];

/** More ways than this of dividing columns among groups are not tried. */
const MOST_READINGS = 32;

/**
 * The ways in which groups can be meant that are written over the middle of their columns, as PDF pages turned into
 * sheets have them: each group reaches as far to the left of its heading as to the right, give or take one; failing
 * that, a column belongs to the nearest. None where no blank cell stands to the left of the first group, as merged
 * cells leave it.
 */
export function centredGroups(sheet: ReadSheet, rows: readonly number[]): GroupLabels[] {
  const runs = rows.slice(0, -1).flatMap((row, index) => runsOf(sheet, row, rows.slice(index + 1)));
  if (!runs.some(({ first, labels }) => (labels[0]?.column ?? first) > first)) return [];
  return runs
    .map((run) => divisions(run).map((ends): Division => ({ run, ends })))
    .reduce<Division[][]>(
      (chosen, own) => chosen.flatMap((before) => own.map((one) => [...before, one])).slice(0, MOST_READINGS),
      [[]],
    )
    .map(labelsOf);
}

/** A run with the columns given to its labels. */
interface Division {
  readonly run: Run;
  readonly ends: Ends;
}

function labelsOf(divided: readonly Division[]): GroupLabels {
  const labels = new Map<number, Map<number, HeadingCell>>();
  for (const { run, ends } of divided) {
    const own = labels.get(run.row) ?? new Map<number, HeadingCell>();
    labels.set(run.row, own);
    let column = run.first;
    for (const [place, label] of run.labels.entries())
      for (; column <= (ends[place] ?? column); column++) own.set(column, label);
  }
  return labels;
}

function runsOf(sheet: ReadSheet, row: number, below: readonly number[]): Run[] {
  const labels = headingRow(sheet, row).cells;
  const columns = [
    ...new Set(below.flatMap((one) => headingRow(sheet, one).cells.map(({ column }) => column))),
  ];
  columns.sort((a, b) => a - b);
  const runs: Run[] = [];
  let from = 0;
  columns.forEach((column, index) => {
    if (columns[index + 1] === column + 1) return;
    const first = columns[from] ?? column;
    const own = labels.filter((label) => label.column >= first && label.column <= column);
    if (own.length > 0) runs.push({ row, first, last: column, labels: own });
    from = index + 1;
  });
  return runs;
}

/** The ways of giving the columns of a run to its labels, different ones only. */
function divisions(run: Run): Ends[] {
  const merged = run.labels.map((_, index) => (run.labels[index + 1]?.column ?? run.last + 1) - 1);
  const all = [...middles(run), nearest(run), merged];
  return [...new Map(all.map((ends) => [ends.join(), ends])).values()];
}

/** Every way in which each label stands in the middle of its columns. */
function middles({ first, last, labels }: Run): Ends[] {
  const found: Ends[] = [];
  const divide = (start: number, ends: Ends): void => {
    const label = labels[ends.length];
    if (!label) {
      if (start === last + 1) found.push(ends);
      return;
    }
    const half = label.column - start;
    if (half < 0 || found.length >= MOST_READINGS) return;
    for (const end of [label.column + half, label.column + half + 1, label.column + half - 1])
      if (end >= label.column && end <= last) divide(end + 1, [...ends, end]);
  };
  divide(first, []);
  return found;
}

/** Each column to the nearest label. */
function nearest({ last, labels }: Run): Ends {
  return labels.map(({ column }, index) => {
    const next = labels[index + 1];
    return next ? Math.floor((column + next.column) / 2) : last;
  });
}
