import type { RowRule } from "../../tables/definition";
import { levelRules, totalRules } from "./codeTree";
import type { CodedRows } from "./codeTree";
import { headRules, tiersOf } from "./heads";
import type { ListModel } from "./proposal";
import type { RowFacts } from "./rowFacts";

/**
 * A list in which rows without a code, such as those of units, head rows of a classification: each is the sum of those below
 * it, and the total that of the heads. The same code stands there once under each of them. Heads may stand under heads, as
 * units under their department. Undefined where rows have no heads.
 */
export function headedModel(coded: CodedRows): ListModel | undefined {
  const { id } = coded;
  const facts = withLead(coded.facts);
  const own = facts.filter(({ isTotal }) => !isTotal);
  const isHead = ({ code }: RowFacts) => code === "";
  if (own.some((one) => isHead(one) && one.isPart)) return undefined;
  const tiers = tiersOf(own, isHead);
  const totals = totalRules(facts);
  if (!tiers || totals.parts.length > 0) return undefined;
  const heads = headRules(tiers);
  if (!heads) return undefined;
  const levels = levelRules(coded).map((rule): RowRule => ({
    ...rule,
    level: rule.level + heads.length - 1,
  }));
  const whole = totals.whole?.kind;
  const kinds = heads.map(({ kind }) => kind);
  const parents = [...kinds, ...levels.slice(0, -1).map(({ kind }) => kind)];
  const texts = [
    ...(whole === undefined ? [] : [`[${whole}] = Σ[>${kinds[0]}]`]),
    `[${parents.join("|")}] = Σ[>]`,
  ];
  return {
    rows: [...totals.rules, ...levels, ...heads],
    parents: "position",
    proposals: texts.map((text, index) => ({
      relation: { id: `${id}.tree${index === 0 ? "" : index + 1}`, text },
      basis: "heading",
    })),
    total: whole,
  };
}

/** Of two rows without a code at the top, one above the other, the first is the total, whatever it is called. */
function withLead(facts: readonly RowFacts[]): readonly RowFacts[] {
  const [first, second, third] = facts;
  if (!first || !second || first.code !== "" || second.code !== "" || facts.some(({ isTotal }) => isTotal))
    return facts;
  // Departments over units are two rows each time.
  const isAgain = facts.some(({ code }, at) => at > 1 && code === "" && facts[at + 1]?.code === "");
  return third?.code === "" || isAgain ? facts : [{ ...first, isTotal: true }, ...facts.slice(1)];
}
