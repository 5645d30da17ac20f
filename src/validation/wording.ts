import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import { formatAmount } from "../amounts/format";
import { convertAmount } from "../amounts/unit";
import type { AmountUnit } from "../amounts/unit";
import { COMMON_UNIT } from "../recognition/figures";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import type { Relation, RelationTerm, Side } from "../relations/relation";
import { findColumn } from "../tables/definition";
import type { TableDefinition } from "../tables/definition";

/**
 * How cells are called in messages. Names are the table's own words (row names, column headings), so they are data and
 * the same in every language; the sentence around them is in src/messages.
 */

/** Terms of a sum shown before it is cut short with "…". */
const MOST_TERMS = 6;

/** Digits after the point where nothing says otherwise. */
const USUAL_DECIMALS = 2;

const SUBTOTALS = new Set(["小计", "合计"]);

/** A row as the sheet calls it: code and name for classification codes, else its name. */
export function rowLabel({ code, name, rule }: RecognisedRow): string {
  const plain = name.replace(/\s+/g, "");
  return /^[类款项]$/.test(rule.kind) ? `${code} ${plain}`.trim() : plain || code;
}

/** A column's heading; a bare 小计 or 合计 with the heading above it (项目支出小计). */
export function columnLabel(definition: TableDefinition, number: number): string {
  const found = findColumn(definition.header, number);
  if (!found) return `c${number}`;
  const { column, group } = found;
  return group && SUBTOTALS.has(column.label) ? group.label + column.label : column.label;
}

/** What the cells of a relation have in common, and so need not be said of each of them. */
type Common = "row" | "column" | "table" | "none";

function commonOf({ terms }: Relation): Common {
  const [first] = terms;
  if (!first) return "none";
  const { sheet, column } = first.figure.address;
  const inSheet = terms.every(({ figure }) => figure.address.sheet === sheet);
  if (!inSheet) return "none";
  // The two sides of a statement stand in one line of the sheet and are rows of their own.
  if (terms.every(({ row }) => row === first.row)) return "row";
  return terms.every(({ figure }) => figure.address.column === column) ? "column" : "table";
}

/** What the cells of a relation are called beside each other. */
export function termLabels(relation: Relation): (term: RelationTerm) => string {
  const common = commonOf(relation);
  return (term) => {
    const { definition } = term.row.table;
    if (common === "row") return columnLabel(definition, term.column);
    const row = rowLabel(term.row);
    if (common === "column") return row;
    // The sentence begins with the relation's own table.
    const isOwn = common === "table" || term.row.table === relation.table;
    const place = isOwn ? row : `${definition.label} ${row}`;
    return hasOneColumn(term.row) ? place : `${place} ${columnLabel(definition, term.column)}`;
  };
}

/** In a table side with one amount column the column need not be said. */
function hasOneColumn({ side }: RecognisedRow): boolean {
  return side.amountColumns.length === 1;
}

/** The unit of the relation's own table, in which its sums are told. */
export function unitOf({ table }: Relation): AmountUnit {
  return table.unit;
}

/** The unit that is said of a table's amounts; "" where nothing tells that they are money at all. */
export function unitText({ unit, withoutUnit }: RecognisedTable): AmountUnit | "" {
  return withoutUnit ? "" : unit;
}

/** An amount in 万元 as a table in another unit has it. */
export function inUnit(amount: Decimal, unit: AmountUnit): Decimal {
  return convertAmount(amount, COMMON_UNIT, unit);
}

/** The finest printing among some cells of a relation, in digits after the point of its own table's unit; two where none is. */
function decimalsOf(relation: Relation, terms: readonly RelationTerm[]): number {
  if (terms.length === 0) return USUAL_DECIMALS;
  const unit = unitOf(relation);
  const digits = terms.map(({ figure }) =>
    figure.kind === "amount" ? inUnit(figure.step, unit).decimalPlaces() : 0,
  );
  return Math.max(inUnit(relation.constant, unit).decimalPlaces(), ...digits);
}

/** A printed figure with its own table's digits and, when that differs from the relation's unit, with its unit. */
function amountText({ figure, row }: RelationTerm, unit: AmountUnit): string {
  if (figure.kind !== "amount") return figure.kind === "bad" ? figure.text : "—";
  const own = row.table.unit;
  const text = formatAmount(inUnit(figure.value, own), figure.decimals);
  return own === unit ? text : `${text} ${own}`;
}

/** One side of a relation in words and figures: "基本支出 725.78 + 项目支出小计 1,164.39". */
export function sideText(relation: Relation, side: Side): string {
  const unit = unitOf(relation);
  const all = relation.terms.filter((term) => term.side === side);
  const spoken = all.filter(({ figure }) => figure.kind !== "none");
  const terms = spoken.length > 0 ? spoken : all.slice(0, 1);
  const constant = inUnit(relation.constant, unit);
  const number = (amount: Decimal) => formatAmount(amount, amount.decimalPlaces());
  if (terms.length === 0) return number(side === "left" ? ZERO.minus(constant) : constant);
  const labelOf = termLabels(relation);
  const texts = terms.map((term, index) => {
    const sign = term.coefficient.isNegative() ? "- " : index > 0 ? "+ " : "";
    const size = term.coefficient.abs();
    const factor = size.equals(1) ? "" : `${size.toFixed()} × `;
    return `${sign}${factor}${labelOf(term)} ${amountText(term, unit)}`;
  });
  // A number of the sentence stands on the right, beside the cells there or alone.
  const beside =
    side === "right" && !constant.isZero() && relation.terms.some((term) => term.side === "left")
      ? [`${constant.isNegative() ? "-" : "+"} ${number(constant.abs())}`]
      : [];
  if (texts.length <= MOST_TERMS) return [...texts, ...beside].join(" ");
  const last = texts[texts.length - 1] ?? "";
  return [...texts.slice(0, MOST_TERMS - 2), "+ …", last, ...beside].join(" ");
}

/** How many cells of a side say something. */
export function spokenCount(relation: Relation, side: Side): number {
  return relation.terms.filter((term) => term.side === side && term.figure.kind !== "none").length;
}

/** What the cells of a relation share, for the front of a sentence: its row, its column, or nothing. */
export function placeText(relation: Relation): string {
  const [first] = relation.terms;
  if (!first) return "";
  const common = commonOf(relation);
  if (common === "row") return rowLabel(first.row);
  if (common === "column" && !hasOneColumn(first.row))
    return columnLabel(first.row.table.definition, first.column);
  return "";
}

/** The sum of a side in the unit of the relation's own table, as text with thousands separators. */
export function sumText(relation: Relation, amount: Decimal | undefined): string {
  const unit = unitOf(relation);
  const sum = inUnit(amount ?? ZERO, unit);
  const own = relation.terms.filter(({ row }) => row.table.unit === unit);
  // Figures of another unit are finer, and so may their sum be: as many digits more as it has.
  const digits = Math.max(decimalsOf(relation, own), sum.decimalPlaces());
  return formatAmount(sum, Math.min(digits, decimalsOf(relation, relation.terms)));
}
