import { namesIn, parseCodeList } from "../../src/codes/codeLists";
import { isSameClassName } from "../../src/codes/codeName";
import { listsInUse } from "../../src/codes/listsInUse";
import { suggestCodes } from "../../src/codes/suggest";
import { Chooser, randomFrom } from "../support/random";

const lists = listsInUse();
const entries = [...parseCodeList("functional").entries.values()];

/** Whether one slip of a finger makes `b` of `a`, told by comparing the two. */
function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [x, y] = [a.slice(start), b.slice(start)];
  if (a.length !== b.length) return x.slice(1) === y || x === y.slice(1);
  return x.slice(1) === y.slice(1) || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
}

it("looking codes up suggests the same as comparing with every code of the list, for 200 slips", () => {
  const random = new Chooser(randomFrom(2027));
  for (let round = 0; round < 200; round++) {
    const one = entries[random.below(entries.length)]?.code ?? "";
    const at = random.below(one.length);
    const slip = one.slice(0, at) + String(random.below(10)) + one.slice(at + random.below(2));
    const name = round % 2 === 0 ? "" : "行政运行";
    const compared = entries.flatMap((entry) => {
      const names = namesIn(entry, 2020);
      const isNamed = name !== "" && names.some((official) => isSameClassName(official, name));
      return names.length > 0 && (isNamed || isOneSlip(entry.code, slip)) ? [entry.code] : [];
    });
    const found = suggestCodes("functional", 2020, slip, name, lists).map(({ code }) => code);
    expect(found).toHaveLength(Math.min(3, compared.length));
    expect(compared).toEqual(expect.arrayContaining(found));
  }
});
