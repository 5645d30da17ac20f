import { checkCodeName } from "../codes/checkCodeName";
import type { CodeCheck } from "../codes/checkCodeName";
import { coverageIn } from "../codes/codeLists";
import type { CodeKind, Coverage } from "../codes/codeLists";
import type { CodeLists } from "../codes/listsInUse";
import type { Correspondence } from "../codes/correspondence";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import { formatA1 } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readCodeCells } from "./codeCells";
import type { CodeCell, SwappedColumns } from "./codeCells";
import type { Finding } from "./finding";
import { remark } from "./readability";

/** What the classifications are called in messages: their official terms. */
const TERMS: Readonly<Record<CodeKind, string>> = {
  functional: "支出功能分类科目",
  economicDepartment: "部门预算支出经济分类",
  economicGovernment: "政府预算支出经济分类",
  income: "收入分类科目",
  procurement: "政府采购品目",
  purchasedService: "政府购买服务目录",
};

/** Checks every classification code and its name against the list of the tables' year. Source: X15. */
export function codeFindings(
  workbook: WorkbookSnapshot,
  tables: readonly RecognisedTable[],
  edition: number | undefined,
  lists: CodeLists,
): Finding[] {
  const checkOnce = rememberChecks(lists);
  const commonYear = edition ?? yearOf(workbook, tables);
  return tables.flatMap((table) => {
    const year = edition ?? table.year ?? commonYear;
    const { cells, swapped } = readCodeCells(table, workbook, year, lists);
    const rows = byRow(cells);
    const mismatched = mismatches(rows);
    const doubtful = new Set(mismatched.flat());
    return [
      ...swapped.map(swappedFinding),
      ...mismatched.map(([code, named]) => mismatchFinding(code, named)),
      ...cells
        .filter((cell) => !doubtful.has(cell))
        .flatMap((cell) => nameFinding(cell, checkOnce(cell, year), year, lists) ?? []),
      ...illegalPairs(rows, lists.correspondence()),
      ...duplicates(rows),
    ];
  });
}

/** The code cells of a table row by row: each check of rows is one pass over it. */
type RowCells = ReadonlyMap<RecognisedRow, readonly CodeCell[]>;

function byRow(cells: readonly CodeCell[]): RowCells {
  const rows = new Map<RecognisedRow, CodeCell[]>();
  for (const cell of cells) {
    const own = rows.get(cell.row);
    if (own) own.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return rows;
}

/** The year most tables name, else the one in the workbook's name. */
function yearOf({ name }: WorkbookSnapshot, tables: readonly RecognisedTable[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { year } of tables) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || b - a);
  const inName = /(?<!\d)20\d{2}(?!\d)/.exec(name)?.[0];
  return most?.[0] ?? (inName === undefined ? undefined : Number(inName));
}

function swappedFinding({ table, first, second, firstKind, secondKind }: SwappedColumns): Finding {
  return remark(table, {
    severity: "warning",
    rule: "heading.swapped",
    cells: [first.headingCell, second.headingCell],
    message: {
      key: "heading.swapped",
      args: {
        first: first.definition.label,
        second: second.definition.label,
        firstSystem: TERMS[firstKind],
        secondSystem: TERMS[secondKind],
      },
    },
  });
}

/** Rows that print one code twice, as `[code]name` and as a bare code, and not the same: the bare one first. */
function mismatches(rows: RowCells): [code: CodeCell, named: CodeCell][] {
  const isBare = ({ row, column }: CodeCell) => row.table.columns.get(column)?.definition.kind === "code";
  return [...rows.values()].flatMap((own) =>
    own.filter(isBare).flatMap((bare): [CodeCell, CodeCell][] => {
      const named = own.find(({ kind, column }) => kind === bare.kind && column !== bare.column);
      return named && named.code !== bare.code ? [[bare, named]] : [];
    }),
  );
}

function mismatchFinding(code: CodeCell, named: CodeCell): Finding {
  return remark(code.row.table, {
    severity: "warning",
    rule: "code.mismatch",
    cells: [code.address, named.address],
    message: {
      key: "code.mismatch",
      args: { cell: a1(code), code: code.code, otherCell: a1(named), otherCode: named.code },
    },
  });
}

function a1({ address }: CodeCell): string {
  return formatA1(address.row, address.column);
}

