import { broughtSettings } from "../src/actions/keepSets";
import type { ReadOptions, SheetPort, WorkbookPort } from "../src/workbook/port";
import type { WorkbookSnapshot } from "../src/workbook/snapshot";

/**
 * A workbook as the user sees it: with the sets of tables that he, or the whole office, brings along. They go with every
 * picture of it, so that all that reads it knows their tables; nothing of them is written into it.
 * @param texts the texts of those sets; asked for at each reading
 */
export function bringingSets<P extends WorkbookPort & SheetPort>(port: P, texts: () => readonly string[]): P {
  const bringing =
    (read: (options?: ReadOptions) => Promise<WorkbookSnapshot>) =>
    async (options?: ReadOptions): Promise<WorkbookSnapshot> => {
      const brought = broughtSettings(texts());
      if (Object.keys(brought).length === 0) return read(options);
      const { isWanted } = options ?? {};
      const workbook = await read(
        isWanted && { ...options, isWanted: (sheet, own) => isWanted(sheet, { ...own, ...brought }) },
      );
      return { ...workbook, settings: { ...workbook.settings, ...brought } };
    };
  return { ...port, read: bringing(port.read), readContents: bringing(port.readContents) };
}
