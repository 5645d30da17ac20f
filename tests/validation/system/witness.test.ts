import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../../src/validation/check";
import { joinRelations } from "../../../src/validation/mistakes/jointSystem";
import { scaleSystem } from "../../../src/validation/system/scale";
import type { ScaledSystem } from "../../../src/validation/system/scale";
import { WitnessSearch } from "../../../src/validation/system/witness";
import { canHold } from "../../support/bruteForce";
import { generatedBudget } from "../../support/generatedBudget";
import { Chooser, randomFrom } from "../../support/random";
import { randomSystem } from "../../support/randomSystem";
import { prepare } from "../../support/seededErrors";

function isWitnessed(system: ScaledSystem): boolean {
  return new WitnessSearch(system).find(new Map()) === "found";
}

test("amounts are found only for systems that can hold, and for most of those", () => {
  const systems = Array.from({ length: 200 }, (_, seed) => randomSystem(new Chooser(randomFrom(seed + 1))));
  const found = systems.filter((system) => isWitnessed(scaleSystem(system)));
  expect(found.every((system) => canHold(system, new Set()))).toBe(true);
  const holding = systems.filter((system) => canHold(system, new Set()));
  expect(found.length / holding.length).toBeGreaterThan(0.5);
});

test("a budget of six tables whose thousand relations agree but for rounding is told by amounts found for it", () => {
  const workbook = generatedBudget(200, new Chooser(randomFrom(1)));
  const { judgements } = prepare(workbook);
  expect(judgements.filter(({ outcome }) => outcome === "rounding").length).toBeGreaterThan(50);
  expect(isWitnessed(scaleSystem(joinRelations(judgements, () => 1).system))).toBe(true);
  const { findings } = checkWorkbook(workbook, GUANGZHOU).result;
  expect(findings.filter(({ severity }) => severity !== "rounding")).toEqual([]);
});
