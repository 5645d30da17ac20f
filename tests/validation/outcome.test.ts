import { brief, checkSheet } from "../support/check";
import { smallT06 } from "../support/sheet";
import type { TestCell } from "../support/sheet";

const findings = (changes: Record<string, TestCell>) => checkSheet(smallT06(changes)).findings;

describe("a relation between printed figures", () => {
  it("holds exactly in a table without differences", () => {
    const { relations, findings: none } = checkSheet(smallT06());
    expect(none).toEqual([]);
    expect(relations).toMatchObject({ mismatch: 0, rounding: 0, cannotTell: 0 });
    expect(relations.exact).toBe(relations.checked);
  });

  it("holds within rounding as long as half a step for each figure covers the difference", () => {
    // 725.78 + 1,164.39 against 1,890.18: three figures, 3 · 0.005 = 0.015 ≥ 0.01
    const changes = { "6,2": 1890.18, "7,2": 1890.18, "8,2": 1890.18 };
    expect(brief(findings(changes))).toEqual(["rounding rounding C7"]);
  });

  it("fails one step beyond that", () => {
    const changes = { "6,2": 1890.19, "7,2": 1890.19, "8,2": 1890.19 };
    const found = findings(changes);
    // One figure in three rows, and one mistake.
    expect(brief(found)).toEqual(["error figure.copied C7"]);
    expect(found[0]?.relations?.map(({ rule }) => rule)).toEqual([
      "T06.c3=c4+c5",
      "T06.c3=c4+c5",
      "T06.c3=c4+c5",
      "T06.tree",
    ]);
  });

  it("takes a figure printed as zero to be exactly zero, and warns when only that stands in the way", () => {
    // 小计 0.01 = 0.00 + 0.00: half a step on the zeros would cover it.
    const [first] = findings({ "9,4": 0.01 }).filter(({ rule }) => rule === "T06.c5=c6+c7");
    expect(first).toMatchObject({ severity: "warning", actual: "0.01", expected: "0", difference: "0.01" });
    expect(first?.message.key).toBe("relation.equal.sum.over.zero");
  });

  it("is compared by what is printed, not by what is stored", () => {
    expect(findings({ "9,2": 725.7849, "9,3": 725.7751 })).toEqual([]);
  });

  it("takes the step from each cell's own number format", () => {
    const whole = (value: number) => ({ value, numberFormat: "#,##0" });
    // 726 + 1,164.39 against 1,890.17: off by 0.22, which a figure printed to whole units may be.
    const changes = {
      "6,3": whole(725.78),
      "7,3": whole(725.78),
      "8,3": whole(725.78),
      "9,3": whole(725.78),
    };
    expect(brief(findings(changes))).toEqual(["rounding rounding C7"]);
  });

  it("cannot be told over text or an error, and is not counted as checked", () => {
    const before = checkSheet(smallT06()).relations;
    const { relations, findings: found } = checkSheet(
      smallT06({ "9,3": "见附件", "10,4": { error: "#REF!" } }),
    );
    expect(brief(found)).toEqual(["error cell.error E11", "warning cell.not-amount D10"]);
    expect(relations.cannotTell).toBe(before.checked - relations.checked);
    expect(relations.cannotTell).toBeGreaterThan(0);
  });
});

describe("a finding about a relation", () => {
  const [finding] = findings({ "6,3": 735.78 });
  const ofRow = finding?.relations?.find(({ rule }) => rule === "T06.c3=c4+c5");

  it("is one for all relations that the wrong figure breaks, told by the one whose total it is", () => {
    expect(findings({ "6,3": 735.78 })).toHaveLength(1);
    expect(finding?.relations?.map(({ rule }) => rule)).toEqual(["T06.tree", "T06.c3=c4+c5"]);
    expect(finding).toMatchObject({ rule: "T06.tree", expected: "725.78", actual: "735.78" });
  });

  it("says what should hold, what is there and the difference, as decimal strings", () => {
    expect(ofRow).toMatchObject({
      expected: "1900.17",
      actual: "1890.17",
      difference: "-10",
      table: "T06",
    });
    expect(ofRow?.message.args).toMatchObject({
      table: "表6",
      cell: "C7",
      place: "合计",
      left: "总计 1,890.17",
      right: "基本支出 735.78 + 项目支出小计 1,164.39",
      sum: "1,900.17",
      difference: "10.00",
    });
  });

  it("names its cells: the total and its parts", () => {
    expect(ofRow?.cells.map(({ row, column, role }) => [row, column, role])).toEqual([
      [6, 2, "total"],
      [6, 3, "part"],
      [6, 4, "part"],
    ]);
  });

  it("suspects the cell that would mend every relation it stands in", () => {
    expect(finding?.suspects).toEqual([
      expect.objectContaining({ row: 6, column: 3, suggested: "725.78", low: "725.77", high: "725.79" }),
    ]);
  });

  it("is told in the unit of its own sheet", () => {
    const yuan = smallT06().map((cells, row) =>
      cells.map((cell) => (row > 5 && typeof cell === "number" ? Math.round(cell * 10000) : cell)),
    );
    (yuan[1] as TestCell[])[6] = "单位：元";
    (yuan[6] as TestCell[])[3] = 7357800;
    const inYuan = checkSheet(yuan).findings[0]?.relations?.find(({ rule }) => rule === "T06.c3=c4+c5");
    expect(inYuan).toMatchObject({ actual: "18901700", expected: "19001700", difference: "-100000" });
    expect(inYuan?.message.args).toMatchObject({ unit: "元", difference: "100,000.00" });
  });
});
