import type { CodeList } from "../codes/codeLists";
import { importedIn } from "../codes/import/importedList";
import type { ImportedList } from "../codes/import/importedList";
import { listsInUse } from "../codes/listsInUse";
import type { CodeLists } from "../codes/listsInUse";
import { shippedLists } from "../codes/shippedLists";
import type { ShippedLists } from "../codes/shippedLists";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { isErrorValue } from "../workbook/snapshot";

/** Titles stand in the first rows. */
const TITLE_ROWS = 6;

/** What the lists for a workbook depend on besides itself. */
export interface ListOptions {
  /** Year edition of the code lists; the years that the workbook names when left out. */
  readonly edition?: number;
  /** Lists imported for the user; those kept with the workbook come before them. */
  readonly codeLists?: readonly ImportedList[];
}

/** The lists that a workbook is read, checked and filled by. */
export interface ListsOfWorkbook {
  readonly lists: CodeLists;
  /** Titles of lists that the workbook's years need and that could not be loaded: it has to be said. */
  readonly unloaded: readonly string[];
}

/** Lists from one use to the next: read once, and the same object as long as nothing they are made of has changed. */
export interface HeldLists {
  readonly shipped: ShippedLists;
  /** The lists for a workbook as it is now. Never rejects. */
  of(workbook: WorkbookSnapshot, options: ListOptions): Promise<ListsOfWorkbook>;
  /** As far as they are at hand, without those loaded on demand. */
  atHand(workbook: WorkbookSnapshot, options: ListOptions): CodeLists;
}

/** Begins to hold lists; one for a workbook that is used again and again, or for many files. */
export function holdLists(shipped: ShippedLists = shippedLists()): HeldLists {
  let last: Held | undefined;
  const put = (workbook: WorkbookSnapshot, codeLists: readonly ImportedList[], large: Held["large"]) => {
    const imported = [...codeLists, ...importedIn(workbook.settings)];
    if (!last || !isSameList(last.large, large) || !areAlike(last.imported, imported))
      last = { imported, large, lists: listsInUse({ imported, large, shipped }) };
    return last.lists;
  };
  return {
    shipped,
    of: async (workbook, { edition, codeLists = [] }) => {
      const { loaded, failed } = await shipped.loadFor(
        edition === undefined ? yearsNamed(workbook) : [edition],
      );
      return { lists: put(workbook, codeLists, loaded), unloaded: failed.map(({ title }) => title) };
    },
    atHand: (workbook, { codeLists = [] }) => put(workbook, codeLists, []),
  };
}

/** Lists with what they were made of. */
interface Held {
  readonly imported: readonly ImportedList[];
  readonly large: readonly CodeList[];
  readonly lists: CodeLists;
}

/** Options with the lists that a workbook needs. */
export async function withLists<T extends ListOptions>(
  workbook: WorkbookSnapshot,
  options: T,
  held: HeldLists = holdLists(),
): Promise<T & ListsOfWorkbook> {
  return { ...options, ...(await held.of(workbook, options)) };
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

/** Imported lists are read anew each time from where they are kept: compared by what they hold. */
function areAlike(a: readonly ImportedList[], b: readonly ImportedList[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index] || isAlike(one, b[index]));
}

function isAlike(a: ImportedList, b: ImportedList | undefined): boolean {
  return (
    b !== undefined &&
    a.kind === b.kind &&
    a.title === b.title &&
    a.year === b.year &&
    a.isAuthoritative === b.isAuthoritative &&
    a.entries.length === b.entries.length &&
    a.entries.every(({ code, name }, index) => {
      const other = b.entries[index];
      return code === other?.code && name === other.name;
    })
  );
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
