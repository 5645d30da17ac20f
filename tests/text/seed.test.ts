import { readFileSync } from "node:fs";
import { join } from "node:path";
import { textWorkbook } from "../../src/actions/textTables";
import { compareText } from "../../src/text/compareText";
import { withChangedDigit } from "../support/changedText";
import { Chooser, randomFrom } from "../support/random";
import { seedWorkbook } from "../support/seedWorkbook";

const TEXT = readFileSync(join(__dirname, "../fixtures/text/baiyun-2020.txt"), "utf8");
const tables = textWorkbook(seedWorkbook());
const sides = { tables, departments: tables.departments };
const clean = compareText(TEXT, sides);

describe("part 3 of the published budget against its tables", () => {
  test("every figure is read, all that can be compared agree, and there is nothing to say", () => {
    expect(clean.findings).toEqual([]);
    expect(clean.counts).toEqual({ read: 54, agree: 47, rounding: 2, differ: 0, unread: 0 });
  });

  test("what nothing determines is what no table has: assets, vehicles, equipment", () => {
    expect(
      clean.figures
        .filter(({ status }) => status === "alone")
        .map(({ text, meanings }) => [text, meanings[0]?.what]),
    ).toEqual([
      ["1,023.18万元", "资产"],
      ["0.00平方米", "房屋"],
      ["1辆", "车辆"],
      ["0台", "设备"],
      ["3.90万元", "购置资产"],
    ]);
  });

  test("a change carries the sign of its word, and what it is said of", () => {
    const change = clean.figures.find(({ text }) => text === "21.03万元");
    expect(change).toMatchObject({ quantity: "change", meanings: [{ what: "行政经费" }], base: "budget" });
    expect(change?.value.toFixed()).toBe("-21.03");
  });
});

test("a rate that rounding allows but the printed amounts do not give is a rounding difference, its place first", () => {
  const { findings } = compareText(TEXT.replace("89.29%", "89.26%"), sides);
  expect(findings.map(({ rule, severity, suspects: [first] }) => [rule, severity, first?.suggested])).toEqual(
    [["text.rate", "rounding", "89.29%"]],
  );
});

/** Figures that rounding leaves some room: a rate or change that another digit still fits. */
function hasRoom(text: string, changed: string): boolean {
  const number = (written: string) => Number(written.replace(/[^\d.]/g, ""));
  return Math.abs(number(text) - number(changed)) <= 0.021;
}

test("a figure changed in one digit is found in at least 98 of 100 cases, itself named first", () => {
  const choose = new Chooser(randomFrom(2020));
  const missed: string[] = [];
  let all = 0;
  let first = 0;
  for (const figure of clean.figures.filter(({ status }) => status !== "alone")) {
    for (let time = 0; time < 2; time++) {
      const changed = withChangedDigit(TEXT, figure, choose);
      const written = changed.slice(figure.from, figure.to);
      const { findings } = compareText(changed, sides);
      if (findings.length === 0 && hasRoom(figure.text, written)) continue;
      all++;
      const real = findings.filter(({ severity }) => severity !== "rounding");
      if (real.length === 1 && real[0]?.suspects[0]?.from === figure.from) first++;
      else missed.push(`${figure.text} → ${written}: ${real.map(({ rule }) => rule).join()}`);
    }
  }
  expect(all).toBeGreaterThan(90);
  expect({ share: first / all >= 0.98, missed }).toEqual({
    share: true,
    missed: [],
  });
}, 120_000);
