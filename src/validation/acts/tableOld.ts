import type { Figure, RecognisedTable } from "../../recognition/recognised";
import { cellKey } from "../cellKey";
import type { Judgement } from "../outcome";
import type { Candidate } from "./act";
import type { Place, Scene } from "./scene";
import { amountIn, setAsideAll, Supposition } from "./supposition";

/** Relations with other tables that have to fail before a whole table is taken for another draft. */
const LEAST_FAILING = 4;

/**
 * A table that agrees with itself and not with the others: an older draft, or the one table that is up to date. None where a
 * table beside it disagrees with itself or with a third: then that one is the odd one.
 */
export function oldTables(scene: Scene): Candidate[] {
  const across = new Map<RecognisedTable, Judgement[]>();
  const tablesOf = new Map<Judgement, ReadonlySet<RecognisedTable>>();
  for (const judgement of scene.failing) {
    const tables = new Set(judgement.relation.terms.map(({ row }) => row.table));
    tablesOf.set(judgement, tables);
    for (const table of tables) across.set(table, [...(across.get(table) ?? []), judgement]);
  }
  const isOdd = (table: RecognisedTable, judgements: readonly Judgement[]) => {
    const beside = new Set(judgements.flatMap((one) => [...(tablesOf.get(one) ?? [])]));
    return [...beside].every((other) =>
      (across.get(other) ?? []).every((one) => {
        const tables = tablesOf.get(one);
        return tables !== undefined && tables.size > 1 && tables.has(table);
      }),
    );
  };
  return [...across].flatMap(([table, judgements]) =>
    judgements.length >= LEAST_FAILING && isOdd(table, judgements)
      ? [oldTable(scene, table, judgements)]
      : [],
  );
}

function oldTable(scene: Scene, table: RecognisedTable, across: readonly Judgement[]): Candidate {
  const figures = new Map<string, Figure>();
  const cells = new Map<string, Place>();
  for (const judgement of across) {
    const own = judgement.relation.terms.filter(({ row }) => row.table === table);
    for (const place of own) cells.set(cellKey(place.figure.address), place);
    const [only] = own;
    if (judgement.relation.operator !== "=" || own.length !== 1 || !only) continue;
    // What the other tables have for the cell.
    const supposition = new Supposition(scene, { reach: "none" });
    const by = supposition.wanted(only, judgement);
    const key = cellKey(only.figure.address);
    if (!by || figures.has(key)) continue;
    supposition.change(only, by);
    const figure = supposition.figureAt(only);
    if (!amountIn(figure)?.isNegative()) figures.set(key, figure);
  }
  const rows = [...new Set([...cells.values()].map(({ row }) => row))];
  return {
    kind: "tableOld",
    table,
    rows,
    columns: [],
    cells: [...cells.values()],
    supposed: { ...setAsideAll(across, new Set(cells.keys())), figures },
    // Every other figure may be another: an act that tells half of them by itself says more.
    free: Math.ceil(across.length / 2),
    proofs: across.length,
    cost: 50,
  };
}
