import { parseCodeList, namesIn } from "../../src/codes/codeLists";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import type { Chooser } from "./random";
import { seedRows } from "./seedWorkbook";
import { sheetOf } from "./sheet";
import type { TestCell } from "./sheet";

const YEAR = 2020;

/** What one 项 spends, in 元: 基本支出 by category, projects of the general budget, of the funds, of other money. */
export interface Leaf {
  readonly code: string;
  readonly staff: number;
  readonly office: number;
  readonly people: number;
  readonly own: number;
  readonly special: number;
  readonly fund: number;
  readonly other: number;
}

type Figures = readonly number[];

/** Codes of its units, a few when left out; what is done to its 项 before the tables are made of them. */
export interface GeneratedOptions {
  readonly units?: readonly string[];
  readonly change?: (leaves: readonly Leaf[]) => readonly Leaf[];
  /** Amounts are whole steps of 0.01 万元, so that all sums hold to the last digit. */
  readonly isExact?: boolean;
}

const TITLES: Readonly<Record<string, string>> = {
  T02: "收入总体情况表",
  T03: "支出总体情况表",
  T06: "一般公共预算支出预算表（按功能分类科目）",
  T07: "政府性基金预算支出情况表",
  T08: "部门预算基本支出预算表",
  T10: "部门预算项目支出预算表",
};

/**
 * A consistent budget of about so many rows in six tables (表2, 3, 6, 7, 8, 10) by the official codes: amounts in 元 add up,
 * and each figure is printed by rounding its own amount to 0.01 万元.
 */
export function generatedBudget(
  rows: number,
  choose: Chooser,
  { units: given, change = (leaves) => leaves, isExact = false }: GeneratedOptions = {},
): WorkbookSnapshot {
  // The tree of codes stands in four tables, its 项 once more as projects.
  const chosen = chooseCodes(Math.max(2, Math.round(rows / 6.5)), choose).map((code) => leafOf(code, choose));
  const leaves = change(isExact ? chosen.map(inWholeSteps) : chosen);
  const units = given ?? Array.from({ length: 1 + choose.below(4) }, (_, index) => `15600${index + 1}`);
  const owners = leaves.map(() => choose.pick(units));
  return {
    name: "generated.xlsx",
    sheets: [
      tableOf("T02", "表2", treeRows("总计", leaves, income)),
      tableOf("T03", "表3", treeRows("总计", leaves, expenditure)),
      tableOf("T06", "表6", treeRows("合计", leaves, general)),
      tableOf(
        "T07",
        "表7",
        treeRows(
          "合计",
          leaves.filter(({ fund }) => fund > 0),
          funds,
        ),
      ),
      tableOf("T08", "表8", basicRows(leaves, owners, units)),
      tableOf("T10", "表10", projectRows(leaves, owners, units, choose)),
    ],
  };
}

const { entries } = parseCodeList("functional");

function chooseCodes(count: number, choose: Chooser): string[] {
  const all = [...entries.values()].filter(
    (entry) =>
      entry.code.length === 7 &&
      [entry.code, entry.code.slice(0, 5), entry.code.slice(0, 3)].every(
        (code) => nameOf(code) !== "" && Number(code.slice(0, 3)) < 227,
      ),
  );
  const start = choose.below(Math.max(1, all.length - count));
  return all.slice(start, start + count).map(({ code }) => code);
}

function nameOf(code: string): string {
  const entry = entries.get(code);
  return (entry && namesIn(entry, YEAR)[0]) ?? "";
}

function leafOf(code: string, choose: Chooser): Leaf {
  const amount = (share: number) => (choose.chance(share) ? 1000 + choose.below(90_000_000) : 0);
  return {
    code,
    staff: amount(0.7),
    office: amount(0.6),
    people: amount(0.4),
    own: amount(0.8),
    special: amount(0.2),
    fund: amount(0.2),
    other: amount(0.15),
  };
}

function inWholeSteps({ code, ...amounts }: Leaf): Leaf {
  const whole = (yuan: number) => Math.round(yuan / 100) * 100;
  const { staff, office, people, own, special, fund, other } = amounts;
  return {
    code,
    staff: whole(staff),
    office: whole(office),
    people: whole(people),
    own: whole(own),
    special: whole(special),
    fund: whole(fund),
    other: whole(other),
  };
}

const basic = ({ staff, office, people }: Leaf) => staff + office + people;

function income(leaf: Leaf): Figures {
  const { own, special, fund, other } = leaf;
  const treasury = basic(leaf) + own + special;
  const all = treasury + fund + other;
  return [all, all, treasury + fund, treasury, fund, 0, 0, 0, 0, other, 0, 0, other, 0, 0, 0, 0];
}

