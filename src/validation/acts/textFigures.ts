import { convertAmount } from "../../amounts/unit";
import { COMMON_UNIT } from "../../recognition/figures";
import type { WriteCell } from "../../workbook/edit";
import { editedWorkbook } from "../../workbook/editedWorkbook";
import { cellKey } from "../cellKey";
import { Followers } from "../following/followers";
import { FormulaReader } from "../following/linearFormula";
import { toDecimal } from "../system/rational";
import type { Candidate } from "./act";
import type { Place, Scene } from "./scene";
import { withoutFormulas } from "./sources";
import { amountIn, Supposition } from "./supposition";

/** Figures kept as text that are tried. */
const MOST_TEXTS = 8;

/** Figures kept as text that the sums over them pass over: were they numbers, every formula would come to what it should. */
export function textFigures(scene: Scene): Candidate[] {
  const texts = new Map<string, Place>();
  for (const { relation } of scene.failing)
    for (const term of relation.terms)
      if (term.figure.kind === "amount" && term.figure.isText) texts.set(cellKey(term.figure.address), term);
  const places = [...texts.values()].slice(0, MOST_TEXTS);
  if (places.length === 0 || !scene.followers) return [];
  const followers = followersOfNumbers(scene, places);
  return places.flatMap((place): Candidate[] => {
    const amount = amountIn(place.figure);
    if (!amount || amount.isZero()) return [];
    // Every formula that would take it is changed by itself, as none of them follows it now.
    const supposition = new Supposition(withoutFormulas(scene), { reach: "none" });
    const key = cellKey(place.figure.address);
    for (const [cell, times] of followers.of(key)) {
      const own = cell === key ? undefined : scene.placeOf(cell);
      if (own) supposition.change(own, amount.times(toDecimal(times)));
    }
    const supposed = supposition.outcome();
    if (!supposed || supposed.mended.length === 0) return [];
    const { row, column } = place;
    const cells = [place];
    return [
      {
        kind: "textFigure",
        table: row.table,
        rows: [row],
        columns: [column],
        cells,
        supposed,
        free: 0,
        cost: 0,
      },
    ];
  });
}

/** What would follow these cells if they held numbers. */
function followersOfNumbers({ workbook, tables }: Scene, places: readonly Place[]): Followers {
  const edits = places.flatMap(({ figure, row }): WriteCell[] => {
    const amount = amountIn(figure);
    if (!amount) return [];
    const { sheet, row: at, column } = figure.address;
    const value = convertAmount(amount, COMMON_UNIT, row.table.unit).toNumber();
    return [{ kind: "writeCell", sheet, row: at, column, content: { value } }];
  });
  const reader = new FormulaReader(editedWorkbook(workbook, edits), true);
  const addresses = tables.flatMap(({ rows }) =>
    rows.flatMap(({ figures }) => [...figures.values()].map(({ address }) => address)),
  );
  return new Followers(addresses, reader);
}
