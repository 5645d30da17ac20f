import type { MessageRef } from "../messages/messageRef";
import { findMeanings } from "../tables/meanings";
import { layoutOf } from "../text/write/layouts";
import type { LayoutSection } from "../text/write/layout";
import { reasonsForText } from "../text/write/reasons";
import { writeText } from "../text/write/writeText";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { reasonsIn } from "../years/reasons";
import { textWorkbook } from "./textTables";

/** What an explanation is written from; the year is the tables' own, the layout that of their set, when left out. */
export interface DraftTextOptions {
  readonly tables: WorkbookSnapshot;
  readonly lastYear?: WorkbookSnapshot;
  readonly year?: number;
  readonly layout?: readonly LayoutSection[];
}

/** An explanation as text, and as paragraphs for a document. */
export interface DraftedText {
  readonly text: string;
  readonly paragraphs: readonly { readonly kind: "title" | "heading" | "body"; readonly text: string }[];
}

/**
 * 生成说明: writes the sentences of an explanation from the tables, and last year's when given. Reasons are those that the workbook
 * keeps (上年对比); where there is none they stay open (……). Pure. Gives a problem when the workbook has no table, a set without
 * meanings, or no year.
 */
export function draftText({
  tables,
  lastYear,
  year,
  layout,
}: DraftTextOptions): DraftedText | { readonly problem: MessageRef } {
  const now = textWorkbook(tables);
  if (now.tables.length === 0) return { problem: { key: "file.noTables", args: {} } };
  if (!findMeanings(now.packId)) return { problem: { key: "text.noMeanings", args: { set: now.setName } } };
  const own = year ?? now.tables.map((table) => table.year).find((one) => one !== undefined);
  if (own === undefined) return { problem: { key: "text.noYear", args: {} } };
  const last = lastYear && textWorkbook(lastYear);
  const sections = layout ?? layoutOf(now.packId);
  const reasonOf = reasonsForText(reasonsIn(tables));
  const text = writeText(sections, { tables: now, year: own, reasonOf, ...(last && { lastYear: last }) });
  return {
    text,
    paragraphs: paragraphsOf(text, sections, `${own}年${now.departments[0] ?? ""}部门预算安排情况说明`),
  };
}

function paragraphsOf(
  text: string,
  sections: readonly LayoutSection[],
  title: string,
): DraftedText["paragraphs"] {
  const headings = new Set(sections.map(({ heading }) => heading));
  return asDocument(text, title, (line) => headings.has(line));
}

function asDocument(
  text: string,
  title: string,
  isHeading: (line: string) => boolean,
): DraftedText["paragraphs"] {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  return [
    { kind: "title", text: title },
    ...lines.map((line) => ({
      kind: isHeading(line) ? ("heading" as const) : ("body" as const),
      text: line,
    })),
  ];
}

/** A line of its own that is numbered and ends without a sign: 五、“三公”经费预算情况. */
const HEADING = /^\s*(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}、)[^。；，]{0,40}$/;

/** A text as paragraphs for a document, whoever wrote it. */
export function documentParagraphs(text: string, title: string): DraftedText["paragraphs"] {
  return asDocument(text, title, (line) => HEADING.test(line));
}

export { readLayout } from "../text/write/layouts";
