import type { RelationDefinition, RowRule, ParentRule } from "../../tables/definition";

/**
 * A relation that the parts of a table propose. heading: its words say so (合计, 小计, codes, numbering); figures: only the
 * figures do, so that more of them must bear it out; layout: it is the first column of a group, and no figure contradicts.
 */
export interface Proposal {
  readonly relation: RelationDefinition;
  readonly basis: "heading" | "figures" | "layout";
}

/** How the rows of a list are told, and what they add up to. */
export interface ListModel {
  readonly rows: readonly RowRule[];
  readonly parents: ParentRule;
  readonly proposals: readonly Proposal[];
  /** The kind of row that adds up the whole list; undefined where none does. */
  readonly total: string | undefined;
}

/** A name as a kind of row: without the signs that relations are written with. */
export function kindOf(name: string): string {
  const plain = name.replace(/[[\]|@:*=<>,!Σ~]/g, "").replace(/^\++/, "");
  return plain === "" ? "行" : RESERVED.has(plain) ? `${plain}行` : plain;
}

/** Kinds of which shared code knows more. */
const RESERVED: ReadonlySet<string> = new Set(["单位", "类", "款", "项"]);
