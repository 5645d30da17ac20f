import { cellAt } from "../../workbook/snapshot";
import type { SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot";
import type { RecognisedRow, RecognisedTable } from "../../recognition/recognised";
import type { Pack } from "../../tables/definition";
import type { InsertOptions, ProjectOption, UnitOption } from "./options";

/** What a workbook's tables say of the office whose they are; undefined or empty where they say nothing. */
export interface Office {
  readonly year: number | undefined;
  readonly department: string | undefined;
  readonly unit: InsertOptions["unit"] | undefined;
  readonly units: readonly UnitOption[];
  readonly projects: readonly ProjectOption[];
  readonly codes: readonly string[];
}

/** Gathers year, department, unit, units, projects and functional codes from the tables found in a workbook. */
export function officeIn(workbook: WorkbookSnapshot, pack: Pack, tables: readonly RecognisedTable[]): Office {
  const { offers } = pack.insertion;
  const units = unitsIn(rowsOf(tables, offers.units));
  const projects =
    offers.projects.map((source) => projectsIn(rowsOf(tables, [source]))).find((found) => found.length > 0) ??
    [];
  return {
    year: mostOften(tables.flatMap(({ year }) => year ?? [])),
    department: departmentIn(workbook, tables) ?? units.find(({ code }) => code.length === 3)?.name,
    unit: mostOften(tables.flatMap(({ unit }) => (unit === "元" || unit === "万元" ? unit : []))),
    units,
    projects,
    codes: [...new Set(rowsOf(tables, offers.codes).map(({ code }) => code))]
      .filter((code) => FUNCTIONAL.test(code))
      .sort(),
  };
}

/** 类, 款 or 项 of 支出功能分类. */
const FUNCTIONAL = /^2\d{2}(\d{2}){0,2}$/;

/** Rows by sources such as "T10[项目]" or "T03[类|款|项]", in the order of the sources. */
function rowsOf(tables: readonly RecognisedTable[], sources: readonly string[]): RecognisedRow[] {
  return sources.flatMap((source) => {
    const [, id = "", kinds = ""] = /^(\w+)\[(.+)\]$/.exec(source) ?? [];
    const wanted = kinds.split("|");
    return tables
      .filter(({ definition }) => definition.id === id)
      .flatMap(({ rows }) => rows.filter(({ rule }) => wanted.includes(rule.kind)));
  });
}

function unitsIn(rows: readonly RecognisedRow[]): UnitOption[] {
  const units = new Map<string, string>();
  for (const { code, name } of rows) {
    if (code !== "" && (units.get(code) ?? "") === "") units.set(code, name);
  }
  return [...units]
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

function projectsIn(rows: readonly RecognisedRow[]): ProjectOption[] {
  const projects = new Map<string, ProjectOption>();
  for (const { name, code, unit } of rows) {
    if (name === "") continue;
    const own = { name, code: FUNCTIONAL.test(code) && code.length === 7 ? code : "", unit };
    projects.set(`${own.unit} ${own.code} ${name}`, own);
  }
  return [...projects.values()];
}

/** What stands behind 部门名称： or 单位名称： above a heading, in the same cell or the next one. */
function departmentIn({ sheets }: WorkbookSnapshot, tables: readonly RecognisedTable[]): string | undefined {
  const names = tables.flatMap(({ sheet: name, range, headerRows }) => {
    const sheet = sheets.find((one) => one.name === name);
    return sheet ? (labelledName(sheet, range.firstRow, headerRows.first) ?? []) : [];
  });
  return mostOften(names);
}

const LABEL = /^(?:部门|单位|预算单位|编制部门|编制单位|填报单位|填报部门)(?:名称)?[：:]\s*(.*)$/;

/** The name alone of a department that was given with its label in front, as it is copied from a table. */
export function withoutLabel(department: string): string {
  const name = department.trim();
  return LABEL.exec(name)?.[1] || name;
}

function labelledName(sheet: SheetSnapshot, first: number, before: number): string | undefined {
  for (let row = Math.max(0, first - 1); row < before; row++) {
    for (const [column, { value }] of sheet.rows.get(row) ?? []) {
      const [, behind] = typeof value === "string" ? (LABEL.exec(value.trim()) ?? []) : [];
      if (behind === undefined) continue;
      const next = cellAt(sheet, row, column + 1)?.value;
      const name = behind !== "" ? behind : typeof next === "string" ? next.trim() : "";
      // 单位：万元 is the unit of amounts.
      if (name !== "" && !/^(人民币)?(千|百|万|亿)?元$/.test(name) && !LABEL.test(name)) return name;
    }
  }
  return undefined;
}

/** What occurs most often, of equals the first. */
function mostOften<T>(all: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  let best: T | undefined;
  for (const [one, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = one;
  return best;
}

/** Units and projects in the form in which they are listed (readUnits.ts), each project under its unit. */
export function listOf({ units, projects }: Pick<Office, "units" | "projects">): string {
  const lines = ({ code, name }: { code: string; name: string }) =>
    code !== "" && name !== "" ? [`${code} ${name}`] : [];
  const loose = projects.filter(({ unit }) => !units.some(({ code }) => code === unit));
  return [
    ...units.flatMap((unit) => [
      ...lines(unit),
      ...projects.filter((project) => project.unit === unit.code).flatMap(lines),
    ]),
    ...loose.flatMap(lines),
  ].join("\n");
}
