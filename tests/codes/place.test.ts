import { codeLevel, codesAbove, parentCode } from "../../src/codes/place";

test.each([
  ["2010301", ["201", "20103"]],
  ["20103", ["201"]],
  ["201", []],
  ["50201", ["502"]],
  ["A0201", ["A", "A02"]],
  ["A02010000", ["A", "A02000000"]],
  ["", []],
])("above %s stand %j", (code, above) => {
  expect(codesAbove(code)).toEqual(above);
  expect(parentCode(code)).toBe(above.at(-1));
  expect(codeLevel(code)).toBe(above.length + 1);
});
