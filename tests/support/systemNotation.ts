import { readSystem } from "../../src/validation/system/readSystem";
import type { LinearSystem } from "../../src/validation/system/linearSystem";

/**
 * A system in a small notation: figures as "a 1.50" (printed with two digits, so in steps of 0.01; "a 1.50!" is fixed),
 * relations as "sum: a = b + c - 2 d" or "most: a <= b", one on a line.
 */
export function systemOf(text: string): LinearSystem {
  const lines = text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  const figures = lines.filter((line) => !line.includes(":"));
  const cells = figures.flatMap((line) =>
    line.split(/,\s*/).map((figure) => {
      const [, id = "", value = "", mark] = /^(\S+) (-?[\d.]+)(!?)$/.exec(figure) ?? fail(figure);
      const decimals = value.split(".")[1]?.length ?? 0;
      return [id, { value, step: `1e-${decimals}`, fixed: mark === "!" }] as const;
    }),
  );
  const relations = lines.flatMap((line) => (line.includes(":") ? [relationOf(line)] : []));
  const system = readSystem({ cells: Object.fromEntries(cells), relations });
  if ("problem" in system) throw new Error(`${system.problem.key} ${JSON.stringify(system.problem.args)}`);
  return system;
}

function relationOf(line: string) {
  const [, id = "", left = "", op = "", right = ""] =
    /^(\S+): (.+?) (=|<=|>=) (.+)$/.exec(line) ?? fail(line);
  const terms: Record<string, number> = {};
  let constant = 0;
  for (const [side, sign] of [
    [left, 1],
    [right, -1],
  ] as const)
    for (const [, own, factor, cell] of side.matchAll(/([+-]?)\s*([\d.]+)?\s*([a-z]\S*)?/g)) {
      if (factor === undefined && cell === undefined) continue;
      const size = sign * (own === "-" ? -1 : 1) * Number(factor ?? 1);
      if (cell === undefined) constant -= size;
      else terms[cell] = (terms[cell] ?? 0) + size;
    }
  return { id, terms, op, constant };
}

function fail(text: string): never {
  throw new Error(`not in the notation: ${text}`);
}

/** The system with some of its relations alone and the cells they speak of. */
export function onlyRelations(system: LinearSystem, ids: readonly string[]): LinearSystem {
  const relations = system.relations.filter(({ id }) => ids.includes(id));
  const names = new Set(relations.flatMap(({ terms }) => [...terms.keys()]));
  return { cells: new Map([...system.cells].filter(([id]) => names.has(id))), relations };
}
