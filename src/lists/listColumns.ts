import { parseAmount } from "../amounts/parseAmount";
import type { AmountUnit } from "../amounts/unit";
import { findUnit } from "../amounts/unit";
import { normaliseHeading, normaliseText, yearIn } from "../recognition/text";
import type { SheetSnapshot } from "../workbook/snapshot";
import { cellText } from "./cellText";
import { FUNDS, isAmountField, UNUSED } from "./fields";
import type { ListField } from "./fields";
import { meaningOfHeading } from "./headingField";
import { readCodeAndName } from "./readWords";

/** A column of the list and what it is taken for. */
export interface ListColumn {
  readonly column: number;
  /** Its headings from top to bottom, joined by "/"; by it corrections find the column again. */
  readonly heading: string;
  readonly field: ListField;
  /** heading: by its words; content: by what stands in it; user: he said so; none: nothing told it. */
  readonly by: "heading" | "content" | "user" | "none";
}

/** Where a list stands in a sheet. */
export interface ListHeading {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly ListColumn[];
  /** The unit its headings or the lines above state; undefined where none does. */
  readonly unit: AmountUnit | undefined;
}

/** What a user has said of columns: meaning by heading (ListColumn.heading). */
export type ColumnCorrections = Readonly<Record<string, ListField>>;

/** Headings stand in the first rows; lists have a title, a unit and a few notes above. */
const ROWS_LOOKED_AT = 40;
/** Heading rows: groups of groups over columns. */
const MOST_HEADING_ROWS = 3;
/** Rows of content that tell what a column holds. */
const SAMPLE = 200;

interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly columns: readonly ListColumn[];
  readonly score: number;
}

/** Finds the heading of a list: the rows whose words mean most columns. Undefined for a sheet that is no list. */
export function findListHeading(
  sheet: SheetSnapshot,
  corrections: ColumnCorrections,
): ListHeading | undefined {
  const numbers = [...sheet.rows.keys()].filter((row) => row < ROWS_LOOKED_AT);
  let best: Candidate | undefined;
  for (const last of numbers) {
    if (!isHeadingRow(sheet, last)) continue;
    for (let first = last; first > last - MOST_HEADING_ROWS && first >= 0; first--) {
      if (first !== last && !isHeadingRow(sheet, first)) break;
      const found = candidate(sheet, first, last, corrections);
      if (found.score > (best?.score ?? 0)) best = found;
    }
  }
  if (!best || !isList(best.columns)) return undefined;
  const { first, last, columns } = best;
  return { firstRow: first, lastRow: last, columns, unit: unitOf(sheet, best) };
}

/** A list has amounts and says of what: of a unit, a project or a code. */
function isList(columns: readonly ListColumn[]): boolean {
  const fields = new Set(columns.map(({ field }) => field).filter((field) => field !== UNUSED));
  const words = [...fields].filter((field) => !isAmountField(field));
  return words.length >= 2 && fields.size > words.length;
}

/** Words, at least two, and no amount. */
function isHeadingRow(sheet: SheetSnapshot, row: number): boolean {
  const cells = [...(sheet.rows.get(row)?.values() ?? [])];
  const texts = cells.map(cellText).filter((text) => text !== "");
  return (
    texts.length >= 2 &&
    cells.every(({ value }) => typeof value !== "number") &&
    texts.every((text) => parseAmount(text).kind !== "amount")
  );
}

function candidate(
  sheet: SheetSnapshot,
  first: number,
  last: number,
  corrections: ColumnCorrections,
): Candidate {
  const paths = headingPaths(sheet, first, last);
  const contents = contentsBelow(sheet, last);
  // Of columns for several years the latest is that of the budget.
  const years = [...paths.values()].flatMap((path) => yearIn(path.at(-1) ?? "") ?? []);
  const latest = Math.max(...years);
  const columns = chosen(
    [...paths].map(([column, path]) => {
      const heading = path.join("/");
      const said = corrections[heading];
      const content = contents.get(column) ?? [];
      if (said) return { column, heading, field: said, by: "user" as const, rank: 9, isVagueName: false };
      const hasAmounts = holdsAmounts(content, path);
      const isEarlier = hasAmounts && (yearIn(path.at(-1) ?? "") ?? latest) < latest;
      const meant: ReturnType<typeof meaningOfHeading> = isEarlier
        ? { field: UNUSED, rank: 0 }
        : meaningOfHeading(path, hasAmounts);
      const { field, by } = settled(meant, content, hasAmounts);
      const isVagueName = meant?.isVague === true && field === "功能科目名称";
      return { column, heading, field, by, rank: meant?.rank ?? 0, isVagueName };
    }),
  );
  const told = columns.filter(({ field, by }) => field !== UNUSED || by === "user");
  // Of headings that mean the same the lower and shorter ones: a title above is no part of them.
  return { first, last, columns, score: told.length - (last - first) * 0.5 };
}

interface Ranked extends ListColumn {
  readonly rank: number;
  /** 科目名称, which is that of the codes on its left. */
  readonly isVagueName: boolean;
}

/** 科目名称 behind 政府经济分类 is the name of that. */
function withNamesPaired(columns: readonly Ranked[]): Ranked[] {
  let before: ListField | undefined;
  return columns.map((one) => {
    if (CLASSIFICATIONS.includes(one.field)) before = one.field;
    if (!one.isVagueName || !before) return one;
    return { ...one, field: before.replace("编码", "名称") as ListField };
  });
}

