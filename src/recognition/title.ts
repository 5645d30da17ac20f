import type { Pack, TableDefinition } from "../tables/definition";
import { cellAt } from "../workbook/snapshot";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Derived } from "../workbook/derived";
import type { ReadSheet } from "./readSheet";
import { normaliseText, yearIn } from "./text";

export interface TitleMatch {
  readonly definition: TableDefinition;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** exact: a title of the definition; alike: the same but for words such as 总体, 情况, 预算. */
  readonly fit: "exact" | "alike";
  /** The year it names. */
  readonly year: number | undefined;
}

/** Longer cells are sentences that mention a table, not titles. */
const LONGEST_TITLE = 60;

/**
 * Every cell of a sheet that reads as the title of a table of the pack. A title may have 附件、表号、单位名 or 年度
 * in front (2020年度…支出总体情况表) and 续表, a year or the unit behind; of two titles that fit, the longer is meant
 * (收支总体情况表 also ends 表4's title). 支出预算总表 is 支出总体情况表 where no other table of the pack is called so.
 */
export function findTitles(sheet: ReadSheet, pack: Pack): TitleMatch[] {
  return sheet.facts.of(sheet.rows, readTitles).flatMap(({ row, column, text }) => {
    // A title merged over several cells that were filled with it is written in each of them.
    const isAgain = [cellAt(sheet, row - 1, column), cellAt(sheet, row, column - 1)].some(
      (beside) => beside?.value === text,
    );
    const match = isAgain ? undefined : matchTitle(text, pack, sheet.facts);
    return match ? [{ ...match, row, column, text: text.trim(), year: yearIn(text) }] : [];
  });
}

/**
 * The title above a heading that is none of the pack's: the sheet holds another table, however alike its columns are.
 * Titles that say nothing of what a table holds (2020年部门预算公开表) do not count.
 */
export function findOtherTitle(sheet: ReadSheet, pack: Pack, headerRow: number): PossibleTitle | undefined {
  return sheet.facts.of(sheet.rows, readTitles).find(({ row, text }) => {
    const plain = withoutEnding(normaliseText(text));
    return (
      row < headerRow &&
      (sheet.rows.get(row)?.size ?? 0) <= MOST_BESIDE_TITLE &&
      /表(\([^()]*\))?$/.test(plain) &&
      !saysNothing(plain) &&
      matchTitle(text, pack, sheet.facts) === undefined
    );
  });
}

/** A title stands alone in its row, or with its number and unit. */
export const MOST_BESIDE_TITLE = 3;

/** True for 2020年部门预算公开表, 某某局预算附表: nothing but whose they are and for which year. */
function saysNothing(title: string): boolean {
  const rest = title.replace(/(部门|单位|预算|公开|附|报|总|情况|汇总)*表$/, "");
  return rest === "" || LEAD_ENDING.test(rest);
}

