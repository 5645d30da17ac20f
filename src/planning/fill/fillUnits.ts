import { normaliseName } from "../../codes/codeName";
import { parseCodeCell, saysNothing } from "../../recognition/text";
import type { CellAddress } from "../../workbook/address";
import type { Line } from "./bodyLines";
import { cellOf } from "./fillContext";
import type { FillContext, FillTable } from "./fillContext";
import type { Filling } from "./fillDraft";
import { addUp } from "./treeSums";
import { holdsUnitsOnly, unitColumn, unitHeads, unitNameColumn } from "./unitFacts";
import type { UnitFact } from "./unitFacts";

/** Tells the rows of a table that stand for a unit, by their code or by a name that the workbook knows as a unit's. */
export function unitRows(owner: FillTable, facts: readonly UnitFact[]): ReadonlySet<number> {
  const column = unitColumn(owner);
  const nameColumn = unitNameColumn(owner);
  const found = unitHeads(owner);
  if (column === undefined || nameColumn === undefined) return new Set();
  const names = new Set(facts.map(({ name }) => normaliseName(name)));
  const items = itemColumns(owner);
  for (const line of owner.lines) {
    const name = line.texts.get(nameColumn) ?? "";
    const { code } = parseCodeCell(line.texts.get(column) ?? "");
    if (line.fixedKind !== undefined || code !== "") continue;
    if (names.has(normaliseName(name))) found.add(line.sheetRow);
    else if (
      items.length > 0 &&
      !saysNothing(name) &&
      items.every((one) => saysNothing(line.texts.get(one) ?? ""))
    )
      found.add(line.sheetRow);
  }
  return found;
}

/** In tables of items (品目) the columns that describe one: a row of a unit says nothing in any of them. */
function itemColumns({ table }: FillTable): number[] {
  const columns = [...table.columns];
  if (!columns.some(([, { definition }]) => definition.kind === "codeAndName")) return [];
  return columns.flatMap(([number, { definition }]) =>
    definition.kind === "codeAndName" || definition.kind === "text" ? [number] : [],
  );
}

/** A table with units that is being filled, and what the workbook knows of units. */
interface UnitTask extends Filling {
  readonly facts: readonly UnitFact[];
  readonly column: number;
  readonly nameColumn: number;
}

/**
 * Fills unit codes from unit names and the reverse, by what other tables of the workbook say. One name may have two codes
 * (156 the department, 156001 its own office), so a code is taken only from a table that lists the same rows under the
 * unit or the same figure for it, or when the units beside it here have codes of that length. Rows under a unit get its
 * code in columns that repeat it.
 */
