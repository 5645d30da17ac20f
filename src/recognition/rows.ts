import { parseAmount } from "../amounts/parseAmount";
import type { RowRule, SideDefinition } from "../tables/definition";
import { cellAt } from "../workbook/snapshot";

import { columnText } from "./columnText";
import { isPart, normaliseRowName, normaliseText, parseCodeCell, saysNothing } from "./text";
import { cellText } from "./grid";
import type { CodeCell } from "./text";
import type { ColumnMatch } from "./recognised";
import type { ReadSheet } from "./readSheet";

/** A body row before it has parents and figures. */
export interface RowDraft {
  readonly side: SideDefinition;
  readonly rule: RowRule;
  readonly sheet: ReadSheet;
  readonly sheetRow: number;
  readonly code: string;
  readonly name: string;
  readonly key: string;
}

interface RowContext {
  /** What the rows around add to a name that was cut at the end of a line. */
  readonly rest?: string;
  /** Kinds of which there is one row only (isOnce) and which it has been found for. */
  readonly used?: ReadonlySet<RowRule>;
}

const NONE: ReadonlySet<RowRule> = new Set();

/** Classifies one sheet row for one side of a table; undefined when it is none of the side's kinds of row. */
export function classifyRow(
  sheet: ReadSheet,
  columns: ReadonlyMap<number, ColumnMatch>,
  side: SideDefinition,
  sheetRow: number,
  { rest = "", used = NONE }: RowContext = {},
): RowDraft | undefined {
  const nameText = columnText(sheet, columns, side.nameColumn, sheetRow) + rest;
  const codeText = columnText(sheet, columns, side.codeColumn, sheetRow);
  const ownCode = parseCodeCell(codeText);
  // A merged 合计 over the code and name columns stands in the code column.
  const spoken =
    nameText === "" && ownCode.code === ""
      ? codeText || totalBeside(sheet, columns, sheetRow) || headText(sheet, columns, side, sheetRow)
      : nameText;
  const key = normaliseRowName(spoken);
  const codeOf = (rule: RowRule) => {
    if (!rule.codeColumns) return isCodeOf(rule, ownCode) ? ownCode : NO_CODE;
    const cells = rule.codeColumns.map((number) =>
      parseCodeCell(columnText(sheet, columns, number, sheetRow)),
    );
    return cells.find((cell) => isCodeOf(rule, cell)) ?? NO_CODE;
  };
  const fits = (rule: RowRule) => {
    if (rule.names && !sheet.facts.of(rule, namesOf).has(key)) return false;
    if (rule.isOnce && used.has(rule)) return false;
    if (rule.code && codeOf(rule) === NO_CODE) return false;
    if (rule.filled) return rule.filled.some((number) => isFilled(sheet, columns, number, sheetRow));
    const isAny = !rule.names && !rule.code;
    return !isAny || (key !== "" && !isRemark(key) && !isPart(spoken) && saysMore(sheet, columns, sheetRow));
  };
  const rule = side.rows.find(fits);
  if (!rule) return undefined;
  const found = codeOf(rule);
  const own = rule.names && !rule.codeColumns ? "" : found.code;
  // Where code and name share a cell, the name is that of the code and not of a neighbour.
  const isNamedByCode = found.name !== "" && rule.codeColumns?.includes(side.nameColumn);
  const name = isNamedByCode ? found.name : spoken;
  return {
    side,
    rule,
    sheet,
    sheetRow,
    code: rule.standsFor ?? own,
    name,
    key: name === spoken ? key : normaliseRowName(name),
  };
}

/** What a row without name and code says of itself in the further columns of words, the first that says something. */
export function headText(
  sheet: ReadSheet,
  columns: ReadonlyMap<number, ColumnMatch>,
  { headColumns = [] }: Pick<SideDefinition, "headColumns">,
  sheetRow: number,
): string {
  for (const number of headColumns) {
    const text = columnText(sheet, columns, number, sheetRow);
    if (!saysNothing(text)) return text;
  }
  return "";
}

/**
 * 合计 in a column that is none of the table's, such as that of 序号, or in one of other words: where it is merged over all
 * before the figures.
 */
