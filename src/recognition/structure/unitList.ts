import type { RowRule } from "../../tables/definition";
import { HIGHEST } from "./heads";
import { kindOf } from "./proposal";
import type { ListModel, Proposal } from "./proposal";
import type { RowFacts } from "./rowFacts";
import { totalRules } from "./codeTree";

/** More names than this under units are items and no kinds of row. */
const MOST_NAMED = 12;
const LEAST_CODED = 0.6;

/** Rows of units (156, 156001) and what stands under them. */
export interface UnitRows {
  readonly id: string;
  readonly facts: readonly RowFacts[];
  /** The number of the column of their codes. */
  readonly codeColumn: number;
}

/** True where most rows have a code and codes stand there again and again: those of units, in each of their rows, or of projects. */
export function areUnits({ facts }: UnitRows): boolean {
  const items = facts.filter(({ isTotal }) => !isTotal);
  const coded = items.filter(({ code }) => code !== "");
  return coded.length >= 2 && coded.length >= items.length * LEAST_CODED;
}

/** What units, the rows that name them and the rows under them are: see unitModel. */
interface Sorted {
  readonly units: readonly RowFacts[];
  /** Under the total, before the first unit. */
  readonly above: readonly RowFacts[];
  readonly below: readonly RowFacts[];
}

/**
 * Units with what they spend money on: a unit's row is the sum of those under it, the total that of the units, or of the
 * departments over them. Under a unit stand rows with codes of their own (projects under 2010399), or rows that carry its
 * code again and are told by their names (人员支出) or by what stands in further columns (采购品目).
 */
export function unitModel(rows: UnitRows): ListModel | undefined {
  const { facts, id, codeColumn } = rows;
  const totals = totalRules(facts);
  const own = facts.filter(({ isTotal }) => !isTotal);
  const sorted = sortRows(own);
  if (sorted.units.length === 0 || sorted.below.length === 0) return undefined;
  const departments = departmentsOf(sorted);
  const depth = departments.length > 0 ? 1 : 0;
  const units = sorted.units.filter((one) => !departments.includes(one));
  const unit: RowRule = { kind: "单位", level: depth + 1, code: codeOf(units), digits: digitsOf(units) };
  const department: RowRule[] =
    depth > 0 ? [{ kind: HIGHEST, level: 1, code: codeOf(departments), digits: digitsOf(departments) }] : [];
  const proposals: Proposal[] = [];
  const propose = (text: string) => {
    const number = proposals.length === 0 ? "" : `${proposals.length + 1}`;
    proposals.push({ relation: { id: `${id}.tree${number}`, text }, basis: "heading" });
  };
  const whole = totals.whole?.kind;
  if (whole !== undefined) propose(`[${whole}] = Σ[>${depth > 0 ? HIGHEST : "单位"}]`);
  if (depth > 0) propose(`[${HIGHEST}] = Σ[>单位]`);
  const unitCodes = new Set(sorted.units.map(({ code }) => code));
  const hasOwnCodes = sorted.below.every(({ code }) => code !== "" && !unitCodes.has(code));
  if (hasOwnCodes) {
    propose("[单位] = Σ[>项目]");
    const item: RowRule = { kind: "项目", level: depth + 2, code: codeOf(sorted.below) };
    return {
      rows: [...totals.rules, ...department, unit, item],
      parents: "position",
      proposals,
      total: whole,
    };
  }
  const named = namedRows(sorted);
  const items = itemRule(sorted, named, { codeColumn, level: depth + 3 });
  const kinds = (facts2: readonly RowFacts[]) => [
    ...new Set(facts2.filter((one) => named.has(one.key)).map(({ key }) => kindOf(key))),
  ];
  const [aboveKinds, belowKinds] = [kinds(sorted.above), kinds(sorted.below)];
  if (whole !== undefined && aboveKinds.length > 0) propose(`[${whole}] = Σ[>${aboveKinds.join("|")}]`);
  if (belowKinds.length > 0) propose(`[单位] = Σ[>${belowKinds.join("|")}]`);
  if (items) {
    const parents = ["单位", ...belowKinds];
    propose(`[${parents.join("|")}] = Σ[>${items.kind}]`);
  }
  const rules = [...named].map((name): RowRule => ({ kind: kindOf(name), level: depth + 2, names: [name] }));
  return {
    rows: [...totals.rules, ...rules, ...(items ? [items] : []), ...department, unit],
    parents: "position",
    proposals,
    total: whole,
  };
}

