import { choosePack } from "../../src/recognition/choosePack";
import { PACKS } from "../../src/tables/packs";
import { compareVariant } from "../support/compareVariant";
import { makeSharedSheet, makeWholeWorkbook } from "../support/variants/arrange";
import { contentsOf } from "../support/variants/content";
import { makeVariant } from "../support/variants/makeVariant";

/** The benchmark of recognition takes 200 of each; these are the first few. */
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);
const TABLES = PACKS.flatMap((pack) =>
  contentsOf(pack).map(({ definition }) => [definition.id, pack] as const),
);

describe("the same content in other layouts is recognised: table, columns, kinds of row and unit", () => {
  it.each(TABLES)("%s", (id, pack) => {
    for (const seed of SEEDS)
      expect([seed, ...compareVariant(makeVariant(pack, id, seed)).problems]).toEqual([seed]);
  });

  it("the layouts differ: every habit turns up among them", () => {
    const habits = new Set(
      TABLES.flatMap(([id, pack]) => SEEDS.flatMap((seed) => makeVariant(pack, id, seed).habits)),
    );
    expect([...habits]).toEqual(
      expect.arrayContaining([
        "title of the same meaning",
        "title in the sheet's name alone",
        "other unit",
        "unit in a heading",
        "序号",
        "columns moved",
        "column missing",
        "headings repeated",
        "headings in one row",
        "merges filled",
        "note among the headings",
        "code in levels",
        "code with name",
        "indentation alone",
        "page breaks",
        "titles repeated",
        "over several sheets",
        "total last",
        "total absent",
        "names cut",
        "names around figures",
        "names behind figures",
        "其中 rows",
        "其中 before names",
        "groups in the middle",
        "last year beside",
        "heading that says nothing",
      ]),
    );
  });
});

it.each(PACKS)(
  "tables of one set that share a sheet, below or beside each other, are told apart: %#",
  (pack) => {
    for (const seed of SEEDS)
      expect([seed, ...compareVariant(makeSharedSheet(pack, seed)).problems]).toEqual([seed]);
  },
);

it.each(PACKS)("a whole workbook is read by its own set: %#", (pack) => {
  const { workbook } = makeWholeWorkbook(pack, 3);
  expect(choosePack(workbook, PACKS)).toBe(pack);
});
