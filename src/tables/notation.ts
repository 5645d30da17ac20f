/**
 * The notation of relations: sentences that read like the rules they stand for.
 *
 *   c3 = c4 + c5                                  in every row
 *   [合计] = Σ[>单位]                              a row and its children of that kind, in every amount column
 *   [合计|类|款] = Σ[>]                            a row and all its children
 *   [货物类] = Σ[品目:A]                           rows of a kind whose code begins with A (several: A,B)
 *   T03[总计].c4 = T08[合计].c3                    one row of each table
 *   Σ T13[品目@项目支出].c8..c13 <= Σ T10[项目].c3..c8 by unit+name
 *                                                 one relation for each common key, and for each column in step;
 *                                                 品目@项目支出 are 品目 rows somewhere below a 项目支出 row
 *   T03[类|款|项].c3! = …                          "!": a key known on the other side must be listed here
 *   T04[国有资本经营预算] = 0                      a plain number
 *   T10[政务中心*].c3                              rows whose name begins so, added up; a row's whole name or code
 *                                                 serves too where no row kind is called so
 *
 * A table is a letter and a number: T06 of Guangzhou's set, N03 of the nationwide one.
 *
 * Operators are =, <= and >=; terms are joined by + and -; a term may carry a factor, before or after it
 * ("0.2 * T08[合计].c3", "T08[合计].c3 * 0.2").
 */

export type RelationOperator = "=" | "<=" | ">=";

/** What rows are matched by: code 科目编码, unit 单位编码, name 名称. */
export type JoinKey = "code" | "unit" | "name";

export interface RowSelector {
  /** Row kinds, names (with * for any characters) or codes; empty means any. */
  readonly kinds: readonly string[];
  /** Only children of the row on the left. */
  readonly isChild: boolean;
  /** Only rows somewhere below a row of this kind. */
  readonly below?: string;
  /** Only rows whose code begins with one of these; empty means any. */
  readonly prefixes: readonly string[];
}

export interface NumberTerm {
  readonly kind: "number";
  /** Signed, as text, so that amounts stay decimals. */
  readonly value: string;
}

export interface CellsTerm {
  readonly kind: "cells";
  /** Undefined: the table the relation is defined in. */
  readonly table?: string;
  /** Undefined: the same row as the other terms. */
  readonly rows?: RowSelector;
  /** Column numbers, in step with those of the other terms; empty means every amount column. */
  readonly columns: readonly number[];
  readonly isSum: boolean;
  readonly mustBeListed: boolean;
  /** Signed factor as text, so that amounts stay decimals. */
  readonly factor: string;
}

export type TermPattern = NumberTerm | CellsTerm;

export interface RelationPattern {
  readonly left: readonly TermPattern[];
  readonly operator: RelationOperator;
  readonly right: readonly TermPattern[];
  readonly join: readonly JoinKey[];
}

/** What is wrong with a piece of a relation. */
export type NotationProblem =
  /** There is not just one of =, <=, >=. */
  | "operator"
  /** A side has no term. */
  | "termMissing"
  /** A term is none of the forms above. */
  | "term"
  /** c5..c4 */
  | "columnOrder"
  /** Something else than code, unit, name behind "by". */
  | "join";

/** A relation that cannot be read; `text` is the whole relation, `part` the piece that is wrong. */
export class NotationError extends Error {
  constructor(
    readonly text: string,
    readonly part: string,
    readonly problem: NotationProblem,
  ) {
    super(`cannot read "${part}" in "${text}": ${problem}`);
    this.name = "NotationError";
  }
}

const JOIN_KEYS: readonly string[] = ["code", "unit", "name"] satisfies JoinKey[];

const TERM =
  /^(?:(?<factor>\d+(?:\.\d+)?)\*)?(?<sum>Σ)?(?<table>[A-Z]\d+)?(?:\[(?<rows>[^\]]*)\])?(?:\.?c(?<first>\d+)(?:\.\.c(?<last>\d+))?)?(?<listed>!)?(?:\*(?<behind>\d+(?:\.\d+)?))?$/u;

/** Reads one relation. Throws NotationError naming the part that is wrong. */
export function parseRelation(text: string): RelationPattern {
  const [body = "", joinText] = text.split(/\sby\s/);
  const sides = body.split(/(<=|>=|=)/);
  const [left, operator, right] = sides;
  if (sides.length !== 3) throw new NotationError(text, body, "operator");
  if (!left?.trim() || !right?.trim()) throw new NotationError(text, body, "termMissing");
  return {
    left: parseSide(text, left),
    operator: operator as RelationOperator,
    right: parseSide(text, right),
    join: joinText === undefined ? [] : parseJoin(text, joinText),
  };
}

function parseJoin(text: string, join: string): JoinKey[] {
  return join.split("+").map((word) => {
    const key = word.trim();
    if (!JOIN_KEYS.includes(key)) throw new NotationError(text, word, "join");
    return key as JoinKey;
  });
}

/** Splits at + and - outside brackets and reads each piece. */
function parseSide(text: string, side: string): TermPattern[] {
  const pieces = side.replace(/\s+/g, "").match(/[+-]?(?:\[[^\]]*\]|[^+\-[])+/gu) ?? [];
  if (pieces.length === 0) throw new NotationError(text, side, "termMissing");
  return pieces.map((piece) => {
    const sign = piece.startsWith("-") ? "-" : "";
    return parseTerm(text, piece.replace(/^[+-]/, ""), sign);
  });
}

function parseTerm(text: string, piece: string, sign: string): TermPattern {
  if (/^\d+(\.\d+)?$/.test(piece)) return { kind: "number", value: `${sign}${piece}` };
  const groups = TERM.exec(piece)?.groups;
  const { factor, sum, table, rows, first, last, listed, behind } = groups ?? {};
  const hasTwoFactors = factor !== undefined && behind !== undefined;
  if (!groups || (rows === undefined && first === undefined) || hasTwoFactors) {
    throw new NotationError(text, piece, "term");
  }
  return {
    kind: "cells",
    ...(table === undefined ? {} : { table }),
    ...(rows === undefined ? {} : { rows: parseSelector(rows) }),
    columns: columnRange(text, piece, first, last),
    isSum: sum !== undefined || (rows?.split(":")[0] ?? "").replace(/^\*$/, "").includes("*"),
    mustBeListed: listed !== undefined,
    factor: `${sign}${factor ?? behind ?? "1"}`,
  };
}

function columnRange(text: string, piece: string, first?: string, last?: string): number[] {
  if (first === undefined) return [];
  const from = Number(first);
  const to = Number(last ?? first);
  if (to < from) throw new NotationError(text, piece, "columnOrder");
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function parseSelector(text: string): RowSelector {
  const isChild = text.startsWith(">");
  const [kindsAndBelow = "", prefixes] = (isChild ? text.slice(1) : text).split(":");
  const [kinds = "", below] = kindsAndBelow.split("@");
  return {
    kinds: kinds === "" || kinds === "*" ? [] : kinds.split("|"),
    isChild,
    ...(below === undefined ? {} : { below }),
    prefixes: prefixes === undefined ? [] : prefixes.split(","),
  };
}
