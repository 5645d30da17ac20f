import type { CodeKind } from "../codes/codeLists";
import type { CodeLists } from "../codes/listsInUse";
import type { SideDefinition, TableDefinition } from "../tables/definition";
import { getColumn } from "../tables/definition";
import { cellAt } from "../workbook/snapshot";
import type { SheetSnapshot } from "../workbook/snapshot";
import { cellText } from "./grid";
import { rowPlace } from "./recognised";
import { normaliseRowName } from "./text";

/** Classifications whose codes are digits of which each level adds two, so that a name's place tells its code. */
const TREES: readonly string[] = ["functional", "economicDepartment", "economicGovernment"];
/** The least share of rows whose name is in the list, before its codes are taken for theirs. */
const LEAST_KNOWN = 0.5;

/** The column of a sheet in which names stand, and the rows of the table's body. */
export interface NameColumn {
  readonly sheet: SheetSnapshot;
  readonly column: number;
  readonly body: readonly number[];
}

/** What names are told by. */
export interface NamedBy {
  readonly lists: CodeLists;
  /** The year of the table. */
  readonly year: number | undefined;
  /** The last row of the page before, where the table runs on. */
  readonly above: RowAbove | undefined;
}

/**
 * The codes of rows that have names alone, by place: 一般公共服务支出, below it 政府办公厅(室)及相关机构事务, below that
 * 行政运行. The same name stands for several codes; it is the one that goes on from the row above, and where that leaves
 * a choice the indentation decides. Empty when the names are not those of the classification, as the list in force in the
 * year has them or has had them.
 */
export function codesByName(
  definition: TableDefinition,
  { codeColumn, nameColumn, rows: rules }: SideDefinition,
  place: NameColumn,
  { lists, year, above: before = { code: "", indent: 0 } }: NamedBy,
): ReadonlyMap<string, string> {
  const { sheet, column, body } = place;
  const codes = new Map<string, string>();
  if (codeColumn === undefined || nameColumn === codeColumn) return codes;
  const kind = getColumn(definition, codeColumn).systems?.find((system) => TREES.includes(system));
  if (kind === undefined) return codes;
  const { named: codesOf } = lists.namesEver(kind as CodeKind, year);
  const notCoded = new Set(rules.flatMap(({ names }) => names ?? []).map(normaliseRowName));
  let above = before;
  let unknown = 0;
  for (let index = 0; index < body.length; index++) {
    const row = body[index] ?? 0;
    const text = cellText(cellAt(sheet, row, column));
    const name = normaliseRowName(text);
    if (name === "" || notCoded.has(name)) continue;
    const found = namePlace(place, index, codesOf);
    const indent = indentOf(text);
    const code = follow(codesOf(found.name), above.code, indent - above.indent);
    if (code === undefined) {
      unknown++;
      continue;
    }
    codes.set(rowPlace(sheet.name, body[found.row] ?? row), code);
    above = { code, indent };
    index = found.last;
  }
  return codes.size > 0 && codes.size >= (codes.size + unknown) * LEAST_KNOWN ? codes : new Map();
}

/**
 * The name that begins in a row, the row it is of and the last it takes: of names that are none by themselves, those with
 * what the next row adds to them, or with what stands below the row of figures that they are written around.
 */
function namePlace(
  { sheet, column, body }: NameColumn,
  index: number,
  codesOf: (name: string) => readonly string[],
): { readonly name: string; readonly row: number; readonly last: number } {
  const isName = (one: string) => codesOf(one).length > 0;
  const text = cellText(cellAt(sheet, body[index] ?? 0, column));
  const name = normaliseRowName(text);
  if (isName(name)) return { name, row: index, last: index };
  const cut = normaliseRowName(text + nameGoesOn(sheet, body[index + 1], column));
  if (isName(cut)) return { name: cut, row: index, last: index + 1 };
  const isNameless = cellText(cellAt(sheet, body[index + 1] ?? 0, column)).trim() === "";
  const around = normaliseRowName(text + nameGoesOn(sheet, body[index + 2], column));
  return isNameless && isName(around)
    ? { name: around, row: index + 1, last: index + 2 }
    : { name, row: index, last: index };
}

/** The row whose code the next one goes on from. */
export interface RowAbove {
  readonly code: string;
  readonly indent: number;
}

/** What a row that holds nothing else adds to the name above it. */
function nameGoesOn(sheet: SheetSnapshot, row: number | undefined, column: number): string {
  const cells = row === undefined ? undefined : sheet.rows.get(row);
  return cells?.size === 1 ? cellText(cells.get(column)) : "";
}

/** Leading spaces; a full-width one is as wide as two. */
export function indentOf(text: string): number {
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
