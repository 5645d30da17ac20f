import type { ColumnDefinition, ColumnPath, HeaderGroup, TableDefinition } from "../tables/definition";
import { columnPaths } from "../tables/definition";
import { headingMeaning, labelsOf } from "./headingText";
import type { Labels } from "./headingText";

/** A defined column with the labels of the headings above it. */
export interface WantedColumn {
  readonly column: ColumnDefinition;
  readonly labels: Labels;
  readonly above: readonly Labels[];
}

const known = new WeakMap<TableDefinition, readonly WantedColumn[]>();

/** The columns of a table from left to right, ready for comparing with a sheet's headings; worked out once. */
export function wantedColumns(definition: TableDefinition): readonly WantedColumn[] {
  let wanted = known.get(definition);
  if (!wanted) {
    wanted = columnPaths(definition.header).map(toWanted);
    known.set(definition, wanted);
  }
  return wanted;
}

function toWanted({ column, ancestors }: ColumnPath): WantedColumn {
  return { column, labels: labelsOf(column), above: ancestors.map((group: HeaderGroup) => labelsOf(group)) };
}

/** 1: same lowest heading under the same headings; 0: the lowest heading is another. */
export function similarity({ labels, above: wanted }: WantedColumn, found: readonly string[]): number {
  const lowest = found[found.length - 1];
  if (lowest === undefined) return 0;
  const fit = fitOf(labels, lowest);
  if (fit === 0) return 0;
  const above = found.slice(0, -1).filter((text) => text !== lowest);
  const met = wanted.filter((group) => above.some((text) => fitOf(group, text) > 0)).length;
  const foreign = above.filter((text) => !wanted.some((group) => fitOf(group, text) > 0)).length;
  const context = wanted.length === 0 ? 1 : met / wanted.length;
  return Math.max(0.05, fit + 0.4 * context - 0.1 * foreign);
}

/** The label itself, a known synonym, or a heading that means the same. */
function fitOf(labels: Labels, heading: string): number {
  if (heading === labels.own) return 0.6;
  if (labels.synonyms.has(heading)) return 0.5;
  return labels.meanings.has(headingMeaning(heading)) ? 0.45 : 0;
}
