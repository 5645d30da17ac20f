import type { WriteSetting } from "../../workbook/edit";
import type { Settings } from "../../workbook/settingsXml";
import { changeSettings, SETTINGS_NAMESPACE, writeSettingsXml } from "../../workbook/settingsXml";
import { comparableName, folderOf, relationshipsPartOf, resolveTarget } from "../package/partNames";
import { readRelationships } from "../package/relationships";
import { readWorkbookPart } from "../package/workbookPart";
import { findSettingsParts } from "../read/settings";
import { escapeAttribute } from "../../workbook/escapeXml";
import { PackageDraft } from "./draft";
import { appendToRoot, CONTENT_TYPES, dialectOf, dropFromRoot, freeRelationshipId } from "./partLists";

/** Names the part among all custom XML of a workbook, which holds one part of this product at most. */
const ITEM_ID = "{6F7A5B1E-3D0C-4E52-9B6A-90A1C7E4D2F3}";
const PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

/**
 * The file with some texts written or taken away. The part that holds them is made with the first and goes, with all that
 * leads to it, with the last; no other part changes but the lists of parts. Source: ECMA-376 part 1, 15.2.5 and 15.2.6.
 */
export function writeSettings(bytes: Uint8Array, edits: readonly WriteSetting[]): Uint8Array {
  const draft = new PackageDraft(bytes);
  const { part: workbookPart, relationships } = readWorkbookPart(draft.file);
  const found = findSettingsParts(draft.file, relationships);
  const before = Object.assign({}, ...found.map(({ settings }) => settings)) as Settings;
  const settings = changeSettings(before, edits);
  const isEmpty = Object.keys(settings).length === 0;
  const [first, ...others] = found.map(({ relationship }) => relationship);
  for (const { id, target } of isEmpty && first ? [first, ...others] : others) {
    removeItem(draft, workbookPart, target, id);
  }
  if (!isEmpty && first) draft.write(first.target, XML_HEAD + writeSettingsXml(settings));
  if (!isEmpty && !first) addItem(draft, workbookPart, settings);
  return draft.toBytes();
}

function addItem(draft: PackageDraft, workbookPart: string, settings: Settings): void {
  const { relationships } = dialectOf(draft, workbookPart);
  const number = freeNumber(draft, workbookPart);
  const item = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  const upwards = "../".repeat(folderOf(workbookPart).split("/").length - 1);
  const list = relationshipsPartOf(workbookPart);
  const id = freeRelationshipId(draft, workbookPart, "rIdGoujiSettings");
  appendToRoot(
    draft,
    list,
    (p) => `<${p}Relationship Id="${id}" Type="${relationships}/customXml" Target="${upwards}${item}"/>`,
  );
  draft.write(item, XML_HEAD + writeSettingsXml(settings));
  draft.write(
    relationshipsPartOf(item),
    `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"><Relationship Id="rId1" ` +
      `Type="${relationships}/customXmlProps" Target="itemProps${number}.xml"/></Relationships>`,
  );
  draft.write(
    properties,
    `${XML_HEAD}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${PROPERTIES}"><ds:schemaRefs>` +
      `<ds:schemaRef ds:uri="${SETTINGS_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  addContentType(draft, item, "application/xml");
  addContentType(draft, properties, PROPERTIES_TYPE);
}

/** Named part by part, since files differ in what they say of the ending .xml. */
function addContentType(draft: PackageDraft, part: string, type: string): void {
  appendToRoot(
    draft,
    CONTENT_TYPES,
    (p) => `<${p}Override PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`,
  );
}

function removeItem(draft: PackageDraft, workbookPart: string, item: string, id: string): void {
  const properties = readRelationships(draft.file, item).map(({ target }) => target);
  const gone = new Set([item, ...properties].map(comparableName));
  dropFromRoot(draft, relationshipsPartOf(workbookPart), ({ Id }) => Id === id);
  dropFromRoot(
    draft,
    CONTENT_TYPES,
    ({ PartName }) => PartName !== undefined && gone.has(comparableName(resolveTarget("", PartName))),
  );
  for (const part of [relationshipsPartOf(item), item, ...properties]) draft.remove(part);
}

/** A number that no part has, nor one that a relationship leads to in vain. */
function freeNumber(draft: PackageDraft, workbookPart: string): number {
  const named = new Set(
    readRelationships(draft.file, workbookPart).map(({ target }) => comparableName(target)),
  );
  const isTaken = (part: string) => draft.has(part) || named.has(comparableName(part));
  let number = 1;
  while (isTaken(`customXml/item${number}.xml`) || isTaken(`customXml/itemProps${number}.xml`)) number++;
  return number;
}
