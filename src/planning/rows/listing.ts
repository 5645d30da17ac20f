import { parseRelation } from "../../tables/notation";
import type { CellsTerm } from "../../tables/notation";
import type { Pack } from "../../tables/definition";
import type { Link } from "../insert/links";

/** Which tables have to list the codes of which others, told by the relations and links of a set. */
export interface Listing {
  /** Tables to which a code goes that is new in a table; of tables alike for different funds the first. */
  following(table: string): readonly string[];
  /** Tables whose codes a table has to list, with the columns whose amounts it takes. */
  sources(table: string): readonly Source[];
  /** True for two tables of the same make, for one fund each, such as 表6 and 表7. */
  isAlike(one: string, other: string): boolean;
}

export interface Source {
  readonly from: string;
  readonly columns: readonly number[];
}

interface Flow extends Source {
  readonly to: string;
}

/**
 * Reads the links ("T03[项].c5 = Σ T10[项目].c3 by code": what 表10 has is listed in 表3) and the relations whose keys must
 * be listed ("!").
 */
export function listingOf(pack: Pack, read: readonly Link[]): Listing {
  const links = read.flatMap(({ to, from, isByCode }) => (isByCode ? flows([to], from) : []));
  const relations = pack.across.flatMap(({ text }) => listedFlows(text));
  return {
    following: (table) => {
      const found = [...closure(pack, links, table)];
      const direct = relations.filter(({ from }) => from === table).map(({ to }) => to);
      const clear = direct.filter((id) => !direct.some((other) => other !== id && isAlike(pack, id, other)));
      const all = [...new Set([...found, ...clear])].filter(
        (id) => id !== table && !isAlike(pack, id, table),
      );
      return pack.tables.map(({ id }) => id).filter((id) => all.includes(id));
    },
    sources: (table) => [...links, ...relations].filter(({ to, from }) => to === table && from !== table),
    isAlike: (one, other) => isAlike(pack, one, other),
  };
}

/** Of a relation "by code" the terms that must list ("!") take from those of the other side. */
function listedFlows(text: string): Flow[] {
  const { left, right, join } = parseRelation(text);
  if (join.length !== 1 || join[0] !== "code") return [];
  const cells = (terms: typeof left) => terms.filter((term) => term.kind === "cells");
  const listing = (terms: typeof left) => cells(terms).filter(({ mustBeListed }) => mustBeListed);
  return [...flows(listing(left), cells(right)), ...flows(listing(right), cells(left))];
}

/** Whose codes go where. */
function flows(takers: readonly CellsTerm[], givers: readonly CellsTerm[]): Flow[] {
  return takers.flatMap((taker) =>
    givers.flatMap((giver) =>
      taker.table && giver.table && taker.table !== giver.table && !isByName(taker, giver)
        ? [{ from: giver.table, to: taker.table, columns: giver.columns }]
        : [],
    ),
  );
}

/** Statement lines stand for their codes: they are there already. */
function isByName({ rows }: CellsTerm, { rows: others }: CellsTerm): boolean {
  return [...(rows?.kinds ?? []), ...(others?.kinds ?? [])].some((kind) => kind === "功能科目");
}

/** Where a code goes on to, step by step; of tables of one make (for one fund each) only the first is taken. */
function closure(pack: Pack, links: readonly Flow[], table: string): Set<string> {
  const found = new Set<string>();
  const open = [table];
  for (let from = open.shift(); from !== undefined; from = open.shift()) {
    for (const { to } of links.filter((link) => link.from === from)) {
      if (found.has(to) || [...found].some((other) => isAlike(pack, other, to))) continue;
      found.add(to);
      open.push(to);
    }
  }
  return found;
}

function isAlike({ tables }: Pack, one: string, other: string): boolean {
  const sides = (id: string) => tables.find((table) => table.id === id)?.sides;
  const [a, b] = [sides(one), sides(other)];
  return (
    one !== other &&
    a !== undefined &&
    b !== undefined &&
    a.length === b.length &&
    a.every((side, at) => side === b[at])
  );
}
