import type { Pack } from "./definition";

/**
 * A standard set with the tables that an office has of its own. Those come first: where an office has taught a table of a
 * standard one's title, its own counts.
 */
export function withSets(standard: Pack, own: readonly Pack[]): Pack {
  if (own.length === 0) return standard;
  return {
    ...standard,
    tables: [...own.flatMap(({ tables }) => tables), ...standard.tables],
    across: [...standard.across, ...own.flatMap(({ across }) => across)],
    insertion: {
      ...standard.insertion,
      tables: Object.assign({}, standard.insertion.tables, ...own.map(({ insertion }) => insertion.tables)),
    },
  };
}
