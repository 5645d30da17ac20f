import type { Effort } from "./effort";
import { findHittingSets } from "./hittingSets";
import { Oracle } from "./oracle";
import { isBroken } from "./scale";
import type { ScaledSystem } from "./scale";

/** Relations among which a smallest conflicting set is looked for; in larger groups an irreducible one is given. */
const MOST_RELATIONS = 60;

/** Questions asked in looking for a smallest set. */
const MOST_QUESTIONS = 400;

/**
 * Places of relations that cannot hold together, although all but any one of them could; a smallest such set where the
 * group of relations is of moderate size. Undefined when all relations can hold.
 * @param only looks among these relations alone
 * @param effort where it is spent, the relations found so far are given, perhaps more of them than needed
 */
export function findConflict(
  system: ScaledSystem,
  only?: readonly number[],
  effort?: Effort,
): readonly number[] | undefined {
  const asked = only && new Set(only);
  const isAsked = (index: number) => asked?.has(index) !== false;
  const alone = system.inexact.find((index) => isAsked(index) && isBroken(system.relation(index)));
  if (alone !== undefined) return [alone];
  const ask = (relations: Iterable<number> | undefined) =>
    new Oracle(system, {
      ...(relations && { only: new Set(relations) }),
      ...(effort && { effort }),
    }).findEvidence();
  const evidence = ask(only);
  if (!evidence) return undefined;
  const canHold = (relations: Iterable<number>) => ask(relations) === undefined;
  const irreducible = reduce(
    [...evidence.relations].sort((a, b) => a - b),
    canHold,
  );
  const [first = 0] = irreducible;
  const group = only ?? groupOf(system, first);
  if (irreducible.length <= 2 || group.length > MOST_RELATIONS || effort?.isSpent) return irreducible;
  return smallest(group, irreducible, canHold);
}

type CanHold = (relations: Iterable<number>) => boolean;

/** Leaves out what is not needed, one relation after the other. */
function reduce(relations: readonly number[], canHold: CanHold): number[] {
  return relations.reduce<number[]>(
    (kept, relation) => {
      const rest = kept.filter((other) => other !== relation);
      return canHold(rest) ? kept : rest;
    },
    [...relations],
  );
}

/** All relations connected with one by their cells, as far as they are few enough to be searched. */
function groupOf(system: ScaledSystem, start: number): number[] {
  const seen = new Set([start]);
  for (const index of seen) {
    if (seen.size > MOST_RELATIONS) break;
    for (const [cell] of system.relation(index).terms)
      for (const other of system.relationsOf(cell)) seen.add(other);
  }
  return [...seen];
}

/**
 * A smallest conflict meets every set of relations whose absence lets the others hold. Source: Ignatiev, Previti, Liffiton
 * and Marques-Silva, Smallest MUS extraction with minimal hitting set dualization, 2015.
 */
function smallest(
  group: readonly number[],
  irreducible: readonly number[],
  canHold: CanHold,
): readonly number[] {
  const { found } = findHittingSets({
    sets: [],
    weightOf: () => 1,
    findUnmet: (chosen) => {
      if (!canHold(chosen)) return undefined;
      const kept = new Set(chosen);
      return group.filter((relation) => {
        if (kept.has(relation)) return false;
        if (!canHold([...kept, relation])) return true;
        kept.add(relation);
        return false;
      });
    },
    mostQuestions: MOST_QUESTIONS,
  });
  const [best] = found;
  return best && best.length < irreducible.length ? best : irreducible;
}
