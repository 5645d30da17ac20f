import type { CellAddress } from "../workbook/address";
import { cellKey } from "./cellKey";
import type { Judgement } from "./outcome";

/** The judged relations that speak of a cell, each once, in their order. */
export type JudgementsAt = (cell: CellAddress) => readonly Judgement[];

/** The same, looked up once for each cell. */
export function keptJudgementsAt(judgementsAt: JudgementsAt): JudgementsAt {
  const known = new Map<string, readonly Judgement[]>();
  return (cell) => {
    const key = cellKey(cell);
    let found = known.get(key);
    if (!found) known.set(key, (found = judgementsAt(cell)));
    return found;
  };
}

/** Relations by their cells where they are given one by one; one pass over all of them when it is first asked. */
export function judgementsByCell(judgements: readonly Judgement[]): JudgementsAt {
  let found: Map<string, Judgement[]> | undefined;
  return (cell) => (found ??= byCell(judgements)).get(cellKey(cell)) ?? [];
}

function byCell(judgements: readonly Judgement[]): Map<string, Judgement[]> {
  const found = new Map<string, Judgement[]>();
  for (const judgement of judgements)
    for (const { figure } of judgement.relation.terms) {
      const key = cellKey(figure.address);
      const own = found.get(key);
      if (!own) found.set(key, [judgement]);
      else if (own[own.length - 1] !== judgement) own.push(judgement);
    }
  return found;
}
