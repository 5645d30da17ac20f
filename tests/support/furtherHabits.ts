import { columnPaths } from "../../src/tables/definition";
import type { Cell, SheetSnapshot } from "../../src/workbook/snapshot";
import { Chooser, randomFrom } from "./random";
import type { Variant } from "./variants";

type Rows = Map<number, Map<number, Cell>>;

/** Endings that offices give the same table. */
const ENDINGS = ["总表", "情况表", "预算表", "总体情况表", "明细表"];

/** Headings of code columns that no definition lists one by one. */
const CODE_HEADINGS = ["支出功能分类科目编码", "科目代码", "项目编码", "功能分类科目编码"];

/**
 * A variant with habits on top that recognition cannot know word by word: titles and headings that only mean the same,
 * a column of last year beside this year's, and a column whose heading says nothing. The same variant and seed give the
 * same sheet.
 */
export function withFurtherHabits(variant: Variant, seed: number): Variant {
  const choose = new Chooser(randomFrom(seed * 6151 + 3));
  const rows: Rows = new Map([...variant.sheet.rows].map(([row, cells]) => [row, new Map(cells)]));
  const habits = [...variant.habits];
  let { columns } = variant;
  if (choose.chance(0.3) && otherTitle(rows, variant, choose)) habits.push("title of the same meaning");
  if (choose.chance(0.3) && otherCodeHeading(rows, variant, choose))
    habits.push("code heading of the same meaning");
  if (choose.chance(0.3)) {
    lastYear(rows, variant);
    habits.push("last year beside");
  }
  if (choose.chance(0.2)) {
    const lost = loseHeading(rows, variant, choose);
    if (lost !== undefined) {
      habits.push(`heading of column ${lost} says nothing`);
      // It may be left unfound; what may not be is to take it for another.
      columns = new Map([...columns].filter(([number]) => number !== lost));
    }
  }
  const sheet: SheetSnapshot = {
    ...variant.sheet,
    rows: new Map(
      [...rows]
        .sort(([a], [b]) => a - b)
        .map(([row, cells]) => [row, new Map([...cells].sort(([a], [b]) => a - b))]),
    ),
  };
  return { ...variant, sheet, columns, habits };
}

const text = (value: string): Cell => ({ value, numberFormat: "General" });

/** The rows above the first body row. */
function topRows(rows: Rows, { rows: kinds }: Variant): [number, Map<number, Cell>][] {
  const body = Math.min(...kinds.keys());
  return [...rows].filter(([row]) => row < body);
}

/** The title with another ending; where a bracket tells two tables apart it stays. */
function otherTitle(rows: Rows, variant: Variant, choose: Chooser): boolean {
  const plain = (value: Cell["value"]) => String(value).replace(/\s/g, "");
  for (const [, cells] of topRows(rows, variant)) {
    for (const [column, cell] of cells) {
      const match = /^(.*?)(总体情况表|情况表|预算表|总表)([(（].*[)）])?$/.exec(plain(cell.value));
      if (!match) continue;
      cells.set(column, text(`${match[1] ?? ""}${choose.pick(ENDINGS)}${match[3] ?? ""}`));
      return true;
    }
  }
  return false;
}

function otherCodeHeading(rows: Rows, variant: Variant, choose: Chooser): boolean {
  const code = columnPaths(variant.definition.header).find(
    ({ column }) => column.kind === "code" && column.systems?.[0] === "functional",
  );
  const sheetColumn = code && variant.columns.get(code.column.number);
  if (sheetColumn === undefined || variant.habits.some((habit) => habit.startsWith("code "))) return false;
  const own = topRows(rows, variant).flatMap(([, cells]) => {
    const cell = cells.get(sheetColumn);
    return cell && /(编码|代码)/.test(String(cell.value).replace(/\s/g, "")) ? [cells] : [];
  });
  for (const cells of own) cells.set(sheetColumn, text(choose.pick(CODE_HEADINGS)));
  return own.length > 0;
}

/** A column at the right with the figures of the year before, 10 % less, under a heading that names that year. */
function lastYear(rows: Rows, variant: Variant): void {
  const amounts = columnPaths(variant.definition.header).filter(({ column }) => column.kind === "amount");
  const model = variant.columns.get(amounts[0]?.column.number ?? 0);
  const heading = topRows(rows, variant).findLast(
    ([, cells]) => cells.size > 1 && [...cells.values()].some(({ value }) => !/^\d+$/.test(String(value))),
  );
  if (model === undefined || !heading) return;
  const place = 1 + Math.max(...[...rows.values()].flatMap((cells) => [...cells.keys()]));
  heading[1].set(place, text("2019年预算"));
  for (const row of variant.rows.keys()) {
    const cell = rows.get(row)?.get(model);
    if (typeof cell?.value === "number")
      rows.get(row)?.set(place, { ...cell, value: Math.round(cell.value * 90) / 100 });
  }
}

/** Gives one amount column a heading without meaning; the number of the column, or undefined. */
function loseHeading(rows: Rows, variant: Variant, choose: Chooser): number | undefined {
  const amounts = columnPaths(variant.definition.header).filter(
    ({ column }) => column.kind === "amount" && variant.columns.has(column.number),
  );
  if (amounts.length < 4) return undefined;
  const { column } = choose.pick(amounts);
  const sheetColumn = variant.columns.get(column.number) ?? 0;
  const own = topRows(rows, variant).filter(([, cells]) => {
    const value = cells.get(sheetColumn)?.value;
    return cells.size > 1 && typeof value === "string" && !/^\d+$/.test(value) && !value.includes("单位");
  });
  const lowest = own.at(-1);
  if (!lowest) return undefined;
  lowest[1].set(sheetColumn, text("栏目甲"));
  return column.number;
}
