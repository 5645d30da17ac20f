import { broughtSettings } from "../src/actions/keepSets";
import type { ReadOptions, SheetPort, WorkbookPort } from "../src/workbook/port";
import type { WorkbookSnapshot } from "../src/workbook/snapshot";

/**
 * A workbook as the user sees it: with the sets of tables that he, or the whole office, brings along. They go with every
 * picture of it, so that all that reads it knows their tables; nothing of them is written into it.
 * @param texts the texts of those sets; asked for at each reading
 */
export function bringingSets<P extends WorkbookPort & SheetPort>(
  port: P,
  texts: () => Promise<readonly string[]>,
): P {
  const bringing =
    (read: (options?: ReadOptions) => Promise<WorkbookSnapshot>) =>
    async (options?: ReadOptions): Promise<WorkbookSnapshot> => {
      const brought = broughtSettings(await texts());
      if (Object.keys(brought).length === 0) return read(options);
      const { isWanted } = options ?? {};
      const workbook = await read(
        isWanted && { ...options, isWanted: (sheet, own) => isWanted(sheet, { ...own, ...brought }) },
      );
      return { ...workbook, settings: { ...workbook.settings, ...brought } };
    };
  return { ...port, read: bringing(port.read), readContents: bringing(port.readContents) };
}

/** Where the whole office keeps its sets: a list of them in a file beside the pane's page, empty as it is delivered. */
const OFFICE_FILE = "assets/office-sets.json";

/** The texts of the office's sets, asked for once; none where the file cannot be had now. */
export function officeSets(): () => Promise<readonly string[]> {
  let known: Promise<readonly string[]> | undefined;
  const read = async () => {
    const sets: unknown = await (await fetch(OFFICE_FILE)).json();
    return Array.isArray(sets) ? sets.map((set) => JSON.stringify(set, null, 2)) : [];
  };
  return () => (known ??= read().catch(() => []));
}