function totalBeside(sheet: ReadSheet, columns: ReadonlyMap<number, ColumnMatch>, sheetRow: number): string {
  const words = [...(sheet.rows.get(sheetRow) ?? [])].filter(
    ([, { value }]) => typeof value === "string" && /^(合计|总计)$/.test(normaliseText(value)),
  );
  const [only, ...others] = words;
  if (!only || others.length > 0) return "";
  const isKnown = [...columns.values()].some(
    ({ sheetColumn, definition }) => sheetColumn === only[0] && definition.kind !== "text",
  );
  return isKnown ? "" : cellText(only[1]);
}

/** Stands for a code that was not found. */
const NO_CODE: CodeCell = { code: "", name: "", isBracketed: false };

/** A code that a row of this kind may have; any where the kind says nothing of it. */
function isCodeOf(rule: RowRule, { code }: CodeCell): boolean {
  return rule.code ? rule.code.test(code) : code !== "";
}

/** More stands in the row than one text, which would be the end of a name above, or the number of the next table. */
function saysMore(sheet: ReadSheet, columns: ReadonlyMap<number, ColumnMatch>, sheetRow: number): boolean {
  const places = new Set([...columns.values()].map(({ sheetColumn }) => sheetColumn));
  return [...places].filter((column) => cellAt(sheet, sheetRow, column) !== undefined).length > 1;
}

/** Says something: an amount in a column of amounts, else any words. */
function isFilled(
  sheet: ReadSheet,
  columns: ReadonlyMap<number, ColumnMatch>,
  number: number,
  sheetRow: number,
): boolean {
  const text = columnText(sheet, columns, number, sheetRow);
  if (saysNothing(text)) return false;
  return columns.get(number)?.definition.kind !== "amount" || parseAmount(text).kind === "amount";
}

/** 填表人：张三 and the like, which stand below a table. */
function isRemark(name: string): boolean {
  return /^(填表|制表|填报|审核|复核|经办|联系|(单位|财务|部门)?负责)(人|单位|电话)?:/.test(name);
}

/** The names by which rows of a kind are told, ready for comparing. */
function namesOf({ names = [] }: RowRule): ReadonlySet<string> {
  return new Set(names.map(normaliseRowName));
}

/** A row under another name. */
export function withName(draft: RowDraft, name: string): RowDraft {
  return { ...draft, name, key: normaliseRowName(name) };
}

/** A row of a kind that the user named, whatever it looks like. */
export function draftOfKind(
  sheet: ReadSheet,
  columns: ReadonlyMap<number, ColumnMatch>,
  side: SideDefinition,
  rule: RowRule,
  sheetRow: number,
): RowDraft {
  const code = columnText(sheet, columns, side.codeColumn, sheetRow);
  const name = columnText(sheet, columns, side.nameColumn, sheetRow) || code;
  const own = rule.standsFor ?? (rule.names ? "" : parseCodeCell(code).code);
  return { side, rule, sheet, sheetRow, code: own, name, key: normaliseRowName(name) };
}

/**
 * What a row adds to the name above it, which was cut at the end of a line: it has a name and neither code nor figures;
 * other texts beside it are cut as well.
 */
export function restOfName(
  sheet: ReadSheet,
  columns: ReadonlyMap<number, ColumnMatch>,
  side: SideDefinition,
  sheetRow: number,
): string {
  const match = columns.get(side.nameColumn);
  if (!match) return "";
  const texts = new Set(
    [...columns.values()]
      .filter(({ definition }) => definition.kind === "text")
      .map((column) => column.sheetColumn),
  );
  const [...filled] = sheet.rows.get(sheetRow)?.keys() ?? [];
  if (!filled.includes(match.sheetColumn)) return "";
  if (filled.some((column) => column !== match.sheetColumn && !texts.has(column))) return "";
  const text = columnText(sheet, columns, side.nameColumn, sheetRow);
  // 填表人：… below a table is no part of a name.
  return /[:：]/.test(text) || saysNothing(text) ? "" : text;
}
