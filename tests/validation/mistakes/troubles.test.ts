import { troublesOf } from "../../../src/validation/mistakes/troubles";
import { scaleSystem } from "../../../src/validation/system/scale";
import { systemOf } from "../../support/systemNotation";

const system = scaleSystem(
  systemOf(`
    a 1, b 9, c 1, d 9, e 1, f 9, g 1, h 9
    one: a = b
    two: c = d
    tie: a <= c
    three: e = f
    four: g = f`),
);

test("failing relations are searched together that share a cell or that a third relation ties", () => {
  expect(troublesOf(system, [0, 1, 3, 4], 60)).toEqual([
    [0, 1],
    [3, 4],
  ]);
});

test("where more hang together than are searched at once, none is left out", () => {
  const troubles = troublesOf(system, [0, 1, 3, 4], 1);
  expect(troubles.every(({ length }) => length === 1)).toBe(true);
  expect(troubles.flat().sort()).toEqual([0, 1, 3, 4]);
});
