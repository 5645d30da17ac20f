import { cellKey } from "../../../src/validation/cellKey";
import type { RelationTerm } from "../../../src/relations/relation";
import { formatA1 } from "../../../src/workbook/address";
import type { CellAddress } from "../../../src/workbook/address";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { prepare } from "../../support/seededErrors";
import { withCells } from "../../support/withCells";

/** A sum that a cell is by a relation: these cells, each added or taken off. */
type Sum = readonly { readonly cell: CellAddress; readonly sign: 1 | -1 }[];

/** A budget all of formulas, and what its figures become when some of those that are typed change. */
export interface FormulaBudget {
  /** Cells that hold typed figures which some formula goes by. */
  readonly typed: readonly CellAddress[];
  /** The workbook with figures typed anew, undefined for one left blank; every formula has its new result. */
  with(changes: ReadonlyMap<string, number | undefined>): WorkbookSnapshot;
}

/** Turns every figure that a relation gives as a sum of other cells into a formula, as the standard tables have them. */
export function formulaBudget(workbook: WorkbookSnapshot): FormulaBudget {
  const sums = sumsOf(workbook);
  const cells = new Map(
    workbook.sheets.flatMap((sheet) =>
      [...sheet.rows].flatMap(([row, own]) =>
        [...own].map(([column, cell]) => [cellKey({ sheet: sheet.name, row, column }), cell] as const),
      ),
    ),
  );
  const parts = [...sums.values()].flatMap((sum) => sum.map(({ cell }) => cell));
  const typed = [...new Map(parts.map((cell) => [cellKey(cell), cell])).values()].filter(
    (cell) => !sums.has(cellKey(cell)) && typeof cells.get(cellKey(cell))?.value === "number",
  );
  return {
    typed,
    with: (changes) => {
      const results = new Map<string, number>();
      const valueOf = (key: string): number => {
        const known = results.get(key);
        if (known !== undefined) return known;
        const sum = sums.get(key);
        const own = changes.has(key) ? changes.get(key) : cells.get(key)?.value;
        // As Excel shows it: sums of hundredths have no further digits.
        const value = sum
          ? Math.round(sum.reduce((all, { cell, sign }) => all + sign * valueOf(cellKey(cell)) * 100, 0)) /
            100
          : typeof own === "number"
            ? own
            : 0;
        results.set(key, value);
        return value;
      };
      return withCells(workbook, (address, cell) => {
        const key = cellKey(address);
        const sum = sums.get(key);
        if (sum) return { ...cell, value: valueOf(key), formula: formulaOf(address.sheet, sum) };
        if (!changes.has(key)) return cell;
        const value = changes.get(key);
        return value === undefined ? undefined : { ...cell, value };
      });
    },
  };
}

/** For each cell the first relation that gives it as a sum of others and does not lead back to it. */
function sumsOf(workbook: WorkbookSnapshot): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  const leadsTo = (from: string, to: string, seen = new Set<string>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (sums.get(from) ?? []).some(({ cell }) => leadsTo(cellKey(cell), to, seen));
  };
  for (const { relation, outcome } of prepare(workbook).judgements) {
    const [total, ...terms] = relation.terms;
    // With a tail of rounding the formula would show another figure than is printed.
    if (!total || relation.operator !== "=" || outcome !== "exact" || total.figure.kind !== "amount")
      continue;
    const key = cellKey(total.figure.address);
    const isPlain = relation.terms.every(({ coefficient }) => coefficient.abs().equals(1));
    if (!isPlain || terms.length === 0 || sums.has(key)) continue;
    if (terms.some(({ figure }) => leadsTo(cellKey(figure.address), key))) continue;
    const sign = signOf(total);
    sums.set(
      key,
      terms.map((term) => ({ cell: term.figure.address, sign: signOf(term) === sign ? -1 : 1 })),
    );
  }
  return sums;
}

/** The sign of a term with everything on the left side. */
function signOf({ coefficient, side }: RelationTerm): 1 | -1 {
  return coefficient.isNegative() === (side === "left") ? -1 : 1;
}

function formulaOf(sheet: string, sum: Sum): string {
  const text = sum
    .map(({ cell, sign }) => {
      const place = formatA1(cell.row, cell.column);
      return `${sign === 1 ? "+" : "-"}${cell.sheet === sheet ? place : `'${cell.sheet}'!${place}`}`;
    })
    .join("");
  return `=${text.replace(/^\+/, "")}`;
}
