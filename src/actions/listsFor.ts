import type { CodeList } from "../codes/codeLists";
import { loadListsFor } from "../codes/largeLists";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { isErrorValue } from "../workbook/snapshot";

/** Titles stand in the first rows. */
const TITLE_ROWS = 6;

/**
 * The shipped lists loaded on demand that a workbook needs by the years it names, or by `edition`: none for a budget of
 * 2020, the procurement catalogue of 2022 for one of 2024. Where they cannot be loaded there are none: what they would
 * tell is then left unsaid.
 */
export async function largeListsFor(
  workbook: WorkbookSnapshot,
  edition: number | undefined,
): Promise<readonly CodeList[]> {
  try {
    return await loadListsFor(edition === undefined ? yearsNamed(workbook) : [edition]);
  } catch {
    return [];
  }
}

/** Options with the lists loaded that a workbook needs. */
export async function withLargeLists<T extends { readonly edition?: number }>(
  workbook: WorkbookSnapshot,
  options: T,
): Promise<T & { readonly largeLists: readonly CodeList[] }> {
  return { ...options, largeLists: await largeListsFor(workbook, options.edition) };
}

function yearsNamed({ name, sheets }: WorkbookSnapshot): number[] {
  const titles = sheets.flatMap((sheet) =>
    Array.from({ length: TITLE_ROWS }, (_, row) => [...(sheet.rows.get(row)?.values() ?? [])])
      .flat()
      .map(({ value }) => (isErrorValue(value) ? "" : String(value))),
  );
  const years = [name, ...sheets.map((sheet) => sheet.name), ...titles].flatMap((text) =>
    [...text.matchAll(/(?<!\d)20\d{2}(?!\d)/g)].map(([year]) => Number(year)),
  );
  return [...new Set(years)];
}
