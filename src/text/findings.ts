import type { Decimal } from "../amounts/decimal";
import { formatAmount, plainAmount } from "../amounts/format";
import { roundToDecimals } from "../amounts/step";
import type { MessageRef } from "../messages/messageRef";
import { formatA1 } from "../workbook/address";
import type { CellSum } from "./cellSums";
import type { Constraint, ConstraintKind } from "./constraint";
import { isTimes } from "./figure";
import type { TextFigure } from "./figure";
import type { Range } from "./interval";
import type { Contradiction, Suspected } from "./localise";
import type { FoundSlip } from "./slips";
import type { TextCell, TextFinding, TextSuspect } from "./textFinding";
import type { Settled } from "./variables";

/** Which of several broken relations is told: the plainest. */
const TOLD_FIRST: readonly ConstraintKind[] = [
  "table",
  "level",
  "change",
  "rate",
  "twice",
  "share",
  "sum",
  "lastSum",
];

/** The finding for one contradiction: told at its likeliest place, by the plainest relation it stands in. */
export function findingOf(
  { broken, suspects }: Contradiction,
  settled: readonly Settled[],
  text: string,
): TextFinding {
  const [first] = suspects;
  const isAt = (one: Constraint) =>
    !first || !("figure" in first.place) || one.figures.includes(first.place.figure);
  const told =
    [...broken].filter(isAt).sort((one, other) => rank(one) - rank(other))[0] ?? (broken[0] as Constraint);
  const isTurned = first?.slip?.slip === "direction";
  const severity = broken.every(({ outcome }) => outcome === "edge") ? "warning" : "error";
  const finding = relationFinding(told, severity, settled, text);
  const place = first && "figure" in first.place ? settled[first.place.figure]?.figure : undefined;
  const rule = isTurned ? "text.direction" : finding.rule;
  return {
    ...finding,
    rule,
    message: isTurned && place ? turned(place.text, first, settled) : finding.message,
    ...(place
      ? { from: place.from, to: place.to, quote: text.slice(place.sentence.from, place.sentence.to) }
      : {}),
    cells: distinct(broken.flatMap((one) => cellsOf(one, settled))),
    suspects: suspects.map((suspect) => suspectOf(suspect, settled)),
  };
}

function distinct(cells: readonly TextCell[]): TextCell[] {
  const known = new Map(cells.map((cell) => [`${cell.year} ${cell.sheet} ${cell.row} ${cell.column}`, cell]));
  return [...known.values()];
}

function rank({ kind }: Constraint): number {
  return TOLD_FIRST.indexOf(kind);
}

/** The finding for one relation that does not hold, or holds only as rounded figures may (尾差). */
export function relationFinding(
  constraint: Constraint,
  severity: TextFinding["severity"],
  settled: readonly Settled[],
  text: string,
): TextFinding {
  const about = settled[constraint.figures[0] ?? 0] as Settled;
  const { figure } = about;
  const expected = inOwnUnit(about, constraint.expected);
  const hasValue = constraint.kind !== "lastSum";
  return {
    severity,
    rule: `text.${constraint.kind}`,
    message: messageOf(constraint, severity, about, expected, settled),
    quote: text.slice(figure.sentence.from, figure.sentence.to),
    from: figure.from,
    to: figure.to,
    expected: hasValue ? plainAmount(expected) : null,
    actual: hasValue ? plainAmount(figure.value) : null,
    difference: hasValue ? plainAmount(figure.value.minus(expected)) : null,
    cells: cellsOf(constraint, settled),
    suspects: severity === "rounding" ? tailSuspects(about, expected) : [],
  };
}

/** A rate that is not the one its printed amounts give; of amounts nobody can tell which one was rounded. */
function tailSuspects({ figure }: Settled, expected: Decimal): TextSuspect[] {
  if (figure.unit !== undefined) return [];
  const suggested = `${formatAmount(expected.abs(), figure.decimals)}${ratioSign(figure)}`;
  return [{ from: figure.from, to: figure.to, text: figure.text, cell: null, suggested, why: [] }];
}

/** An amount in the figure's own unit; per cent to the figure's own digits, for it is worked out and not copied. */
function inOwnUnit({ figure, value, step }: Settled, amount: Decimal): Decimal {
  const scale =
    figure.unit === undefined ? step.times(10 ** figure.decimals) : unitScale({ figure, value, step });
  const own = amount.dividedBy(scale);
  return figure.unit === undefined ? roundToDecimals(own, figure.decimals) : own;
}

function unitScale({ figure, step }: Pick<Settled, "figure" | "value" | "step">): Decimal {
  return step.times(10 ** figure.decimals);
}

