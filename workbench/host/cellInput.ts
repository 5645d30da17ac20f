import { parseValue } from "numfmt";
import type { CellValue } from "../../src/workbook/snapshot";
import { invalidArgument, notImplemented } from "./hostError";
import type { StoredCell } from "./store";
import type { Json } from "./wire";

/** Text that Excel may read as a date, a time, a percentage, a currency amount or a grouped number. */
const MAY_BE_READ_AS_NUMBER = /^(?=.*\d)[\s\d.,%:/()+\-¥￥$€eE]+$/;

/** Errors that become error values when typed. Source: Microsoft, ERROR.TYPE function; Excel.ErrorCellValueType. */
const ERROR_VALUE = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)$/i;

/**
 * The format a General cell takes on with the number, by numfmt's number of it (ECMA-376 part 1, 18.8.30), in the
 * English form that Range.numberFormat has.
 */
const FORMATS: Readonly<Record<number, string>> = {
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  14: "m/d/yyyy",
  16: "d-mmm",
  20: "h:mm",
  21: "h:mm:ss",
};

/**
 * Dates as Chinese Excel reads them, with the formats it gives them. Sources: the reference, Range.values
 * ("locale-shaped strings"); ECMA-376 part 1, 18.8.30, formats 31 and 57 of zh-cn.
 */
const CHINESE_DATE = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/;
const CHINESE_FORMATS = { day: 'yyyy"年"m"月"d"日"', month: 'yyyy"年"m"月"' } as const;

/** 1970-01-01 as a date of Excel. */
const EPOCH = 25569;
const A_DAY = 86_400_000;

/** Excel's longest formula and longest text in a cell. Source: Microsoft, Excel specifications and limits. */
const LONGEST_FORMULA = 8192;
const LONGEST_TEXT = 32767;

/**
 * Writes one element of a values or formulas array into a cell, as if typed: "" empties it, "=", "+" and "-" begin a
 * formula, what looks like a number or a date becomes one and gives a General cell its format, TRUE and FALSE booleans,
 * #N/A and its like error values; a text cell (@) and a leading apostrophe keep the text. 2020年1月1日 is a date. Sources: Excel JavaScript API reference, Range.values ("a plus, minus, or equal sign", "locale-shaped strings");
 * office-js-docs, docs/excel/excel-add-ins-blank-null-values.md; OfficeDev/office-js issue 6687 (apostrophes).
 * A formula's value stays open until an engine has calculated it.
 * Throws InvalidArgument for what no cell can hold; NotImplemented for text that Excel reads by rules not known here.
 */
export function writeInput(cell: StoredCell, input: Json, location: string): void {
  const typed = read(cell, input, location);
  delete cell.formula;
  delete cell.value;
  delete cell.dataType;
  if (typed.formula !== undefined) cell.formula = typed.formula;
  if (typed.value !== undefined) cell.value = typed.value;
  if (typed.numberFormat !== undefined && cell.numberFormat === "General")
    cell.numberFormat = typed.numberFormat;
}

interface Typed {
  readonly value?: CellValue;
  readonly formula?: string;
  readonly numberFormat?: string;
}

function read(cell: StoredCell, input: Json, location: string): Typed {
  if (typeof input === "number" || typeof input === "boolean") return { value: input };
  if (typeof input !== "string" || input.length > LONGEST_TEXT) throw invalidArgument(location);
  if (input === "") return {};
  if (cell.numberFormat === "@") return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (/^=./s.test(input)) return { formula: requireFormula(input, location) };
  if (ERROR_VALUE.test(input)) return { value: { error: input.toUpperCase() } };
  const date = chineseDate(input);
  if (date) return date;
  const parsed = parseValue(input, { locale: "en-US" });
  if (parsed) {
    const { value, formatId } = parsed as { value: number | boolean; formatId?: number };
    const numberFormat = formatId === undefined ? undefined : FORMATS[formatId];
    if (formatId !== undefined && numberFormat === undefined) throw unknownText(input, location);
    return { value, ...(numberFormat !== undefined && { numberFormat }) };
  }
  if (/^[+-]./s.test(input) && !MAY_BE_READ_AS_NUMBER.test(input)) {
    return { formula: requireFormula(`=${input}`, location) };
  }
  const isUnclear =
    /^@./.test(input) || MAY_BE_READ_AS_NUMBER.test(input.normalize("NFKC")) || /^#[A-Z]/.test(input);
  if (isUnclear) throw unknownText(input, location);
  return { value: input };
}

/** undefined for what is no date, as 2020年13月. */
function chineseDate(input: string): Typed | undefined {
  const [, year, month, day] = CHINESE_DATE.exec(input.normalize("NFKC").trim()) ?? [];
  if (year === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const isThere = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day ?? 1);
  if (!isThere || Number(year) < 1901) return undefined;
  const numberFormat = day === undefined ? CHINESE_FORMATS.month : CHINESE_FORMATS.day;
  return { value: date.getTime() / A_DAY + EPOCH, numberFormat };
}

function unknownText(text: string, location: string): Error {
  return notImplemented(location, `with the text "${text}" depends on how Excel reads it`);
}

/** A formula that Excel would not take, as far as that can be told without calculating: it is open somewhere. */
function requireFormula(formula: string, location: string): string {
  let depth = 0;
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "x");
  for (const character of bare) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (depth < 0) break;
  }
  const isOpen = depth !== 0 || /["']/.test(bare) || /[-+*/^&=<>,]$/.test(bare.trimEnd());
  if (isOpen || formula.length > LONGEST_FORMULA) throw invalidArgument(location);
  return formula;
}
