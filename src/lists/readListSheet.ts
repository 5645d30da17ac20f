import { Decimal, ZERO } from "../amounts/decimal";
import { parseAmount } from "../amounts/parseAmount";
import { convertAmount, unitFactor } from "../amounts/unit";
import type { AmountUnit } from "../amounts/unit";
import type { MessageRef } from "../messages/messageRef";
import { formatA1 } from "../workbook/address";
import type { Cell, SheetSnapshot } from "../workbook/snapshot";
import { isErrorValue } from "../workbook/snapshot";
import { cellText } from "./cellText";
import { FUNDS, isAmountField, UNUSED } from "./fields";
import type { AmountField, Fund, WordField } from "./fields";
import type { ListColumn, ListHeading } from "./listColumns";
import type { ListRow, ReadListSheet } from "./listRow";
import { fundNamed, readCodeAndName, saysYes, spendingNamed } from "./readWords";
import type { CodeAndName } from "./readWords";
import { findSumRows } from "./sumRows";

/** A row as it stands, amounts in the list's own unit. */
export interface RawRow {
  readonly sheetRow: number;
  readonly texts: ReadonlyMap<WordField, string>;
  readonly others: ReadonlyMap<string, string>;
  readonly amounts: ReadonlyMap<AmountField, Decimal>;
  /** Formulas of its amounts. */
  readonly formulas: readonly string[];
}

/** What the user may say of a list besides its columns. */
export interface ReadOptions {
  /** The unit of its amounts; what it states when left out. */
  readonly unit?: AmountUnit;
}

/** Reads the rows below a heading. Sums of other rows, headings printed again and notes are left out. */
export function readListSheet(
  sheet: SheetSnapshot,
  heading: ListHeading,
  options: ReadOptions,
): ReadListSheet {
  const { columns, lastRow } = heading;
  const notes: MessageRef[] = [];
  const raw = withUnitsFilled(sheet, rawRows(sheet, heading, notes), notes);
  const { unit, unitBy } = unitOf(heading, raw, options);
  const sums = findSumRows(raw);
  const sumAt = new Set(sums.map(({ sheetRow }) => sheetRow));
  const only = onlyOf(columns);
  const rows = raw
    .filter(({ sheetRow }) => !sumAt.has(sheetRow))
    .map((row) => ({ ...toListRow(sheet.name, row, unit), ...(only ? { only } : {}) }));
  return {
    sheet: sheet.name,
    columns,
    headingRow: lastRow,
    unit,
    unitBy,
    rows: rows.filter(({ amounts, shares }) => amounts.size > 0 || shares.size > 0),
    sums: sums.map((sum) => ({ sheet: sheet.name, ...sum })),
    notes: [...notes, ...totalNotes(sheet, raw, sumAt, sums)],
  };
}

/** A list of purchases (采购汇总) or services has no functional codes: it tells apart what another list has in all. */
function onlyOf(columns: readonly ListColumn[]): ListRow["only"] {
  const has = (pattern: RegExp) => columns.some(({ field }) => pattern.test(field));
  if (has(/^(功能|收入)科目/)) return undefined;
  if (has(/^采购品目/)) return "isPurchase";
  return has(/^购买服务.级目录/) ? "isService" : undefined;
}

function rawRows(sheet: SheetSnapshot, { columns, lastRow }: ListHeading, notes: MessageRef[]): RawRow[] {
  const rows: RawRow[] = [];
  for (const [sheetRow, cells] of sheet.rows) {
    if (sheetRow <= lastRow || isHeadingAgain(columns, cells) || isNumbering(cells)) continue;
    const row = rawRow(sheet.name, sheetRow, cells, columns, notes);
    if (row.amounts.size > 0) rows.push(row);
  }
  return rows;
}

/** The heading printed again at the top of a page. */
function isHeadingAgain(columns: readonly ListColumn[], cells: ReadonlyMap<number, Cell>): boolean {
  const same = columns.filter(
    ({ column, heading }) => heading.split("/").at(-1) === cellText(cells.get(column)).replace(/\s+/g, ""),
  );
  return same.length >= 3;
}

/** The row of column numbers: 1, 2, 3 … */
function isNumbering(cells: ReadonlyMap<number, Cell>): boolean {
  const texts = [...cells.values()].map(cellText).filter((text) => text !== "");
  const numbers = texts.filter((text) => /^\d{1,2}$/.test(text)).map(Number);
  return (
    numbers.length >= 3 &&
    numbers.length >= texts.length - 1 &&
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  );
}

