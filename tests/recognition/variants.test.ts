import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { compareVariant } from "../support/compareVariant";
import { makeVariant } from "../support/variants";

/** The benchmark of recognition takes 200 of each; these are the first few. */
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

describe("the same content in other layouts is recognised: table, columns and kinds of row", () => {
  it.each(GUANGZHOU.tables.map(({ id }) => id))("%s", (id) => {
    for (const seed of SEEDS) {
      const variant = makeVariant(id, seed);
      expect([seed, ...compareVariant(variant).problems]).toEqual([seed]);
    }
  });

  it("the layouts differ: every habit turns up among them", () => {
    const habits = new Set(
      GUANGZHOU.tables.flatMap(({ id }) => SEEDS.flatMap((seed) => makeVariant(id, seed).habits)),
    );
    for (const habit of [
      "元",
      "序号",
      "columns moved",
      "headings repeated",
      "page breaks",
      "titles repeated",
      "total last",
    ])
      expect(habits).toContain(habit);
  });
});
