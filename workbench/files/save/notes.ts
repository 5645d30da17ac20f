import { formatA1, parseRange } from "../../../src/workbook/address";
import { NOTE_SIGNATURE } from "../../../src/workbook/edit";
import { escapeText } from "../../../src/workbook/escapeXml";
import { findTarget, readRelationships } from "../../../src/xlsx/package/relationships";
import type { PackageDraft } from "../../../src/xlsx/patch/draft";
import { findChild, prefixOf, readOutline } from "../../../src/xlsx/patch/outline";
import type { OutlineElement } from "../../../src/xlsx/patch/outline";
import { addContentType, addRelationship, dialectOf, freePartName } from "../../../src/xlsx/patch/partLists";
import { encodeExcelString } from "../../../src/xlsx/xml/excelString";
import type { StoredNote, StoredSheet } from "../../host/store";
import type { WorksheetText } from "./worksheetPart";
import { putElement } from "./worksheetPart";

const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const SHAPE = /<v:shape[\s>][\s\S]*?<\/v:shape\s*>/g;
/** Columns and rows that the box of a new note is wide and high. */
const BOX = { columns: 2, rows: 4 };

/**
 * Notes that users wrote or took away. Those of the add-in's marks are left out: a file shows its marks by their colour,
 * and what they mean stands in the report.
 */
function ownNotes({ notes }: StoredSheet): StoredNote[] {
  return notes.filter(({ content }) => !content.startsWith(NOTE_SIGNATURE));
}

function keyOf({ row, column }: StoredNote): string {
  return formatA1(row, column);
}

/** True when notes of a sheet became others. */
export function areNotesChanged(before: StoredSheet, now: StoredSheet): boolean {
  const text = (sheet: StoredSheet) =>
    JSON.stringify(ownNotes(sheet).sort((a, b) => a.row - b.row || a.column - b.column));
  return text(before) !== text(now);
}

/** True for a sheet with threads of comments, whose notes are their shadows and belong to them. */
export function hasThreads(draft: PackageDraft, part: string): boolean {
  return findTarget(readRelationships(draft.file, part), "threadedComment") !== undefined;
}

/**
 * A worksheet's text with its notes as they now are; the parts of notes and of their boxes are changed in the draft.
 * Source: ECMA-376 part 1, 18.7 (comments), part 4, 19 and [MS-OI29500] 2.1.1756 (their boxes, in VML).
 */
export function writeNotes(
  { text, part }: WorksheetText,
  before: StoredSheet,
  now: StoredSheet,
  draft: PackageDraft,
  workbookPart: string,
): string {
  if (!areNotesChanged(before, now) || hasThreads(draft, part)) return text;
  const known = new Map(before.notes.map((note) => [keyOf(note), note.content]));
  const notes = ownNotes(now);
  const relationships = readRelationships(draft.file, part);
  const { main, relationships: types } = dialectOf(draft, workbookPart);

  const comments = findTarget(relationships, "comments") ?? newComments(draft, part, main, types);
  draft.write(comments, commentsText(draft.read(comments), comments, known, notes));

  const legacy = findTarget(relationships, "vmlDrawing");
  const drawing = legacy ?? freePartName(draft, "xl/drawings/vmlDrawing", 1, ".vml");
  draft.write(drawing, boxesText(draft.has(drawing) ? draft.read(drawing) : EMPTY_DRAWING, notes));
  if (legacy !== undefined) return text;
  addContentType(draft, { extension: "vml", type: VML_TYPE });
  const id = addRelationship(draft, part, `${types}/vmlDrawing`, drawing);
  return putElement(
    { text, part },
    "legacyDrawing",
    (p) => `<${p}legacyDrawing xmlns:r="${types}" r:id="${id}"/>`,
  );
}

function newComments(draft: PackageDraft, sheetPart: string, main: string, types: string): string {
  const part = freePartName(draft, "xl/comments", 1);
  draft.write(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
      `<comments xmlns="${main}"><authors></authors><commentList></commentList></comments>`,
  );
  addContentType(draft, { part, type: COMMENTS_TYPE });
  addRelationship(draft, sheetPart, `${types}/comments`, part);
  return part;
}

/** The notes that stay keep their author and look; others are written as plain text of an author without a name. */
function commentsText(
  text: string,
  part: string,
  known: ReadonlyMap<string, string>,
  notes: readonly StoredNote[],
): string {
  const root = readOutline(text, part, 3);
  const p = prefixOf(root);
  const slice = ({ start, end }: OutlineElement) => text.slice(start, end);
  const authors = findChild(root, "authors")?.children ?? [];
  const list = findChild(root, "commentList");
  const written = new Map((list?.children ?? []).map((one) => [placeOf(one), one]));
  const anonymous = authors.findIndex((one) => one.isSelfClosing || one.startTagEnd === one.endTagStart);
  const author = anonymous === -1 ? authors.length : anonymous;
  const isNew = (note: StoredNote) => !written.has(keyOf(note)) || known.get(keyOf(note)) !== note.content;
  const items = notes.map((note) => {
    const key = keyOf(note);
    const kept = written.get(key);
    if (kept && !isNew(note)) return slice(kept);
    const words = escapeText(encodeExcelString(note.content));
    return (
      `<${p}comment ref="${key}" authorId="${kept?.attributes["authorId"] ?? author}">` +
      `<${p}text><${p}t xml:space="preserve">${words}</${p}t></${p}text></${p}comment>`
    );
  });
  const names = authors.map(slice);
  const needsAuthor = notes.some((note) => !written.has(keyOf(note)));
  if (anonymous === -1 && needsAuthor) names.push(`<${p}author></${p}author>`);
  const end = `</${root.name}>`;
  return (
    `${text.slice(0, root.startTagEnd)}<${p}authors>${names.join("")}</${p}authors>` +
    `<${p}commentList>${items.join("")}</${p}commentList>${end}`
  );
}

function placeOf({ attributes }: OutlineElement): string {
  const range = parseRange(attributes["ref"] ?? "");
  return range ? formatA1(range.firstRow, range.firstColumn) : "";
}

const EMPTY_DRAWING =
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"` +
  ` xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>` +
  `</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
  `<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>`;

/** The boxes of notes: those of notes that are gone go, each new note gets one beside its cell, out of sight. */
function boxesText(text: string, notes: readonly StoredNote[]): string {
  const wanted = new Map(notes.map((note) => [`${note.row},${note.column}`, note]));
  let last = 1024;
  const kept = text.replace(SHAPE, (shape) => {
    last = Math.max(last, Number(/id="_x0000_s(\d+)"/.exec(shape)?.[1] ?? 0));
    // Other shapes, buttons for one, may lie in the same part.
    if (!/ObjectType="Note"/.test(shape)) return shape;
    const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape)?.[1] ?? "0";
    const column = /<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(shape)?.[1] ?? "0";
    return wanted.delete(`${row},${column}`) ? shape : "";
  });
  const made = [...wanted.values()].map(({ row, column }) => {
    const anchor = [column + 1, 15, Math.max(row - 1, 0), 2, column + 1 + BOX.columns, 15];
    return (
      `<v:shape id="_x0000_s${++last}" type="#_x0000_t202" style="position:absolute;visibility:hidden"` +
      ` fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>` +
      `<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note">` +
      `<x:MoveWithCells/><x:SizeWithCells/>` +
      `<x:Anchor>${[...anchor, Math.max(row - 1, 0) + BOX.rows, 4].join(", ")}</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  });
  const end = kept.lastIndexOf("</xml");
  return end === -1 ? kept : kept.slice(0, end) + made.join("") + kept.slice(end);
}