function written(value: Decimal, { figure }: Settled): string {
  const decimals = Math.max(figure.decimals, value.decimalPlaces() > 6 ? 6 : value.decimalPlaces());
  return `${formatAmount(value, decimals)}${figure.unit === undefined ? ratioSign(figure) : ` ${figure.unit}`}`;
}

function messageOf(
  constraint: Constraint,
  severity: TextFinding["severity"],
  about: Settled,
  expected: Decimal,
  settled: readonly Settled[],
): MessageRef {
  const { kind, cells, figures } = constraint;
  const [cell] = cells;
  const others = figures.slice(1).map((index) => settled[index]?.figure.text ?? "");
  return {
    key: wordingOf(kind, severity, (cell?.cells.length ?? 0) > 1),
    args: {
      figure: about.figure.text,
      actual: written(about.figure.value, about),
      expected: written(expected, about),
      difference: written(about.figure.value.minus(expected).abs(), about),
      others: others.length > 0 ? others.join(" / ") : cell ? placesOf(cell) : "",
      places: cell ? placesOf(cell) : "",
    },
  };
}

/** The key of the sentence: of a rounding difference where it is one, of a sum of cells where it is compared with several. */
function wordingOf(kind: ConstraintKind, severity: TextFinding["severity"], isSum: boolean): string {
  const hasRounding = kind === "table" || kind === "sum" || kind === "rate" || kind === "share";
  if (hasRounding && severity === "rounding") return `text.${kind}.rounding`;
  return kind === "table" && isSum ? "text.table.sum" : `text.${kind}`;
}

function placesOf({ cells }: CellSum): string {
  return cells
    .map(({ table, row, column }) => `${table.definition.label} ${formatA1(row, column)}`)
    .join(" + ");
}

function turned(figure: string, { meant }: Suspected, settled: readonly Settled[]): MessageRef {
  const isUp = meant !== undefined && meant.high.greaterThan(0) && settled.length > 0;
  return { key: isUp ? "text.direction.up" : "text.direction.down", args: { figure } };
}

function cellsOf({ cells, kind }: Constraint, settled: readonly Settled[]): TextCell[] {
  return cells.flatMap((sum) =>
    sum.cells.map(({ sheet, row, column }): TextCell => ({
      sheet,
      row,
      column,
      role: sum.cells.length > 1 ? "part" : kind === "table" ? "total" : "other",
      year: settled.some(({ lastCell }) => lastCell === sum) ? "last" : "this",
    })),
  );
}

function suspectOf({ place, meant, slip }: Suspected, settled: readonly Settled[]): TextSuspect {
  if ("cells" in place) {
    const [cell] = place.cells.cells;
    const address = cell ? { sheet: cell.sheet, row: cell.row, column: cell.column } : null;
    return { from: null, to: null, text: null, cell: address, suggested: null, why: [] };
  }
  const one = settled[place.figure] as Settled;
  const { figure } = one;
  const value = slip?.value ?? (meant && onlyValue(meant, one));
  const decimals = Math.max(figure.decimals, slip?.slip === "point" ? (value?.decimalPlaces() ?? 0) : 0);
  const suggested =
    inOtherUnit(figure, slip) ??
    (value && `${formatAmount(value.abs(), decimals)}${figure.unit ?? ratioSign(figure)}`);
  return {
    from: figure.from,
    to: figure.to,
    text: figure.text,
    cell: null,
    suggested: suggested ?? null,
    why: slip ? [{ key: `text.why.${slip.slip}`, args: {} }] : [],
  };
}

function ratioSign({ text }: TextFigure): string {
  return isTimes(text) ? "倍" : "%";
}

/** 1,033.38元 for 1,033.38万元: the same digits with the unit that was meant. */
function inOtherUnit({ unit, text, value }: TextFigure, slip: FoundSlip | undefined): string | undefined {
  if (slip?.slip !== "unit" || unit === undefined) return undefined;
  const units = ["元", "万元", "亿元"] as const;
  const other = units[units.indexOf(unit) + (slip.value.abs().greaterThan(value.abs()) ? 1 : -1)];
  return other && text.replace(unit, other);
}

/** The one value a figure can be printed as within a range; undefined when there are several. */
function onlyValue(meant: Range, one: Settled): Decimal | undefined {
  const scale = unitScale(one);
  const [low, high] = [meant.low, meant.high].map((end) =>
    roundToDecimals(end.dividedBy(scale), one.figure.decimals),
  );
  if (!low || !high) return undefined;
  const middle = roundToDecimals(
    meant.low.plus(meant.high).dividedBy(2).dividedBy(scale),
    one.figure.decimals,
  );
  return high.minus(low).lessThanOrEqualTo(one.step.dividedBy(scale)) ? middle : undefined;
}
