/** One figure of the benchmark: what was measured, of how many cases, and what it must be. */
export interface Measure {
  readonly what: string;
  readonly cases: number;
  readonly figure: number;
  /** A share is printed in per cent. */
  readonly isShare: boolean;
  readonly must: { readonly least: number } | { readonly most: number };
  /** What was missed or said wrongly, to read. */
  readonly examples: readonly string[];
}

/** A share of cases that must be reached. */
export function shareOf(what: string, cases: number, missed: readonly string[], least: number): Measure {
  const figure = cases === 0 ? 0 : (cases - missed.length) / cases;
  return { what, cases, figure, isShare: true, must: { least }, examples: missed };
}

/** A count of what must not happen. */
export function noneOf(what: string, cases: number, examples: readonly string[]): Measure {
  return { what, cases, figure: examples.length, isShare: false, must: { most: 0 }, examples };
}

/** A share of cases that must not be exceeded. */
export function atMost(what: string, cases: number, found: number, most: number): Measure {
  return {
    what,
    cases,
    figure: cases === 0 ? 1 : found / cases,
    isShare: true,
    must: { most },
    examples: [],
  };
}

/** Whether the figure is what it must be. */
export function isShown({ figure, must }: Measure): boolean {
  return "least" in must ? figure >= must.least : figure <= must.most;
}

/** The table of the benchmark, with examples of what is missing under it. */
export function tableOf(measures: readonly Measure[]): string {
  const rows = measures.map((one) => [
    one.what,
    String(one.cases),
    written(one.figure, one.isShare),
    "least" in one.must
      ? `>= ${written(one.must.least, one.isShare)}`
      : `<= ${written(one.must.most, one.isShare)}`,
    isShown(one) ? "" : "NOT SHOWN",
  ]);
  const all = [["measure", "cases", "figure", "must be", ""], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const examples = measures.flatMap(({ what, examples: some }) =>
    some.slice(0, MOST_EXAMPLES).map((example) => `${what}: ${example.replace(/\s+/g, " ")}`),
  );
  return [...lines, ...(examples.length > 0 ? ["", ...examples] : [])].join("\n");
}

const MOST_EXAMPLES = 5;

function written(figure: number, isShare: boolean): string {
  return isShare ? `${(figure * 100).toFixed(2)} %` : String(figure);
}
