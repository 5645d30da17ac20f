import { Decimal } from "../../src/amounts/decimal";
import { printedInterval, roundToDecimals, stepOf, sumSlack } from "../../src/amounts/step";

const d = (text: string) => new Decimal(text);
const part = (value: string, step = "0.01", coefficient?: string) => ({
  value: d(value),
  step: d(step),
  ...(coefficient === undefined ? {} : { coefficient: d(coefficient) }),
});

describe("the step of a printed figure", () => {
  test.each([
    [2, "0.01"],
    [0, "1"],
    [-3, "1000"],
  ])("with %d decimals is %s", (decimals, expected) => {
    expect(stepOf(decimals).toFixed()).toBe(expected);
  });

  test.each([1.5, NaN, Infinity])("is refused for %d decimals", (decimals) => {
    expect(() => stepOf(decimals)).toThrow(RangeError);
  });
});

describe("rounding to decimals", () => {
  test.each([
    ["-2.5", 0, "-3"],
    ["2.5", 0, "3"],
    ["1499", -3, "1000"],
    ["1500", -3, "2000"],
    ["1890.174", 2, "1890.17"],
    ["1890.175", 2, "1890.18"],
    ["123456789012345678901234567.005", 2, "123456789012345678901234567.01"],
  ])("%s to %d decimals is %s", (value, decimals, expected) => {
    expect(roundToDecimals(d(value), decimals).toFixed()).toBe(expected);
  });

  test("leaves no minus on a zero", () => {
    expect(roundToDecimals(d("-0.004"), 2).isNegative()).toBe(false);
  });
});

describe("the amounts a printed figure stands for", () => {
  const interval = (value: string, step: string) => {
    const { low, high } = printedInterval(d(value), d(step));
    return [low.toFixed(), high.toFixed()];
  };

  test("lie half a step on either side", () => {
    expect(interval("12.50", "0.01")).toEqual(["12.495", "12.505"]);
    expect(interval("-12.50", "0.01")).toEqual(["-12.505", "-12.495"]);
    expect(interval("12000", "1000")).toEqual(["11500", "12500"]);
  });

  test("are zero alone when it prints as 0", () => {
    expect(interval("0", "0.01")).toEqual(["0", "0"]);
    expect(interval("-0", "1000")).toEqual(["0", "0"]);
  });
});

describe("how far a sum of printed figures may be off", () => {
  test("is half a step for each of them, the total among them", () => {
    // 表6 一般公共服务支出: 1,890.17 = 725.78 + 1,164.39
    expect(sumSlack([part("1890.17"), part("725.78"), part("1164.39")]).toFixed()).toBe("0.015");
    expect(sumSlack([part("3"), part("1"), part("1"), part("1")]).toFixed()).toBe("0.02");
  });

  test("counts figures printed as zero only when told to", () => {
    const parts = [part("571.92"), part("571.92"), part("0")];
    expect(sumSlack(parts).toFixed()).toBe("0.01");
    expect(sumSlack(parts, { zeroExact: false }).toFixed()).toBe("0.015");
  });

  test("follows each figure's own step and the number of times it counts", () => {
    expect(sumSlack([part("10334", "1"), part("1033.38")]).toFixed()).toBe("0.505");
    expect(sumSlack([part("10", "0.01", "-2"), part("20")]).toFixed()).toBe("0.015");
  });

  test("of nothing is nothing", () => {
    expect(sumSlack([]).isZero()).toBe(true);
  });

  test("holds for any true amounts: rounding parts and total never exceeds it", () => {
    // A fixed sequence of amounts to four decimals, so that a failure can be repeated.
    let seed = 20200201;
    const next = () => (seed = (seed * 48271) % 2147483647);
    for (let round = 0; round < 300; round++) {
      const parts = Array.from({ length: 2 + (next() % 8) }, () =>
        d(`${(next() % 2_000_001) - 1_000_000}e-4`),
      );
      const total = parts.reduce((sum, value) => sum.plus(value), d("0"));
      const printed = [total, ...parts].map((value) => roundToDecimals(value, 2));
      const [printedTotal = d("0"), ...printedParts] = printed;
      const gap = printedParts.reduce((rest, value) => rest.minus(value), printedTotal).abs();
      const slack = sumSlack(
        printed.map((value) => ({ value, step: stepOf(2) })),
        { zeroExact: false },
      );
      expect(gap.lessThanOrEqualTo(slack)).toBe(true);
    }
  });
});
