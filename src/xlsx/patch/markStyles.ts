import type { MarkSeverity } from "../../workbook/edit";
import type { WorkbookPart } from "../package/workbookPart";
import { comparableName, folderOf } from "../package/partNames";
import type { PackageDraft } from "./draft";
import { markFormatEntry, SEVERITIES } from "./markFormats";
import { appendStyles, readStyles, removeLastStyles } from "./styleLists";
import { ensureStylesPart } from "./stylesPart";

/** Any attribute that names a differential format: dxfId of rules and filters, dataDxfId and others of tables. */
const FORMAT_REFERENCE = /dxfId\s*=\s*["'](\d+)["']/gi;

/**
 * Sees to it that the workbook's list of differential formats has those of the given severities.
 * @returns their places in the list
 */
export function addMarkStyles(
  draft: PackageDraft,
  workbook: WorkbookPart,
  severities: ReadonlySet<MarkSeverity>,
): ReadonlyMap<MarkSeverity, number> {
  const places = new Map<MarkSeverity, number>();
  if (severities.size === 0) return places;
  const part = ensureStylesPart(draft, workbook);
  for (const severity of SEVERITIES.filter((one) => severities.has(one))) {
    const text = draft.read(part);
    const { prefix, texts } = readStyles(text, part);
    const entry = markFormatEntry(severity, prefix);
    const known = texts("dxfs").indexOf(entry);
    if (known >= 0) {
      places.set(severity, known);
    } else {
      const added = appendStyles(text, part, "dxfs", [entry]);
      draft.write(part, added.text);
      places.set(severity, added.first);
    }
  }
  return places;
}

/**
 * Takes this product's differential formats off the end of the workbook's list once nothing in the file as stored uses
 * them. Formats further up in the list stay, since taking them out would renumber those of others.
 */
export function removeUnusedMarkStyles(draft: PackageDraft, workbook: WorkbookPart): void {
  const part = workbook.stylesPart;
  if (part === undefined || !draft.has(part)) return;
  const text = draft.read(part);
  const { prefix, texts } = readStyles(text, part);
  const ours = new Set(SEVERITIES.map((severity) => markFormatEntry(severity, prefix)));
  const entries = texts("dxfs");
  if (!ours.has(entries.at(-1) ?? "")) return;
  const used = usedFormats(draft, folderOf(workbook.part));
  let kept = entries.length;
  while (kept > 0 && ours.has(entries[kept - 1] ?? "") && !used.has(kept - 1)) kept -= 1;
  draft.write(part, removeLastStyles(text, part, "dxfs", entries.length - kept));
}

function usedFormats(draft: PackageDraft, folder: string): Set<number> {
  const used = new Set<number>();
  for (const { name } of draft.file.zip.entries) {
    if (!/\.xml$/i.test(name) || !comparableName(name).startsWith(comparableName(folder))) continue;
    for (const match of draft.matches(name, FORMAT_REFERENCE)) used.add(Number(match[1]));
  }
  return used;
}
