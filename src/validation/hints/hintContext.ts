import type { Relation, RelationTerm } from "../../relations/relation";
import type { CellAddress } from "../../workbook/address";
import type { Cell, WorkbookSnapshot } from "../../workbook/snapshot";
import { cellAt } from "../../workbook/snapshot";
import type { Judgement } from "../outcome";
import { cellKey } from "../cellKey";
import type { JudgementsAt } from "../judgementsAt";
import { isFailing } from "../outcome";

/** A relation in which a cell stands, and the cell's own term in it. */
export interface HintPlace {
  readonly judgement: Judgement;
  readonly term: RelationTerm;
}

/** What hints are looked for in: every relation of a workbook by the cells it speaks of, and the cells themselves. */
export interface HintContext {
  placesOf(address: CellAddress): readonly HintPlace[];
  cellOf(address: CellAddress): Cell | undefined;
}

/** Makes the context once for all suspects of a check. */
export function hintContext(judgementsAt: JudgementsAt, workbook: WorkbookSnapshot): HintContext {
  const places = new Map<string, readonly HintPlace[]>();
  const placesOf = (address: CellAddress) => {
    const key = cellKey(address);
    const known = places.get(key);
    if (known) return known;
    const found = judgementsAt(address).flatMap((judgement): HintPlace[] =>
      judgement.balance
        ? judgement.relation.terms
            .filter(({ figure }) => cellKey(figure.address) === key)
            .map((term) => ({ judgement, term }))
        : [],
    );
    places.set(key, found);
    return found;
  };
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return {
    placesOf,
    cellOf: ({ sheet, row, column }) => {
      const found = sheets.get(sheet);
      return found && cellAt(found, row, column);
    },
  };
}

/** The failing relations a cell stands in. */
export function failingPlaces(context: HintContext, address: CellAddress): readonly HintPlace[] {
  return context.placesOf(address).filter(({ judgement }) => isFailing(judgement));
}

/** The terms of a total and its parts where a relation is one: a single cell on the left, plain parts on the right. */
export function asSum({
  operator,
  terms,
  constant,
}: Relation): { readonly total: RelationTerm; readonly parts: readonly RelationTerm[] } | undefined {
  const [total, ...others] = terms.filter(({ side }) => side === "left");
  const parts = terms.filter(({ side }) => side === "right");
  const isPlain = [total, ...parts].every((term) => term?.coefficient.equals(1));
  if (operator !== "=" || !constant.isZero() || !total || others.length > 0 || !isPlain) return undefined;
  return parts.length > 1 ? { total, parts } : undefined;
}

/** True when a term is the one figure that should equal the sum of others. */
export function isTotalOf(address: CellAddress, relation: Relation): boolean {
  const sum = asSum(relation);
  return sum !== undefined && cellKey(sum.total.figure.address) === cellKey(address);
}
