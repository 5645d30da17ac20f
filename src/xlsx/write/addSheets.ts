import { columnLetters, quoteSheetName } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import type { SheetDesign } from "../../workbook/sheetDesign";
import { folderOf } from "../package/partNames";
import { readWorkbookPart } from "../package/workbookPart";
import type { PackageDraft } from "../patch/draft";
import { appendInside, findChild, prefixOf, readOutline } from "../patch/outline";
import { addPart, dialectOf, freePartName, freeRelationshipId } from "../patch/partLists";
import { encodeExcelString } from "../xml/excelString";
import { escapeAttribute, escapeText } from "../../workbook/escapeXml";
import { spliceText } from "../xml/splice";
import { designSheetXml } from "./designSheet";
import { addDesignStyles } from "./designStyles";

/** What may stand before the list of names. Source: ECMA-376 part 1, 18.2.27, CT_Workbook. */
const BEFORE_NAMES = ["sheets", "functionGroups", "externalReferences"];

/**
 * Adds sheets behind all others, with the names they bring: of ranges, of what is printed and of the rows repeated on
 * every page. Throws RangeError when a name is taken or stands twice.
 */
export function addSheets(draft: PackageDraft, designs: readonly SheetDesign[]): void {
  if (designs.length === 0) return;
  const workbook = readWorkbookPart(draft.file);
  const { part: workbookPart } = workbook;
  const taken = new Set(workbook.sheets.map(({ name }) => name.toLowerCase()));
  for (const { name } of designs) {
    if (taken.has(name.toLowerCase())) throw new RangeError(`the workbook has a sheet named “${name}”`);
    taken.add(name.toLowerCase());
  }
  const formatOf = addDesignStyles(draft, workbook, designs);
  const { main, relationships } = dialectOf(draft, workbookPart);
  const ids = designs.map((design, index) => {
    const part = freePartName(
      draft,
      `${folderOf(workbookPart)}worksheets/sheet`,
      workbook.sheets.length + index + 1,
    );
    const id = freeRelationshipId(draft, workbookPart, "rIdGoujiSheet");
    addPart(draft, workbookPart, {
      part,
      kind: "worksheet",
      id,
      text: designSheetXml(design, main, formatOf),
    });
    return id;
  });
  listSheets(draft, workbookPart, relationships, designs, ids);
  addNames(draft, workbookPart, designs, workbook.sheets.length);
}

function listSheets(
  draft: PackageDraft,
  part: string,
  relationships: string,
  designs: readonly SheetDesign[],
  ids: readonly string[],
): void {
  const text = draft.read(part);
  const list = findChild(readOutline(text, part, 2), "sheets");
  if (!list) throw new RangeError("the workbook has no list of sheets");
  const r = list.scope.prefixOf(relationships);
  const binding = r === undefined ? ` xmlns:r="${relationships}"` : "";
  const first = 1 + Math.max(0, ...list.children.map(({ attributes }) => Number(attributes["sheetId"]) || 0));
  const entries = designs.map(
    ({ name, isHidden }, index) =>
      `<${prefixOf(list)}sheet${binding} name="${escapeAttribute(encodeExcelString(name))}" sheetId="${first + index}"` +
      `${isHidden ? ` state="hidden"` : ""} ${r ?? "r"}:id="${ids[index]}"/>`,
  );
  draft.write(part, spliceText(text, appendInside(list, entries.join(""))));
}

function addNames(
  draft: PackageDraft,
  part: string,
  designs: readonly SheetDesign[],
  firstPosition: number,
): void {
  const text = draft.read(part);
  const root = readOutline(text, part, 2);
  const p = prefixOf(root);
  const entries = designs.flatMap((design, index) => namesXml(p, design, firstPosition + index));
  if (entries.length === 0) return;
  const list = findChild(root, "definedNames");
  if (list) {
    draft.write(part, spliceText(text, appendInside(list, entries.join(""))));
    return;
  }
  const before = root.children.findLast(({ tag }) => BEFORE_NAMES.includes(tag));
  const place = before?.end ?? root.endTagStart;
  const made = `<${p}definedNames>${entries.join("")}</${p}definedNames>`;
  draft.write(part, spliceText(text, [{ start: place, end: place, text: made }]));
}

function namesXml(p: string, { name: sheet, page, names }: SheetDesign, position: number): string[] {
  const own = quoteSheetName(sheet);
  const named = (name: string, local: string, text: string) =>
    `<${p}definedName name="${escapeAttribute(name)}"${local}>${escapeText(encodeExcelString(text))}</${p}definedName>`;
  const local = ` localSheetId="${position}"`;
  return [
    ...names.map(({ name, range }) => named(name, "", `${own}!${fixed(range)}`)),
    ...(page
      ? [
          named("_xlnm.Print_Area", local, `${own}!${fixed(page.area)}`),
          ...(page.titleRows
            ? [
                named(
                  "_xlnm.Print_Titles",
                  local,
                  `${own}!$${page.titleRows.first + 1}:$${page.titleRows.last + 1}`,
                ),
              ]
            : []),
        ]
      : []),
  ];
}

/** "$A$1:$G$30" */
function fixed({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): string {
  const corner = (row: number, column: number) => `$${columnLetters(column)}$${row + 1}`;
  return `${corner(firstRow, firstColumn)}:${corner(lastRow, lastColumn)}`;
}
