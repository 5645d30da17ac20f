import { getColumn } from "../../tables/definition";
import type { RowRule } from "../../tables/definition";
import { quoted } from "./formulaText";
import type { Row, Table } from "../table";

/** The cells of a defined column over the rows that are asked about, as text of a formula. */
export type RangeOf = (column: number) => string;

/**
 * A formula's condition, 1 or 0 for each row, that is met by rows of one rule and not by others below the same row: the
 * conditions by which recognition tells the rows, written as a formula. Undefined when these rows cannot be told so.
 */
export function rowTest(table: Table, side: Row["side"], rule: RowRule, of: RangeOf) {
  const own = ownTest(table, side, rule, of);
  if (own === undefined) return undefined;
  const earlier = side.rows.slice(0, side.rows.indexOf(rule)).flatMap((other) => {
    if (other.level === 0) return [];
    if (other.names) return namesOf(table, other).map((name) => `(${of(side.nameColumn)}<>${quoted(name)})`);
    return other.filled ? [`(${lengths(other.filled, of)}=0)`] : [];
  });
  return [own, ...earlier].join("*");
}

/** How much a row says in some columns. LibreOffice does not join ranges of texts with &, but adds up their lengths. */
function lengths(columns: readonly number[], of: RangeOf): string {
  return `(${columns.map((column) => `LEN(${of(column)})`).join("+")})`;
}

function ownTest(table: Table, side: Row["side"], rule: RowRule, of: RangeOf) {
  const column = rule.codeColumns?.[0] ?? side.codeColumn;
  if (rule.digits && column !== undefined) {
    const tests = rule.digits.map((digits) =>
      isNamed(table, column) ? `(MID(${of(column)},${digits + 2},1)="]")` : `(LEN(${of(column)})=${digits})`,
    );
    return tests.length === 1 ? tests[0] : `(${tests.join("+")})`;
  }
  return rule.filled ? `(${lengths(rule.filled, of)}>0)` : undefined;
}

/** Codes of a column that begin with one of these, all of as many digits where that is known. */
export interface CodePrefixes {
  readonly column: number;
  readonly prefixes: readonly string[];
  readonly digits: number | undefined;
}

/** A condition met by rows whose code begins so. */
export function prefixTest(
  definition: Table["definition"],
  { column, prefixes, digits }: CodePrefixes,
  of: RangeOf,
): string {
  const isBracketed = getColumn(definition, column).kind === "codeAndName";
  const tests = prefixes.map((prefix) => {
    const isWhole = digits === prefix.length;
    const text = isBracketed ? `[${prefix}${isWhole ? "]" : ""}` : prefix;
    const begins = `(LEFT(${of(column)},${text.length})=${quoted(text)})`;
    if (digits === undefined || (isBracketed && isWhole)) return begins;
    return isBracketed
      ? `${begins}*(MID(${of(column)},${digits + 2},1)="]")`
      : `${begins}*(LEN(${of(column)})=${digits})`;
  });
  return tests.length === 1 ? (tests[0] ?? "") : `(${tests.join("+")})`;
}

function isNamed({ definition }: Table, column: number): boolean {
  return getColumn(definition, column).kind === "codeAndName";
}

/** The names that rows of a rule are printed with in this table. */
function namesOf({ rows }: Table, rule: RowRule): string[] {
  return [...new Set(rows.filter((row) => row.rule === rule).map(({ name }) => name))];
}
