import { formatAmount } from "../../src/amounts/format";
import { printNumber } from "../../src/amounts/printed";
import { seedAmounts } from "./seedAmounts";

/** "1890.17 (2)": the number the print stands for and its decimals; "?" where there is no fixed step; "~" for General. */
function print(value: number, numberFormat: string): string {
  const printed = printNumber(value, numberFormat);
  return `${printed.value.toFixed()} (${printed.decimals ?? "?"})${printed.isGeneral ? " ~" : ""}`;
}

describe("a number printed under a format with digits", () => {
  test.each([
    [1890.174, "#,##0.00", "1890.17 (2)"],
    [1890.17, "0.0", "1890.2 (1)"],
    [1890.17, "0", "1890 (0)"],
    [1890.17, "#,##0.00_ ", "1890.17 (2)"],
    [0.0049, "0.00", "0 (2)"],
    [31600.009999999998, "#,##0.00", "31600.01 (2)"],
    [12.5, "0.0#", "12.5 (2)"],
    [12, '0.00"元"', "12 (2)"],
    [12, "[$￥-804]#,##0.00", "12 (2)"],
    [12, "[DBNum1]0.00", "12 (2)"],
    [12, "[Red]0.00", "12 (2)"],
  ])("%d under %s is %s", (value, numberFormat, expected) => {
    expect(print(value, numberFormat)).toBe(expected);
  });

  test.each([
    [1.005, "0.00", "1.01 (2)"],
    [2.5, "0", "3 (0)"],
    [-2.5, "0", "-3 (0)"],
    [-0.005, "0.00", "-0.01 (2)"],
    [1.015, "0.00", "1.02 (2)"],
    // The 16th digit and on are not Excel's: this is 1.005 to it.
    [1.0049999999999997, "0.00", "1.01 (2)"],
  ])("rounds ties away from zero as Excel does: %d under %s is %s", (value, numberFormat, expected) => {
    expect(print(value, numberFormat)).toBe(expected);
  });

  test.each([
    [12345, "#,##0,", "12000 (-3)"],
    [123456, "0!.0,", "123000 (-3)"],
    [123456, '0"."0,', "123000 (-3)"],
    [1234567, "0.00,,", "1230000 (-4)"],
    [12345, "0,.0", "12300 (-2)"],
    [0.1234, "0%", "0.12 (2)"],
    [0.1234, "0.0%", "0.123 (3)"],
  ])("counts percent signs and scaling commas: %d under %s is %s", (value, numberFormat, expected) => {
    expect(print(value, numberFormat)).toBe(expected);
  });
});

describe("a format of several sections", () => {
  const ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ';

  test("is read by the sign of the number; a zero keeps the step although it prints a dash", () => {
    expect(print(12.345, ACCOUNTING)).toBe("12.35 (2)");
    expect(print(-12.345, ACCOUNTING)).toBe("-12.35 (2)");
    expect(print(0, ACCOUNTING)).toBe("0 (2)");
    expect(print(-12.345, "0.00;[Red]0.0")).toBe("-12.3 (1)");
    expect(print(-12.345, "#,##0.00_);[Red](#,##0.00)")).toBe("-12.35 (2)");
  });

  test("is read by its conditions", () => {
    const format = "[>=10000]0;[<0]0.000;0.00";
    expect(print(12345.678, format)).toBe("12346 (0)");
    expect(print(10000, format)).toBe("10000 (0)");
    expect(print(9999.5, format)).toBe("9999.5 (2)");
    expect(print(-1.23456, format)).toBe("-1.235 (3)");
    expect(print(12.345, format)).toBe("12.35 (2)");
    expect(print(12.345, "[>100]0;0.0")).toBe("12.3 (1)");
    expect(print(12.345, "[>100]0")).toBe("12.345 (3) ~");
    for (const [sign, decimals] of [
      ["<", 2],
      ["<=", 0],
      ["=", 0],
      ["<>", 2],
      [">", 2],
    ] as const) {
      expect(printNumber(10, `[${sign}10]0;0.00`).decimals).toBe(decimals);
    }
  });

  test("does not print a text's section for numbers", () => {
    expect(print(-12.345, "0.00;@")).toBe("-12.35 (2)");
  });

  test("hides a figure whose section is empty, which then keeps its digits", () => {
    expect(print(-12.345, "0.00;;")).toBe("-12.345 (?) ~");
    expect(print(12.345, ";;;")).toBe("12.345 (?) ~");
  });
});

describe("the General format", () => {
  test.each([
    [1033.38, "1033.38 (2) ~"],
    [0, "0 (0) ~"],
    [1 / 3, "0.333333333 (9) ~"],
    [12345678.9876, "12345678.99 (2) ~"],
    [0.1 + 0.2, "0.3 (1) ~"],
    [123456789012, "123456789012 (0) ~"],
    [123456789012.5, "123456789012.5 (1) ~"],
    [0.00001234, "0.00001234 (8) ~"],
  ])("shows %d with the digits it has room for, %s, and fixes no step", (value, expected) => {
    expect(print(value, "General")).toBe(expected);
    expect(print(value, "")).toBe(expected);
    expect(print(value, "@")).toBe(expected);
  });

  test("may stand among words", () => {
    expect(print(1033.38, 'General"万元"')).toBe("1033.38 (2) ~");
    expect(print(1033.38, "G/通用格式")).toBe("1033.38 (2) ~");
  });
});

test.each(["yyyy/m/d", 'yyyy"年"m"月"', "h:mm:ss", "[h]:mm", "# ?/?", "0.00E+00"])(
  "%s prints no figure with a fixed step, so the number keeps its digits",
  (numberFormat) => {
    expect(print(43862.25, numberFormat)).toBe("43862.25 (?) ~");
  },
);

test("a value no cell can hold is refused", () => {
  expect(() => printNumber(NaN, "0.00")).toThrow(RangeError);
  expect(() => printNumber(Infinity, "0.00")).toThrow(RangeError);
});

test("every figure of the 2020 budget, stored as a number, prints as it was published", () => {
  const amounts = seedAmounts();
  const reprinted = amounts.map((text) =>
    formatAmount(printNumber(Number(text.replaceAll(",", "")), "#,##0.00").value),
  );
  expect(reprinted).toEqual(amounts.map((text) => (text.includes(",") ? text : grouped(text))));
});

/** 表8 prints its thousands without separators. */
function grouped(text: string): string {
  return text.replace(/(\d)(\d{3}\.)/, "$1,$2");
}
