import type { WriteSetting } from "../workbook/edit";
import type { Settings } from "../workbook/settingsXml";
import {
  changeSettings,
  readSettingsXml,
  SETTINGS_NAMESPACE,
  writeSettingsXml,
} from "../workbook/settingsXml";
import { runBatch } from "./runBatch";

/** This product's texts as they stand in the workbook, and the custom XML parts that hold them. */
export interface SettingsReading {
  readonly settings: Settings;
  /** Ids of the parts; one or none, unless a program that merges files has left more. */
  readonly parts: readonly string[];
}

/** What is being read of the settings, step by step: each step follows a round trip and asks for the next. */
export interface SettingsRequest {
  /** After the first round trip: asks for the texts. */
  askForTexts(): void;
  /** After the second. */
  found(): SettingsReading;
  /** Before the first: asks for the text of the only part at once, which is there unless several have come together. */
  askForOnlyText(): OnlyText;
}

/** The text of the only part, known after the first round trip. */
export interface OnlyText {
  /** False: there are several parts, whose texts are still to be asked for. */
  isWhole(): boolean;
  found(): SettingsReading;
}

/** Asks for the custom XML parts of this product (ExcelApi 1.5). */
export function askForSettings(context: Excel.RequestContext): SettingsRequest {
  const byNamespace = context.workbook.customXmlParts.getByNamespace(SETTINGS_NAMESPACE);
  const parts = byNamespace.load("items/id");
  let texts: OfficeExtension.ClientResult<string>[] = [];
  const found = (): SettingsReading => ({
    settings: Object.assign({}, ...texts.map(({ value }) => readSettingsXml(value))) as Settings,
    parts: parts.items.map(({ id }) => id),
  });
  return {
    askForOnlyText: () => {
      const only = byNamespace.getOnlyItemOrNullObject().getXml();
      return {
        isWhole: () => parts.items.length < 2,
        found: () => {
          texts = parts.items.map(() => only);
          return found();
        },
      };
    },
    askForTexts: () => {
      texts = parts.items.map((part) => part.getXml());
    },
    found,
  };
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
): Promise<SettingsReading> {
  return runBatch(async (context) => {
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
export function readOwnSettings(): Promise<Settings> {
  return runBatch(async (context) => (await readSettings(context)).settings);
}

async function readSettings(context: Excel.RequestContext): Promise<SettingsReading> {
  const request = askForSettings(context);
  await context.sync();
  request.askForTexts();
  await context.sync();
  return request.found();
}