/** The same code and name stand in many rows: each is compared with its list once. */
function rememberChecks(lists: CodeLists) {
  const known = new Map<string, CodeCheck>();
  return ({ kind, code, name }: CodeCell, year: number | undefined): CodeCheck => {
    const key = `${kind} ${year ?? ""} ${code} ${name}`;
    const found = known.get(key) ?? checkCodeName(kind, year, code, name, lists);
    known.set(key, found);
    return found;
  };
}

function nameFinding(
  cell: CodeCell,
  found: CodeCheck,
  year: number | undefined,
  lists: CodeLists,
): Finding | undefined {
  const told = wording(found, cell, year, lists);
  if (!told) return undefined;
  return remark(cell.row.table, {
    severity: told.severity ?? "warning",
    rule: told.rule,
    cells: [cell.address],
    message: {
      key: told.key,
      args: {
        cell: a1(cell),
        code: cell.code,
        name: cell.name.replace(/\s+/g, ""),
        year: year === undefined ? "" : String(year),
        system: TERMS[cell.kind],
        ...told.args,
      },
    },
  });
}

interface Told {
  /** Default "warning". */
  readonly severity?: "error";
  readonly rule: string;
  readonly key: string;
  readonly args: Readonly<Record<string, string>>;
}

function wording(
  found: CodeCheck,
  { kind }: CodeCell,
  year: number | undefined,
  lists: CodeLists,
): Told | undefined {
  const list = lists.get(kind, year);
  switch (found.status) {
    case "ok":
      return undefined;
    case "unknownCode":
      return unknownCode(found, list.title);
    case "removedCode":
      return {
        rule: "code.outdated",
        key: "code.removed",
        args: { lastYear: String(found.lastYear), movedTo: found.movedTo ?? "" },
      };
    case "outdatedName":
      return {
        rule: "code.outdated",
        key: "code.outdated",
        args: { official: found.officialName, lastYear: String(found.lastYear) },
      };
    case "nameDiffers":
      // In years the list was not made for, a name may have changed unknown to it.
      return isWide(coverageIn(list, year))
        ? { rule: "code.name", key: "code.name", args: { official: found.officialName } }
        : undefined;
  }
}

/** A code that is in no list of the year: wrong when the office's own list says so, nothing where the list has gaps. */
function unknownCode(
  { coverage, suggestions }: Extract<CodeCheck, { status: "unknownCode" }>,
  list: string,
): Told | undefined {
  if (!isWide(coverage)) return undefined;
  const meant = suggestions.map(({ code, name }) => `${code} ${name}`).join("、");
  return coverage === "official"
    ? { severity: "error", rule: "code.unknown", key: "code.notInList", args: { list, suggestions: meant } }
    : { rule: "code.unknown", key: "code.unknown", args: { suggestions: meant } };
}

function isWide(coverage: Coverage): boolean {
  return coverage === "official" || coverage === "complete" || coverage === "broad";
}

/** code.pair: a departmental and a governmental economic code in one row that do not go together. */
function illegalPairs(rows: RowCells, { isLegal }: Correspondence): Finding[] {
  return [...rows.values()].flatMap((own) => {
    const government = own.find(({ kind }) => kind === "economicGovernment");
    if (!government) return [];
    return own
      .filter(({ kind, code }) => kind === "economicDepartment" && isLegal(code, government.code) === false)
      .map((department) => pairFinding(department, government));
  });
}

function pairFinding(department: CodeCell, government: CodeCell): Finding {
  return remark(department.row.table, {
    severity: "warning",
    rule: "code.pair",
    cells: [department.address, government.address],
    message: {
      key: "code.pair",
      args: { cell: a1(department), department: department.code, government: government.code },
    },
  });
}

/** Rows that a table lists once for each code. */
const LISTED_ONCE = new Set(["类", "款", "项"]);

/** code.duplicate: the same codes twice under one parent. */
function duplicates(rows: RowCells): Finding[] {
  const seen = new Map<string, CodeCell>();
  return [...rows].flatMap(([row, own]) => {
    if (!LISTED_ONCE.has(row.rule.kind)) return [];
    const codes = own.map(({ code }) => code).join("|");
    const key = `${row.parent?.sheetRow ?? ""}|${codes}`;
    const [cell] = own;
    const before = seen.get(key);
    if (!cell) return [];
    if (!before) {
      seen.set(key, cell);
      return [];
    }
    return remark(row.table, {
      severity: "warning",
      rule: "code.duplicate",
      cells: [cell.address, before.address],
      message: { key: "code.duplicate", args: { cell: a1(cell), code: cell.code, otherCell: a1(before) } },
    });
  });
}
