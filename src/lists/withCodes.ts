import type { CodeKind } from "../codes/codeLists";
import type { CodeLists } from "../codes/listsInUse";
import type { MessageRef } from "../messages/messageRef";
import type { ListRow } from "./listRow";
import { rowNumbers } from "./readListSheet";
import type { CodeAndName } from "./readWords";

/** What codes are worked out by. */
export interface CodeSources {
  readonly lists: CodeLists;
  readonly year: number;
  readonly department?: string;
}

type CodedField = "functional" | "department" | "government" | "item";

const CODED: readonly (readonly [CodedField, CodeKind, RegExp])[] = [
  ["functional", "functional", /^2\d{6}$/],
  ["department", "economicDepartment", /^3\d{4}$/],
  ["government", "economicGovernment", /^5\d{4}$/],
  ["item", "procurement", /^[ABC]/],
];

/**
 * Rows with the codes that follow from what they say: the only code that bears a name, the governmental economic code
 * that goes with the departmental one, the code a unit has in other rows. Each is told. What can mean several things stays
 * open.
 */
export function withCodes(
  rows: readonly ListRow[],
  sources: CodeSources,
): { readonly rows: readonly ListRow[]; readonly notes: readonly MessageRef[] } {
  const notes: MessageRef[] = [];
  let done = rows;
  for (const [field, kind, whole] of CODED) {
    const byName = codesByName(done, field);
    const found: ListRow[] = [];
    done = done.map((row) => {
      const code =
        row[field].code === "" ? codeOfName(row[field].name, byName, kind, whole, sources) : undefined;
      if (code === undefined) return row;
      found.push(row);
      return { ...row, [field]: { ...row[field], code } };
    });
    if (found.length > 0) notes.push(told(`lists.byName.${field}`, found));
  }
  const paired = withGovernment(done, sources.lists);
  if (paired.found.length > 0) notes.push(told("lists.governmentFound", paired.found));
  const { rows: named, notes: unitNotes } = withUnits(paired.rows, sources.department ?? "");
  return { rows: named, notes: [...notes, ...unitNotes] };
}

function told(key: string, rows: readonly ListRow[]): MessageRef {
  return {
    key,
    args: { count: String(rows.length), rows: rowNumbers(rows.map(({ sheetRow }) => sheetRow)) },
  };
}

function codesByName(rows: readonly ListRow[], field: CodedField): Map<string, Set<string>> {
  const codes = new Map<string, Set<string>>();
  for (const row of rows) {
    const { code, name } = row[field];
    if (code === "" || name === "") continue;
    const known = codes.get(name);
    if (known) known.add(code);
    else codes.set(name, new Set([code]));
  }
  return codes;
}

/** The code that other rows of the list give the name, or the only one that bears it. */
function codeOfName(
  name: string,
  byName: ReadonlyMap<string, ReadonlySet<string>>,
  kind: CodeKind,
  whole: RegExp,
  { lists, year }: CodeSources,
): string | undefined {
  if (name === "") return undefined;
  const own = byName.get(name);
  const [first, ...others] =
    own ??
    lists
      .names(kind, year)
      .named(name)
      .filter((code) => whole.test(code));
  return others.length === 0 ? first : undefined;
}

/** 30101 goes with 50101 in a 机关 and with 50501 in a 事业单位, which other rows of the unit tell. */
function withGovernment(
  rows: readonly ListRow[],
  lists: CodeLists,
): { rows: readonly ListRow[]; found: ListRow[] } {
  const isOpen = ({ department, government }: ListRow) =>
    government.code === "" && department.code.length === 5;
  const found: ListRow[] = [];
  if (!rows.some(isOpen)) return { rows, found };
  const pairs = lists.correspondence();
  const kinds = new Map<string, "机关" | "事业单位">();
  for (const { unit, government } of rows)
    if (/^50[12]/.test(government.code)) kinds.set(unit.code || unit.name, "机关");
    else if (/^505/.test(government.code)) kinds.set(unit.code || unit.name, "事业单位");
  const done = rows.map((row) => {
    if (!isOpen(row)) return row;
    const kind = kinds.get(row.unit.code || row.unit.name);
    const own = pairs
      .withCode(row.department.code)
      .filter(({ government }) => government.length === 5)
      .filter(({ appliesTo }) => kind === undefined || appliesTo === "全部" || appliesTo === kind);
    const [first, ...others] = new Set(own.map(({ government }) => government));
    if (first === undefined || others.length > 0) return row;
    found.push(row);
    return { ...row, government: { code: first, name: "" } };
  });
  return { rows: done, found };
}

/** Tables tell units by codes of 3, 6 or 9 digits: units without one get a number for the time being, which is said. */
function withUnits(
  rows: readonly ListRow[],
  department: string,
): { readonly rows: readonly ListRow[]; readonly notes: readonly MessageRef[] } {
  const codes = new Map<string, string>();
  for (const { unit } of rows) if (unit.code !== "" && unit.name !== "") codes.set(unit.name, unit.code);
  const taken = new Set(rows.map(({ unit }) => unit.code));
  const made: CodeAndName[] = [];
  const codeFor = (name: string): string => {
    const known = codes.get(name);
    if (known !== undefined) return known;
    let number = made.length + 1;
    while (taken.has(String(number).padStart(3, "0"))) number++;
    const code = String(number).padStart(3, "0");
    taken.add(code);
    codes.set(name, code);
    made.push({ code, name });
    return code;
  };
  const done = rows.map((row) => {
    if (row.unit.code !== "") return row;
    const name = row.unit.name || department;
    return name === "" ? row : { ...row, unit: { code: codeFor(name), name } };
  });
  const units = made.map(({ code, name }) => `${name} ${code}`);
  return { rows: done, notes: made.length > 0 ? [{ key: "lists.unitsNumbered", args: { units } }] : [] };
}
