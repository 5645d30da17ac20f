import { Effort } from "../../../src/validation/system/effort";
import { localise } from "../../../src/validation/system/localise";
import { Oracle } from "../../../src/validation/system/oracle";
import { scaleSystem } from "../../../src/validation/system/scale";
import { systemOf } from "../../support/systemNotation";

test("a part of the work takes no more than its share and leaves the rest to others", () => {
  const effort = new Effort(100);
  effort.within(10, () => {
    effort.spend(11);
    expect(effort.isSpent).toBe(true);
  });
  expect(effort.isSpent).toBe(false);
  effort.spend(90);
  expect(effort.isSpent).toBe(true);
});

const chain = scaleSystem(
  systemOf(`
    a 1.00, b 2.00, c 3.00, d 9.00
    sum: c = a + b
    same: d = c
    less: d <= c`),
);

test("a search without anything to spend names the relations that fail and no cell to blame", () => {
  const clusters = localise(chain, {}, new Oracle(chain, { effort: new Effort(0) }));
  expect(clusters.map(({ relations, sets, isComplete }) => [relations, sets, isComplete])).toEqual([
    [[1], [], false],
  ]);
});

test("a search with enough to spend names them", () => {
  const [cluster] = localise(chain, {}, new Oracle(chain, { effort: new Effort(1_000) }));
  expect(cluster?.sets.map((set) => set.map((cell) => chain.cell(cell).id))).toEqual([["d"]]);
});

test("what is no step away from the relations in question is not looked at, but for what cells are not believed", () => {
  // c alone would mend "same", and breaks "sum", which is one step away.
  const asked = (steps: number) => {
    const oracle = new Oracle(chain, { steps });
    const [, , c = -1] = [0, 1, 2];
    oracle.setFree(new Set([c]));
    return oracle.findEvidence() !== undefined;
  };
  expect([asked(0), asked(1)]).toEqual([false, true]);
});
