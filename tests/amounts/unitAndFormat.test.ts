import { Decimal } from "../../src/amounts/decimal";
import { formatAmount, plainAmount } from "../../src/amounts/format";
import { convertAmount, findUnit, unitFactor } from "../../src/amounts/unit";

describe("the unit line of a sheet", () => {
  test.each([
    ["单位：万元", "万元"],
    ["单位:元", "元"],
    ["单 位：万 元", "万元"],
    ["金额单位： 人民币万元", "万元"],
    ["（单位：万元）", "万元"],
    ["单位（亿元）", "亿元"],
    ["单位：万元（保留两位小数）", "万元"],
    ["单位：元人民币", "元"],
    ["部门名称：广州市白云区政务服务数据管理局      单位：万元", "万元"],
    ["单位﹕万元", "万元"],
    ["单位:\u200b万元", "万元"],
    ["单位\n万元", "万元"],
  ])("%j states %s", (text, unit) => {
    expect(findUnit(text)).toBe(unit);
  });

  test.each([
    "单位名称",
    "单位编码",
    "单位：广州市白云区政务服务数据管理局",
    "单位：元岗街道",
    "单位：元/人",
    "单位：千元",
    "万元",
    "计量单位",
    "",
  ])("%j states none", (text) => {
    expect(findUnit(text)).toBeUndefined();
  });

  test("is found behind any number of spaces", () => {
    const spaces = " ".repeat(30_000);
    expect(findUnit(`单位：${spaces}万元`)).toBe("万元");
    expect(findUnit(`单位${spaces}名称`)).toBeUndefined();
  });
});

describe("units", () => {
  test("one 万元 is 10,000 元, one 亿元 100,000,000", () => {
    expect([unitFactor("元"), unitFactor("万元"), unitFactor("亿元")].map(Number)).toEqual([
      1, 10_000, 100_000_000,
    ]);
  });

  test("amounts are converted exactly, sign and digits kept", () => {
    expect(convertAmount(new Decimal("10333800"), "元", "万元").toFixed()).toBe("1033.38");
    expect(convertAmount(new Decimal("-1033.38"), "万元", "元").toFixed()).toBe("-10333800");
    expect(convertAmount(new Decimal("0.01"), "元", "亿元").toFixed()).toBe("0.0000000001");
    expect(convertAmount(new Decimal("31600.01"), "万元", "万元").toFixed()).toBe("31600.01");
  });
});

describe("an amount in words for people", () => {
  test.each([
    ["1890.174", 2, "1,890.17"],
    ["30566.62", 2, "30,566.62"],
    ["-0.005", 2, "-0.01"],
    ["-0.004", 2, "0.00"],
    ["0", 2, "0.00"],
    ["999.995", 2, "1,000.00"],
    ["1234567890", 0, "1,234,567,890"],
    ["12345", -3, "12,000"],
    ["-123", 1, "-123.0"],
  ])("%s with %d decimals is %s", (value, decimals, expected) => {
    expect(formatAmount(new Decimal(value), decimals)).toBe(expected);
  });

  test("needs a whole number of decimals", () => {
    expect(() => formatAmount(new Decimal(1), 0.5)).toThrow(RangeError);
  });
});

test("an amount for machines has all its digits and nothing else", () => {
  const texts = ["1033.38", "-0.01", "1e21", "1e-8", "-0", "0.00"];
  expect(texts.map((text) => plainAmount(new Decimal(text)))).toEqual([
    "1033.38",
    "-0.01",
    "1000000000000000000000",
    "0.00000001",
    "0",
    "0",
  ]);
});
