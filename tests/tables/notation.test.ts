import { NotationError, parseRelation } from "../../src/tables/notation";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";

describe("the notation of relations", () => {
  test("a row relation names columns", () => {
    const relation = parseRelation("c3 = c4 + c5");
    expect(relation.operator).toBe("=");
    expect(relation.left).toMatchObject([{ columns: [3], factor: "1" }]);
    expect(relation.right).toMatchObject([{ columns: [4] }, { columns: [5] }]);
  });

  test("a join names its keys, and column ranges go in step", () => {
    const relation = parseRelation("Σ T13[品目@项目支出].c8..c13 <= Σ T10[项目].c3..c8 by unit+name");
    expect(relation.join).toEqual(["unit", "name"]);
    expect(relation.left).toMatchObject([
      { table: "T13", rows: { kinds: ["品目"], below: "项目支出" }, isSum: true },
    ]);
    expect(relation.right).toMatchObject([{ columns: [3, 4, 5, 6, 7, 8] }]);
  });

  test("kinds with brackets in their names stay one term", () => {
    expect(parseRelation("T12[因公出国(境)费].c3 >= Σ T09[款:30212].c3").left).toMatchObject([
      { rows: { kinds: ["因公出国(境)费"] } },
    ]);
  });

  test.each(["c3 c4", "c3 = ", "c3 = c4 + 合计", "c3 = c5..c4", "c3 = c4 by colour"])(
    "%s cannot be read",
    (text) => {
      expect(() => parseRelation(text)).toThrow(NotationError);
    },
  );

  test("every relation of the pack can be read", () => {
    const texts = [...GUANGZHOU.tables.flatMap(({ relations }) => relations), ...GUANGZHOU.across];
    expect(texts.length).toBeGreaterThan(100);
    for (const { text, when, otherwise } of texts) {
      for (const sentence of [text, when, otherwise])
        if (sentence) expect(() => parseRelation(sentence)).not.toThrow();
    }
  });
});
