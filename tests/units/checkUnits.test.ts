import { checkSnapshot } from "../../src/actions/validate";
import { unitRecipes, unitWorkbook } from "../support/departmentUnits";
import { UNIT_MISTAKES, departmentOf, unitFindings, unitTrial, unitsOf } from "../support/unitMistakes";

const COUNT = 12;
const TRIALS = Number(process.env["TRIALS"] ?? 1);

describe("a department of 12 units", () => {
  test("that is their sum has nothing to be said", () => {
    const units = unitsOf(unitRecipes(COUNT, 1));
    expect(unitFindings(departmentOf(units), units)).toEqual([]);
  });

  test("whose figures add up has tables that pass the check to the last digit", () => {
    const units = unitRecipes(COUNT, 3).map((recipe) => unitWorkbook(recipe, undefined, true));
    const department = departmentOf(units);
    expect(unitFindings(department, units)).toEqual([]);
    const { findings, relations, tables } = checkSnapshot(department);
    expect(tables.map(({ table }) => table)).toEqual([
      "T02",
      "T03",
      "T06",
      "T07",
      "T08",
      "T10",
      "T12",
      "T13",
    ]);
    expect(findings.filter(({ severity }) => severity === "error" || severity === "rounding")).toEqual([]);
    expect(relations.mismatch + relations.rounding).toBe(0);
    expect(relations.exact).toBeGreaterThan(1000);
  });

  test("several of which have no file: each is told, and no other is blamed for what they have", () => {
    const units = unitsOf(unitRecipes(5, 7));
    const [first, second] = units;
    const found = unitFindings(
      departmentOf(units),
      [first, second].flatMap((unit) => unit ?? []),
    );
    expect(found.map(({ rule, unit }) => [rule, unit?.code])).toEqual([
      ["units.noFile", "156003"],
      ["units.noFile", "156004"],
      ["units.noFile", "156005"],
    ]);
    const alone = unitFindings(departmentOf(units), second ? [second] : []);
    expect(alone.map(({ rule }) => rule)).toEqual(Array.from({ length: 4 }, () => "units.noFile"));
  });

  test("names the tables by their number", () => {
    const units = unitsOf(unitRecipes(5, 7));
    const [found] = unitFindings(departmentOf(units.slice(1)), units);
    expect(found?.message.args["tables"]).toEqual(
      ["2", "3", "6", "7", "8", "10", "12", "13"].map((number) => `表${number}`),
    );
  });

  test.each(Object.keys(UNIT_MISTAKES))("with %s: one finding, which names the unit", (kind) => {
    const { rule } = UNIT_MISTAKES[kind] as (typeof UNIT_MISTAKES)[string];
    const told: unknown[] = [];
    for (let seed = 1; told.length < TRIALS && seed < 40; seed++) {
      const trial = unitTrial(kind, seed, COUNT);
      if (!trial) continue;
      const { findings, code } = trial;
      told.push(
        findings.length === 1 && findings[0]?.unit?.code === code
          ? "one, of the unit"
          : [
              seed,
              code,
              findings.map((one) => [
                one.rule,
                one.unit?.code,
                one.candidates.map(({ code }) => code),
                one.message.args,
              ]),
            ],
      );
      if (rule !== "units.moved") expect(findings.map((one) => one.rule)).toContain(rule);
    }
    expect(told).toEqual(told.map(() => "one, of the unit"));
    expect(told).toHaveLength(TRIALS);
  });
});