/** One column for each meaning: the one of the highest rank, of equals the first. Kinds (支出类别) may stand in several. */
function chosen(found: readonly Ranked[]): ListColumn[] {
  const columns = withNamesPaired(found);
  const best = new Map<ListField, Ranked>();
  for (const one of columns) {
    const before = best.get(one.field);
    if (!before || one.rank > before.rank) best.set(one.field, one);
  }
  return columns.map((one) => {
    const { column, heading, by } = one;
    const isChosen = one.field === UNUSED || one.field === "支出类别" || best.get(one.field) === one;
    return { column, heading, by, field: isChosen ? one.field : UNUSED };
  });
}

/** What stands above each column: cells merged downwards or over several columns count for all they cover. */
function headingPaths(sheet: SheetSnapshot, first: number, last: number): Map<number, string[]> {
  const rows = Array.from({ length: last - first + 1 }, (_, index) => sheet.rows.get(first + index));
  const lastColumn = Math.max(...rows.flatMap((row) => [...(row?.keys() ?? [])]));
  const open: (string | undefined)[] = rows.map(() => undefined);
  const paths = new Map<number, string[]>();
  for (let column = 0; column <= lastColumn; column++) {
    const own = rows.map((row) => cellText(row?.get(column)).replace(/\s+/g, ""));
    const lowest = own.at(-1) ?? "";
    own.forEach((text, level) => {
      if (text === "" && own.slice(0, level).every((above) => above === "")) return;
      // A heading that reaches down by itself is no group for what stands beside it.
      for (let inner = level; inner < own.length; inner++) open[inner] = undefined;
      open[level] =
        text === "" || (level < own.length - 1 && own.slice(level + 1).every((below) => below === ""))
          ? undefined
          : text;
    });
    const path = own.map((text, level) => (text === "" ? (lowest === "" ? "" : (open[level] ?? "")) : text));
    const said = path.filter((text, level) => text !== "" && text !== path[level - 1]);
    if (said.length > 0) paths.set(column, said);
  }
  return paths;
}

/** The texts below the heading, by column. */
function contentsBelow(sheet: SheetSnapshot, last: number): Map<number, string[]> {
  const contents = new Map<number, string[]>();
  let seen = 0;
  for (const [row, cells] of sheet.rows) {
    if (row <= last) continue;
    if (++seen > SAMPLE) break;
    for (const [column, cell] of cells) {
      const text = cellText(cell);
      if (text === "") continue;
      const known = contents.get(column);
      if (known) known.push(text);
      else contents.set(column, [text]);
    }
  }
  return contents;
}

/** Headings of columns whose cells are numbers and yet no amounts. */
const NUMBERED = /编码|代码|编号|科目|目录|品目|经济|功能|性质|来源|类[别型]|^[类款项]$/;

function holdsAmounts(content: readonly string[], path: readonly string[]): boolean {
  const own = normaliseHeading(path.at(-1) ?? "");
  if (NUMBERED.test(own) || /^(是否|有无)/.test(own)) return false;
  if (content.length === 0) return /额|合计|总计|预算数|小计/.test(own);
  return mostly(content, (text) => /amount|none/.test(parseAmount(text).kind));
}

function mostly(content: readonly string[], test: (text: string) => boolean): boolean {
  return content.length > 0 && content.filter(test).length >= content.length * 0.7;
}

/** How codes of a classification look; codes of three digits may be units as well. */
const SHAPES: readonly (readonly [ListField, RegExp])[] = [
  ["功能科目编码", /^2\d{2}(\d{2}){1,2}$/],
  ["部门经济分类编码", /^3(0|1|99)\d*$/],
  ["政府经济分类编码", /^5\d{2}(\d{2})?$/],
  ["收入科目编码", /^1\d{2}(\d{2}){0,3}$/],
  ["采购品目编码", /^[ABC]\d{2,}$/],
];

const CLASSIFICATIONS: readonly ListField[] = SHAPES.map(([field]) => field);

/** What the content says where the heading leaves it open: 科目编码 over codes that begin with 3. */
function settled(
  meant: ReturnType<typeof meaningOfHeading>,
  content: readonly string[],
  hasAmounts: boolean,
): Pick<ListColumn, "field" | "by"> {
  const isOpen = meant === undefined || meant.isVague === true || CLASSIFICATIONS.includes(meant.field);
  if (!hasAmounts && isOpen) {
    const codes = content.map((text) => readCodeAndName(text).code);
    const shape = SHAPES.find(([, pattern]) =>
      mostly(codes, (code) => code.length >= 5 && pattern.test(code)),
    );
    if (shape) return { field: shape[0], by: meant?.field === shape[0] ? "heading" : "content" };
  }
  return meant ? { field: meant.field, by: "heading" } : { field: UNUSED, by: "none" };
}

function unitOf(sheet: SheetSnapshot, { first, last, columns }: Candidate): AmountUnit | undefined {
  const amounts = columns.filter(({ field }) => isAmountField(field));
  for (const { heading } of amounts) {
    const said = /[((](?:单位[::]?)?(亿元|万元|元)[))]/.exec(normaliseText(heading))?.[1];
    if (said === "元" || said === "万元" || said === "亿元") return said;
  }
  for (let row = last; row >= Math.max(0, first - ROWS_LOOKED_AT); row--) {
    for (const cell of sheet.rows.get(row)?.values() ?? []) {
      const found = findUnit(cellText(cell));
      if (found) return found;
    }
  }
  return undefined;
}

/** True where the row of the list is paid from columns of their own for each kind of money. */
export function hasFundColumns(columns: readonly ListColumn[]): boolean {
  return columns.some(({ field }) => (FUNDS as readonly string[]).includes(field));
}
