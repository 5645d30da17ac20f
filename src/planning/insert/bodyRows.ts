import { printedName } from "../../codes/codeLists";
import type { CodeKind } from "../../codes/codeLists";
import { codesAbove } from "../../codes/place";
import { listsInUse } from "../../codes/listsInUse";
import { linkFamily } from "../../recognition/family";
import { normaliseRowName } from "../../recognition/text";
import { columnPaths } from "../../tables/definition";
import type { RowRule, SideDefinition, TableDefinition } from "../../tables/definition";
import type { BodyTemplate, EachTemplate, LineTemplate, TableInsertion } from "../../tables/insertion";
import { USUAL_BLANK_ROWS } from "./options";
import type { InsertOptions, UnitOption } from "./options";
import { makeRow } from "../table";
import type { Row, RowInMaking, Table } from "../table";

interface Context {
  readonly definition: TableDefinition;
  readonly insertion: TableInsertion;
  readonly side: SideDefinition;
  readonly options: InsertOptions;
  readonly parent: RowInMaking | undefined;
  readonly unit: UnitOption | undefined;
}

/** Economic classes that an office has by default: wages, goods and services, persons, equipment. */
const USUAL_ECONOMIC_CLASSES = ["301", "302", "303", "310"];

/** The body rows of a table that is made new, sides side by side, from a row of the sheet on. */
export function planBodyRows(
  definition: TableDefinition,
  insertion: TableInsertion,
  options: InsertOptions,
  firstRow: number,
): Row[] {
  const parts = definition.sides.map((side, index) => {
    const context = { definition, insertion, side, options, parent: undefined, unit: undefined };
    const made = inParts(insertion.sides[index] ?? []).map((templates) =>
      templates.flatMap((template) => expand(template, context)),
    );
    linkFamily(made.flat(), side);
    return made;
  });
  const rows: Row[] = [];
  let start = firstRow;
  const count = Math.max(...parts.map((side) => side.length));
  for (let part = 0; part < count; part++) {
    // The last part of every side ends the table: it stands lowest.
    const heights = parts.map((side) => side[part]?.length ?? 0);
    for (const side of parts) {
      side[part]?.forEach((row, index) => {
        row.sheetRow = start + index;
        rows.push(row);
      });
    }
    start += Math.max(...heights);
  }
  return rows.sort((a, b) => a.sheetRow - b.sheetRow);
}

/** Where a table has its units: one of its lists, and the rows that its insertion data puts there for each. */
export interface UnitPlace {
  readonly side: SideDefinition;
  readonly each: EachTemplate;
}

/** The rows that a new table has for one unit, its own first, of which nothing else is known yet. */
export function planUnitRows(
  { definition, insertion }: Pick<Table, "definition" | "insertion">,
  { side, each }: UnitPlace,
  unit: UnitOption,
): readonly Row[] {
  const options: InsertOptions = {
    tables: [],
    year: 0,
    department: "",
    unit: "万元",
    units: [unit],
    projects: [],
    codes: [],
    economic: [],
  };
  return unitRows(each, unit, { definition, insertion, side, options, parent: undefined, unit });
}

function inParts(templates: readonly BodyTemplate[]): BodyTemplate[][] {
  const parts: BodyTemplate[][] = [[]];
  for (const template of templates) {
    if ("align" in template) parts.push([]);
    else parts.at(-1)?.push(template);
  }
  return parts;
}

function expand(template: BodyTemplate, context: Context): RowInMaking[] {
  if ("line" in template) return lineRows(template, context);
  if ("each" in template) return eachRows(template, context);
  if ("align" in template) return [];
  const { options } = context;
  const given = givenRows(template.blank, "", context);
  const blanks = Array.from({ length: template.count ?? options.blankRows ?? USUAL_BLANK_ROWS }, () => ({
    ...draft(context, ruleOfKind(context, template.blank), ""),
    isBlank: true,
  }));
  return [...given, ...blanks];
}

/** Rows of a kind that are known beforehand, for this place of the template. */
function givenRows(kind: string, line: string, context: Context): RowInMaking[] {
  const { options, definition, unit, parent } = context;
  const place = { table: definition.id, kind, unit: unit?.code, above: parent?.rule.kind, line };
  return (options.given?.rows(place) ?? []).map(({ kind: own, code, name, texts }) => {
    const row = draft(context, ruleOfKind(context, own), name, code);
    return { ...row, texts: new Map([...row.texts, ...texts]) };
  });
}

function lineRows(template: LineTemplate, context: Context): RowInMaking[] {
  const rule = ruleOfName(context, template.line);
  const given = givenRows(rule.kind, template.line, context);
  if (given.length > 0) return given.map((one) => ({ ...one, indent: template.indent ?? 0 }));
  const row = draft(context, rule, template.line);
  row.indent = template.indent ?? 0;
  row.sum = template.sum;
  return [row, ...(template.under ?? []).flatMap((inner) => expand(inner, { ...context, parent: row }))];
}

function eachRows(template: EachTemplate, context: Context): RowInMaking[] {
  const { options, side } = context;
  switch (template.each) {
    case "department":
    case "unit":
      return unitsFor(template.each, options).flatMap((one) => unitRows(template, one, context));
    case "project":
      return projectRows(template, context);
    case "code":
      return withParents(options).map((code) => {
        const rule = side.rows.find((one) => one.code?.test(code) && one.digits?.includes(code.length));
        if (!rule) throw new RangeError(`${context.definition.id} has no row for the code ${code}`);
        return draft(context, rule, nameOf("functional", code, options), code);
      });
    case "economic":
      return economicRows(context);
  }
}

