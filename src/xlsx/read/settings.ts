import { isSettingsXml, readSettingsXml } from "../../workbook/settingsXml";
import type { Settings } from "../../workbook/settingsXml";
import { WorkbookFileError } from "../fileError";
import { readPart } from "../package/openPackage";
import type { OfficePackage } from "../package/openPackage";
import type { Relationship } from "../package/relationships";

/** A custom XML part with this product's texts, and the relationship that leads to it. */
export interface SettingsPart {
  readonly relationship: Relationship;
  readonly settings: Settings;
}

/**
 * The texts this product keeps in the file; none is no error.
 * @param relationships those of the workbook part
 */
export function readSettings(file: OfficePackage, relationships: readonly Relationship[]): Settings {
  return Object.assign(
    {},
    ...findSettingsParts(file, relationships).map(({ settings }) => settings),
  ) as Settings;
}

/**
 * The custom XML parts that are this product's. Those of others may be anything; one that cannot be read is none of ours
 * and no reason to refuse the file.
 * @param relationships those of the workbook part
 */
export function findSettingsParts(
  file: OfficePackage,
  relationships: readonly Relationship[],
): SettingsPart[] {
  return relationships
    .filter(({ type }) => type === "customXml")
    .flatMap((relationship) => {
      const text = textOf(file, relationship.target);
      return isSettingsXml(text) ? [{ relationship, settings: readSettingsXml(text) }] : [];
    });
}

function textOf(file: OfficePackage, part: string): string {
  try {
    return readPart(file, part).text;
  } catch (error) {
    if (error instanceof WorkbookFileError) return "";
    throw error;
  }
}
