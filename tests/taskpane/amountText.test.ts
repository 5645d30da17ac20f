import { amountText, decimalsOf, differenceText, figureText } from "../../taskpane/amountText";

test("amounts are grouped by thousands and keep every digit they came with", () => {
  expect(amountText("31600.01")).toBe("31,600.01");
  expect(amountText("1033380000.0")).toBe("1,033,380,000.0");
  expect(amountText("999")).toBe("999");
  expect(amountText("0.123456")).toBe("0.123456");
});

test("a difference shows its sign, and zero has none", () => {
  expect(amountText("1.00", true)).toBe("+1.00");
  expect(amountText("-1234.5", true)).toBe("−1,234.5");
  expect(amountText("0.00", true)).toBe("0.00");
});

test("a difference has two decimals as the figures it is between, and keeps further ones", () => {
  expect(["1", "-0.5", "1234.567", "0"].map((one) => differenceText(one))).toEqual([
    "+1.00",
    "−0.50",
    "+1,234.567",
    "0.00",
  ]);
});

test("a figure has the decimals of those beside it, two where nothing tells, and loses none of its own", () => {
  expect(["1.8", "12", "-1844.5", "0.123"].map((one) => figureText(one))).toEqual([
    "1.80",
    "12.00",
    "−1,844.50",
    "0.123",
  ]);
  expect(figureText("1.8", decimalsOf(["1.80", "", "见附件"]))).toBe("1.80");
  expect(figureText("9505000", decimalsOf(["9500000", "5000"]))).toBe("9,505,000");
  expect(differenceText("0.5", decimalsOf(["1.8", "2.3"]))).toBe("+0.5");
  expect(decimalsOf(["", "见附件"])).toBe(2);
  expect(figureText("8万元")).toBe("8万元");
});
