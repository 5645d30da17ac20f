import { planBalance } from "../../src/actions/balanceRounding";
import { planMarks } from "../../src/planning/marks";
import { choosePack } from "../../src/recognition/choosePack";
import { PACKS } from "../../src/tables/packs";
import { checkWorkbook } from "../../src/validation/check";
import { explainCell } from "../../src/validation/explainCell";
import type { Equation } from "../../src/validation/equation";
import { isFailing } from "../../src/validation/outcome";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { highsSolver } from "../../src/cli/highsSolver";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { finalAccounts } from "../support/finalAccounts";
import { nationalWorkbook } from "../support/nationalWorkbook";
import { publishedAccounts } from "../support/publishedAccounts";
import { Chooser, randomFrom } from "../support/random";
import { KINDS, prepare, wrongValue } from "../support/seededErrors";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { makeVariant } from "../support/variants/makeVariant";

/** A relation as any of its speakers names it: its rule and its cells. */
function nameOf({ rule, left, right }: Equation): string {
  return [rule, ...[...left, ...right].map(({ sheet, row, column }) => `${sheet}!${row},${column}`)].join(
    " ",
  );
}

/** Asks everyone who speaks of relations, and names those of whom two do not say the same. */
async function contradictions(workbook: WorkbookSnapshot): Promise<string[]> {
  const whole = checkWorkbook(workbook, choosePack(workbook, PACKS));
  const { checked, findings, result } = whole;
  const wrong: string[] = [];
  const failing = checked.judgements.filter(isFailing);
  const explained = new Map<string, string>();
  const asked = new Set<string>();
  // A cell of each relation is asked, which tells of all relations it takes part in.
  for (const { relation } of checked.judgements) {
    const { address } = (relation.terms[0] as (typeof relation.terms)[number]).figure;
    const key = `${address.sheet}!${address.row},${address.column}`;
    if (asked.has(key)) continue;
    asked.add(key);
    for (const equation of explainCell(checked, address).equations) {
      const name = nameOf(equation);
      const before = explained.get(name);
      if (before !== undefined && before !== equation.outcome) wrong.push(`two answers: ${name}`);
      explained.set(name, equation.outcome);
    }
  }
  // What fails by 解释此格 is what the check counts as failing, and each such relation is told in a finding.
  const isBad = (outcome: string | undefined) => outcome === "mismatch" || outcome === "zero";
  if ([...explained.values()].filter(isBad).length !== result.relations.mismatch)
    wrong.push(`解释此格 ${[...explained.values()].filter(isBad).length}, 校验 ${result.relations.mismatch}`);
  const told = new Set(findings.flatMap(({ about }) => about.map(({ relation }) => relation)));
  for (const { relation } of failing)
    if (!told.has(relation)) wrong.push(`fails and is not told: ${relation.id}`);
  for (const { equations = [] } of result.findings)
    for (const equation of equations)
      if (explained.get(nameOf(equation)) !== equation.outcome)
        wrong.push(`told otherwise: ${nameOf(equation)}`);
  // 舍位平衡 sees just the rounding differences that the check counts; a solver that finds nothing leaves them all.
  const { plan } = await planBalance(workbook, async () => undefined);
  const seen = (plan?.left ?? []).reduce((sum, { args }) => sum + Number(args["count"]), 0);
  if (seen !== result.relations.rounding) wrong.push(`舍位平衡 ${seen}, 校验 ${result.relations.rounding}`);
  if (plan?.left.some(({ key }) => key === "balance.mistake") && result.relations.mismatch === 0)
    wrong.push("舍位平衡 speaks of mistakes where there are none");
  // A mark stands where an error or a warning is told, and nowhere else.
  const spoken = new Set(
    findings
      .filter(({ severity, accepted }) => !accepted && (severity === "error" || severity === "warning"))
      .flatMap(({ about, cells, suspects }) => [
        ...cells,
        ...suspects,
        ...about.flatMap(({ relation }) => relation.terms.slice(0, 1).map(({ figure }) => figure.address)),
      ])
      .map(({ sheet, row, column }) => `${sheet}!${row},${column}`),
  );
  for (const edit of planMarks(workbook, whole, "zh-CN").edits)
    if (edit.kind === "addMark" && !spoken.has(`${edit.sheet}!${edit.row},${edit.column}`))
      wrong.push(`a mark without a finding: ${edit.sheet}!${edit.row},${edit.column}`);
  return wrong;
}

/** Workbooks with one or two wrong figures each, in the seed. */
function* errorWorkbooks(count: number): Generator<WorkbookSnapshot> {
  const choose = new Chooser(randomFrom(16));
  const seed = prepare(seedWorkbook());
  for (let made = 0; made < count; made++) {
    let workbook = seed.workbook;
    for (let errors = choose.pick([1, 1, 2]); errors > 0;) {
      const { term } = choose.pick(seed.cells);
      const { sheet, row, column } = term.figure.address;
      const value = wrongValue(choose.pick(KINDS), term, seed, choose);
      if (!value) continue;
      workbook = withValue(workbook, sheet, row, column, value.toNumber());
      errors--;
    }
    yield workbook;
  }
}

/** Seeds of variants of each table: in all two hundred workbooks and more. */
const SEEDS_OF_VARIANTS = Array.from({ length: 15 }, (_, index) => 600 + index);

describe("findings, marks, 解释此格 and 舍位平衡 say the same of every relation", () => {
  it.each([
    ["the seed", () => seedWorkbook()],
    ["the seed as published", () => seedWorkbook("asPublished")],
    ["the nationwide set", () => nationalWorkbook()],
    ["final accounts", () => finalAccounts()],
    ["final accounts with known mistakes", () => publishedAccounts()],
  ])("of %s", async (_, make) => {
    expect(await contradictions(make())).toEqual([]);
  });

  it("of 200 variants of tables", async () => {
    let count = 0;
    for (const seed of SEEDS_OF_VARIANTS)
      for (const { id } of GUANGZHOU.tables) {
        expect([id, seed, await contradictions(makeVariant(GUANGZHOU, id, seed).workbook)]).toEqual([
          id,
          seed,
          [],
        ]);
        count++;
      }
    expect(count).toBeGreaterThanOrEqual(200);
  });

  it("of 200 workbooks with errors", async () => {
    let count = 0;
    for (const workbook of errorWorkbooks(200))
      expect([count++, await contradictions(workbook)]).toEqual([count - 1, []]);
  });
});

test("all 15 rounding differences of the budget as published can be balanced", async () => {
  const { plan } = await planBalance(seedWorkbook("asPublished"), highsSolver);
  expect({ removed: plan?.removed, left: plan?.left }).toEqual({ removed: 15, left: [] });
});
