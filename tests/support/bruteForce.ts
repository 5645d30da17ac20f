import type { Decimal } from "../../src/amounts/decimal";
import type { LinearSystem } from "../../src/validation/system/linearSystem";

/** A fraction of two whole numbers; small systems need no larger ones, and a lost digit throws. */
type Ratio = readonly [top: number, bottom: number];

function ratio(top: number, bottom: number): Ratio {
  let [a, b] = [Math.abs(top), Math.abs(bottom)];
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b)) throw new Error("too large for this oracle");
  while (b !== 0) [a, b] = [b, a % b];
  const sign = bottom < 0 ? -1 : 1;
  return [(sign * top) / a, (sign * bottom) / a];
}
const plus = ([a, b]: Ratio, [c, d]: Ratio) => ratio(a * d + c * b, b * d);
const times = ([a, b]: Ratio, [c, d]: Ratio) => ratio(a * c, b * d);
const minus = (a: Ratio, [c, d]: Ratio) => plus(a, [-c, d]);
const over = (a: Ratio, [c, d]: Ratio) => times(a, ratio(d, c));
const ZERO: Ratio = [0, 1];
const ONE: Ratio = [1, 1];

function ratioOf(value: Decimal): Ratio {
  const places = Math.max(0, value.decimalPlaces());
  return ratio(Number(value.toFixed(places).replace(".", "")), 10 ** places);
}

/**
 * Whether the system can hold with these cells set free: a dense two-phase simplex in fractions over x ≥ 0, with a row
 * for every bound. Shares nothing with the product's engine but the type of a system.
 */
export function canHold(
  system: LinearSystem,
  free: ReadonlySet<string>,
  only?: ReadonlySet<string>,
): boolean {
  const names = [...system.cells.keys()];
  const rows: { factors: Map<string, Ratio>; rest: Ratio; op: string }[] = [];
  // A free amount is the difference of two that are not negative; another is its lower end and more.
  const shift = new Map<string, Ratio>();
  for (const name of names) {
    if (free.has(name)) continue;
    const { value, step, zeroExact = true } = system.cells.get(name)!;
    const half = value.isZero() && zeroExact ? ZERO : over(ratioOf(step), [2, 1]);
    shift.set(name, minus(ratioOf(value), half));
    rows.push({ factors: new Map([[name, ONE]]), rest: times(half, [2, 1]), op: "<=" });
  }
  for (const { id, terms, op, constant } of system.relations) {
    if (only && !only.has(id)) continue;
    const factors = new Map<string, Ratio>();
    let rest = ratioOf(constant);
    for (const [name, coefficient] of terms) {
      const factor = ratioOf(coefficient);
      factors.set(name, factor);
      if (free.has(name)) factors.set(`-${name}`, times(factor, [-1, 1]));
      else rest = minus(rest, times(factor, shift.get(name)!));
    }
    rows.push({ factors, rest, op });
  }
  const columns = [...new Set(rows.flatMap(({ factors }) => [...factors.keys()]))];
  const table = rows.map(({ factors, rest, op }, index) => {
    const slacks = rows.map((_, other) =>
      other === index && op !== "=" ? (op === "<=" ? ONE : ([-1, 1] as Ratio)) : ZERO,
    );
    const line = [...columns.map((name) => factors.get(name) ?? ZERO), ...slacks];
    const isNegative = rest[0] < 0;
    const own = isNegative ? line.map((one) => times(one, [-1, 1])) : line;
    return { line: own, rest: isNegative ? times(rest, [-1, 1]) : rest };
  });
  return artificialsVanish(table);
}

/** Phase one: the least sum of artificial variables, one a row, by Bland's rule. */
function artificialsVanish(table: { line: Ratio[]; rest: Ratio }[]): boolean {
  const basis: number[] = table.map(() => -1);
  const width = table[0]?.line.length ?? 0;
  for (;;) {
    const isArtificial = (row: number) => basis[row] === -1;
    const gain = (column: number) =>
      table.reduce((sum, { line }, row) => (isArtificial(row) ? plus(sum, line[column]!) : sum), ZERO);
    let entering = -1;
    for (let column = 0; column < width && entering < 0; column++) if (gain(column)[0] > 0) entering = column;
    if (entering < 0) return table.every(({ rest }, row) => !isArtificial(row) || rest[0] === 0);
    let leaving = -1;
    let least: Ratio | undefined;
    table.forEach(({ line, rest }, row) => {
      if (line[entering]![0] <= 0) return;
      const limit = over(rest, line[entering]!);
      const order = least ? minus(limit, least)[0] : -1;
      if (order < 0 || (order === 0 && basis[row]! < basis[leaving]!)) [leaving, least] = [row, limit];
    });
    const pivot = table[leaving]!;
    const factor = pivot.line[entering]!;
    pivot.line = pivot.line.map((one) => over(one, factor));
    pivot.rest = over(pivot.rest, factor);
    table.forEach((other, row) => {
      const share = other.line[entering]!;
      if (row === leaving || share[0] === 0) return;
      other.line = other.line.map((one, column) => minus(one, times(share, pivot.line[column]!)));
      other.rest = minus(other.rest, times(share, pivot.rest));
    });
    basis[leaving] = entering;
  }
}

/** All subsets of these names, the smallest first. */
export function* subsets(names: readonly string[]): Generator<readonly string[]> {
  for (let size = 0; size <= names.length; size++) yield* choose(names, size);
}

function* choose(names: readonly string[], size: number): Generator<readonly string[]> {
  if (size === 0) yield [];
  else
    for (const [index, name] of names.entries())
      for (const rest of choose(names.slice(index + 1), size - 1)) yield [name, ...rest];
}

/** The lightest sets of cells, all cells of equal weight or not, whose change lets the system hold; tried one by one. */
export function lightestSets(system: LinearSystem): readonly (readonly string[])[] {
  const names = [...system.cells].filter(([, { fixed }]) => !fixed).map(([name]) => name);
  const weight = (set: readonly string[]) =>
    set.reduce((sum, name) => sum + (system.cells.get(name)!.weight ?? 1), 0);
  const sorted = [...subsets(names)].sort((a, b) => weight(a) - weight(b));
  const found: (readonly string[])[] = [];
  for (const set of sorted) {
    const [first] = found;
    if (first && weight(set) > weight(first) + 1e-9) break;
    if (canHold(system, new Set(set))) found.push(set);
  }
  return found;
}
