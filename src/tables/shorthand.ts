import type { CodeSystem, ColumnDefinition, HeaderGroup, HeaderNode, RelationDefinition } from "./definition";

/** Short constructors, so that a table's definition reads like the table's own header. */

/** An amount column. */
export function amount(number: number, label: string, ...synonyms: string[]): ColumnDefinition {
  return { number, label, kind: "amount", ...(synonyms.length > 0 ? { synonyms } : {}) };
}

/** An amount column that some offices leave out. */
export function optional(column: ColumnDefinition): ColumnDefinition {
  return { ...column, isOptional: true };
}

/** A name or text column. */
export function words(
  number: number,
  kind: "name" | "text",
  label: string,
  ...synonyms: string[]
): ColumnDefinition {
  return { number, label, kind, ...(synonyms.length > 0 ? { synonyms } : {}) };
}

/** A code column; `[code]name` cells when `withName`. */
export function codes(
  number: number,
  label: string,
  systems: readonly CodeSystem[],
  { withName = false, synonyms = [] }: { withName?: boolean; synonyms?: readonly string[] } = {},
): ColumnDefinition {
  const kind = withName ? "codeAndName" : "code";
  return { number, label, kind, systems, ...(synonyms.length > 0 ? { synonyms } : {}) };
}

/** A heading over several columns. */
export function group(label: string, ...children: HeaderNode[]): HeaderGroup {
  return { label, children };
}

/** Relations whose id is the table's id and their own text without spaces: "T06.c3=c4+c5". */
export function named(table: string, ...texts: string[]): RelationDefinition[] {
  return texts.map((text) => ({ id: `${table}.${text.replace(/[\s[\]]/g, "")}`, text }));
}

/** Relations that share one id, such as the levels of one tree. */
export function under(id: string, ...texts: string[]): RelationDefinition[] {
  return texts.map((text) => ({ id, text }));
}
