import { normaliseName } from "../codes/codeName";
import type { RecognisedTable } from "../recognition/recognised";
import type { MessageArgs } from "../messages/messageRef";
import type { Point } from "./point";

/** 纳入…预算编制范围的单位共 3 个, 预算单位共十二家; 下属单位 4 个 leaves the office itself out and is not meant. */
const COUNTED =
  /(?:预算单位|纳入[^。；]{0,20}单位|部门预算[^。；]{0,16}单位)[^。；\d一二三四五六七八九十]{0,14}?(?:共|合计|为|有)?(\d{1,3}|[一二三四五六七八九十]{1,3})[个家]/;

const DIGITS = "一二三四五六七八九";

/**
 * The units that the text counts and those that the tables list. Where the text names no number, or there is no text, the point is
 * a person's to tick.
 */
export function unitPoint({
  tables,
  text,
}: {
  readonly tables: readonly RecognisedTable[];
  readonly text: string | undefined;
}): Point {
  const names = unitNames(tables);
  const point = { key: "complete.units", args: { count: String(names.length), units: names } };
  const base = {
    rule: "complete.units",
    id: "units",
    point,
    basis: { key: "complete.basis.units", args: {} },
    problem: undefined,
    cells: [],
  };
  if (text === undefined || names.length === 0)
    return { ...base, status: text === undefined ? "unknown" : "manual" };
  const plain = text.replace(/\s/g, "");
  const told = COUNTED.exec(plain)?.[1];
  const doubt = (key: string, args: MessageArgs): Point => ({
    ...base,
    status: "doubt",
    problem: { key, args },
  });
  if (told !== undefined && countOf(told) !== names.length)
    return doubt("complete.units.differ", {
      told: String(countOf(told)),
      count: String(names.length),
      units: names,
    });
  const unnamed = unnamedIn(plain, names);
  if (unnamed.length > 0) return doubt("complete.units.unnamed", { units: unnamed });
  return { ...base, status: told === undefined ? "manual" : "met" };
}

/** 12 or 十二. */
function countOf(told: string): number {
  if (/^\d/.test(told)) return Number(told);
  const digit = (text: string) => (text === "" ? 0 : DIGITS.indexOf(text) + 1);
  if (!told.includes("十")) return digit(told);
  const [tens = "", ones = ""] = told.split("十");
  return (digit(tens) || 1) * 10 + digit(ones);
}

/** So many units named make a list of them: one alone is the office that the text is of. */
const FEWEST_NAMED = 2;

/** Units of the tables that a text leaves out which lists others of them; one that lists none leaves none out. */
function unnamedIn(text: string, names: readonly string[]): string[] {
  const said = normaliseName(text);
  const unnamed = names.filter((name) => !said.includes(normaliseName(name)));
  return names.length - unnamed.length < FEWEST_NAMED ? [] : unnamed;
}

function unitNames(tables: readonly RecognisedTable[]): string[] {
  const names = new Map<string, string>();
  for (const { rows } of tables)
    for (const { rule, name } of rows)
      if (rule.kind === "单位" && !names.has(normaliseName(name)))
        names.set(normaliseName(name), name.trim());
  return [...names.values()];
}
