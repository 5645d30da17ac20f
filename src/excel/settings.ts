import type { WriteSetting } from "../workbook/edit";
import type { Settings } from "../workbook/settingsXml";
import {
  changeSettings,
  readSettingsXml,
  SETTINGS_NAMESPACE,
  writeSettingsXml,
} from "../workbook/settingsXml";
import { runBatch } from "./runBatch";
import type { RunBatch } from "./runBatch";

/** This product's texts as they stand in the workbook, and the custom XML parts that hold them. */
export interface SettingsReading {
  readonly settings: Settings;
  /** Ids of the parts; one or none, unless a program that merges files has left more. */
  readonly parts: readonly string[];
}

/** Asks which custom XML parts of this product there are (ExcelApi 1.5); gives their ids after the next sync. */
export function askForParts(context: Excel.RequestContext): () => readonly string[] {
  const parts = context.workbook.customXmlParts.getByNamespace(SETTINGS_NAMESPACE).load("items/id");
  return () => parts.items.map(({ id }) => id);
}

/** Asks for the texts of parts; gives what they hold after the next sync. */
export function askForTexts(context: Excel.RequestContext, parts: readonly string[]): () => SettingsReading {
  const texts = parts.map((id) => context.workbook.customXmlParts.getItem(id).getXml());
  return () => ({
    settings: Object.assign({}, ...texts.map(({ value }) => readSettingsXml(value))) as Settings,
    parts,
  });
}

/**
 * Carries out setting edits in one round trip, after two more when nothing has been read yet. Excel cannot undo changes
 * of custom XML, so they never join an undo group.
 * @param before how the settings stood at the last reading or writing
 * @returns how they stand now
 * Throws ExcelError when Excel refuses.
 */
export function applySettings(
  edits: readonly WriteSetting[],
  before: SettingsReading | undefined,
  run: RunBatch = runBatch,
): Promise<SettingsReading> {
  return run(async (context) => {
    const written = queueSettings(context, edits, before ?? (await readSettings(context)));
    await context.sync();
    return written();
  });
}

/** Asks for setting edits, which the next sync carries out; gives how the settings stand after that. */
export function queueSettings(
  context: Excel.RequestContext,
  edits: readonly WriteSetting[],
  before: SettingsReading,
): () => SettingsReading {
  const { settings: old, parts } = before;
  const settings = changeSettings(old, edits);
  const collection = context.workbook.customXmlParts;
  const isEmpty = Object.keys(settings).length === 0;
  const first = isEmpty ? undefined : parts[0];
  for (const id of parts.filter((part) => part !== first)) collection.getItem(id).delete();
  let added: Excel.CustomXmlPart | undefined;
  if (first !== undefined) collection.getItem(first).setXml(writeSettingsXml(settings));
  else if (!isEmpty) added = collection.add(writeSettingsXml(settings)).load("id");
  return () => ({ settings, parts: [added?.id ?? first].filter((id) => id !== undefined) });
}

/** The texts this product keeps with the workbook, and nothing else of it: two round trips. Throws ExcelError. */
export function readOwnSettings(run: RunBatch = runBatch): Promise<Settings> {
  return run(async (context) => (await readSettings(context)).settings);
}

async function readSettings(context: Excel.RequestContext): Promise<SettingsReading> {
  const parts = askForParts(context);
  await context.sync();
  const texts = askForTexts(context, parts());
  await context.sync();
  return texts();
}
