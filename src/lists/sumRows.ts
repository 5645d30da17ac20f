import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import { normaliseText } from "../recognition/text";
import type { AmountField, WordField } from "./fields";
import type { SumRow } from "./listRow";
import type { RawRow } from "./readListSheet";
import { readCodeAndName } from "./readWords";

/** Where a row calls itself a sum. */
const SUM_WORDS = /(小计|合计|总计|共计|累计)[::]?$|^(小计|合计|总计|其中)/;

/** Columns by which a row is told; one that stands over others has fewer of them filled. */
const TELLING: readonly WordField[] = [
  "单位编码",
  "单位名称",
  "项目编码",
  "项目名称",
  "功能科目编码",
  "功能科目名称",
  "部门经济分类编码",
  "部门经济分类名称",
  "政府经济分类编码",
  "政府经济分类名称",
  "资金性质",
  "支出类别",
  "采购品目编码",
  "采购品目名称",
];

/**
 * Rows that add up others: by their words, by a formula over rows, or because they say less than the rows right below and
 * equal their sum in every amount. Counted in, their money would stand twice in every table. Reads each row once.
 */
export function findSumRows(rows: readonly RawRow[]): Omit<SumRow, "sheet">[] {
  const said = new Map<number, SumRow["by"]>();
  for (const row of rows) {
    if (saysSum(row)) said.set(row.sheetRow, "words");
    else if (row.formulas.some((formula) => addsRows(formula, row.sheetRow)))
      said.set(row.sheetRow, "formula");
  }
  const plain = rows.filter(({ sheetRow }) => !said.has(sheetRow));
  for (const sheetRow of sumsByFigures(plain)) said.set(sheetRow, "figures");
  return [...said].map(([sheetRow, by]) => ({ sheetRow, by })).sort((a, b) => a.sheetRow - b.sheetRow);
}

function saysSum({ texts, others }: RawRow): boolean {
  const words = TELLING.flatMap((field) => texts.get(field) ?? []).map(normaliseText);
  return (
    words.some((text) => SUM_WORDS.test(text)) ||
    // A remark may speak of a sum; a cell that says nothing else, such as one under 序号, names the row.
    [...others.values()].some((text) => /^(小计|合计|总计|共计)$/.test(normaliseText(text)))
  );
}

/** SUM or SUBTOTAL over cells of several rows; a sum along the row itself is the row's own. */
function addsRows(formula: string, sheetRow: number): boolean {
  const ranges = [...formula.matchAll(/\$?[A-Z]{1,3}\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)/g)];
  return (
    /SUM|SUBTOTAL|AGGREGATE/i.test(formula) &&
    ranges.some(([, from, to]) => from !== to || Number(from) !== sheetRow + 1)
  );
}

interface Group {
  readonly depth: number;
  readonly amounts: ReadonlyMap<AmountField, Decimal>;
  readonly row: RawRow;
}

/** From the last row up: the rows below that say more are what a row may be the sum of. */
function sumsByFigures(rows: readonly RawRow[]): number[] {
  const sums: number[] = [];
  const open: Group[] = [];
  for (const row of [...rows].reverse()) {
    const depth = depthOf(row);
    const below: Group[] = [];
    for (
      let last = open.at(-1);
      last && last.depth > depth && standsOver(row, last.row);
      last = open.at(-1)
    ) {
      below.push(last);
      open.pop();
    }
    if (below.length > 0 && !isLine(row, below) && equalsSum(row, below)) {
      sums.push(row.sheetRow);
      open.push({ depth, amounts: row.amounts, row });
    } else {
      open.push(...below.reverse(), { depth, amounts: row.amounts, row });
    }
  }
  return sums;
}

/** How much a row says: columns filled, and digits of its functional code, of which fewer are a class above. */
function depthOf({ texts }: RawRow): number {
  const filled = TELLING.filter((field) => texts.has(field)).length;
  return filled * 10 + readCodeAndName(texts.get("功能科目编码") ?? "").code.length;
}

/** What a row says the one below says too: its unit, its kind, the class of its code. */
function standsOver({ texts }: RawRow, below: RawRow): boolean {
  return TELLING.every((field) => {
    const own = texts.get(field);
    if (own === undefined || own === below.texts.get(field)) return true;
    if (field !== "功能科目编码") return field === "功能科目名称" || /^(项目|单位)名称$/.test(field);
    const code = readCodeAndName(own).code;
    return code !== "" && readCodeAndName(below.texts.get(field) ?? "").code.startsWith(code);
  });
}

/** A row with a whole functional code counts for itself, unless it is a project told apart below. */
function isLine(row: RawRow, below: readonly Group[]): boolean {
  const code = readCodeAndName(row.texts.get("功能科目编码") ?? "").code;
  return code.length >= 7 && !isProjectOf(row, below);
}

function isProjectOf({ texts }: RawRow, below: readonly Group[]): boolean {
  const name = texts.get("项目名称");
  return name !== undefined && below.every(({ row }) => row.texts.get("项目名称") === name);
}

function equalsSum({ amounts }: RawRow, below: readonly Group[]): boolean {
  return [...amounts].every(([field, amount]) =>
    below.reduce((sum, one) => sum.plus(one.amounts.get(field) ?? ZERO), ZERO).equals(amount),
  );
}
