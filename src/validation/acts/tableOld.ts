import type { Figure, RecognisedTable } from "../../recognition/recognised";
import { cellKey } from "../cellKey";
import { setAside } from "../outcome";
import type { Judgement } from "../outcome";
import type { Candidate } from "./act";
import type { Place, Scene } from "./scene";
import { amountIn, Supposition } from "./supposition";

/** Relations with other tables that have to fail before a whole table is taken for another draft. */
const LEAST_FAILING = 4;

/** A table that agrees with itself and not with the others: an older draft, or the one table that is up to date. */
export function oldTables(scene: Scene): Candidate[] {
  const failing = new Map<RecognisedTable, Judgement[]>();
  const inside = new Set<RecognisedTable>();
  const tablesAt = new Map<string, ReadonlySet<RecognisedTable>[]>();
  for (const judgement of scene.failing) {
    const { terms } = judgement.relation;
    const tables = new Set(terms.map(({ row }) => row.table));
    for (const table of tables)
      if (tables.size === 1) inside.add(table);
      else failing.set(table, [...(failing.get(table) ?? []), judgement]);
    for (const { figure } of terms) {
      const key = cellKey(figure.address);
      tablesAt.set(key, [...(tablesAt.get(key) ?? []), tables]);
    }
  }
  /** Where a cell of another table fails without this one too, the other is wrong there and this one none the older. */
  const isItsOwn = (table: RecognisedTable, { relation: { terms } }: Judgement) =>
    terms.every(
      ({ row, figure }) =>
        row.table === table || tablesAt.get(cellKey(figure.address))?.every((tables) => tables.has(table)),
    );
  return [...failing].flatMap(([table, all]) => {
    if (inside.has(table)) return [];
    const across = all.filter((judgement) => isItsOwn(table, judgement));
    return across.length < LEAST_FAILING ? [] : [oldTable(scene, table, across)];
  });
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
    supposed: {
      figures,
      typed: new Set(cells.keys()),
      judged: new Map(across.map((one) => [one, setAside(one, "act")])),
      mended: across,
      left: [],
      open: [],
    },
    // Every other figure may be another: an act that tells half of them by itself says more.
    free: Math.ceil(across.length / 2),
    proofs: across.length,
    cost: 50,
  };
}
