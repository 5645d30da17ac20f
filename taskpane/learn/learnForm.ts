import { isRelation } from "../../src/actions/learnTables";
import type { LearnChoice, Learnable } from "../../src/actions/learnTables";
import type { TableForm } from "./LearnTable";

/** What the user says of all that may be learned. */
export interface LearnForm {
  readonly learnable: Learnable;
  readonly name: string;
  readonly tables: Readonly<Record<string, TableForm>>;
  /** Ids of the relations that are kept. */
  readonly chosen: ReadonlySet<string>;
}

/** All tables, with the relations that their figures bear out. */
export function formOf(learnable: Learnable, name: string): LearnForm {
  const tables = learnable.tables.map(({ id, title }): [string, TableForm] => [
    id,
    { isKept: true, title, columns: [], kinds: [], written: "" },
  ]);
  const taken = allOffers(learnable).filter(({ isTaken }) => isTaken);
  return {
    learnable,
    name,
    tables: Object.fromEntries(tables),
    chosen: new Set(taken.map(({ relation }) => relation.id)),
  };
}

function allOffers({ tables, between }: Learnable) {
  return [...tables.flatMap(({ relations }) => relations), ...between];
}

/** The lines of what a user has written that say something: "C3 = C4 + C5" as the notation has it. */
function writtenLines(written: string): string[] {
  return written
    .split("\n")
    .map((line) =>
      line
        .normalize("NFKC")
        .trim()
        .replace(/\bC(\d+)/gi, "c$1")
        .replace(/≥/g, ">=")
        .replace(/≤/g, "<=")
        .replace(/\s*(>=|<=|=|\+|-)\s*/g, " $1 "),
    )
    .filter((line) => line !== "");
}

/** Those of a table's written lines that cannot be read, or that name columns it has not. */
export function problemsOf({ learnable, tables }: LearnForm, id: string): string[] {
  const columns = new Set(
    learnable.tables.find((one) => one.id === id)?.numbered.map(({ number }) => number),
  );
  const isUnknown = ([, number]: RegExpMatchArray) => !columns.has(Number(number));
  return writtenLines(tables[id]?.written ?? "").filter(
    (line) => !isRelation(line) || [...line.matchAll(/\bc(\d+)\b/g)].some(isUnknown),
  );
}

/** What is kept of it, under an id that is the same whenever the set of that name is learned. */
export function choiceOf({ learnable, name, tables, chosen }: LearnForm): LearnChoice {
  const kept = Object.entries(tables).filter(([, { isKept }]) => isKept);
  const offers = allOffers(learnable);
  return {
    id: name,
    name,
    tables: kept.map(([id]) => id),
    without: offers.filter(({ relation }) => !chosen.has(relation.id)).map(({ relation }) => relation.id),
    including: [...chosen],
    titles: Object.fromEntries(kept.map(([id, { title }]) => [id, title])),
    struckOut: Object.fromEntries(kept.map(([id, { columns, kinds }]) => [id, { columns, kinds }])),
    written: kept.flatMap(([table, { written }]) => writtenLines(written).map((text) => ({ table, text }))),
  };
}
