import type { CodeSystem, RowRule } from "../../tables/definition";
import { kindOf } from "./proposal";
import type { ListModel, Proposal } from "./proposal";
import type { RowFacts } from "./rowFacts";

const OFFICIAL: Readonly<Record<string, readonly number[]>> = {
  functional: [3, 5, 7],
  economicDepartment: [3, 5],
  economicGovernment: [3, 5],
};
const LEVEL_NAMES = ["类", "款", "项"];
const LEAST_CODED = 0.6;
const LEAST_NESTED = 0.7;
const LEAST_DISTINCT = 0.9;

/** A list whose rows have codes. */
export interface CodedRows {
  readonly id: string;
  readonly facts: readonly RowFacts[];
  readonly systems: readonly CodeSystem[];
  /** The number of the column in which code and name share a cell. */
  readonly shared: number | undefined;
}

/** True where most rows have a code of their own and the longer codes begin with shorter ones, or all are of one length. */
export function areTree({ facts, systems }: CodedRows): boolean {
  const coded = facts.filter(({ code }) => code !== "");
  const items = facts.filter(({ isTotal }) => !isTotal);
  if (coded.length < 2 || coded.length < items.length * LEAST_CODED) return false;
  const codes = new Set(coded.map(({ code }) => code));
  const isOfficial = systems.length > 0;
  // One row twice is a slip, also in a list of three.
  const twice = coded.length - codes.size;
  if (!isOfficial && twice > Math.max(1, coded.length * (1 - LEAST_DISTINCT))) return false;
  const lengths = lengthsOf(coded);
  if (lengths.length < 2) return isOfficial && codes.size >= coded.length * LEAST_DISTINCT;
  const below = coded.filter(({ code }) => code.length > (lengths[0] ?? 0));
  const nested = below.filter(({ code }) =>
    lengths.some((length) => length < code.length && codes.has(code.slice(0, length))),
  );
  return nested.length >= below.length * LEAST_NESTED;
}

function lengthsOf(coded: readonly RowFacts[]): number[] {
  return [...new Set(coded.map(({ code }) => code.length))].sort((a, b) => a - b);
}

/** Codes under codes: a row is the sum of those whose codes begin with its own, a total that of the highest. */
export function codeTreeModel(rows: CodedRows): ListModel {
  const { id, facts } = rows;
  const levels = levelRules(rows);
  const totals = totalRules(facts);
  const kinds = levels.map(({ kind }) => kind);
  const proposals: Proposal[] = [];
  const under = (text: string) => proposals.push({ relation: { id: `${id}.tree`, text }, basis: "heading" });
  const parents = [...(totals.whole ? [totals.whole.kind] : []), ...kinds.slice(0, -1)];
  if (parents.length > 0)
    under(`[${parents.join("|")}] = Σ[>${totals.parts.length > 0 ? kinds.join("|") : ""}]`);
  return { rows: [...totals.rules, ...levels], parents: "code", proposals, total: totals.whole?.kind };
}

/** A kind of row for each length of codes, from the class down: 类, 款, 项, or 1级, 2级. */
export function levelRules({ facts, systems, shared }: CodedRows): RowRule[] {
  const coded = facts.filter(({ code }) => code !== "");
  const lengths = lengthsOf(coded);
  const official = OFFICIAL[systems[0] ?? ""];
  const isOfficial = official !== undefined && lengths.every((length) => official.includes(length));
  const start = firstDigit(coded);
  return lengths.map((digits, index): RowRule => ({
    kind: isOfficial ? (LEVEL_NAMES[official.indexOf(digits)] ?? "") : `${index + 1}级`,
    level: (isOfficial ? official.indexOf(digits) : index) + 2,
    code: new RegExp(start === "" ? `^\\d{${digits}}$` : `^${start}\\d{${digits - 1}}$`),
    digits: [digits],
    ...(shared === undefined ? {} : { codeColumns: [shared] }),
  }));
}

/** The digit with which nearly all codes begin; "" where they begin with several. */
function firstDigit(coded: readonly RowFacts[]): string {
  const counts = new Map<string, number>();
  for (const { code } of coded) counts.set(code.charAt(0), (counts.get(code.charAt(0)) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] >= coded.length * LEAST_DISTINCT ? most[0] : "";
}

/** The total of the whole list, and subtotals, which no row stands under. */
export function totalRules(facts: readonly RowFacts[]): {
  readonly rules: readonly RowRule[];
  readonly whole: RowRule | undefined;
  readonly parts: readonly RowRule[];
} {
  const names = [...new Set(facts.filter(({ isTotal }) => isTotal).map(({ key }) => key))];
  const bare =
    names.find((name) => /^(合计|总计|共计)$/.test(name)) ?? (names.length === 1 ? names[0] : undefined);
  const whole = bare === undefined ? undefined : { kind: kindOf(bare), level: 0, names: [bare] };
  const parts = names
    .filter((name) => name !== bare)
    .map((name): RowRule => ({ kind: kindOf(name), level: LOWEST, names: [name] }));
  return { rules: [...(whole ? [whole] : []), ...parts], whole, parts };
}

/** Deeper than any other row, so that nothing stands under it. */
const LOWEST = 9;
