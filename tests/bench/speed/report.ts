import { holds, ratioOf } from "./row";
import type { Row, Unit } from "./row";

/** The rows as one table, each with its bar and whether it holds. */
export function tableText(rows: readonly Row[]): string {
  const lines = [["what", "measured", "beside it", "", "ratio", "at most", "holds"], ...rows.map(cellsOf)];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ""))));
  const isText = (column: number) => column === 0 || column === 2;
  return lines
    .map((line) =>
      line
        .map((text, column) => {
          const blank = " ".repeat(widths[column]! - widthOf(text));
          return isText(column) ? text + blank : blank + text;
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Chinese characters are two columns wide. */
function widthOf(text: string): number {
  return [...text].reduce((width, char) => width + (/[⺀-￯]/u.test(char) ? 2 : 1), 0);
}

function cellsOf(row: Row): string[] {
  const ratio = ratioOf(row);
  const bar =
    row.bar && (row.bar.of === "ratio" ? `× ${three(row.bar.most)}` : amountText(row.bar.most, row.unit));
  const does = holds(row);
  return [
    row.what,
    amountText(row.amount, row.unit),
    row.beside?.what ?? "",
    row.beside ? amountText(row.beside.amount, row.unit) : "",
    ratio === undefined ? "" : three(ratio),
    bar ?? "",
    does === undefined ? "" : does ? "yes" : "NO",
  ];
}

function amountText(amount: number, unit: Unit): string {
  return unit === "ms" && amount >= 10_000 ? `${three(amount / 1000)} s` : `${three(amount)} ${unit}`.trim();
}

/** Three digits, more where the number has more before the point. */
function three(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** Sentences on what is slower than it was by more than this share, by the ratios that are stored. */
export function slowerThan(
  stored: Readonly<Record<string, number>>,
  rows: readonly Row[],
  most: number,
): string[] {
  const now = ratiosOf(rows);
  return Object.entries(stored).flatMap(([what, before]) => {
    const ratio = now[what];
    if (ratio === undefined) return [`${what}: stored, but no longer measured`];
    return ratio > before * (1 + most)
      ? [
          `${what}: ratio ${three(ratio)}, stored ${three(before)} (${((ratio / before - 1) * 100).toFixed(0)} % more)`,
        ]
      : [];
  });
}

/**
 * The ratios to be stored, by what they are of. The longest of a few runs and their p95 are chance, so they are not among
 * them; their bars tell enough.
 */
export function ratiosOf(rows: readonly Row[]): Record<string, number> {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const ratio = ratioOf(row);
      return ratio === undefined || /(p95|longest)$/.test(row.what)
        ? []
        : [[row.what, Number(ratio.toPrecision(4))]];
    }),
  );
}
