import { parseCodeList, namesIn } from "../../src/codes/codeLists";
import { parentCode } from "../../src/codes/place";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";
import type { Chooser } from "./random";
import { sheetOf } from "./sheet";
import type { TestCell } from "./sheet";

const YEAR = 2020;
const list = parseCodeList("functional");

function officialName(code: string): string {
  const entry = list.entries.get(code);
  return (entry && namesIn(entry, YEAR).at(-1)) ?? "";
}

const codes = [...list.entries.keys()].filter((code) => officialName(code) !== "").sort();
const below = new Map<string, string[]>();
for (const code of codes) {
  const parent = parentCode(code) ?? "";
  below.set(parent, [...(below.get(parent) ?? []), code]);
}

/** A row of an invented budget: figures in 万元 for 基本支出 and 项目支出. */
interface BudgetRow {
  readonly code: string;
  readonly basic: number;
  readonly projects: number;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Rows of a budget with any 类, 款 and 项 of the list, in tree order; each row is the sum of those under it. */
function randomRows(choose: Chooser): BudgetRow[] {
  const figure = () => choose.pick([0, 10, 25.5, 100, round(choose.below(1_000_000) / 100)]);
  const rowsUnder = (code: string, depth: number): BudgetRow[] => {
    const own = below.get(code) ?? [];
    if (depth === 2 || own.length === 0) return [{ code, basic: figure(), projects: figure() }];
    const some = Array.from({ length: 1 + choose.below(4) }, () =>
      choose.pick(own.slice(0, 2 + choose.below(own.length))),
    );
    const groups = [...new Set(some)].sort().map((one) => rowsUnder(one, depth + 1));
    const sum = (of: "basic" | "projects") =>
      round(groups.reduce((total, [head]) => total + (head?.[of] ?? 0), 0));
    return [{ code, basic: sum("basic"), projects: sum("projects") }, ...groups.flat()];
  };
  const classes = Array.from({ length: 1 + choose.below(4) }, () => choose.pick(below.get("") ?? []));
  return [...new Set(classes)].sort().flatMap((one) => rowsUnder(one, 0));
}

/** How an invented budget is written down. */
export interface BudgetHabit {
  /** swapped: two rows that follow each other have changed places. */
  readonly order: "tree" | "shuffled" | "swapped";
  /** One name in so many has a slip; 0 for none. */
  readonly slips: number;
  /** Per cent of 类 and 款 rows that the tables leave out. */
  readonly leftOut: number;
  /** Per cent of codes, and of the names beside codes that are left, that are blank. */
  readonly blankCodes: number;
  readonly blankNames: number;
}

/** An invented budget, and what belongs into its blank cells by "sheet row column". */
export interface RandomBudget {
  readonly workbook: WorkbookSnapshot;
  readonly blanks: ReadonlyMap<string, string>;
}

/** 表3 in 元 and 表6 in 万元 of an invented budget, with blank codes and names. */
export function randomBudget(choose: Chooser, habit: BudgetHabit): RandomBudget {
  const rows = randomRows(choose);
  const blanks = new Map<string, string>();
  const sheets = [sheet3, sheet6].map((make) => make(written(rows, habit, choose), blanks));
  return { workbook: { name: `${YEAR}年预算.xlsx`, sheets }, blanks };
}

interface WrittenRow extends BudgetRow {
  readonly codeText: string;
  readonly nameText: string;
}

function written(rows: readonly BudgetRow[], habit: BudgetHabit, choose: Chooser): WrittenRow[] {
  let own = rows.filter(({ code }) => code.length === 7 || choose.below(100) >= habit.leftOut);
  if (habit.order === "shuffled") own = choose.shuffle(own);
  const at = choose.below(Math.max(1, own.length - 1));
  const [first, second] = [own[at], own[at + 1]];
  if (habit.order === "swapped" && first && second)
    own = [...own.slice(0, at), second, first, ...own.slice(at + 2)];
  return own.map((row) => {
    const isCodeBlank = choose.below(100) < habit.blankCodes;
    const isNameBlank = !isCodeBlank && choose.below(100) < habit.blankNames;
    const name = officialName(row.code);
    const hasSlip = habit.slips > 0 && choose.below(habit.slips) === 0;
    return {
      ...row,
      codeText: isCodeBlank ? "" : row.code,
      nameText: isNameBlank ? "" : hasSlip ? withSlip(name, choose) : name,
    };
  });
}

/** A name with one character left out, put in or replaced, or two exchanged; always another than before. */
function withSlip(name: string, choose: Chooser): string {
  const at = choose.below(name.length);
  const [before, char = "", next = ""] = [name.slice(0, at), name[at], name[at + 1]];
  const other = choose.pick([..."的政务教医"]);
  const slipped = choose.pick([
    before + name.slice(at + 1),
    before + other + name.slice(at),
    before + other + name.slice(at + 1),
    before + next + char + name.slice(at + 2),
  ]);
  return slipped === name || slipped === "" ? `${name}的` : slipped;
}

function sheet3(rows: readonly WrittenRow[], blanks: Map<string, string>): SheetSnapshot {
  const top: TestCell[][] = [
    ["支出总体情况表"],
    ["单位：元"],
    ["功能科目编码", "功能科目名称", "合计", "基本支出", "项目支出"],
    ["1", "2", "3", "4", "5"],
  ];
  const yuan = (value: number) => round(value * 10_000);
  return bodySheet("表3", top, "总计", rows, blanks, ({ basic, projects }) =>
    [basic + projects, basic, projects].map(yuan),
  );
}

function sheet6(rows: readonly WrittenRow[], blanks: Map<string, string>): SheetSnapshot {
  const top: TestCell[][] = [
    ["一般公共预算支出预算表（按功能分类科目）"],
    ["单位：万元"],
    ["功能分类科目", "", "一般公共预算支出"],
    ["科目编码", "科目名称", "总计", "基本支出", "项目支出"],
    ["", "", "", "", "小计", "部门项目支出", "财政专项资金(本级支出)"],
    ["1", "2", "3", "4", "5", "6", "7"],
  ];
  return bodySheet("表6", top, "合计", rows, blanks, ({ projects }) => [projects, 0, projects, projects, 0]);
}

function bodySheet(
  name: string,
  top: readonly TestCell[][],
  total: string,
  rows: readonly WrittenRow[],
  blanks: Map<string, string>,
  figures: (row: BudgetRow) => number[],
): SheetSnapshot {
  const classes = rows.filter(({ code }) => code.length === 3);
  const sum = (of: "basic" | "projects") => round(classes.reduce((all, row) => all + row[of], 0));
  const first = top.length + 1;
  rows.forEach(({ code, codeText, nameText }, index) => {
    if (codeText === "") blanks.set(`${name} ${first + index} 0`, code);
    if (nameText === "") blanks.set(`${name} ${first + index} 1`, officialName(code));
  });
  return sheetOf(name, [
    ...top,
    ["", total, ...figures({ code: "", basic: sum("basic"), projects: sum("projects") })],
    ...rows.map((row): TestCell[] => [row.codeText, row.nameText, ...figures(row)]),
  ]);
}