export function fillUnits(filling: Filling, facts: readonly UnitFact[], units: ReadonlySet<number>): void {
  const { context, owner, draft } = filling;
  const column = unitColumn(owner);
  const nameColumn = unitNameColumn(owner);
  if (column === undefined || nameColumn === undefined) return;
  const task: UnitTask = { ...filling, facts, column, nameColumn };
  const isRepeated = holdsUnitsOnly(owner) && repeatsCodes(context, owner);
  const groups = groupByUnit(owner, units);
  if (isRepeated) {
    const [first] = groups;
    const stray = owner.lines.filter(({ sheetRow }) => !first || sheetRow < first.head.sheetRow);
    for (const line of stray.filter(({ fixedKind }) => fixedKind === undefined)) fillStray(task, line);
  }
  const decided = new Map(groups.map((group) => [group.head, decideCode(task, group)]));
  const lengths = new Set([...decided.values()].flatMap((code) => (code ? [code.code.length] : [])));
  for (const group of groups) {
    const { head, rest } = group;
    const cell = cellOf(head, column);
    const name = head.texts.get(nameColumn) ?? "";
    const written = parseCodeCell(head.texts.get(column) ?? "").code;
    if (!cell) continue;
    if (written !== "" && saysNothing(name)) {
      if (!holdsUnitsOnly(owner) || itemsAddUp(owner, group)) fillName(task, head, written);
      continue;
    }
    const blank = isRepeated
      ? rest.flatMap((line) =>
          isTotal(line) || line.texts.has(column) ? [] : [{ line, cell: cellOf(line, column) }],
        )
      : [];
    const answer = written === "" ? context.answerAt(cell) : undefined;
    const candidates = candidatesFor(owner, name, facts);
    const fitting = candidates.filter(({ code }) => lengths.size === 1 && lengths.has(code.length));
    const found =
      answer !== undefined
        ? { code: answer, why: { key: "fill.answered", args: {} } }
        : (decided.get(head) ??
          (fitting.length === 1 && fitting[0]
            ? {
                code: fitting[0].code,
                why: { key: "fill.unitBeside", args: { name: shown(name), code: fitting[0].code } },
              }
            : undefined));
    const code = written || found?.code;
    if (code === undefined) {
      draft.ask(
        head,
        {
          cell,
          subject: shown(name),
          wanted: "code",
          system: "unit",
          candidates,
          why: { key: "ask.unit", args: { name: shown(name) } },
        },
        blank.flatMap((one): CellAddress[] => (one.cell ? [one.cell] : [])),
      );
      continue;
    }
    if (written === "" && found)
      draft.fill(head, { cell, from: head.texts.get(column) ?? "", to: code, why: [found.why] });
    const isCertain = belongsTogether(task, group, code);
    for (const one of blank) {
      if (!isCertain) {
        fillStray(task, one.line);
        continue;
      }
      const why = { key: "fill.unitAbove", args: { name: shown(name), code } };
      if (one.cell) draft.fill(one.line, { cell: one.cell, from: "", to: code, why: [why] });
    }
  }
}

/**
 * Where rows repeat their unit's code, a row without a name is the unit's own only when the items under it add up to it:
 * rows of 基本支出 and 项目支出 look the same.
 */
function itemsAddUp(owner: FillTable, { head, rest }: Group): boolean {
  const items = itemColumns(owner);
  const isItem = ({ texts }: Line) => items.some((number) => !saysNothing(texts.get(number) ?? ""));
  return !isItem(head) && addUp(head, rest.filter(isItem)) === true;
}

/**
 * Rows under a unit belong to it when they add up to it. Without figures it is enough that no table has one of them
 * under another unit.
 */
function belongsTogether(
  { facts, owner, nameColumn }: UnitTask,
  { head, rest }: Group,
  code: string,
): boolean {
  const listed = rest.filter(({ fixedKind }) => fixedKind === undefined);
  const sum = addUp(head, listed.length > 0 ? listed : rest);
  if (sum !== undefined) return sum;
  return listed.every((line) => {
    const name = normaliseName(line.texts.get(nameColumn) ?? "");
    const holders = facts.filter((fact) => fact.owner !== owner && fact.below.has(name));
    return holders.length === 0 || holders.some((fact) => fact.code === code);
  });
}

/** A row of which it is not certain under which unit it stands. */
function fillStray({ context, column, nameColumn, facts, draft }: UnitTask, line: Line): void {
  const cell = cellOf(line, column);
  const subject = shown(line.texts.get(nameColumn) ?? "");
  if (!cell || subject === "" || line.texts.has(column)) return;
  const said = context.answerAt(cell);
  if (said !== undefined) {
    draft.fill(line, { cell, from: "", to: said, why: [{ key: "fill.answered", args: {} }] });
    return;
  }
  const candidates = [
    ...new Map(facts.map(({ code, name }) => [code, { code, name: shown(name) }])).values(),
  ];
  const why = { key: "ask.unitOfRow", args: { name: subject } };
  draft.ask(line, { cell, subject, wanted: "code", system: "unit", candidates, why });
}

interface Group {
  readonly head: Line;
  readonly rest: readonly Line[];
}

