import type { Pack } from "../../tables/definition";
import { parseRelation } from "../../tables/notation";

/** Labels of the tables that a table takes figures from when it is linked, in the order of the set. */
export function linksFrom(pack: Pack, id: string): string[] {
  const sources = new Set<string>();
  for (const text of pack.insertion.links) {
    const { left, right } = parseRelation(text);
    if (!left.some((term) => term.kind === "cells" && term.table === id)) continue;
    for (const term of right) {
      if (term.kind === "cells" && term.table !== undefined && term.table !== id) sources.add(term.table);
    }
  }
  return pack.tables.filter((table) => sources.has(table.id)).map(({ label }) => label);
}
