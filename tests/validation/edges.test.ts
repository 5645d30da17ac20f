import { explainCell } from "../../src/validation/explainCell";
import { makeChecked } from "../../src/validation/checked";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { readRulesJson } from "../../src/relations/ownRules/readRulesJson";
import { checkWorkbook } from "../../src/validation/check";
import { describe as say } from "../../src/messages/describe";
import { checkSnapshot } from "../../src/actions/validate";
import { readSystem } from "../../src/validation/system/readSystem";
import { solveSystem } from "../../src/validation/system/solveSystem";
import { brief, checkSheet } from "../support/check";
import { publishedAccounts } from "../support/publishedAccounts";
import { seedWorkbook } from "../support/seedWorkbook";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";

/** 合计 571.93 of 基本支出 571.92 and no project: the same amount, printed twice. */
const TOTALS = Object.fromEntries(
  [6, 7, 8].flatMap((row) => [
    [`${row},2`, 1736.32],
    [`${row},3`, 571.92],
  ]),
);
const SAME_TWICE = { ...TOTALS, "9,2": 571.93, "9,3": 571.92 };

describe("rounding half up never takes figures apart by all their half steps", () => {
  const sheet = smallT06(SAME_TWICE);
  const edges = checkSheet(sheet).findings.filter(({ severity }) => severity === "warning");

  it("so one amount that stands there twice and differs by a step is a warning of its own", () => {
    expect(brief(edges)).toEqual(["warning T06.c3=c4+c5 C10"]);
    expect(say(edges[0]!.message, "zh-CN")).toContain("同一笔金额两处相差 0.01 万元，四舍五入不会这样");
    expect(checkSheet(sheet).relations.mismatch).toBe(0);
  });

  it("and 解释此格 says the same", () => {
    const checked = makeChecked(workbookOf(sheetOf("表6", sheet)), GUANGZHOU);
    const { equations } = explainCell(checked, { sheet: "表6", row: 9, column: 2 });
    expect(equations.find(({ rule }) => rule === "T06.c3=c4+c5")?.outcome).toBe("edge");
  });
});

test("relations that hold one by one and not together by rounding half up are one warning", () => {
  // 项目支出 is printed 1,164.39 and finely 1,164.395, and the rule asks for 1,164.395, which would print 1,164.40.
  const rules = readRulesJson(
    JSON.stringify({ rules: [{ id: "J1", text: "T06[合计].c3 = T06[合计].c4 + 1164.395" }] }),
  );
  const fine = { value: 1164.395, numberFormat: "0.000000" };
  const workbook = workbookOf(sheetOf("表6", smallT06({ "10,5": fine })));
  const { findings } = checkWorkbook(workbook, GUANGZHOU, { rules }).result;
  expect(brief(findings.filter(({ severity }) => severity !== "rounding"))).toEqual(["warning joint C7"]);
  expect(findings.find(({ rule }) => rule === "joint")?.message.key).toBe("relation.joint.edge");
});

test("of the real documents none is told so: their differences are all roundings", () => {
  const workbooks = [seedWorkbook(), seedWorkbook("asPublished"), publishedAccounts()];
  for (const workbook of workbooks) {
    const { relations, findings } = checkSnapshot(workbook);
    expect(relations.rounding).toBeGreaterThan(0);
    expect(findings.filter(({ message }) => /\.(same|edge)$/.test(message.key))).toEqual([]);
  }
});

describe("relations that hold one by one", () => {
  it("are at the edge together where two equal amounts are printed a step apart", () => {
    const system = readSystem({
      cells: {
        total: { value: 671.92, step: 0.01 },
        own: { value: 571.92, step: 0.01 },
        other: { value: 571.93, step: 0.01 },
        rest: { value: 100, step: 0.01 },
      },
      relations: [
        { id: "first", terms: { total: 1, own: -1, rest: -1 }, op: "=", constant: 0 },
        { id: "second", terms: { total: 1, other: -1, rest: -1 }, op: "=", constant: 0 },
      ],
    });
    if ("problem" in system) throw new Error(system.problem.key);
    const { feasible, edge, relations } = solveSystem(system);
    expect(relations.map(({ verdict }) => verdict)).toEqual(["exact", "rounding"]);
    expect({ feasible, edge }).toEqual({ feasible: true, edge: ["first", "second"] });
  });
});
