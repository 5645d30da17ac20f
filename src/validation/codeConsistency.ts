import { normaliseName } from "../codes/codeName";
import { parentCode } from "../codes/place";
import { a1 } from "./codeCells";
import type { CodeCell } from "./codeCells";
import type { Finding } from "./finding";
import { remark } from "./readability";

/** A code cell with what it is compared by: what a code is called may change from year to year. */
export interface ComparedCode {
  readonly cell: CodeCell;
  /** Classification, year and code. */
  readonly codeKey: string;
  /** Classification, year, parent and name. */
  readonly nameKey: string;
  /** The name as it is compared. */
  readonly name: string;
}

/**
 * What a code cell is compared by; undefined for one without a name.
 * @param year that of its table
 */
export function comparedCode(cell: CodeCell, year: number | undefined): ComparedCode | undefined {
  const name = comparedName(cell);
  if (name === "") return undefined;
  const place = `${cell.kind} ${year ?? ""}`;
  const parent = parentCode(cell.code) ?? "";
  return { cell, codeKey: `${place} ${cell.code}`, nameKey: `${place} ${parent} ${name}`, name };
}

/**
 * code.twoNames, code.twoCodes: one code with two names, or one name with two codes under the same parent, in the tables of
 * a year. Told without any list, at the later of the two cells, once for each other name or code. A name may well stand
 * under several parents (行政运行), and a parent may have the name of its only child.
 */
export function consistencyFindings(cells: readonly ComparedCode[]): Finding[] {
  const names = new Map<string, Seen>();
  const codes = new Map<string, Seen>();
  return cells.flatMap(({ cell, codeKey, nameKey, name }) => {
    const byCode = differsFrom(names, codeKey, name, cell);
    if (byCode) return contradiction("code.twoNames", cell, byCode);
    const byName = differsFrom(codes, nameKey, cell.code, cell);
    return byName ? contradiction("code.twoCodes", cell, byName) : [];
  });
}

/** Names of functional classes are printed with and without 支出 at the end. */
function comparedName({ kind, code, name }: CodeCell): string {
  const plain = normaliseName(name);
  return kind === "functional" && code.length === 3 ? plain.replace(/支出$/, "") : plain;
}

/** The first cell of a key, and what has been said of it. */
interface Seen {
  readonly first: CodeCell;
  readonly values: Set<string>;
}

/** The first cell of the key where this one says something new of it; undefined where it says the same, or was told. */
function differsFrom(
  known: Map<string, Seen>,
  key: string,
  value: string,
  cell: CodeCell,
): CodeCell | undefined {
  const seen = known.get(key);
  if (!seen) {
    known.set(key, { first: cell, values: new Set([value]) });
    return undefined;
  }
  if (seen.values.has(value)) return undefined;
  seen.values.add(value);
  return seen.first;
}

function contradiction(rule: "code.twoNames" | "code.twoCodes", cell: CodeCell, other: CodeCell): Finding {
  return remark(cell.row.table, {
    severity: "warning",
    rule,
    cells: [cell.address, other.address],
    message: {
      key: rule,
      args: {
        cell: a1(cell),
        code: cell.code,
        name: cell.name.replace(/\s+/g, ""),
        otherTable: other.row.table.definition.label,
        otherCell: a1(other),
        otherCode: other.code,
        otherName: other.name.replace(/\s+/g, ""),
      },
    },
  });
}
