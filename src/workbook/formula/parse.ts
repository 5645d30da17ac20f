import { mapReferences } from "./references";
import type { Reference } from "./references";

/** A formula as a tree. References keep their place; names and anything else that is not plain arithmetic do not parse. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "logical"; readonly value: boolean }
  | { readonly kind: "reference"; readonly reference: Reference }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly (Expression | undefined)[] }
  | { readonly kind: "sign"; readonly sign: "+" | "-"; readonly of: Expression }
  | { readonly kind: "percent"; readonly of: Expression }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    };

/** How closely operators bind in Excel; the range operator closest. */
const BINDING: Readonly<Record<string, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  ">": 1,
  "<=": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
  ":": 8,
};
const SIGN_BINDING = 6;

/** Stands for a reference in the text that is cut into tokens: no character of a formula. */
const PLACE = "\u0001";
const TOKEN = new RegExp(
  String.raw`\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|("(?:[^"]|"")*")|([A-Za-z][A-Za-z0-9.]*)|(${PLACE}\d+${PLACE})|(<>|<=|>=|[-+*/^&=<>:,()%]))`,
  "y",
);

/**
 * Reads a formula with or without its leading "=". Undefined for what is no arithmetic over references, numbers, texts
 * and function calls: names, table references, array constants, other workbooks, errors written out.
 */
export function parseFormula(formula: string): Expression | undefined {
  const references: Reference[] = [];
  const text = mapReferences(formula.replace(/^=/, ""), (reference) => {
    references.push(reference);
    return `${PLACE}${references.length - 1}${PLACE}`;
  });
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  const parser = new Parser(tokens, references);
  try {
    return parser.whole();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    if (text.slice(from).trim() === "") break;
    const match = TOKEN.exec(text);
    if (!match) return undefined;
    tokens.push(match[0].trim());
  }
  return tokens;
}

/**
 * A formula of more operators, or more levels of brackets, is not read: whoever walks its tree does so by recursion, and a
 * chain of operators is as deep as it is long. Excel has 8,192 characters for it, and nests 64 functions at the most.
 */
const MOST_OPERATORS = 1000;
const DEEPEST = 200;

class Parser {
  private at = 0;
  private depth = 0;
  private operators = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly references: readonly Reference[],
  ) {}

  whole(): Expression {
    const found = this.expression(0);
    if (this.at < this.tokens.length) throw new SyntaxError();
    return found;
  }

  private expression(least: number): Expression {
    if (++this.depth > DEEPEST) throw new SyntaxError();
    const found = this.chain(least);
    this.depth--;
    return found;
  }

  private chain(least: number): Expression {
    let left = this.operand();
    for (;;) {
      if (++this.operators > MOST_OPERATORS) throw new SyntaxError();
      const operator = this.tokens[this.at] ?? "";
      if (operator === "%") {
        this.at++;
        left = { kind: "percent", of: left };
        continue;
      }
      const binding = BINDING[operator];
      if (binding === undefined || binding <= least) return left;
      this.at++;
      left = { kind: "binary", operator, left, right: this.expression(binding) };
    }
  }

  private operand(): Expression {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new SyntaxError();
    if (token === "-" || token === "+")
      return { kind: "sign", sign: token, of: this.expression(SIGN_BINDING) };
    if (token === "(") {
      const inside = this.expression(0);
      this.expect(")");
      return inside;
    }
    if (token.startsWith('"')) return { kind: "text", value: token.slice(1, -1).replaceAll('""', '"') };
    if (token.startsWith(PLACE)) return this.referenceAt(Number(token.slice(1, -1)));
    if (/^[\d.]/.test(token)) return { kind: "number", value: Number(token) };
    if (this.tokens[this.at] === "(") return { kind: "call", name: token.toUpperCase(), args: this.args() };
    if (/^(true|false)$/i.test(token)) return { kind: "logical", value: token.toUpperCase() === "TRUE" };
    throw new SyntaxError();
  }

  private referenceAt(place: number): Expression {
    const reference = this.references[place];
    if (!reference) throw new SyntaxError();
    return { kind: "reference", reference };
  }

  /** Arguments of a call; undefined stands for one left out, as in ROUND(x,). */
  private args(): (Expression | undefined)[] {
    this.expect("(");
    const found: (Expression | undefined)[] = [];
    if (this.tokens[this.at] === ")") {
      this.at++;
      return found;
    }
    for (;;) {
      const next = this.tokens[this.at];
      found.push(next === "," || next === ")" ? undefined : this.expression(0));
      if (this.tokens[this.at++] === ")") return found;
      if (this.tokens[this.at - 1] !== ",") throw new SyntaxError();
    }
  }

  private expect(token: string): void {
    if (this.tokens[this.at++] !== token) throw new SyntaxError();
  }
}
