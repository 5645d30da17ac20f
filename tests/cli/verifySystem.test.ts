import { join } from "node:path";
import { run, temporaryFolder } from "./run";

/** A class of 10,661.51 whose total lost a digit, with its two parts, and the same class in another table. */
const LOST_DIGIT = {
  cells: {
    total: { value: 1066.51, step: 0.01 },
    own: { value: 8661.5, step: 0.01 },
    rest: { value: 2000.02, step: 0.01 },
    other: { value: 10661.51, step: 0.01, fixed: true },
  },
  relations: [
    { id: "sum", terms: { total: 1, own: -1, rest: -1 }, op: "=", constant: 0 },
    { id: "tables", terms: { total: 1, other: -1 }, op: "=", constant: 0 },
    { id: "part", terms: { own: 1, total: -1 }, op: "<=", constant: 0 },
  ],
};

async function verify(text: string, ...flags: string[]) {
  const folder = temporaryFolder({ "system.json": text });
  return run(["verify-system", join(folder, "system.json"), ...flags]);
}

describe("gouji verify-system", () => {
  it("prints verdicts, the conflict, the cell to blame and what it may be, and ends with 1", async () => {
    const { code, out, err } = await verify(JSON.stringify(LOST_DIGIT));
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(JSON.parse(out)).toEqual({
      relations: [
        { id: "sum", verdict: "mismatch" },
        { id: "tables", verdict: "mismatch" },
        { id: "part", verdict: "mismatch" },
      ],
      feasible: false,
      conflict: ["sum"],
      minimalSets: [["total"]],
      intervals: { total: [10661.51, 10661.52] },
      parts: [
        {
          relations: ["sum", "tables", "part"],
          conflict: ["sum"],
          minimalSets: [["total"]],
          intervals: { total: [10661.51, 10661.52] },
        },
      ],
    });
  });

  it("tells each part that cannot hold by itself, and the first of them of the whole", async () => {
    const figure = (value: number) => ({ value, step: 1 });
    const same = (id: string, [a, b]: readonly [string, string]) => ({
      id,
      terms: { [a]: 1, [b]: -1 },
      op: "=",
      constant: 0,
    });
    const { code, out } = await verify(
      JSON.stringify({
        cells: { a: figure(3), b: figure(7), c: figure(5), d: figure(5), e: figure(9), f: figure(2) },
        relations: [same("cd", ["c", "d"]), same("ab", ["a", "b"]), same("ef", ["e", "f"])],
      }),
    );
    expect(code).toBe(1);
    const first = { conflict: ["ab"], minimalSets: [["a"], ["b"]], intervals: { a: [6, 8], b: [2, 4] } };
    const second = { conflict: ["ef"], minimalSets: [["e"], ["f"]], intervals: { e: [1, 3], f: [8, 10] } };
    expect(JSON.parse(out)).toEqual({
      relations: [
        { id: "cd", verdict: "exact" },
        { id: "ab", verdict: "mismatch" },
        { id: "ef", verdict: "mismatch" },
      ],
      feasible: false,
      ...first,
      parts: [
        { relations: ["ab"], ...first },
        { relations: ["ef"], ...second },
      ],
    });
  });

  it("ends with 0 when everything can hold", async () => {
    const { cells, relations } = LOST_DIGIT;
    const mended = { cells: { ...cells, total: { value: "10661.51", step: 0.01 } }, relations };
    const { code, out } = await verify(JSON.stringify(mended));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      relations: [{ verdict: "rounding" }, { verdict: "exact" }, { verdict: "exact" }],
      feasible: true,
      conflict: [],
      minimalSets: [],
      intervals: {},
      parts: [],
    });
  });

  it("takes a printed zero as exactly zero unless the file says otherwise", async () => {
    const system = (zeroExact: boolean) =>
      JSON.stringify({
        zeroExact,
        cells: { a: { value: 0, step: 1 }, b: { value: 1, step: 1 } },
        relations: [{ id: "same", terms: { a: 1, b: -1 }, op: "=", constant: 0 }],
      });
    expect(JSON.parse((await verify(system(true))).out)).toMatchObject({ feasible: false });
    expect(JSON.parse((await verify(system(false))).out)).toMatchObject({
      feasible: true,
      relations: [{ verdict: "edge" }],
      edge: ["same"],
    });
  });

  it("names relations that hold one by one and not together", async () => {
    const figure = (value: number) => ({ value, step: 1 });
    const { out } = await verify(
      JSON.stringify({
        cells: { a: figure(3), b: figure(4), c: figure(5) },
        relations: [
          { id: "ab", terms: { a: 1, b: -1 }, op: "=", constant: 0 },
          { id: "bc", terms: { b: 1, c: -1 }, op: "=", constant: 0 },
          { id: "ac", terms: { a: 1, c: -1 }, op: "<=", constant: 100 },
        ],
      }),
    );
    expect(JSON.parse(out)).toMatchObject({
      relations: [{ verdict: "edge" }, { verdict: "edge" }, { verdict: "exact" }],
      feasible: false,
      conflict: ["ab", "bc"],
      minimalSets: [["a"], ["c"]],
      intervals: { a: [4, 5], c: [3, 4] },
    });
  });

  it.each([
    ["{", /不是有效的 JSON，第 1 行/],
    ["[]", /\$：应为一个对象/],
    ['{"cells": {}, "relations": {}}', /relations：应为列表/],
    ['{"cells": {"a": {"value": "1,0", "step": 1}}, "relations": []}', /cells\.a\.value：应为数/],
    ['{"cells": {"a": {"value": 1}}, "relations": []}', /cells\.a\.step：应为数/],
    ['{"cells": {"a": {"value": 1, "step": -1}}, "relations": []}', /cells\.a\.step：.*负数/],
    ['{"cells": {"a": {"value": 1, "step": 1, "weight": 0}}, "relations": []}', /cells\.a\.weight：/],
    ['{"cells": {}, "relations": [{"id": "r", "terms": {"x": 1}, "op": "=", "constant": 0}]}', /没有 x/],
    [
      '{"cells": {}, "relations": [{"id": "r", "terms": {}, "op": "<", "constant": 0}]}',
      /relations\[0\]\.op/,
    ],
    ['{"cells": {}, "relations": [{"terms": {}, "op": "="}]}', /relations\[0\]\.id/],
  ])("says what is wrong with %s and ends with 2", async (text, sentence) => {
    const { code, out, err } = await verify(text);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(sentence);
  });

  it("says that a file is not there", async () => {
    const { code, err } = await run(["verify-system", "/nowhere/system.json", "--lang", "en-US"]);
    expect(code).toBe(2);
    expect(err).toContain("/nowhere/system.json: ");
  });
});
