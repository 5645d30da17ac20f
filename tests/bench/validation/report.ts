import { addTally, emptyTally } from "./trials";
import type { Tally, Trial } from "./trials";
import type { FalseErrors } from "./work";

/** What the bench must show. */
const BOUNDS = { first: 0.95, among: 0.99, value: 0.9 };

/** All that was found. */
export interface Results {
  readonly trials: readonly Trial[];
  readonly consistent: readonly FalseErrors[];
}

/** The tables of the bench as text. */
export function reportText({ trials, consistent }: Results): string {
  const lines = linesOf(trials);
  const all = lines.get("all") ?? emptyTally();
  const none = sumFalse(consistent);
  const errors = table([
    [
      "error",
      "cases",
      "cannot be",
      "Gouji",
      "one by one",
      "±0.01",
      "false",
      "one set",
      "first",
      "among",
      "value right",
    ],
    ...[...lines].map(([name, one]) => [
      name,
      `${one.cases}`,
      `${one.infeasible}`,
      percent(one.reported, one.infeasible),
      percent(one.oneByOne, one.infeasible),
      percent(one.naive, one.infeasible),
      `${one.falsely}`,
      `${one.unique}`,
      percent(one.first, one.unique),
      percent(one.among, one.reported + one.falsely),
      `${percent(one.right, one.single)} of ${one.single}`,
    ]),
  ]);
  const falsely = table([
    ["consistent workbooks", "Gouji", "one by one", "±0.01"],
    [`${none.workbooks}, of which have a false error`, `${none.gouji}`, `${none.oneByOne}`, `${none.naive}`],
  ]);
  return [
    errors,
    "",
    falsely,
    "",
    `decision and search of these ${all.cases} cases: ${timesText(trials.map(({ time }) => time))}`,
    "",
  ].join("\n");
}

/** What is missed, one sentence each; none where all is shown. */
export function missesOf({ trials, consistent }: Results): string[] {
  const all = linesOf(trials).get("all") ?? emptyTally();
  const none = sumFalse(consistent);
  const bounds: [boolean, string][] = [
    [all.infeasible > 0 && all.single > 0 && all.unique > 0, "there are cases of everything"],
    [all.reported === all.infeasible, "every case that cannot be is reported"],
    [all.falsely === 0, "no case that can be is reported"],
    [
      all.first >= BOUNDS.first * all.unique,
      "the wrong cell is first in 95 % where there is one smallest set",
    ],
    [all.among >= BOUNDS.among * all.reported, "the wrong cell is among the suspects in 99 %"],
    [all.right >= BOUNDS.value * all.single, "the one possible value is the true one in 90 %"],
    [none.gouji === 0, "consistent workbooks have no error"],
  ];
  return bounds.flatMap(([isMet, text]) => (isMet ? [] : [text]));
}

function linesOf(trials: readonly Trial[]): Map<string, Tally> {
  const lines = new Map<string, Tally>();
  const all = emptyTally();
  for (const { name, tally } of trials) {
    const own = lines.get(name) ?? emptyTally();
    addTally(own, tally);
    addTally(all, tally);
    lines.set(name, own);
  }
  return lines.set("all", all);
}

function sumFalse(parts: readonly FalseErrors[]): FalseErrors {
  return parts.reduce(
    (sum, one) => ({
      workbooks: sum.workbooks + one.workbooks,
      gouji: sum.gouji + one.gouji,
      naive: sum.naive + one.naive,
      oneByOne: sum.oneByOne + one.oneByOne,
    }),
    { workbooks: 0, gouji: 0, naive: 0, oneByOne: 0 },
  );
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const pad = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(pad).join("  ")).join("\n");
}

function at(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
}

function timesText(times: readonly number[]): string {
  const text = (share: number) => at(times, share).toFixed(0);
  return `median ${text(0.5)} ms, 95 % within ${text(0.95)} ms, longest ${text(0.999999)} ms`;
}
