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
 */
export function findConflict(system: ScaledSystem): readonly number[] | undefined {
  const alone = system.relations.findIndex(isBroken);
  if (alone >= 0) return [alone];
  const evidence = new Oracle(system).findEvidence();
  if (!evidence) return undefined;
  const irreducible = reduce(
    system,
    [...evidence.relations].sort((a, b) => a - b),
  );
  const [first = 0] = irreducible;
  const group = groupOf(system, first);
  if (irreducible.length <= 2 || group.length > MOST_RELATIONS) return irreducible;
  return smallest(system, group, irreducible);
}

function canHold(system: ScaledSystem, relations: Iterable<number>): boolean {
  return new Oracle(system, new Set(relations)).findEvidence() === undefined;
}

/** Leaves out what is not needed, one relation after the other. */
function reduce(system: ScaledSystem, relations: readonly number[]): number[] {
  return relations.reduce<number[]>(
    (kept, relation) => {
      const rest = kept.filter((other) => other !== relation);
      return canHold(system, rest) ? kept : rest;
    },
    [...relations],
  );
}

/** All relations connected with one by their cells. */
function groupOf(system: ScaledSystem, start: number): number[] {
  const seen = new Set([start]);
  for (const index of seen) {
    for (const [cell] of system.relations[index]?.terms ?? [])
      for (const other of system.relationsOf[cell] ?? []) seen.add(other);
  }
  return [...seen];
}

/**
 * A smallest conflict meets every set of relations whose absence lets the others hold. Source: Ignatiev, Previti, Liffiton
 * and Marques-Silva, Smallest MUS extraction with minimal hitting set dualization, 2015.
 */
function smallest(
  system: ScaledSystem,
  group: readonly number[],
  irreducible: readonly number[],
): readonly number[] {
  const { found } = findHittingSets({
    sets: [],
    weightOf: () => 1,
    findUnmet: (chosen) => {
      if (!canHold(system, chosen)) return undefined;
      const kept = new Set(chosen);
      return group.filter((relation) => {
        if (kept.has(relation)) return false;
        if (!canHold(system, [...kept, relation])) return true;
        kept.add(relation);
        return false;
      });
    },
    mostQuestions: MOST_QUESTIONS,
  });
  const [best] = found;
  return best && best.length < irreducible.length ? best : irreducible;
}
