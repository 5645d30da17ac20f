import { Decimal, ZERO } from "../../../src/amounts/decimal";
import type { Figure } from "../../../src/recognition/recognised";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { cellKey } from "../../../src/validation/cellKey";
import { makeChecked } from "../../../src/validation/checked";
import { Rejudging, substitute } from "../../../src/validation/mistakes/rejudging";
import { judge } from "../../../src/validation/outcome";
import { generatedBudget } from "../../support/generatedBudget";
import { Chooser, randomFrom } from "../../support/random";

/** Another figure in a place: rounded otherwise, zero, blank or no amount at all. */
function otherwise(figure: Figure, choose: Chooser): Figure {
  const { address } = figure;
  const value = choose.pick([ZERO, new Decimal(choose.below(90_000)).dividedBy(100), new Decimal("-3.005")]);
  const before = figure.kind === "amount" ? figure.value : ZERO;
  const near = before.plus(new Decimal(choose.pick(["0.005", "0.01", "-0.005", "-0.01"])));
  if (choose.chance(0.05)) return { kind: "bad", why: "error", text: "#REF!", address };
  if (choose.chance(0.1)) return { kind: "none", why: "blank", address };
  const own = choose.chance(0.5) ? near : value;
  const step = new Decimal(choose.pick(["0.01", "0.01", "1", "0.000001"]));
  return { kind: "amount", address, value: own, stored: own, step, decimals: 2, isText: false };
}

it("judging by what cells change comes to what judging the whole relation comes to", () => {
  const choose = new Chooser(randomFrom(20));
  const outcomes = new Map<string, number>();
  for (let book = 0; book < 4; book++) {
    const { judgements } = makeChecked(generatedBudget(30, choose), GUANGZHOU);
    const rejudging = new Rejudging();
    for (const judgement of judgements) {
      const figures = new Map(
        judgement.relation.terms.flatMap(({ figure }) =>
          choose.chance(0.4) ? [[cellKey(figure.address), otherwise(figure, choose)] as const] : [],
        ),
      );
      const quick = rejudging.judge(judgement, figures);
      const whole = judge(substitute(judgement.relation, figures));
      outcomes.set(whole.outcome, (outcomes.get(whole.outcome) ?? 0) + 1);
      expect(quick.outcome).toBe(whole.outcome);
      expect(quick.slack.toFixed()).toBe(whole.slack.toFixed());
      for (const side of ["left", "right", "deviation"] as const)
        expect(quick.balance?.[side].toFixed()).toBe(whole.balance?.[side].toFixed());
      expect(quick.relation.terms).toEqual(whole.relation.terms);
    }
  }
  for (const outcome of ["exact", "rounding", "zero", "mismatch", "cannotTell"])
    expect(outcomes.get(outcome) ?? 0).toBeGreaterThan(5);
});
