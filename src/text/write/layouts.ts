import { fieldsOf, keptJson } from "../../workbook/keptJson";
import { LAYOUT } from "./layout";
import type { LayoutSection } from "./layout";
import { NATIONAL_LAYOUT } from "./nationalLayout";

const LAYOUTS: Readonly<Record<string, readonly LayoutSection[]>> = { "national-2024": NATIONAL_LAYOUT };

/** The layout of the text beside a set of tables, by the set's id. */
export function layoutOf(packId: string): readonly LayoutSection[] {
  return LAYOUTS[packId] ?? LAYOUT;
}

/** Reads an office's own layout: a JSON list of {heading, lines}, written as layout.ts says. Undefined when it is none. */
export function readLayout(text: string): readonly LayoutSection[] | undefined {
  const list = keptJson(text);
  return Array.isArray(list) && list.length > 0 && list.every(isSection) ? list : undefined;
}

function isSection(entry: unknown): entry is LayoutSection {
  const { heading, lines } = fieldsOf(entry);
  return (
    typeof heading === "string" && Array.isArray(lines) && lines.every((line) => typeof line === "string")
  );
}
