import { getCodeList, namesIn } from "../codes/codeLists";
import type { CodeEntry, CodeKind } from "../codes/codeLists";
import type { SideDefinition, TableDefinition } from "../tables/definition";
import { getColumn } from "../tables/definition";
import { cellAt } from "../workbook/snapshot";
import type { SheetSnapshot } from "../workbook/snapshot";
import { cellText } from "./grid";
import { normaliseRowName } from "./text";

/** Classifications whose codes are digits of which each level adds two, so that a name's place tells its code. */
const TREES: readonly string[] = ["functional", "economicDepartment", "economicGovernment"];
/** The least share of rows whose name is in the list, before its codes are taken for theirs. */
const LEAST_KNOWN = 0.5;

/**
 * The codes of rows that have names alone, by sheet row: 一般公共服务支出, below it 政府办公厅(室)及相关机构事务, below that
 * 行政运行. The same name stands for several codes; it is the one that goes on from the row above, and where that leaves
 * a choice the indentation decides. Empty when the names are not those of the classification.
 */
export function codesByName(
  sheet: SheetSnapshot,
  definition: TableDefinition,
  { codeColumn, nameColumn, rows: rules }: SideDefinition,
  nameSheetColumn: number,
  body: readonly number[],
  year: number | undefined,
): ReadonlyMap<number, string> {
  const codes = new Map<number, string>();
  if (codeColumn === undefined || nameColumn === codeColumn) return codes;
  const kind = getColumn(definition, codeColumn).systems?.find((system) => TREES.includes(system));
  if (kind === undefined) return codes;
  const byName = entriesByName(kind as CodeKind, year);
  const named = new Set(rules.flatMap(({ names }) => names ?? []).map(normaliseRowName));
  let above = "";
  let depth = 0;
  let known = 0;
  let unknown = 0;
  for (const row of body) {
    const text = cellText(cellAt(sheet, row, nameSheetColumn));
    const name = normaliseRowName(text);
    if (name === "" || named.has(name)) continue;
    const indent = indentOf(text);
    const code = follow(byName.get(name) ?? [], above, indent - depth);
    if (code === undefined) {
      unknown++;
      continue;
    }
    known++;
    codes.set(row, code);
    above = code;
    depth = indent;
  }
  return known > 0 && known >= (known + unknown) * LEAST_KNOWN ? codes : new Map();
}

/** Leading spaces; a full-width one is as wide as two. */
function indentOf(text: string): number {
  const [spaces = ""] = /^[\s\u3000]*/.exec(text) ?? [];
  return [...spaces].reduce((width, space) => width + (space === "\u3000" ? 2 : 1), 0);
}

/** Of several codes the one that goes on best from the one above: its child, a sibling, a sibling of a parent, a 类. */
function follow(candidates: readonly string[], above: string, deeper: number): string | undefined {
  const rank = (code: string) => {
    if (above === "") return code.length;
    const parent = code.slice(0, -2);
    if (parent === above) return deeper < 0 ? 5 : 1;
    if (above.startsWith(parent) && code.length > 3) {
      const steps = (above.length - parent.length) / 2;
      return (deeper > 0 ? 4 : 1) + steps;
    }
    return code.length === 3 ? 8 : 20 + code.length;
  };
  const allowed = candidates.filter((code) => code !== above);
  return [...allowed].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))[0];
}

const lists = new Map<string, ReadonlyMap<string, readonly string[]>>();

function entriesByName(kind: CodeKind, year: number | undefined): ReadonlyMap<string, readonly string[]> {
  const key = `${kind} ${year ?? ""}`;
  const cached = lists.get(key);
  if (cached) return cached;
  const byName = new Map<string, string[]>();
  const add = (name: string, { code }: CodeEntry) => {
    const plain = normaliseRowName(name);
    byName.set(plain, [...(byName.get(plain) ?? []), code]);
  };
  for (const entry of getCodeList(kind).entries.values())
    for (const name of new Set([...namesIn(entry, year), ...namesIn(entry, undefined)])) add(name, entry);
  lists.set(key, byName);
  return byName;
}
