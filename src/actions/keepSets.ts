import type { MessageRef } from "../messages/messageRef";
import { PACKS } from "../tables/packs";
import { setSettingKey, setsIn, unreadSets } from "../tables/setFile/keptSets";
import type { WriteSetting } from "../workbook/edit";
import type { WorkbookPort } from "../workbook/port";
import type { Journalled } from "./journal/journal";
import { readOwnSets } from "./ownSets";
import { applyWhole } from "./wholeEdits";

export { broughtSettings } from "../tables/setFile/keptSets";

/** A set of tables of the office's own, as the pane lists it. */
export interface OwnSetView {
  readonly id: string;
  readonly name: string;
  readonly tables: readonly { readonly id: string; readonly title: string }[];
  readonly text: string;
  /** Kept with the workbook, so that all who open it have it; else the user or the office brings it along. */
  readonly isKept: boolean;
}

/** The sets that a workbook is read by besides the standard ones, and what is wrong with those that cannot be read. */
export async function ownSetsOf(
  port: WorkbookPort,
): Promise<{ readonly sets: readonly OwnSetView[]; readonly problems: readonly MessageRef[] }> {
  const { settings } = await port.read();
  const problems = unreadSets(settings).flatMap(({ name, text }) => problemsOfSet(name, text));
  const sets = setsIn(settings).map(({ pack, text, isKept }) => ({
    id: pack.id,
    name: pack.name,
    tables: pack.tables.map(({ id, title }) => ({ id, title })),
    text,
    isKept,
  }));
  return { sets, problems };
}

/** What is wrong with the text of a set, each problem with its line. */
export function problemsOfSet(file: string, text: string): readonly MessageRef[] {
  const read = readOwnSets([{ name: file, text }]);
  if ("problems" in read) return read.problems;
  const standard = read.packs.find((pack) => PACKS.some(({ id }) => id === pack.id));
  return standard ? [{ key: "set.standardId", args: { file, found: standard.id } }] : [];
}

/**
 * Keeps a set with the workbook, in the place of one of its id. Throws RangeError for a text with problems (problemsOfSet).
 * @param file what the problems call it
 */
export async function keepSet(port: WorkbookPort & Journalled, file: string, text: string): Promise<void> {
  const read = readOwnSets([{ name: file, text }]);
  const pack = "packs" in read ? read.packs[0] : undefined;
  if (!pack) throw new RangeError(`${file} is no set of tables`);
  await writeSetting(
    port,
    { kind: "writeSetting", key: setSettingKey(pack.id), value: text },
    "journal.keepSet",
  );
}

/** Takes a set out of the workbook; tables made of it stay as they are. */
export async function forgetSet(port: WorkbookPort & Journalled, id: string): Promise<void> {
  await writeSetting(
    port,
    { kind: "writeSetting", key: setSettingKey(id), value: null },
    "journal.forgetSet",
  );
}

async function writeSetting(
  port: WorkbookPort & Journalled,
  edit: WriteSetting,
  key: "journal.keepSet" | "journal.forgetSet",
): Promise<void> {
  await applyWhole(port, await port.read(), [edit], { label: { key, args: {} } });
}
