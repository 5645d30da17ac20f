import type { Pack } from "../../tables/definition";
import { parseRelation } from "../../tables/notation";
import type { CellsTerm } from "../../tables/notation";

/** What a table takes from others when it is linked: figures of its own as a sum of theirs. */
export interface Link {
  readonly to: CellsTerm;
  readonly from: readonly CellsTerm[];
  /** Row by row, by their codes. */
  readonly isByCode: boolean;
}

/** The links of a set, read: "T03[项].c5 = Σ T10[项目].c3 by code". */
export function linksOf({ insertion }: Pick<Pack, "insertion">): readonly Link[] {
  return insertion.links.flatMap((text): Link[] => {
    const { left, right, join } = parseRelation(text);
    const [to] = left;
    const from = right.filter((term) => term.kind === "cells");
    return to?.kind === "cells" && from.length === right.length
      ? [{ to, from, isByCode: join.length > 0 }]
      : [];
  });
}

/** Labels of the tables that a table takes figures from when it is linked, in the order of the set. */
export function linksFrom(pack: Pack, id: string): string[] {
  const own = linksOf(pack).filter(({ to }) => to.table === id);
  const sources = new Set(own.flatMap(({ from }) => from.flatMap(({ table }) => table ?? [])));
  return pack.tables.filter((table) => table.id !== id && sources.has(table.id)).map(({ label }) => label);
}
