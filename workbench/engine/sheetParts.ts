import type { StoredConditionalFormat, StoredSheet } from "../host/store";

/** Everything of a sheet but its id, its cells and what an engine has still to take over. */
type PartName = Exclude<keyof StoredSheet, "id" | "cells" | "written">;

/** The parts of a sheet, each as a JSON text: equal parts have equal texts. A part that is left out has "". */
export type SheetParts = Readonly<Record<PartName, string>>;

const MAPS = ["columnWidths", "rowHeights"] as const;
const SETS = ["hiddenColumns", "hiddenRows"] as const;
const LISTS = ["conditionalFormats", "notes", "merges", "validations"] as const;
/** Single values, and those that are given whole. */
const VALUES = [
  "name",
  "visibility",
  "isProtected",
  "protection",
  "comments",
  "frozenRows",
  "frozenColumns",
  "hasGridlines",
  "filter",
  "tabColor",
  "pageLayout",
  "statedRange",
] as const;

/** What a check puts beside cells: it comes and goes with each check, and is no edit of the user's. */
const BESIDES: ReadonlySet<string> = new Set<PartName>(["conditionalFormats", "notes", "comments"]);

/** The parts of a sheet as they are now. */
export function partsOf(sheet: StoredSheet): SheetParts {
  const texts: Record<string, string> = {};
  for (const name of MAPS) texts[name] = JSON.stringify([...sheet[name]]);
  for (const name of SETS) texts[name] = JSON.stringify([...sheet[name]]);
  for (const name of LISTS) texts[name] = JSON.stringify(sheet[name]);
  for (const name of VALUES) texts[name] = JSON.stringify(sheet[name]) ?? "";
  return texts as SheetParts;
}

/** Names of the parts that differ. */
export function differingParts(one: SheetParts, other: SheetParts): PartName[] {
  return (Object.keys(one) as PartName[]).filter((name) => one[name] !== other[name]);
}

/** True where nothing but marks, notes and comments has become another. */
export function isBesides(parts: readonly PartName[]): boolean {
  return parts.every((name) => BESIDES.has(name));
}

/**
 * Gives parts of a sheet back what they were.
 * @param from the parts before the change that is taken back or done again, `to` after it
 */
export function restoreParts(sheet: StoredSheet, from: SheetParts, to: SheetParts): void {
  const now = partsOf(sheet);
  for (const name of differingParts(from, to)) {
    if (name === "conditionalFormats") restoreFormats(sheet, from, to, now);
    else restorePart(sheet, name, to[name]);
  }
}

function restorePart(sheet: StoredSheet, name: PartName, text: string): void {
  const value: unknown = text === "" ? undefined : JSON.parse(text);
  const target = sheet as unknown as Record<PartName, unknown>;
  if (isOneOf(MAPS, name)) fill(sheet[name], value as [number, number][]);
  else if (isOneOf(SETS, name)) fillSet(sheet[name], value as number[]);
  else if (isOneOf(LISTS, name)) {
    const list = target[name] as unknown[];
    list.splice(0, list.length, ...(value as unknown[]));
  } else if (value === undefined) delete target[name];
  else target[name] = value;
}

/**
 * Marks come and go with each check, between the steps. Those made since the step stand by cells that may have moved:
 * they go, and the next check makes them again. Those cleared since stay cleared.
 */
function restoreFormats(sheet: StoredSheet, from: SheetParts, to: SheetParts, now: SheetParts): void {
  const ids = (parts: SheetParts) =>
    (JSON.parse(parts.conditionalFormats) as StoredConditionalFormat[]).map(({ id }) => id);
  const present = new Set(ids(now));
  const cleared = new Set(ids(from).filter((id) => !present.has(id)));
  const wanted = (JSON.parse(to.conditionalFormats) as StoredConditionalFormat[]).filter(
    ({ id }) => !cleared.has(id),
  );
  sheet.conditionalFormats.splice(0, sheet.conditionalFormats.length, ...wanted);
}

function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name);
}

function fill(map: Map<number, number>, entries: readonly (readonly [number, number])[]): void {
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}

function fillSet(set: Set<number>, entries: readonly number[]): void {
  set.clear();
  for (const entry of entries) set.add(entry);
}