/**
 * The first row of each code that reads like the name of a body names its unit, else the first one; further rows of the
 * code, and those without one, stand under it. Rows 其中：… above the first unit are parts of the total.
 */
function sortRows(facts: readonly RowFacts[]): Sorted {
  const shortest = Math.min(...facts.filter(({ code }) => code !== "").map(({ code }) => code.length));
  const isUnitCode = (code: string) => code !== "" && (code.length === shortest || code.length % 3 === 0);
  const named = new Set(facts.filter(({ key }) => isBody(key)).map(({ code }) => code));
  const sorted = { units: [] as RowFacts[], above: [] as RowFacts[], below: [] as RowFacts[] };
  const seen = new Set<string>();
  for (const one of facts) {
    const { code, key } = one;
    const mayName = !one.isPart && (isBody(key) || !named.has(code));
    if (isUnitCode(code) && !seen.has(code) && mayName) {
      seen.add(code);
      sorted.units.push(one);
    } else (sorted.units.length === 0 ? sorted.above : sorted.below).push(one);
  }
  return sorted;
}

/** The name of an office: 某某局, 某某中心（本级）. */
function isBody(name: string): boolean {
  return BODIES.test(name);
}

const BODIES =
  /(局|委|委员会|办|办公室|中心|院|校|学|园|所|处|站|队|馆|厅|部|会|社|台|政府|街道|街道办|镇|乡|本级|机关|公司|单位)(\([^()]*\))?$/;

/** Further columns in which rows under units say something and the units themselves do not. */
function tellingColumns({ units, below }: Sorted): ReadonlySet<number> {
  const ofUnits = new Set(units.flatMap(({ filled }) => filled));
  return new Set(below.flatMap(({ filled }) => filled).filter((number) => !ofUnits.has(number)));
}

/** The names by which rows above and below units are told: those that say nothing in telling columns, if they are few. */
function namedRows(sorted: Sorted): ReadonlySet<string> {
  const { above, below } = sorted;
  const telling = tellingColumns(sorted);
  const plain = below.filter(({ filled }) => !filled.some((number) => telling.has(number)));
  const names = new Set([...above, ...plain].map(({ key }) => key));
  return names.size <= MOST_NAMED ? names : new Set(above.map(({ key }) => key));
}

/** Rows that are told by what they say in further columns, or by their names being none of the others'. */
function itemRule(
  sorted: Sorted,
  named: ReadonlySet<string>,
  { codeColumn, level }: { readonly codeColumn: number; readonly level: number },
): RowRule | undefined {
  const items = sorted.below.filter(({ key }) => !named.has(key));
  if (items.length === 0) return undefined;
  const telling = tellingColumns(sorted);
  const isTold = items.every(({ filled }) => filled.some((number) => telling.has(number)));
  if (isTold && telling.size > 0) return { kind: "明细", level, filled: [...telling] };
  const names = [...new Set(items.map(({ key }) => key))];
  return { kind: "明细", level, names, codeColumns: [codeColumn] };
}

/**
 * Units over units: those of the shortest codes where every other unit's code begins with one of them (105 over 105001) and
 * nothing stands below them but their units; else none.
 */
function departmentsOf({ units, below }: Sorted): readonly RowFacts[] {
  const [shortest = 0, ...longer] = digitsOf(units);
  const departments = units.filter(({ code }) => code.length === shortest);
  const codes = new Set(departments.map(({ code }) => code));
  const areOver =
    longer.length > 0 &&
    units.every(({ code }) => codes.has(code.slice(0, shortest))) &&
    below.every(({ code }) => !codes.has(code));
  return areOver ? departments : [];
}

function digitsOf(rows: readonly RowFacts[]): number[] {
  return [...new Set(rows.map(({ code }) => code.length))].sort((a, b) => a - b);
}

function codeOf(rows: readonly RowFacts[]): RegExp {
  return new RegExp(
    `^(${digitsOf(rows)
      .map((count) => `\\d{${count}}`)
      .join("|")})$`,
  );
}
