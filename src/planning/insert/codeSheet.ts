import { coverageIn, namesIn } from "../../codes/codeLists";
import type { CodeKind } from "../../codes/codeLists";
import { listsInUse } from "../../codes/listsInUse";
import { listed } from "../../messages/describe";
import type { CodeSystem, ColumnDefinition } from "../../tables/definition";
import { columnLetters, quoteSheetName } from "../../workbook/address";
import { isCodeSheet, LIST_SIGN } from "../../workbook/ownSheets";
import type { DesignCell, ListValidation, SheetDesign } from "../../workbook/sheetDesign";
import { cellAt } from "../../workbook/snapshot";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import type { InsertOptions } from "./options";
import type { Table } from "../table";

/** A list of texts that stands in a column of the workbook. */
export interface WorkbookList {
  /** What stands above it. */
  readonly title: string;
  /** "'编码表'!$A$2:$A$1638" */
  readonly source: string;
  readonly entries: readonly string[];
}

/** The lists of a plan, and the sheet for those that the workbook has not yet. */
export interface CodeLists {
  readonly sheet: SheetDesign | undefined;
  /** The list for a column of codes from a row of the sheet to another, undefined where nothing can be offered. */
  of(column: ColumnDefinition, place: number, firstRow: number, lastRow: number): ListValidation | undefined;
}

interface Offer {
  readonly title: string;
  readonly entries: readonly string[];
  /** Every code as far as known: another one deserves a word. */
  readonly isComplete: boolean;
}

/** What a code column offers is called. */
const TITLES: Readonly<Record<CodeSystem, string>> = {
  functional: "支出功能分类科目",
  economicDepartment: "部门预算支出经济分类科目",
  economicGovernment: "政府预算支出经济分类科目",
  income: "收入分类科目",
  procurement: "政府采购品目",
  purchasedService: "政府购买服务目录",
  unit: "预算单位",
};

/**
 * Lists for the code columns of new tables: the codes of the year, and the office's units. Excel takes no more than 255
 * characters in a rule itself, so they stand on a hidden sheet.
 * @param around lists that the workbook has; equal ones are used again
 * @param sheet a free name for the sheet
 */
export function planCodeLists(
  tables: readonly Table[],
  options: InsertOptions,
  around: readonly WorkbookList[],
  sheet: string,
): CodeLists {
  const offers = new Map<string, Offer>();
  for (const { definition, columns } of tables) {
    for (const column of codeColumns(definition.header)) {
      const offer = columns.has(column.number) ? offerOf(column, options) : undefined;
      if (offer) offers.set(keyOf(column), offer);
    }
  }
  const sources = new Map<string, string>();
  const made: Offer[] = [];
  for (const [key, offer] of offers) {
    const before = around.find(
      ({ title, entries }) => title === offer.title && isSame(entries, offer.entries),
    );
    sources.set(key, before?.source ?? sourceOf(sheet, made.length, offer.entries.length));
    if (!before) made.push(offer);
  }
  return {
    sheet: made.length > 0 ? sheetOfLists(sheet, made) : undefined,
    of: (column, place, firstRow, lastRow) => {
      const offer = offers.get(keyOf(column));
      const source = sources.get(keyOf(column));
      if (!offer || source === undefined) return undefined;
      return {
        range: { firstRow, firstColumn: place, lastRow, lastColumn: place },
        source,
        title: "编码不在列表中",
        message: `“${column.label}”一般填${offer.title}。编码无误的，可以继续。`,
        warns: offer.isComplete,
      };
    },
  };
}

/** The lists on hidden sheets made by planCodeLists before. */
export function listsIn({ sheets }: WorkbookSnapshot): WorkbookList[] {
  return sheets.filter(isCodeSheet).flatMap((sheet) =>
    [...(sheet.rows.get(0) ?? [])].map(([column, { value }]) => {
      const entries: string[] = [];
      for (let row = 1; ; row++) {
        const entry = cellAt(sheet, row, column)?.value;
        if (typeof entry !== "string") break;
        entries.push(entry);
      }
      return {
        title: String(value).replace(LIST_SIGN, ""),
        source: sourceOf(sheet.name, column, entries.length),
        entries,
      };
    }),
  );
}

function codeColumns(nodes: Table["definition"]["header"]): ColumnDefinition[] {
  return nodes.flatMap((node) =>
    "children" in node ? codeColumns(node.children) : node.systems ? [node] : [],
  );
}

function keyOf({ systems = [], kind }: ColumnDefinition): string {
  return [kind, ...systems].join(" ");
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((entry, index) => entry === other[index]);
}

function offerOf({ systems = [], kind }: ColumnDefinition, options: InsertOptions): Offer | undefined {
  const parts = systems.map((system) => (system === "unit" ? unitsOf(options) : codesOf(system, options)));
  const entries = parts.flatMap((part) => part.texts(kind === "codeAndName"));
  if (entries.length === 0) return undefined;
  const words = listed(
    systems.map((system) => TITLES[system]),
    "zh-CN",
  );
  return {
    title: `${options.year}年${words}${kind === "codeAndName" ? "（编码和名称）" : "编码"}`,
    entries,
    isComplete: parts.every(({ isComplete }) => isComplete),
  };
}

interface Part {
  readonly isComplete: boolean;
  texts(withNames: boolean): string[];
}

/** An office that has named its units has named all of them. */
function unitsOf({ units }: InsertOptions): Part {
  return {
    isComplete: units.length > 0,
    texts: (withNames) => units.map(({ code, name }) => (withNames ? `[${code}]${name}` : code)),
  };
}

function codesOf(kind: CodeKind, { year, lists = listsInUse() }: InsertOptions): Part {
  const list = lists.get(kind, year);
  const coverage = coverageIn(list, year);
  return {
    isComplete: coverage !== "partial" && coverage !== "sample",
    texts: (withNames) =>
      [...list.entries.values()].flatMap((entry) => {
        const name = namesIn(entry, year).at(-1);
        return name === undefined ? [] : [withNames ? `[${entry.code}]${name}` : entry.code];
      }),
  };
}

function sourceOf(sheet: string, column: number, count: number): string {
  const letters = columnLetters(column);
  return `${quoteSheetName(sheet)}!$${letters}$2:$${letters}$${count + 1}`;
}

function sheetOfLists(name: string, offers: readonly Offer[]): SheetDesign {
  const cells = offers.flatMap(({ title, entries }, column) =>
    [LIST_SIGN + title, ...entries].map((value, row): DesignCell => ({
      row,
      column,
      content: { value },
      style: "list",
    })),
  );
  return {
    name,
    cells,
    merges: [],
    columnWidths: offers.map(() => 24),
    rowHeights: new Map(),
    frozenRows: 1,
    frozenColumns: 0,
    page: undefined,
    names: [],
    lists: [],
    isHidden: true,
  };
}
