import type { CodeAndName, ListComparison } from "../codes/import/compareLists";
import type { ImportedList } from "../codes/import/importedList";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";

export interface Compared {
  readonly list: ImportedList;
  readonly comparison: ListComparison;
}

/** What a list brings, for reading: a line of figures, then each new, renamed and missing code in a line. */
export function comparisonText({ list, comparison }: Compared, locale: Locale): string[] {
  const { added, changed, missing, same } = comparison;
  const head = describe(
    {
      key: "import.summary",
      args: {
        title: list.title,
        year: list.year === undefined ? "" : String(list.year),
        codes: String(list.entries.length),
        same: String(same),
        added: String(added.length),
        changed: String(changed.length),
        missing: String(missing.length),
      },
    },
    locale,
  );
  const line = (key: string, { code, name }: CodeAndName, before = "") =>
    `  ${describe({ key, args: { code, name, before } }, locale)}`;
  return [
    head,
    ...added.map((one) => line("import.added", one)),
    ...changed.map((one) => line("import.changed", one, one.before)),
    ...missing.map((one) => line("import.missing", one)),
  ];
}
