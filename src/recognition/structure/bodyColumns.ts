import type { CodeKind } from "../../codes/codeLists";
import type { CodeLists } from "../../codes/listsInUse";
import type { CodeSystem } from "../../tables/definition";
import type { HeadingPaths } from "../headingPaths";
import type { ReadSheet } from "../readSheet";
import { parseCodeCell } from "../text";
import { rowContent } from "./content";
import {
  isAmountHeading,
  isCodeHeading,
  isOtherMeasure,
  isRemarkHeading,
  isTotalWord,
  isWordHeading,
} from "./words";

/** What a column of a table without a definition holds. levels: 类, 款, 项 beside each other, the first one speaks for all. */
export type BodyColumn = { readonly column: number; readonly heading: string } & (
  | { readonly kind: "code"; readonly systems: readonly CodeSystem[]; readonly levels?: readonly number[] }
  | { readonly kind: "codeAndName"; readonly systems: readonly CodeSystem[] }
  | { readonly kind: "text" | "amount" | "measure" | "ordinal" }
);

interface Holding {
  amounts: number;
  digits: number;
  measures: number;
  words: number;
  both: number;
  readonly codes: string[];
  /** The names that stand in one cell with their codes, by place among the codes. */
  readonly names: string[];
}

/** Classifications whose lists tell codes, the likelier first. */
const LISTED: readonly (CodeKind & CodeSystem)[] = [
  "functional",
  "economicDepartment",
  "economicGovernment",
  "income",
];
const LEAST_SHARE = 0.7;
const LEAST_NESTED = 0.6;
/** The share of cells that must be codes of their level: a row may have slipped by one column. */
const LEAST_LEVELS = 0.9;

/** Tells the columns of a body by what they hold, and where that leaves a choice by what heads them. */
export function readBodyColumns(
  sheet: ReadSheet,
  rows: readonly number[],
  paths: HeadingPaths,
  lists: CodeLists,
): BodyColumn[] {
  const holdings = holdingsOf(sheet, rows);
  const columns = [...new Set([...holdings.keys(), ...paths.keys()])].sort((a, b) => a - b);
  const firstAmount = firstAmountOf(holdings);
  const firstText = firstTextOf(holdings);
  const headingOf = (column: number) => withoutRepeats(paths.get(column)?.path ?? []).join("/");
  const isLevel = (column: number) => /^[类款项]$/.test(paths.get(column)?.path.at(-1) ?? "");
  const levels = findLevels(columns, holdings).filter(
    (own) => own.every(isLevel) || systemsOf(levelCodes(sheet, rows, own), lists).length > 0,
  );
  return columns.flatMap((column): BodyColumn[] => {
    const heading = headingOf(column);
    const group = levels.find((own) => own.includes(column));
    if (group) {
      if (group[0] !== column) return [];
      const codes = levelCodes(sheet, rows, group);
      return [{ column, heading, kind: "code", systems: systemsOf(codes, lists), levels: group }];
    }
    const own = holdings.get(column);
    const path = paths.get(column);
    const isLeading = column < firstText;
    if (own) return [{ column, heading, ...kindOf(own, path?.path.at(-1) ?? "", isLeading, lists) }];
    return path?.isOwn ? blankColumn(column, path.path, firstAmount) : [];
  });
}

/** A column that is blank throughout is one of amounts, or of codes, where its heading says so, or says nothing else. */
function blankColumn(column: number, path: readonly string[], firstAmount: number): BodyColumn[] {
  const heading = withoutRepeats(path).join("/");
  const lowest = path.at(-1) ?? "";
  if (isCodeHeading(lowest)) return [{ column, heading, kind: "code", systems: systemsByHeading(heading) }];
  if (isRemarkHeading(lowest) || isOtherMeasure(lowest)) return [];
  return column > firstAmount || isAmountHeading(lowest) ? [{ column, heading, kind: "amount" }] : [];
}

/** The classification that a heading over codes names. */
function systemsByHeading(heading: string): readonly CodeSystem[] {
  if (/功能/.test(heading)) return ["functional"];
  if (/经济/.test(heading)) return [/政府/.test(heading) ? "economicGovernment" : "economicDepartment"];
  return /单位|部门/.test(heading) ? ["unit"] : [];
}

function withoutRepeats(path: readonly string[]): string[] {
  return [...new Set(path)];
}

/** The first column that holds amounts; none beyond the last. */
function firstAmountOf(holdings: ReadonlyMap<number, Holding>): number {
  return Math.min(...[...holdings].flatMap(([column, { amounts }]) => (amounts > 0 ? [column] : [])));
}

/** The first column that holds words alone; none before the first. */
function firstTextOf(holdings: ReadonlyMap<number, Holding>): number {
  const columns = [...holdings].flatMap(([column, { amounts, digits, words }]) =>
    amounts + digits === 0 && words > 1 ? [column] : [],
  );
  return columns.length > 0 ? Math.min(...columns) : -1;
}

function holdingsOf(sheet: ReadSheet, rows: readonly number[]): Map<number, Holding> {
  const holdings = new Map<number, Holding>();
  for (const row of rows)
    for (const { column, content, text } of rowContent(sheet, row)) {
      let own = holdings.get(column);
      if (!own)
        holdings.set(
          column,
          (own = { amounts: 0, digits: 0, measures: 0, words: 0, both: 0, codes: [], names: [] }),
        );
      if (content === "amount") own.amounts++;
      else if (content === "measure") own.measures++;
      else if (content === "digits") {
        own.digits++;
        own.codes.push(text);
      } else if (content === "word") {
        const { code, name } = parseCodeCell(text);
        if (code.length >= 3 && name !== "") {
          own.both++;
          own.codes.push(code);
          own.names.push(name);
        } else if (!isTotalWord(text)) own.words++;
      }
    }
  return holdings;
}