function rawRow(
  sheet: string,
  sheetRow: number,
  cells: ReadonlyMap<number, Cell>,
  columns: readonly ListColumn[],
  notes: MessageRef[],
): RawRow {
  const texts = new Map<WordField, string>();
  const others = new Map<string, string>();
  const amounts = new Map<AmountField, Decimal>();
  const formulas: string[] = [];
  for (const { column, field, heading } of columns) {
    const cell = cells.get(column);
    if (!cell) continue;
    if (field === UNUSED) {
      others.set(heading, cellText(cell));
    } else if (!isAmountField(field)) {
      const text = wordOf(cell, field);
      // Several columns may say the kind: 基本支出 and 人员类项目 are read together.
      const before = field === "支出类别" ? texts.get(field) : undefined;
      if (text !== "") texts.set(field, before === undefined ? text : `${before} ${text}`);
    } else {
      const parsed = isErrorValue(cell.value)
        ? undefined
        : parseAmount(typeof cell.value === "boolean" ? "" : cell.value);
      if (parsed?.kind === "amount") amounts.set(field, parsed.value);
      else if (parsed?.kind !== "none") notes.push(unreadAmount(sheet, sheetRow, column, cell));
      if (cell.formula !== undefined) formulas.push(cell.formula);
    }
  }
  return { sheetRow, texts, others, amounts, formulas };
}

function unreadAmount(sheet: string, row: number, column: number, { value }: Cell): MessageRef {
  const text = isErrorValue(value) ? value.error : String(value);
  return { key: "lists.unreadAmount", args: { sheet, cell: formatA1(row, column), text } };
}

/** Codes of units have 3, 6 or 9 digits: stored as numbers they lose the zeros in front. */
function wordOf(cell: Cell, field: WordField): string {
  const text = cellText(cell);
  if (field !== "单位编码" || typeof cell.value !== "number" || !/^\d+$/.test(text)) return text;
  return text.padStart(Math.ceil(text.length / 3) * 3, "0");
}

/** Merged cells keep their text in the first row: a blank unit is that of the row above, which is said. */
function withUnitsFilled(sheet: SheetSnapshot, rows: readonly RawRow[], notes: MessageRef[]): RawRow[] {
  let above: RawRow["texts"] = new Map();
  const filled: number[] = [];
  const done = rows.map((row) => {
    const hasUnit = row.texts.has("单位编码") || row.texts.has("单位名称");
    if (hasUnit) above = row.texts;
    if (hasUnit || row.texts.size < 2 || above.size === 0) return row;
    filled.push(row.sheetRow);
    const texts = new Map(row.texts);
    for (const field of ["单位编码", "单位名称"] as const) {
      const text = above.get(field);
      if (text !== undefined) texts.set(field, text);
    }
    return { ...row, texts };
  });
  if (filled.length > 0)
    notes.push({ key: "lists.unitsFilled", args: { sheet: sheet.name, rows: rowNumbers(filled) } });
  return done;
}

/** "5", "7-9" for rows counted from 0. */
export function rowNumbers(rows: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const open = runs.at(-1);
    if (open && row === open[1] + 1) open[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([from, to]) => (from === to ? `${from + 1}` : `${from + 1}-${to + 1}`));
}

/** More than two digits behind the point are of 万元; what states nothing else is in 元, as platforms export it. */
function unitOf(
  { unit }: ListHeading,
  rows: readonly RawRow[],
  options: ReadOptions,
): Pick<ReadListSheet, "unit" | "unitBy"> {
  if (options.unit) return { unit: options.unit, unitBy: "user" };
  if (unit) return { unit, unitBy: "stated" };
  const amounts = rows.flatMap((row) => [...row.amounts.values()]);
  const isFine = amounts.some((amount) => amount.decimalPlaces() > 2);
  const most = Decimal.max(ZERO, ...amounts.map((amount) => amount.abs()));
  // Nobody lists a budget whose largest line is below one 万元 in 元, nor one of a single 亿 in 万元.
  const isLarge = most.greaterThanOrEqualTo(unitFactor("万元"));
  return { unit: isFine || !isLarge ? "万元" : "元", unitBy: "figures" };
}

function toListRow(sheet: string, { sheetRow, texts, others, amounts }: RawRow, unit: AmountUnit): ListRow {
  const pair = (code: WordField, name: WordField) => codeAndName(texts.get(code), texts.get(name));
  const inYuan = (amount: Decimal) => convertAmount(amount, unit, "元");
  const services = (["购买服务一级目录", "购买服务二级目录", "购买服务三级目录"] as const).map((field) =>
    readCodeAndName(texts.get(field) ?? ""),
  );
  const item = pair("采购品目编码", "采购品目名称");
  const kind = texts.get("支出类别") ?? "";
  const project = pair("项目编码", "项目名称");
  const fund = fundNamed(texts.get("资金性质") ?? "") ?? "";
  return {
    sheet,
    sheetRow,
    unit: pair("单位编码", "单位名称"),
    project,
    functional: functionalOf(texts),
    department: pair("部门经济分类编码", "部门经济分类名称"),
    government: pair("政府经济分类编码", "政府经济分类名称"),
    item,
    income: pair("收入科目编码", "收入科目名称"),
    fund,
    spending: spendingNamed(kind) ?? (kind === "" ? spendingOf(project) : undefined),
    isSpecial: /财政专项|专项资金/.test(kind),
    isPurchase: isFlagged(texts.get("是否政府采购"), item.code !== "" || item.name !== ""),
    isService: isFlagged(
      texts.get("是否购买服务"),
      services.some(({ code, name }) => code !== "" || name !== ""),
    ),
    services,
    texts,
    amounts: fundAmounts(fund, amounts, inYuan),
    shares: new Map(
      (["上缴中央", "上缴省财政专户", "本级收入"] as const).flatMap((field) => {
        const amount = amounts.get(field);
        return amount === undefined || amount.isZero() ? [] : [[field, inYuan(amount)]];
      }),
    ),
    others,
  };
}

