import { formatAmount } from "../../src/amounts/format";
import { parseAmount } from "../../src/amounts/parseAmount";
import type { ParsedAmount } from "../../src/amounts/parseAmount";
import { seedAmounts } from "./seedAmounts";

/** "1033.38 (2)", "-12.5 (2) 万元", "none: dash", "not a number: percent": the whole result on one line. */
function brief(parsed: ParsedAmount): string {
  if (parsed.kind === "none") return `none: ${parsed.why}`;
  if (parsed.kind === "notNumber") return `not a number: ${parsed.why}`;
  return `${parsed.value.toFixed()} (${parsed.decimals})${parsed.unit ? ` ${parsed.unit}` : ""}`;
}

describe("an amount as typed or pasted", () => {
  test.each([
    ["1,033.38", "1033.38 (2)"],
    ["1033.38", "1033.38 (2)"],
    ["31600", "31600 (0)"],
    ["1.50", "1.5 (2)"],
    [".5", "0.5 (1)"],
    ["5.", "5 (0)"],
    ["007.10", "7.1 (2)"],
    ["12,345,678.90", "12345678.9 (2)"],
    ["1 033.38", "1033.38 (2)"],
    ["99999999999999999999.99", "99999999999999999999.99 (2)"],
  ])("%s is %s", (text, expected) => {
    expect(brief(parseAmount(text))).toBe(expected);
  });

  test.each([
    ["１，０３３．３８", "1033.38 (2)"],
    ["1\u00a0033.38", "1033.38 (2)"],
    ["\u00a0 1,033.38\u3000", "1033.38 (2)"],
    ["\u200b1,033.38\ufeff", "1033.38 (2)"],
    ["\u202d1,033.38\u202c", "1033.38 (2)"],
    ["'1,033.38", "1033.38 (2)"],
    ["’1,033.38", "1033.38 (2)"],
    ["12。50", "12.5 (2)"],
    ["1,033.38\n", "1033.38 (2)"],
  ])("%j, full-width or with spaces of any kind, is %s", (text, expected) => {
    expect(brief(parseAmount(text))).toBe(expected);
  });

  test.each([
    ["(12.50)", "-12.5 (2)"],
    ["（12.50）", "-12.5 (2)"],
    ["（ 1,012.50 ）", "-1012.5 (2)"],
    ["-12.50", "-12.5 (2)"],
    ["－12.50", "-12.5 (2)"],
    ["−12.50", "-12.5 (2)"],
    ["—12.50", "-12.5 (2)"],
    ["12.50-", "-12.5 (2)"],
    ["- 12.50", "-12.5 (2)"],
    ["+12.50", "12.5 (2)"],
  ])("%s, however the minus is written, is %s", (text, expected) => {
    expect(brief(parseAmount(text))).toBe(expected);
  });

  test.each([
    ["1033.38元", "1033.38 (2) 元"],
    ["1,033.38 万元", "1033.38 (2) 万元"],
    ["3亿元", "3 (0) 亿元"],
    ["（12.50）万元", "-12.5 (2) 万元"],
    ["(12.50元)", "-12.5 (2) 元"],
    ["¥1,033.38", "1033.38 (2)"],
    ["￥1,033.38", "1033.38 (2)"],
    ["-¥12.50", "-12.5 (2)"],
    ["¥-12.50", "-12.5 (2)"],
    ["¥(12.50)", "-12.5 (2)"],
  ])("%s, with its unit or currency, is %s and not converted", (text, expected) => {
    expect(brief(parseAmount(text))).toBe(expected);
  });

  test("zero is an amount, and never a negative one", () => {
    for (const zero of ["0", "0.00", "-0.00", "(0.00)", "０", 0, -0]) {
      const parsed = parseAmount(zero);
      expect(parsed.kind === "amount" && parsed.value.isZero() && !parsed.value.isNegative()).toBe(true);
    }
  });
});

describe("a cell that says there is none", () => {
  test.each([
    ["", "blank"],
    [" \u00a0\u3000\n", "blank"],
    ["'", "blank"],
    ["-", "dash"],
    ["—", "dash"],
    ["——", "dash"],
    ["－", "dash"],
    ["/", "dash"],
    ["无", "word"],
    [" 无 ", "word"],
    ["暂无", "word"],
    ["不适用", "word"],
  ])("%j is none, and not zero: %s", (text, why) => {
    expect(parseAmount(text)).toEqual({ kind: "none", why });
  });
});

describe("a text that is no amount says why", () => {
  test.each([
    ["合计", "noDigits"],
    ["元", "noDigits"],
    ["()", "noDigits"],
    [".", "noDigits"],
    ["12%", "percent"],
    ["3‰", "percent"],
    ["2020-01-05", "dateLike"],
    ["2020/1/5", "dateLike"],
    ["2020.1.5", "dateLike"],
    ["2020年1月", "dateLike"],
    ["3月", "dateLike"],
    ["10：30", "dateLike"],
    ["1.03E+03", "scientific"],
    ["(-12.50)", "signAndBrackets"],
    ["-(12.50)", "signAndBrackets"],
    ["(12.50)-", "signAndBrackets"],
    ["--12.50", "severalSigns"],
    ["-12.50-", "severalSigns"],
    ["+-12.50", "severalSigns"],
    ["(12.50", "unpairedBracket"],
    ["12.50）", "unpairedBracket"],
    ["约12", "mixedText"],
    ["12项", "mixedText"],
    ["12（含上年）", "mixedText"],
    ["12²", "mixedText"],
    ["1,03,3.38", "grouping"],
    ["1,0333", "grouping"],
    ["12,34", "grouping"],
    ["0,123", "grouping"],
    ["1,033 380", "grouping"],
    ["1.033.38", "severalPoints"],
  ])("%s: %s", (text, why) => {
    expect(parseAmount(text)).toEqual({ kind: "notNumber", why });
  });

  test("as do the numbers no cell can hold", () => {
    expect(parseAmount(NaN)).toEqual({ kind: "notNumber", why: "notFinite" });
    expect(parseAmount(-Infinity)).toEqual({ kind: "notNumber", why: "notFinite" });
  });

  test("an absurdly padded text is answered like a short one", () => {
    const spaces = " ".repeat(30_000);
    expect(brief(parseAmount(`-${spaces}x1`))).toBe("not a number: mixedText");
    expect(brief(parseAmount(`1${spaces}x`))).toBe("not a number: mixedText");
    expect(brief(parseAmount(`-${spaces}(1`))).toBe("not a number: unpairedBracket");
    expect(brief(parseAmount(`-${spaces}1,033.38${spaces}万元`))).toBe("-1033.38 (2) 万元");
  });
});

describe("a number of a cell", () => {
  test.each([
    [1033.38, "1033.38 (2)"],
    [-0.5, "-0.5 (1)"],
    [31600, "31600 (0)"],
    [1e21, "1000000000000000000000 (0)"],
    [1e-7, "0.0000001 (7)"],
  ])("%d is the shortest decimal that stands for it: %s", (number, expected) => {
    expect(brief(parseAmount(number))).toBe(expected);
  });
});

test("every figure of the 2020 budget reads as it is printed", () => {
  const amounts = seedAmounts();
  expect(amounts.length).toBeGreaterThan(1500);
  const reprinted = amounts.map((text) => {
    const parsed = parseAmount(text);
    if (parsed.kind !== "amount") return `${text}: ${parsed.kind}`;
    const plain = formatAmount(parsed.value, parsed.decimals);
    return text.includes(",") ? plain : plain.replaceAll(",", "");
  });
  expect(reprinted).toEqual(amounts);
});
