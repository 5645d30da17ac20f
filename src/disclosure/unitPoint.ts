import { normaliseName } from "../codes/codeName";
import type { RecognisedTable } from "../recognition/recognised";
import type { Point } from "./point";

/** 纳入…预算编制范围的单位共 3 个, 下属单位 12 个, 由本级及 4 个下属单位组成. */
const COUNTED =
  /(?:预算单位|纳入[^。；]{0,20}单位|部门预算[^。；]{0,16}单位)[^。；\d]{0,14}?(?:共|合计|为|有)?\s*(\d{1,3})\s*个/;

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
  const told = text === undefined ? undefined : COUNTED.exec(text.replace(/\s/g, ""))?.[1];
  if (told === undefined || names.length === 0)
    return { ...base, status: text === undefined ? "unknown" : "manual" };
  if (Number(told) === names.length) return { ...base, status: "met" };
  const args = { told, count: String(names.length), units: names };
  return { ...base, status: "doubt", problem: { key: "complete.units.differ", args } };
}

function unitNames(tables: readonly RecognisedTable[]): string[] {
  const names = new Map<string, string>();
  for (const { rows } of tables)
    for (const { rule, name } of rows)
      if (rule.kind === "单位" && !names.has(normaliseName(name)))
        names.set(normaliseName(name), name.trim());
  return [...names.values()];
}