function groupByUnit({ lines }: FillTable, units: ReadonlySet<number>): Group[] {
  const groups: { head: Line; rest: Line[] }[] = [];
  for (const line of lines) {
    if (units.has(line.sheetRow)) groups.push({ head: line, rest: [] });
    else groups[groups.length - 1]?.rest.push(line);
  }
  return groups;
}

function candidatesFor(owner: FillTable, name: string, facts: readonly UnitFact[]) {
  const own = facts.filter(
    (fact) => fact.owner !== owner && normaliseName(fact.name) === normaliseName(name),
  );
  return [...new Map(own.map((fact) => [fact.code, { code: fact.code, name: fact.name }])).values()];
}

function decideCode({ owner, facts, column, nameColumn }: UnitTask, { head, rest }: Group) {
  const written = parseCodeCell(head.texts.get(column) ?? "").code;
  if (written !== "") return { code: written, why: { key: "fill.answered", args: {} } };
  const name = normaliseName(head.texts.get(nameColumn) ?? "");
  const below = rest
    .filter(({ fixedKind }) => fixedKind === undefined)
    .map((line) => normaliseName(line.texts.get(nameColumn) ?? ""));
  const fitting = facts.filter((fact) => {
    if (fact.owner === owner || normaliseName(fact.name) !== name) return false;
    const isSameFigure =
      !!head.total && !head.total.value.isZero() && fact.line.total?.value.equals(head.total.value);
    return isSameFigure || below.some((one) => one !== "" && fact.below.has(one));
  });
  const codes = new Set(fitting.map(({ code }) => code));
  const [fact] = fitting;
  if (codes.size !== 1 || !fact) return undefined;
  const args = { name: shown(fact.name), code: fact.code, table: fact.owner.table.definition.label };
  return { code: fact.code, why: { key: "fill.unitElsewhere", args } };
}

function fillName({ context, nameColumn, facts, draft }: UnitTask, line: Line, code: string): void {
  const cell = cellOf(line, nameColumn);
  if (!cell) return;
  const known = facts.filter((fact) => fact.code === code);
  const names = new Map(known.map((fact) => [normaliseName(fact.name), fact]));
  const [fact] = names.values();
  const answer = context.answerAt(cell);
  const from = line.texts.get(nameColumn) ?? "";
  if (answer !== undefined)
    draft.fill(line, { cell, from, to: answer, why: [{ key: "fill.answered", args: {} }] });
  else if (names.size === 1 && fact) {
    const args = { name: shown(fact.name), code, table: fact.owner.table.definition.label };
    draft.fill(line, { cell, from, to: fact.name, why: [{ key: "fill.unitElsewhere", args }] });
  } else {
    const candidates = [...names.values()].map((one) => ({ code, name: one.name }));
    draft.ask(line, {
      cell,
      subject: code,
      wanted: "name",
      system: "unit",
      candidates,
      why: { key: "ask.unknownCode", args: { code } },
    });
  }
}

/** Whether rows under a unit repeat its code, by this table or, where it has no codes, by others of its kind. */
function repeatsCodes({ tables }: FillContext, owner: FillTable): boolean {
  const habits = [owner, ...tables.filter((other) => other !== owner && holdsUnitsOnly(other))].map((one) => {
    const column = unitColumn(one) ?? -1;
    const heads = unitHeads(one);
    const below = one.lines.filter(
      ({ sheetRow, fixedKind }) => !heads.has(sheetRow) && fixedKind !== "合计" && fixedKind !== "总计",
    );
    const filled = below.filter(({ texts }) => parseCodeCell(texts.get(column) ?? "").code !== "").length;
    const hasCodes = one.lines.some(({ texts }) => parseCodeCell(texts.get(column) ?? "").code !== "");
    return hasCodes && below.length > 0 ? filled * 2 > below.length : undefined;
  });
  return habits.find((habit) => habit !== undefined) ?? false;
}

function isTotal({ fixedKind }: Line): boolean {
  return fixedKind === "合计" || fixedKind === "总计";
}

function shown(name: string): string {
  return name.replace(/\s+/g, "");
}
