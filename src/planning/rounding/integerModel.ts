/** A whole number to be found, between bounds. */
export interface IntegerVariable {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  /** Per unit of the variable; negative for one that is never above 0, so that nothing away from 0 is free. */
  readonly cost: number;
}

/** Σ coefficient · variable (op) bound; all whole numbers. */
export interface IntegerConstraint {
  readonly terms: readonly { readonly variable: string; readonly coefficient: number }[];
  readonly op: "=" | "<=" | ">=";
  readonly bound: number;
}

/** A linear program in whole numbers: the cheapest values that meet every constraint. */
export interface IntegerModel {
  readonly variables: readonly IntegerVariable[];
  readonly constraints: readonly IntegerConstraint[];
}

/**
 * Finds the cheapest solution of a model in CPLEX LP text; undefined when it has none. What runs it is chosen at the
 * edges (command line, pane), because a solver is loaded differently in each.
 */
export type IntegerSolver = (lpText: string) => Promise<ReadonlyMap<string, number> | undefined>;

/** Terms on one line: readers of the format need not take long lines. */
const TERMS_PER_LINE = 8;

/** The model as CPLEX LP text. Source of the format: IBM ILOG CPLEX, LP file format. */
export function toLpText({ variables, constraints }: IntegerModel): string {
  const costs = variables
    .filter(({ cost }) => cost !== 0)
    .map(({ name, cost }) => ({ variable: name, coefficient: cost }));
  return [
    "Minimize",
    ` cost: ${sum(costs)}`,
    "Subject To",
    ...constraints.map(({ terms, op, bound }, index) => ` c${index}: ${sum(terms)} ${op} ${bound}`),
    "Bounds",
    ...variables.map(({ name, low, high }) => ` ${low} <= ${name} <= ${high}`),
    "General",
    ...lines(variables.map(({ name }) => name)),
    "End",
    "",
  ].join("\n");
}

function sum(terms: IntegerConstraint["terms"]): string {
  const texts = terms.map(
    ({ variable, coefficient }) => `${coefficient < 0 ? "-" : "+"} ${Math.abs(coefficient)} ${variable}`,
  );
  return lines(texts).join("\n").trimStart();
}

function lines(texts: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < texts.length; index += TERMS_PER_LINE)
    joined.push(` ${texts.slice(index, index + TERMS_PER_LINE).join(" ")}`);
  return joined;
}