export interface PossibleTitle {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The cells of a sheet that speak of a 表, the same for every set of tables. */
function readTitles(rows: SheetSnapshot["rows"]): readonly PossibleTitle[] {
  const found: PossibleTitle[] = [];
  // Every cell of a workbook comes by here: forEach makes nothing for one that is passed over.
  rows.forEach((cells, row) => {
    cells.forEach(({ value }, column) => {
      if (typeof value === "string" && value.includes("表") && normaliseText(value).length <= LONGEST_TITLE)
        found.push({ row, column, text: value });
    });
  });
  return found.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** The table that a text names as its title, or undefined. */
export function matchTitle(
  text: string,
  pack: Pack,
  facts: Derived,
): { readonly definition: TableDefinition; readonly fit: TitleMatch["fit"] } | undefined {
  const plain = withoutEnding(normaliseText(text));
  if (!plain.includes("表")) return undefined;
  const { exact, alike } = facts.of(pack, titlesOf);
  const full = exact.find(({ title }) => endsLike(plain, title));
  if (full) return { definition: full.definition, fit: "exact" };
  const core = coreOf(plain);
  if (core === plain) return undefined;
  const same = alike.find(({ title }) => endsLike(core, title));
  return same?.definition && { definition: same.definition, fit: "alike" };
}

interface KnownTitle {
  readonly title: string;
  readonly definition: TableDefinition;
}

interface PackTitles {
  readonly exact: readonly KnownTitle[];
  /** Longest first; without a definition where tables of the pack share it. */
  readonly alike: readonly (Omit<KnownTitle, "definition"> & { readonly definition?: TableDefinition })[];
}

function titlesOf(pack: Pack): PackTitles {
  const exact = pack.tables
    .flatMap((definition) =>
      [definition.title, ...(definition.titleVariants ?? [])].map((title) => ({
        definition,
        title: withoutEnding(normaliseText(title)),
      })),
    )
    .sort((a, b) => b.title.length - a.title.length);
  const cores = new Map<string, Set<TableDefinition>>();
  for (const { title, definition } of exact) {
    const core = coreOf(title);
    cores.set(core, (cores.get(core) ?? new Set()).add(definition));
  }
  const alike = [...cores]
    .map(([title, definitions]) => ({
      title,
      ...(definitions.size === 1 ? { definition: [...definitions][0] as TableDefinition } : {}),
    }))
    .sort((a, b) => b.title.length - a.title.length);
  return { exact, alike };
}

/** What may stand behind a title: 续表, a page, a year, the unit of amounts. */
const ENDING =
  /(\(?(续表?|接上页|接上表)\)?|\(?第?\d+页\)?|-?\(?\d+[/]\d+\)?|\((20\d{2})年度?(预算|草案|决算)?\)|\([一二三四五六七八九十\d]+\)|\(?(金额)?单位:?(万元|亿元|元)\)?|\((万元|元|亿元)\)|\((汇总|本级|草案|公开)\))$/;

function withoutEnding(text: string): string {
  let rest = text;
  for (let next = rest.replace(ENDING, ""); next !== rest; next = rest.replace(ENDING, "")) rest = next;
  return rest;
}

/**
 * A title without the words that say nothing of what the table holds: 支出总体情况表, 支出预算总表 and 支出预算表 are all
 * 支出; 一般公共预算基本支出情况表(按支出经济分类科目) keeps what stands before the bracket.
 */
function coreOf(title: string): string {
  return title
    .replace(/\(按?[^()]*(分类|科目)[^()]*\)$/, "")
    .replace(/(总体|总|情况|预算|计划|安排|明细|汇总|公开|一览)*表$/, "")
    .replace(/(按?功能分类(科目)?|按?(部门|政府)?(预算)?(支出)?经济分类(科目)?|分类)$/, "");
}

/** Equal, or with a lead-in that is none of a title's own words. */
function endsLike(text: string, title: string): boolean {
  return text === title || (title !== "" && text.endsWith(title) && isLeadIn(text, title));
}

/**
 * What may stand before a title: numbers of annexes and tables, a year, the name of a body. A lead-in that itself
 * ends in a word of table titles (财政拨款, 一般公共预算 …) would make it the title of another table.
 */
function isLeadIn(text: string, title: string): boolean {
  const lead = text.slice(0, text.length - title.length).replace(/[:.、,\-—]+$/, "");
  const rest = lead.replace(NUMBER_BEHIND, "").replace(NUMBER_IN_FRONT, "");
  return rest === "" || LEAD_ENDING.test(rest);
}

/** 附件3, 附表6, 表六, 公开07表 */
const NUMBER_IN_FRONT = /^(附件|附表|附|表|图表|公开表?)?[\d一二三四五六七八九十()\-—:.、]*(表|号)?[:.、]?/;
/** 某某局公开表4：, 某某局2020年部门预算附件3 */
const NUMBER_BEHIND = /(附件|附表|公开表|公开|表)[\d一二三四五六七八九十\-—()]*(表|号)?$/;

/** Ends of the names of bodies, and of what is said of a budget as a whole. */
const LEAD_ENDING =
  /(年|年度|局|委|委员会|办|办公室|中心|部门|部门预算|单位预算|预算单位|厅|部|院|校|会|处|所|站|队|政府|街道|镇|乡|村|区|市|县|省|州|盟|旗|馆|园|团|单位|本级|机关|系统|室|社|台|(?<!公)司|学|联|集团|\((汇总|本级|公开|草案)\))$/;