function expenditure(leaf: Leaf): Figures {
  const projects = leaf.own + leaf.special + leaf.fund + leaf.other;
  return [basic(leaf) + projects, basic(leaf), projects, 0, 0, 0, 0];
}

function general(leaf: Leaf): Figures {
  const { own, special } = leaf;
  return [basic(leaf) + own + special, basic(leaf), own + special, own, special];
}

function funds({ fund }: Leaf): Figures {
  return [fund, 0, fund, fund, 0];
}

function sum(all: readonly Figures[]): Figures {
  const [first = []] = all;
  return first.map((_, column) => all.reduce((total, one) => total + (one[column] ?? 0), 0));
}

function printed(figures: Figures): TestCell[] {
  return figures.map((yuan) => Math.round(yuan / 100) / 100);
}

function treeRows(total: string, leaves: readonly Leaf[], figures: (leaf: Leaf) => Figures): TestCell[][] {
  if (leaves.length === 0) return [["", total, ...printed(figures(leafless()))]];
  const codes = new Set(leaves.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]));
  return [
    ["", total, ...printed(sum(leaves.map(figures)))],
    ...[...codes].sort().map((code): TestCell[] => {
      const below = leaves.filter((leaf) => leaf.code.startsWith(code));
      return [code, nameOf(code), ...printed(sum(below.map(figures)))];
    }),
  ];
}

function leafless(): Leaf {
  return { code: "", staff: 0, office: 0, people: 0, own: 0, special: 0, fund: 0, other: 0 };
}

/** 表8: c3 = c4 = c5, all of the general budget. */
function basicRows(
  leaves: readonly Leaf[],
  owners: readonly string[],
  units: readonly string[],
): TestCell[][] {
  const line = (code: string, name: string, amount: number): TestCell[] => [
    code,
    name,
    ...printed([amount, amount, amount, 0, 0, 0, 0, 0, 0, 0, 0]),
  ];
  const total = (of: (leaf: Leaf) => number, unit?: string) =>
    leaves.reduce((all, leaf, index) => all + (!unit || owners[index] === unit ? of(leaf) : 0), 0);
  return [
    line("", "合计", total(basic)),
    ...units.flatMap((unit) => [
      line(unit, `第${unit}局`, total(basic, unit)),
      line(
        unit,
        "人员支出",
        total(({ staff }) => staff, unit),
      ),
      line(
        unit,
        "公用经费",
        total(({ office }) => office, unit),
      ),
      line(
        unit,
        "对个人和家庭的补助支出",
        total(({ people }) => people, unit),
      ),
    ]),
  ];
}

/** 表10: the projects of each 项, under its unit; larger ones in two. */
function projectRows(
  leaves: readonly Leaf[],
  owners: readonly string[],
  units: readonly string[],
  choose: Chooser,
): TestCell[][] {
  const areWhole = leaves.every(({ own, special }) => (own + special) % 100 === 0);
  const figures = (treasury: number, fund: number, other: number): Figures => [
    treasury + fund + other,
    treasury + fund,
    treasury,
    fund,
    0,
    0,
    0,
    0,
    other,
    0,
  ];
  const blocks = units.flatMap((unit) => {
    const projects = leaves.flatMap(({ code, own, special, fund, other }, index) => {
      const treasury = own + special;
      if (owners[index] !== unit || treasury + fund + other === 0) return [];
      const split = choose.chance(0.5) ? choose.below(treasury) : 0;
      const part = areWhole ? Math.round(split / 100) * 100 : split;
      const first = { code, name: `${code}甲项目`, figures: figures(treasury - part, fund, other) };
      return part === 0 ? [first] : [first, { code, name: `${code}乙项目`, figures: figures(part, 0, 0) }];
    });
    return projects.length === 0 ? [] : [{ unit, projects }];
  });
  const all = blocks.flatMap(({ projects }) => projects.map((one) => one.figures));
  return [
    ["", "合计", ...printed(all.length > 0 ? sum(all) : figures(0, 0, 0))],
    ...blocks.flatMap(({ unit, projects }): TestCell[][] => [
      [unit, `第${unit}局`, ...printed(sum(projects.map((one) => one.figures)))],
      ...projects.map(({ code, name, figures: own }): TestCell[] => [code, name, ...printed(own)]),
    ]),
  ];
}

/** Title, unit line and headings as the published budget has them, then the rows. */
function tableOf(id: string, name: string, rows: readonly (readonly TestCell[])[]) {
  const headings = seedRows(id, "complete")
    .filter(([mark]) => mark === "#H")
    .map(([, ...texts]) => texts);
  return sheetOf(name, [[`${YEAR}年${TITLES[id] ?? ""}`], ["单位：万元"], ...headings, ...rows]);
}
