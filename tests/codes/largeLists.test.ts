import { shippedLists } from "../../src/codes/shippedLists";
import { ancestorsIn, childrenIn, codeLevel, parentCode } from "../../src/codes/place";
import { parseCodeList } from "../../src/codes/codeLists";

test("the procurement catalogue of 2022 is whole, and every row carries its evidence", async () => {
  const [catalogue] = await shippedLists().load("procurement");
  expect(catalogue).toMatchObject({ id: "procurement-2022", edition: 2022, coverage: "complete" });
  expect(catalogue?.entries.size).toBe(4304);
  const evidence = new Set([...(catalogue?.entries.values() ?? [])].map((entry) => entry.evidence));
  expect([...evidence]).toEqual(["dataset"]);
});

test("every code of it but the three letters has its parent in it", async () => {
  const [catalogue] = await shippedLists().load("procurement");
  const orphans = [...(catalogue?.entries.keys() ?? [])].filter((code) => {
    const parent = parentCode(code);
    return parent === undefined ? !/^[ABC]$/.test(code) : !catalogue?.entries.has(parent);
  });
  expect(orphans).toEqual([]);
});

test("a list is loaded and read once by those who hold the lists", async () => {
  const { list, load } = shippedLists();
  expect(list("functional")).toBe(list("functional"));
  const [first, second] = await Promise.all([load(), load()]);
  expect(first).toHaveLength(2);
  expect(first[0]).toBe(second[0]);
});

test.each([
  ["2010301", "20103", 3],
  ["20103", "201", 2],
  ["201", undefined, 1],
  ["A02010104", "A02010100", 5],
  ["A02010000", "A02000000", 3],
  ["A02000000", "A", 2],
  ["A", undefined, 1],
  ["A0201", "A02", 3],
  ["1010101", "10101", 3],
  ["101010101", "1010101", 4],
])("%s stands below %s, in level %s", (code, parent, level) => {
  expect(parentCode(code)).toBe(parent);
  expect(codeLevel(code)).toBe(level);
});

test("children and ancestors are those the list has", () => {
  const functional = parseCodeList("functional");
  expect(ancestorsIn(functional, "2010301")).toEqual(["201", "20103"]);
  expect(childrenIn(functional, undefined)).toContain("201");
  expect(childrenIn(functional, "20103")).toContain("2010301");
  expect(childrenIn(functional, "20103").every((code) => code.startsWith("20103"))).toBe(true);
});
