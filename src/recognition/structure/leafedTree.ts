import type { RowRule } from "../../tables/definition";
import { levelRules, totalRules } from "./codeTree";
import type { CodedRows } from "./codeTree";
import type { ListModel, Proposal } from "./proposal";
import type { RowFacts } from "./rowFacts";

/** The kind of the rows below the codes. */
const LEAF = "项目";

/**
 * A tree of codes in which rows without a code stand below those of the lowest level: the projects of a code, whose sum it
 * is. Undefined where a row without a code stands elsewhere, or none does.
 */
export function leafedModel(coded: CodedRows): ListModel | undefined {
  const { id, facts } = coded;
  const own = facts.filter(({ isTotal }) => !isTotal);
  const deepest = Math.max(...own.map(({ code }) => code.length));
  let isOpen = false;
  for (const { code, isPart } of own) {
    if (code !== "") isOpen = code.length === deepest;
    else if (!isOpen || isPart) return undefined;
  }
  const levels = levelRules(coded);
  const lowest = levels.at(-1);
  const totals = totalRules(facts);
  if (!haveLeaves(own) || !lowest || levels.length < 2 || totals.parts.length > 0) return undefined;
  const leaf: RowRule = { kind: LEAF, level: lowest.level + 1 };
  const whole = totals.whole ? [totals.whole.kind] : [];
  const parents = [...whole, ...levels.slice(0, -1).map(({ kind }) => kind)];
  const texts = [`[${parents.join("|")}] = Σ[>]`, `[${lowest.kind}] = Σ[>${LEAF}]`];
  return {
    rows: [...totals.rules, ...levels, leaf],
    parents: "position",
    proposals: texts.map((text, index): Proposal => ({
      relation: { id: `${id}.tree${index === 0 ? "" : index + 1}`, text },
      basis: "heading",
    })),
    total: totals.whole?.kind,
  };
}

/** Leaves stand below several codes, or in a column of their own: one row below the last code, such as 结转下年, is none. */
function haveLeaves(own: readonly RowFacts[]): boolean {
  const leaves = own.filter(({ code }) => code === "");
  const parents = own.filter(({ code }, at) => code !== "" && own[at + 1]?.code === "");
  return leaves.length > 0 && (parents.length > 1 || leaves.every(({ isUnnamed }) => isUnnamed));
}
