import { isFailing } from "../../../src/validation/outcome";
import { judgementsByCell } from "../../../src/validation/judgementsAt";
import { findMistakes } from "../../../src/validation/mistakes/findMistakes";
import { relationFindings } from "../../../src/validation/relationFindings";
import { weighCells } from "../../../src/validation/mistakes/weights";
import { Chooser, randomFrom } from "../../support/random";
import { judgeChanged, prepare } from "../../support/seededErrors";
import { generatedBudget } from "../../support/generatedBudget";
import { cellKey } from "../../../src/validation/cellKey";
import { checkWorkbook } from "../../../src/validation/check";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { formulaBudget } from "../../bench/speed/formulas";
import { seedWorkbook } from "../../support/seedWorkbook";

test("where thousands of figures are wrong each relation that fails is told once, and the search ends", () => {
  const choose = new Chooser(randomFrom(3));
  const prepared = prepare(generatedBudget(600, choose));
  const wrong = new Map(
    prepared.cells.flatMap(({ term: { figure } }) =>
      figure.kind === "amount" && choose.chance(0.7)
        ? [[cellKey(figure.address), figure.value.plus(choose.below(5000))] as const]
        : [],
    ),
  );
  const judgements = judgeChanged(prepared, wrong);
  const failing = judgements.filter(isFailing);
  expect(failing.length).toBeGreaterThan(1500);
  const mistakes = findMistakes(judgements, weighCells(prepared.workbook, judgementsByCell(judgements)));
  const told = mistakes.flatMap((mistake) => mistake.failing);
  expect(told.length).toBe(failing.length);
  expect(new Set(told)).toEqual(new Set(failing));
  // What was not looked at is said.
  const untold = mistakes.filter((mistake) => mistake.failing.length > 0 && mistake.sets.length === 0);
  expect(untold.length).toBeGreaterThan(0);
  expect(untold.every(({ isCut }) => isCut)).toBe(true);
  expect(relationFindings(untold).every(({ message }) => message.key === "finding.cut")).toBe(true);
});

test("a budget half filled in under formulas has every relation told that fails, and no cell blamed or row called gone", () => {
  const budget = formulaBudget(seedWorkbook());
  const blank = new Map(
    budget.typed.flatMap((cell, place) => (place % 2 === 0 ? [[cellKey(cell), undefined] as const] : [])),
  );
  const { checked, findings } = checkWorkbook(budget.with(blank), GUANGZHOU);
  const failing = checked.judgements.filter(isFailing);
  expect(failing.length).toBeGreaterThan(40);
  const errors = findings.filter(({ severity }) => severity === "error");
  const about = new Set(errors.flatMap((one) => one.about));
  expect(failing.filter((one) => !about.has(one))).toEqual([]);
  expect(errors.filter(({ suspects, act }) => suspects.length > 0 || act)).toEqual([]);
  expect(new Set(errors.map(({ message }) => message.key))).toEqual(new Set(["finding.cut"]));
});
