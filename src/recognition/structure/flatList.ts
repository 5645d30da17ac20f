import type { ListModel, Proposal } from "./proposal";
import type { RowFacts } from "./rowFacts";
import { totalRules } from "./codeTree";

/** A list of items, such as projects, with a total above or below them or none. */
export function flatModel(id: string, facts: readonly RowFacts[]): ListModel {
  const { rules, whole } = totalRules(facts);
  const proposals: Proposal[] = whole
    ? [{ relation: { id: `${id}.tree`, text: `[${whole.kind}] = Σ[>项目]` }, basis: "heading" }]
    : [];
  return {
    rows: [...rules, { kind: "项目", level: 1 }],
    parents: "position",
    proposals,
    total: whole?.kind,
  };
}
