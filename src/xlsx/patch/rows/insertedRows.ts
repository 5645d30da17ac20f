import { formatA1, formatRange, parseRange } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import { MARK_SIGNATURE, REPORT_SIGNATURE } from "../../../workbook/edit";
import type { InsertRows } from "../../../workbook/edit";
import { escapeAttribute } from "../../../workbook/escapeXml";
import { scanXml } from "../../xml/scanXml";
import { spliceText } from "../../xml/splice";
import type { Splice } from "../../xml/splice";
import { appendInside, changeAttribute, findChild, prefixOf } from "../outline";
import { readSheetCells } from "../cells/sheetCells";
import { readSheetOutline } from "../sheetOutline";

/** Attributes of a row that its copies do not take over. */
const OWN_TO_ROW = new Set(["r", "hidden", "collapsed"]);

/**
 * Puts rows in where a shifted sheet has made room for them: blank, with the look, height, rules for input and
 * conditional formats of the row they are to be like. This product's marks stay with their own cells.
 * @param text the worksheet after its rows have moved down
 */
export function addRowsLike(text: string, part: string, edit: InsertRows): string {
  const like = edit.like ?? edit.row - 1;
  if (like < 0) return text;
  const place = like < edit.row ? like : like + edit.count;
  return withRules(withRows(text, part, edit, place), part, edit, place);
}

function withRows(text: string, part: string, { row, count }: InsertRows, like: number): string {
  const cells = readSheetCells(text, part, new Set([like]));
  const model = cells.rows.find((one) => one.row === like);
  if (!model) return text;
  const p = prefixOf(cells.data);
  const attributes = Object.entries(model.attributes)
    .filter(([name]) => !OWN_TO_ROW.has(name))
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join("");
  const looks = model.cells.flatMap(({ column, attributes: { s } }) =>
    s === undefined ? [] : [{ column, s }],
  );
  let made = "";
  for (let at = row; at < row + count; at++) {
    const inside = looks.map(({ column, s }) => `<${p}c r="${formatA1(at, column)}" s="${s}"/>`).join("");
    made += `<${p}row r="${at + 1}"${attributes}>${inside}</${p}row>`;
  }
  const next = cells.rows.find((one) => one.row >= row + count);
  return spliceText(
    text,
    next
      ? [{ start: next.start, end: next.start, text: made }]
      : appendInside(cells.data as Parameters<typeof appendInside>[0], made),
  );
}

/** Lists of allowed entries and conditional formats that the model row has, widened to the new rows. */
function withRules(text: string, part: string, edit: InsertRows, like: number): string {
  const { root, blocks } = readSheetOutline(text, part);
  const splices: Splice[] = [];
  const own = new Set(
    blocks
      .filter(({ rules }) => rules.some(({ formulas }) => formulas.some(isOwnFormat)))
      .map(({ start }) => start),
  );
  const places = [
    ...root.children.filter(({ tag }) => tag === "conditionalFormatting"),
    ...(findChild(root, "dataValidations")?.children ?? []),
  ];
  for (const element of places) {
    const before = element.attributes["sqref"];
    if (before === undefined || own.has(element.start)) continue;
    const after = widened(before, edit, like);
    if (after !== before) splices.push(...changeAttribute(text, element, "sqref", after));
  }
  const extended = spliceText(text, splices);
  return text.includes("sqref>") ? withExtensions(extended, part, edit, like) : extended;
}

/** The same for rules in the extension list, which name their cells in an element. */
function withExtensions(text: string, part: string, edit: InsertRows, like: number): string {
  const splices: Splice[] = [];
  let words = "";
  let isOwn = false;
  scanXml(text, part, {
    open({ tag }) {
      if (tag === "x14:conditionalFormatting" || tag === "x14:dataValidation") isOwn = false;
      words = "";
    },
    text: (more) => {
      words += more;
    },
    close({ tag, startTagEnd }, { endTagStart }) {
      if (tag === "xm:f") isOwn ||= isOwnFormat(words);
      if (tag !== "xm:sqref" || isOwn) return;
      const after = widened(words.trim(), edit, like);
      if (after !== words.trim()) splices.push({ start: startTagEnd, end: endTagStart, text: after });
    },
  });
  return spliceText(text, splices);
}

function isOwnFormat(formula: string): boolean {
  return formula.includes(MARK_SIGNATURE) || formula.includes(REPORT_SIGNATURE);
}

/** Ranges that hold the model row, with the new rows in them; relative formulas are read from the first cell. */
function widened(sqref: string, { row, count }: InsertRows, like: number): string {
  const ranges = sqref.split(/\s+/).map(parseRange);
  const known = ranges.filter((range): range is CellRange => range !== undefined);
  if (known.length !== ranges.length) return sqref;
  const isCovered = ({ firstColumn, lastColumn }: CellRange) =>
    known.some(
      (range) =>
        range.firstRow <= row &&
        range.lastRow >= row + count - 1 &&
        range.firstColumn <= firstColumn &&
        range.lastColumn >= lastColumn,
    );
  const [first] = known;
  const added: CellRange[] = [];
  const grown = known.map((range) => {
    const holdsModel = range.firstRow <= like && range.lastRow >= like;
    if (!holdsModel || isCovered(range)) return range;
    if (range.lastRow === row - 1) return { ...range, lastRow: row + count - 1 };
    if (first && row > first.firstRow) added.push({ ...range, firstRow: row, lastRow: row + count - 1 });
    return range;
  });
  return [...grown, ...added].map(formatRange).join(" ");
}