function unitRows({ under = [] }: EachTemplate, unit: UnitOption, context: Context): RowInMaking[] {
  const row = draft(context, ruleOfKind(context, "单位"), unit.name, unit.code);
  return [row, ...under.flatMap((child) => expand(child, { ...context, parent: row, unit }))];
}

/** Projects of the unit above. Where they are only offered a row is blank but for the name: whoever wants it fills it. */
function projectRows({ as = "项目", isOffered }: EachTemplate, context: Context): RowInMaking[] {
  const { options, unit, definition, side } = context;
  if (isOffered && !options.withProjects?.includes(definition.id)) return [];
  const own = options.projects.filter(
    (project) => project.unit === "" || unit === undefined || project.unit === unit.code,
  );
  if (!isOffered) return own.map(({ name, code }) => draft(context, ruleOfKind(context, as), name, code));
  return [...new Set(own.map(({ name }) => name))].map((name) => ({
    ...draft(context, ruleOfKind(context, as), ""),
    texts: new Map([[side.nameColumn, name]]),
    isBlank: true,
  }));
}

/** The departments among the units, made of the units' first digits where only units are given; or the units. */
function unitsFor(level: "department" | "unit", options: InsertOptions): readonly UnitOption[] {
  const { units, department, given } = options;
  if (given) return given.units;
  const departments = units.filter(({ code }) => code.length === 3);
  if (level === "unit") {
    const below = units.filter(({ code }) => code.length > 3);
    return below.length > 0 ? below : departments;
  }
  if (departments.length > 0) return departments;
  const codes = [...new Set(units.map(({ code }) => code.slice(0, 3)))];
  return codes.map((code) => ({ code, name: codes.length === 1 ? department : "" }));
}

/** Functional codes of the office and its projects with all codes above them, in order. */
function withParents({ codes, projects }: InsertOptions): string[] {
  const all = new Set<string>();
  for (const code of [...codes, ...projects.map((project) => project.code)]) {
    if (code !== "") for (const one of [...codesAbove(code), code]) all.add(one);
  }
  return [...all].sort();
}

function economicRows(context: Context): RowInMaking[] {
  const { options } = context;
  const pairs =
    options.economic ??
    (options.lists ?? listsInUse())
      .correspondence()
      .usedBy("机关")
      .filter(({ department }) => USUAL_ECONOMIC_CLASSES.includes(department.slice(0, 3)));
  const isTree = context.side.parents === "code";
  const rows: RowInMaking[] = [];
  const seen = new Set<string>();
  let open: RowInMaking | undefined;
  let key = "";
  for (const { department, government } of pairs) {
    const next = isTree ? department.slice(0, 3) : `${department.slice(0, 3)}|${government.slice(0, 3)}`;
    if (next !== key) {
      open = economicRow(context, department.slice(0, 3), government.slice(0, 3));
      rows.push(open);
      key = next;
      seen.clear();
    }
    const name = isTree ? department : `${department}|${government}`;
    if (open && !seen.has(name)) rows.push(economicRow({ ...context, parent: open }, department, government));
    seen.add(name);
  }
  return rows;
}

function economicRow(context: Context, department: string, government: string): RowInMaking {
  const rule = context.side.rows.find((one) => one.code?.test(department));
  if (!rule) throw new RangeError(`${context.definition.id} has no row for the code ${department}`);
  const { options } = context;
  const departmentName = nameOf("economicDepartment", department, options);
  const row = draft(context, rule, departmentName, department);
  const texts = new Map(row.texts);
  for (const { column } of columnPaths(context.definition.header)) {
    if (column.kind !== "codeAndName") continue;
    const isOwn = column.systems?.includes("economicDepartment");
    if (!isOwn && government === "") continue;
    const [code, name] = isOwn
      ? [department, departmentName]
      : [government, nameOf("economicGovernment", government, options)];
    texts.set(column.number, `[${code}]${name}`);
  }
  row.texts = texts;
  return row;
}

function nameOf(kind: CodeKind, code: string, { year, lists = listsInUse() }: InsertOptions): string {
  return printedName(lists.get(kind, year), code, year) ?? "";
}

function ruleOfKind({ side, definition }: Context, kind: string): RowRule {
  const rule = side.rows.find((one) => one.kind === kind);
  if (!rule) throw new RangeError(`${definition.id} has no rows of the kind ${kind}`);
  return rule;
}

function ruleOfName({ side, definition }: Context, line: string): RowRule {
  const key = normaliseRowName(line);
  const rule = side.rows.find(({ names }) => names?.some((name) => normaliseRowName(name) === key));
  if (!rule) throw new RangeError(`${definition.id} has no row called ${line}`);
  return rule;
}

function draft(context: Context, rule: RowRule, name: string, code = ""): RowInMaking {
  const { side, unit, insertion, parent } = context;
  const texts = new Map<number, string>();
  if (name !== "" && side.nameColumn > 0) texts.set(side.nameColumn, name);
  // A blank row with nothing but a unit's code would read as the unit itself.
  const unitCode = insertion.hasUnitCodes && name !== "" ? (unit?.code ?? "") : "";
  const shown = code || unitCode;
  if (shown !== "" && side.codeColumn !== undefined) texts.set(side.codeColumn, shown);
  return { ...makeRow({ side, rule, name, code: rule.standsFor ?? code, texts }), parent };
}
