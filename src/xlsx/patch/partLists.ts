import { RELATIONSHIPS, STRICT_MAIN, STRICT_RELATIONSHIPS } from "../xml/namespaces";
import { escapeAttribute } from "../../workbook/escapeXml";
import { spliceText } from "../xml/splice";
import { comparableName, folderOf, relationshipsPartOf } from "../package/partNames";
import type { PackageDraft } from "./draft";
import { appendInside, dropElement, prefixOf, readOutline } from "./outline";

export const CONTENT_TYPES = "[Content_Types].xml";
const SPREADSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/** The kinds of part that this product adds, by the last step of their relationship's type. */
export type AddedPartKind = "worksheet" | "styles";

/** Namespaces that a new part has to use, which are those of the workbook part. */
export interface Dialect {
  readonly main: string;
  readonly relationships: string;
}

/** Tells whether the workbook is written in strict or transitional namespaces. */
export function dialectOf(draft: PackageDraft, workbookPart: string): Dialect {
  const root = readOutline(draft.read(workbookPart), workbookPart, 0);
  const main = root.scope.bindings.get(prefixOf(root).slice(0, -1)) ?? "";
  return { main, relationships: main === STRICT_MAIN ? STRICT_RELATIONSHIPS : RELATIONSHIPS };
}

/** Adds a part, its content type, and a relationship with this id from the workbook part to it. */
export function addPart(
  draft: PackageDraft,
  workbookPart: string,
  added: { readonly part: string; readonly kind: AddedPartKind; readonly id: string; readonly text: string },
): void {
  const { part, kind, id, text } = added;
  const { relationships } = dialectOf(draft, workbookPart);
  const target = part.slice(folderOf(workbookPart).length);
  appendToRoot(
    draft,
    relationshipsPartOf(workbookPart),
    (p) =>
      `<${p}Relationship Id="${id}" Type="${relationships}/${kind}" Target="${escapeAttribute(target)}"/>`,
  );
  appendToRoot(
    draft,
    CONTENT_TYPES,
    (p) =>
      `<${p}Override PartName="/${escapeAttribute(part)}" ContentType="${SPREADSHEET_TYPE}${kind}+xml"/>`,
  );
  draft.write(part, text);
}

/** Undoes addPart for the part that the relationship with this id leads to; the part's own relationships go too. */
export function removePart(draft: PackageDraft, workbookPart: string, part: string, id: string): void {
  dropFromRoot(draft, relationshipsPartOf(workbookPart), ({ Id }) => Id === id);
  dropFromRoot(
    draft,
    CONTENT_TYPES,
    ({ PartName }) => PartName !== undefined && comparableName(PartName) === comparableName(part),
  );
  draft.remove(relationshipsPartOf(part));
  draft.remove(part);
}

/** A name for a new part that no part has yet: "xl/worksheets/sheet15.xml", or else with the next free number. */
export function freePartName(draft: PackageDraft, stem: string, first: number, extension = ".xml"): string {
  let number = first;
  while (draft.has(`${stem}${number}${extension}`)) number += 1;
  return `${stem}${number}${extension}`;
}

const RELATIONSHIP_LIST =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;

/**
 * Adds a relationship from any part to another one, or to an address outside when `isExternal`; gives its id.
 * @param type the whole URI of its type
 */
export function addRelationship(
  draft: PackageDraft,
  source: string,
  type: string,
  target: string,
  isExternal = false,
): string {
  const part = relationshipsPartOf(source);
  if (!draft.has(part)) draft.write(part, RELATIONSHIP_LIST);
  const id = freeRelationshipId(draft, source, "rIdG");
  const address = isExternal ? target : `/${target}`;
  const mode = isExternal ? ` TargetMode="External"` : "";
  appendToRoot(
    draft,
    part,
    (p) => `<${p}Relationship Id="${id}" Type="${type}" Target="${escapeAttribute(address)}"${mode}/>`,
  );
  return id;
}

/** Says of what type a part is, or all parts with a file name's extension, unless that is said already. */
export function addContentType(
  draft: PackageDraft,
  added: { readonly type: string } & ({ readonly part: string } | { readonly extension: string }),
): void {
  const known = readOutline(draft.read(CONTENT_TYPES), CONTENT_TYPES, 1).children;
  if ("part" in added) {
    const name = `/${escapeAttribute(added.part)}`;
    appendToRoot(
      draft,
      CONTENT_TYPES,
      (p) => `<${p}Override PartName="${name}" ContentType="${added.type}"/>`,
    );
  } else if (!known.some(({ attributes }) => attributes["Extension"]?.toLowerCase() === added.extension)) {
    appendToRoot(
      draft,
      CONTENT_TYPES,
      (p) => `<${p}Default Extension="${added.extension}" ContentType="${added.type}"/>`,
    );
  }
}

/** An id for a new relationship of the workbook part that no other one has. */
export function freeRelationshipId(draft: PackageDraft, workbookPart: string, stem: string): string {
  const part = relationshipsPartOf(workbookPart);
  const ids = new Set(
    readOutline(draft.read(part), part, 1).children.map(({ attributes }) => attributes["Id"]),
  );
  for (let number = 1; ; number++) {
    const id = `${stem}${number === 1 ? "" : number}`;
    if (!ids.has(id)) return id;
  }
}

/** Puts an element behind all others in the root of a part; it is given the prefix that the root has. */
export function appendToRoot(draft: PackageDraft, part: string, element: (prefix: string) => string): void {
  const text = draft.read(part);
  const root = readOutline(text, part, 0);
  draft.write(part, spliceText(text, appendInside(root, element(prefixOf(root)))));
}

/** Takes the elements with such attributes out of the root of a part. */
export function dropFromRoot(
  draft: PackageDraft,
  part: string,
  isDropped: (attributes: Readonly<Record<string, string>>) => boolean,
): void {
  const text = draft.read(part);
  const dropped = readOutline(text, part, 1).children.filter(({ attributes }) => isDropped(attributes));
  draft.write(part, spliceText(text, dropped.map(dropElement)));
}
