import type { RowRule } from "../../tables/definition";
import { levelRules, totalRules } from "./codeTree";
import type { CodedRows } from "./codeTree";
import { GROUP } from "./flatList";
import type { ListModel } from "./proposal";
import type { RowFacts } from "./rowFacts";

/**
 * A list in which rows without a code, such as those of units, head rows of a classification: each is the sum of those below
 * it, and the total that of the heads. The same code stands there once under each of them. Undefined where rows have no heads.
 */
export function headedModel(coded: CodedRows): ListModel | undefined {
  const { id } = coded;
  const facts = withLead(coded.facts);
  const own = facts.filter(({ isTotal }) => !isTotal);
  const heads = own.filter(({ code }) => code === "");
  const hasRows = own.every(({ code }, at) => code !== "" || own[at + 1]?.code);
  if (heads.length === 0 || own[0]?.code !== "" || !hasRows) return undefined;
  if (heads.some(({ isPart }) => isPart)) return undefined;
  const totals = totalRules(facts);
  if (totals.parts.length > 0) return undefined;
  // Whatever has no code: another year's list has other units.
  const group: RowRule = { kind: GROUP, level: 1 };
  const levels = levelRules(coded);
  const whole = totals.whole?.kind;
  const parents = [GROUP, ...levels.slice(0, -1).map(({ kind }) => kind)];
  const texts = [
    ...(whole === undefined ? [] : [`[${whole}] = Σ[>${GROUP}]`]),
    `[${parents.join("|")}] = Σ[>]`,
  ];
  return {
    rows: [...totals.rules, ...levels, group],
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
  const [first, second] = facts;
  if (!first || !second || first.code !== "" || second.code !== "" || facts.some(({ isTotal }) => isTotal))
    return facts;
  return [{ ...first, isTotal: true }, ...facts.slice(1)];
}