function kindOf(own: Holding, heading: string, isLeading: boolean, lists: CodeLists) {
  const figures = own.amounts + own.digits + own.measures;
  const words = own.words + own.both;
  if (own.both > 0 && own.both >= own.words + figures)
    return { kind: "codeAndName", systems: namedSystems(own, lists) } as const;
  if (figures === 0 || words * 3 > figures) return { kind: "text" } as const;
  if (isOrdinal(own, heading)) return { kind: "ordinal" } as const;
  const areDigits = own.digits >= LEAST_SHARE * figures;
  if (areDigits && (areCodes(own.codes, heading, lists) || (isLeading && areAlike(own))))
    return { kind: "code", systems: systemsOf(own.codes, lists) } as const;
  const isMeasure =
    own.measures * 2 > figures || isOtherMeasure(heading) || isWordHeading(heading) || areYears(own);
  return { kind: isMeasure ? "measure" : "amount" } as const;
}

function isOrdinal({ codes, amounts }: Holding, heading: string): boolean {
  if (amounts > 0 || codes.length === 0) return false;
  const rising = codes.filter((code, index) => Number(code) === Number(codes[0]) + index).length;
  const isCounted = codes.length >= 3 && rising === codes.length && Number(codes[0]) <= 1;
  return (
    isCounted ||
    (/^(序号|行次|栏次|编号)$/.test(heading) && Math.max(...codes.map(Number)) <= codes.length * 3)
  );
}

/** Digits left of all names, of no more lengths than codes have: those of units, or of projects. */
function areAlike({ codes, amounts }: Holding): boolean {
  const lengths = new Set(codes.map(({ length }) => length));
  return (
    amounts === 0 && lengths.size <= MOST_LENGTHS && [...lengths].every((length) => length >= LEAST_DIGITS)
  );
}

const MOST_LENGTHS = 3;
const LEAST_DIGITS = 3;

function areYears({ codes, amounts }: Holding): boolean {
  return amounts === 0 && codes.length > 1 && codes.every((code) => /^(19|20)\d\d$/.test(code));
}

/** Digits are codes where the heading says so, the lists know them, or they are parts of each other: 201, 20103, 2010301. */
function areCodes(codes: readonly string[], heading: string, lists: CodeLists): boolean {
  const fitting = codes.filter((code) => code.length >= 2 && code.length <= 15);
  if (fitting.length < codes.length * LEAST_SHARE) return false;
  if (isCodeHeading(heading)) return true;
  if (systemsOf(codes, lists).length > 0 && codes.some((code) => code.length >= 5)) return true;
  const all = new Set(codes);
  const below = codes.filter((code) => code.length >= 5);
  const nested = below.filter((code) => all.has(code.slice(0, -2)) || all.has(code.slice(0, -3)));
  return below.length >= 2 && nested.length >= below.length * LEAST_NESTED;
}

/** The classification whose list has most of the codes; none where no list has them. */
function systemsOf(codes: readonly string[], lists: CodeLists): readonly CodeSystem[] {
  const own = codes.filter((code) => code.length >= 3);
  if (own.length === 0) return [];
  const shares = LISTED.map((system) => {
    const { entries } = lists.get(system, undefined);
    return { system, share: own.filter((code) => entries.has(code)).length / own.length };
  });
  const best = shares.reduce((first, next) => (next.share > first.share ? next : first));
  return best.share >= LEAST_SHARE ? [best.system] : [];
}

/** The same for codes with names beside them, some of which the list must have: kinds of project are numbered from 311 too. */
function namedSystems({ codes, names, both }: Holding, lists: CodeLists): readonly CodeSystem[] {
  const systems = systemsOf(codes, lists);
  const [system] = systems;
  if (system === undefined || system === "unit" || both < codes.length) return systems;
  const { named } = lists.namesEver(system as CodeKind, undefined);
  const known = names.filter((name, at) => named(name).includes(codes[at] ?? "")).length;
  return known >= names.length * LEAST_KNOWN ? systems : [];
}

/** The share of names that are those of their codes: below it the codes are of another kind. */
const LEAST_KNOWN = 0.25;

/** Columns of 类 (three digits), 款 and 项 (two each) beside each other. */
function findLevels(columns: readonly number[], holdings: ReadonlyMap<number, Holding>): number[][] {
  const isOf = (column: number | undefined, digits: number) => {
    const own = column === undefined ? undefined : holdings.get(column);
    if (!own || own.codes.length === 0 || own.amounts > 0 || own.both > 0) return false;
    const fitting = own.codes.filter((code) => code.length === digits || (digits === 2 && code.length === 1));
    return fitting.length >= own.codes.length * LEAST_LEVELS;
  };
  return columns.flatMap((column, at): number[][] => {
    if (!isOf(column, 3) || columns[at + 1] !== column + 1 || !isOf(columns[at + 1], 2)) return [];
    const third = columns[at + 2];
    return third === column + 2 && isOf(third, 2) ? [[column, column + 1, third]] : [[column, column + 1]];
  });
}

function levelCodes(sheet: ReadSheet, rows: readonly number[], levels: readonly number[]): string[] {
  let open: string[] = [];
  return rows.flatMap((row) => {
    const cells = new Map(rowContent(sheet, row).map(({ column, text }) => [column, text]));
    const own = levels.map((column) => cells.get(column) ?? "");
    const deepest = own.findLastIndex((text) => /^\d+$/.test(text));
    if (deepest < 0) return [];
    open = own
      .slice(0, deepest + 1)
      .map((text, level) => (text === "" ? (open[level] ?? "") : text.padStart(2, "0")));
    return [open.join("")];
  });
}
