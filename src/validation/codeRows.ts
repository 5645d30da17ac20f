import type { Correspondence } from "../codes/correspondence";
import type { RecognisedRow } from "../recognition/recognised";
import { a1 } from "./codeCells";
import type { CodeCell } from "./codeCells";
import type { Finding } from "./finding";
import { remark } from "./readability";

/** The code cells of a table row by row: each check of rows is one pass over it. */
export type RowCells = ReadonlyMap<RecognisedRow, readonly CodeCell[]>;

/** Puts the code cells of a table together row by row. */
export function byRow(cells: readonly CodeCell[]): RowCells {
  const rows = new Map<RecognisedRow, CodeCell[]>();
  for (const cell of cells) {
    const own = rows.get(cell.row);
    if (own) own.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return rows;
}

/** Rows that print one code twice, as `[code]name` and as a bare code, and not the same: the bare one first. */
export function mismatches(rows: RowCells): [code: CodeCell, named: CodeCell][] {
  const isBare = ({ row, column }: CodeCell) => row.table.columns.get(column)?.definition.kind === "code";
  return [...rows.values()].flatMap((own) =>
    own.filter(isBare).flatMap((bare): [CodeCell, CodeCell][] => {
      const named = own.find(({ kind, column }) => kind === bare.kind && column !== bare.column);
      return named && named.code !== bare.code ? [[bare, named]] : [];
    }),
  );
}

/** code.mismatch: the two codes of such a row. */
export function mismatchFinding(code: CodeCell, named: CodeCell): Finding {
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

/** code.pair: a departmental and a governmental economic code in one row that do not go together. */
export function illegalPairs(rows: RowCells, { isLegal }: Correspondence): Finding[] {
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
export function duplicates(rows: RowCells): Finding[] {
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
