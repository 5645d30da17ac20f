import { Decimal } from "../../../src/amounts/decimal";
import { digitSlip } from "../../../src/validation/hints/digits";

function slipOf(present: string, right: string, decimals = 2, slack = "0") {
  const value = new Decimal(right);
  return digitSlip({
    present: new Decimal(present),
    decimals,
    low: value.minus(slack),
    high: value.plus(slack),
  });
}

describe("how a figure may have been mistyped", () => {
  it.each([
    ["-172.85", "172.85", "hint.sign"],
    ["7257800", "725.78", "hint.yuan"],
    ["7257849", "725.78", "hint.yuan"],
    ["725.78", "7257800", "hint.wanYuan"],
    ["1890.17", "189.02", "hint.point"],
    ["18.90", "1890", "hint.point"],
    ["1809.17", "1890.17", "hint.exchanged"],
    ["1890.71", "1890.17", "hint.exchanged"],
    ["1860.17", "1890.17", "hint.digit"],
    ["1066.51", "10661.51", "hint.lost"],
    ["10661.51", "1066.51", "hint.extra"],
  ])("%s for %s is %s", (present, right, key) => {
    expect(slipOf(present, right)?.key).toBe(key);
  });

  it("names both figures as the table prints them", () => {
    expect(slipOf("1066.51", "10661.51")?.args).toEqual({ present: "1,066.51", right: "10,661.51" });
  });

  it("says nothing when no single slip leads there", () => {
    expect(slipOf("1890.17", "2345.67")).toBeUndefined();
  });

  it("says nothing of a zero, which has no digits to mistype", () => {
    expect(slipOf("0", "12.50")).toBeUndefined();
  });

  it("says nothing where the right figure is known only roughly, when any slip would fit", () => {
    expect(slipOf("1860.17", "1890.17", 2, "40")).toBeUndefined();
  });

  it("takes a slip that hits a value within the rounding", () => {
    expect(slipOf("1809.17", "1890.18", 2, "0.015")?.args).toEqual({
      present: "1,809.17",
      right: "1,890.17",
    });
  });
});