/** 2010301, or 201, 03 and 01 in columns of their own, whole codes (201, 20103, 2010301) there too. */
function functionalOf(texts: RawRow["texts"]): CodeAndName {
  const whole = codeAndName(texts.get("功能科目编码"), texts.get("功能科目名称"));
  const code = (["功能科目款", "功能科目项"] as const).reduce((above, field) => {
    const own = readCodeAndName(texts.get(field) ?? "").code || (texts.get(field) ?? "");
    if (!/^\d+$/.test(own)) return above;
    return own.startsWith(above) && own.length > 2 ? own : above + own.padStart(2, "0");
  }, whole.code);
  return { code, name: whole.name };
}

/** A list without a column of kinds: what names a project is one. */
function spendingOf({ code, name }: CodeAndName): ListRow["spending"] {
  return code === "" && name === "" ? "基本支出" : "项目支出";
}

/** A flag says it; where the list has none, an item (品目, 目录) does. */
function isFlagged(flag: string | undefined, hasItem: boolean): boolean {
  return flag === undefined ? hasItem : saysYes(flag);
}

function codeAndName(code = "", name = ""): CodeAndName {
  const first = readCodeAndName(code);
  const second = readCodeAndName(name);
  return {
    code: first.code !== "" ? first.code : second.code,
    name: second.name !== "" ? second.name : first.name,
  };
}

/** Columns of kinds of money where there are any; else the whole amount is of the kind the row names. */
function fundAmounts(
  fund: Fund | "",
  amounts: RawRow["amounts"],
  inYuan: (amount: Decimal) => Decimal,
): Map<Fund | "", Decimal> {
  const own = FUNDS.flatMap((one): [Fund, Decimal][] => {
    const amount = amounts.get(one);
    return amount === undefined || amount.isZero() ? [] : [[one, inYuan(amount)]];
  });
  if (own.length > 0) return new Map(own);
  const whole = amounts.get("金额");
  if (whole === undefined || whole.isZero()) return new Map();
  return new Map([[fund, inYuan(whole)]]);
}

/** A total that the list prints and that its rows do not add up to; the row whose kinds of money are not its total. */
function totalNotes(
  sheet: SheetSnapshot,
  raw: readonly RawRow[],
  sumAt: ReadonlySet<number>,
  sums: readonly { readonly sheetRow: number; readonly by: string }[],
): MessageRef[] {
  const notes: MessageRef[] = [];
  const wholeOf = ({ amounts }: RawRow): Decimal =>
    amounts.get("金额") ?? FUNDS.reduce((sum, fund) => sum.plus(amounts.get(fund) ?? ZERO), ZERO);
  for (const row of raw) {
    const own = FUNDS.filter((fund) => row.amounts.has(fund));
    const whole = row.amounts.get("金额");
    if (own.length === 0 || whole === undefined || sumAt.has(row.sheetRow)) continue;
    const parts = own.reduce((sum, fund) => sum.plus(row.amounts.get(fund) ?? ZERO), ZERO);
    if (parts.equals(whole)) continue;
    const args = { sheet: sheet.name, row: String(row.sheetRow + 1) };
    notes.push({
      key: "lists.rowTotal",
      args: {
        ...args,
        total: whole.toFixed(),
        parts: parts.toFixed(),
        difference: whole.minus(parts).toFixed(),
      },
    });
  }
  const counted = raw.filter(({ sheetRow }) => !sumAt.has(sheetRow));
  const all = counted.reduce((sum, row) => sum.plus(wholeOf(row)), ZERO);
  const named = new Set(sums.filter(({ by }) => by !== "figures").map(({ sheetRow }) => sheetRow));
  const totals = raw.filter((row) => named.has(row.sheetRow) && isGrandTotal(row));
  for (const total of totals) {
    const printed = wholeOf(total);
    if (printed.equals(all)) continue;
    const args = { sheet: sheet.name, row: String(total.sheetRow + 1), total: printed.toFixed() };
    notes.push({
      key: "lists.total",
      args: { ...args, sum: all.toFixed(), difference: printed.minus(all).toFixed() },
    });
  }
  return notes;
}

/** 合计 or 总计 of the whole list, not of a unit or a page. */
function isGrandTotal({ texts }: RawRow): boolean {
  const said = [...texts.values()].map((text) => text.replace(/\s/g, ""));
  return said.length === 1 && /^(合计|总计|总合计)[::]?$/.test(said[0] ?? "");
}
