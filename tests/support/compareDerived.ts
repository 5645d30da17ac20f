import type { Relation } from "../../src/relations/relation";
import type { Pack } from "../../src/tables/definition";
import { makeChecked } from "../../src/validation/checked";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { NO_SET } from "./noSet";
import { formOf, Span } from "./relationSpan";
import type { Form } from "./relationSpan";

/** How the equations derived from tables compare with those that a set has for them. */
export interface DerivedShare {
  /** Of those of the set, how many follow from the derived ones. */
  readonly recall: number;
  readonly known: number;
  /** Of the derived ones, how many follow from those of the set. */
  readonly precision: number;
  readonly derived: number;
  /** Ids of those that do not, for a failing test. */
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

/**
 * Reads a workbook by its set and without it, and compares the equations.
 * @param change what is done to the workbook before it is read without the set: cells stay where they are
 */
export function compareDerived(
  workbook: WorkbookSnapshot,
  pack: Pack,
  change: (workbook: WorkbookSnapshot) => WorkbookSnapshot = (same) => same,
): { readonly within: DerivedShare; readonly across: DerivedShare } {
  const bySet = equationsOf(workbook, withoutAbsent(workbook, pack));
  const derived = equationsOf(change(workbook), NO_SET);
  return {
    within: compare(bySet.within, derived.within, [], []),
    // Between tables an equation may lean on those within: 表6's total is the sum of its classes.
    across: compare(bySet.across, derived.across, bySet.within, derived.within),
  };
}

/** The set as it is for an office that leaves optional columns out: its sums across columns are those of the others. */
function withoutAbsent(workbook: WorkbookSnapshot, pack: Pack): Pack {
  const found = new Map(makeChecked(workbook, pack).tables.map((table) => [table.definition, table]));
  return {
    ...pack,
    tables: pack.tables.map((definition) => {
      const columns = found.get(definition)?.columns;
      const isThere = (term: string) => !/^c\d+$/.test(term) || columns?.has(Number(term.slice(1))) !== false;
      const relations = definition.relations.flatMap((relation) => {
        const [left = "", right] = relation.text.split(" = ");
        if (!/^c\d+$/.test(left) || right === undefined) return [relation];
        const terms = right.split(" + ").filter(isThere);
        return terms.length > 0 ? [{ ...relation, text: `${left} = ${terms.join(" + ")}` }] : [];
      });
      return { ...definition, relations };
    }),
  };
}

interface Equation {
  readonly id: string;
  readonly form: Form;
}

function equationsOf(workbook: WorkbookSnapshot, pack: Pack) {
  const { judgements } = makeChecked(workbook, pack);
  const all = judgements.flatMap(({ relation }): (Equation & { isAcross: boolean })[] => {
    const form = relation.operator === "=" ? formOf(relation) : undefined;
    return form ? [{ id: relation.id, form, isAcross: isAcross(relation) }] : [];
  });
  return { within: all.filter((one) => !one.isAcross), across: all.filter((one) => one.isAcross) };
}

function isAcross({ parts }: Relation): boolean {
  return new Set(parts.map(({ table }) => table)).size > 1;
}

function compare(
  known: readonly Equation[],
  derived: readonly Equation[],
  withKnown: readonly Equation[],
  withDerived: readonly Equation[],
): DerivedShare {
  const spanOf = (equations: readonly Equation[]) => new Span(equations.map(({ form }) => form));
  const [ofKnown, ofDerived] = [spanOf([...withKnown, ...known]), spanOf([...withDerived, ...derived])];
  const missed = known.filter(({ form }) => !ofDerived.has(form)).map(({ id }) => id);
  const wrong = derived.filter(({ form }) => !ofKnown.has(form)).map(({ id }) => id);
  return {
    recall: 1 - missed.length / known.length,
    known: known.length,
    precision: 1 - wrong.length / derived.length,
    derived: derived.length,
    missed,
    wrong,
  };
}
