import { ByteCursor, bytesOf } from "../../../../src/xlsx/read/plain/byteCursor";
import { readNumber } from "../../../../src/xlsx/read/plain/number";
import { plainly } from "../../../../src/xlsx/read/plain/plainly";
import { Chooser, randomFrom } from "../../../support/random";

/** The number that a text is, when all of the text is one. */
function read(text: string): number | undefined {
  const cursor = new ByteCursor(bytesOf(`${text}<`), 0);
  const number = plainly(() => readNumber(cursor));
  return cursor.at === text.length ? number : undefined;
}

describe("a number is exactly the one that its text means", () => {
  test.each(["0", "-0", "1890.17", "-0.5", "0.1", "1e22", "1E-22", "9007199254740993", "31600.009999999998"])(
    "%s",
    (text) => expect(read(text)).toBe(Number(text)),
  );

  test("whatever its digits and its power of ten", () => {
    const choose = new Chooser(randomFrom(6));
    const digits = (count: number) => Array.from({ length: count }, () => choose.below(10)).join("");
    for (let count = 0; count < 50_000; count++) {
      const sign = choose.pick(["", "-"]);
      const fraction = choose.chance(0.7) ? `.${digits(1 + choose.below(12))}` : "";
      const power = choose.chance(0.4) ? `${choose.pick(["e", "E", "E+", "e-"])}${choose.below(40)}` : "";
      const text = sign + digits(1 + choose.below(10)) + fraction + power;
      if (!Object.is(read(text), Number(text))) expect([text, read(text)]).toEqual([text, Number(text)]);
    }
  });

  test("also when it is a double printed in full", () => {
    const choose = new Chooser(randomFrom(7));
    const view = new DataView(new ArrayBuffer(8));
    for (let count = 0; count < 20_000; count++) {
      view.setUint32(0, choose.below(2 ** 32));
      view.setUint32(4, choose.below(2 ** 32));
      const number = view.getFloat64(0);
      if (Number.isFinite(number) && read(String(number)) !== number)
        expect([number, read(String(number))]).toEqual([number, number]);
    }
  });
});

test.each(["", "-", "+1", ".5", "1.", "1e", "1e+", "1e400", "0x10", "12,5", " 1", "NaN", "Infinity"])(
  "“%s” is left to the strict way",
  (text) => expect(read(text)).toBeUndefined(),
);
