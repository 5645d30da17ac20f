import type { PackageDraft } from "../../../src/xlsx/patch/draft";
import { escapeAttribute, escapeText } from "../../../src/workbook/escapeXml";
import { renamed } from "./names";
import type { Renames } from "./names";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

/** Lets charts and links inside the file follow the new names of sheets: the workbench does not keep them itself. */
export function followRenames(draft: PackageDraft, renames: Renames): void {
  if (renames.size === 0) return;
  for (const { name } of draft.file.zip.entries) {
    if (/(^|\/)charts\/chart[^/]*\.xml$/i.test(name) && draft.has(name)) {
      const changed = draft
        .read(name)
        .replace(
          /(<(?:[\w.-]+:)?f>)([^<]*)(?=<)/g,
          (_, tag: string, words: string) => tag + escapeText(renamed(unescaped(words), renames)),
        );
      draft.write(name, changed);
    } else if (/(^|\/)worksheets\/[^/]*\.xml$/i.test(name) && draft.has(name)) {
      const isLinked = !draft.matches(name, /hyperlink\b/g).next().done;
      if (!isLinked) continue;
      const changed = draft
        .read(name)
        .replace(
          /(<(?:[\w.-]+:)?hyperlink\b[^>]*\slocation=")([^"]*)(?=")/g,
          (_, start: string, words: string) => start + escapeAttribute(renamed(unescaped(words), renames)),
        );
      draft.write(name, changed);
    }
  }
}
