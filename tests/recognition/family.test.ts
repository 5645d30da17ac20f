import { linkFamily } from "../../src/recognition/family";
import type { Relative } from "../../src/recognition/family";
import type { SideDefinition } from "../../src/tables/definition";

interface Row extends Relative<Row> {
  readonly text: string;
}

const LEVELS: Readonly<Record<string, number>> = { 合计: 0, 单位: 1, 类: 2, 款: 3, 项: 4, 项目: 3, 品目: 4 };

/** "类 201": a row by its kind and code; a row of a kind that waits for something is "项目 …". */
function familyOf(parents: SideDefinition["parents"], texts: readonly string[]): string[] {
  const rows = texts.map((text): Row => {
    const [kind = "", code = ""] = text.split(" ");
    const isBlank = code === "…";
    const rule = { kind, level: LEVELS[kind] ?? 9 };
    return { text, rule, code: isBlank ? "" : code, isBlank, parent: undefined, children: [] };
  });
  linkFamily(rows, { nameColumn: 2, amountColumns: [3], parents, rows: [] });
  for (const row of rows) for (const child of row.children) expect(child.parent).toBe(row);
  return rows.map(({ text, parent }) => `${text} < ${parent?.text ?? ""}`.trim());
}

test("in a tree of codes the parent is the nearest row above whose code begins the row's", () => {
  expect(
    familyOf("code", ["合计", "类 201", "款 20103", "项 2010301", "项 2010508", "类 208", "项 2080505"]),
  ).toEqual([
    "合计 <",
    "类 201 < 合计",
    "款 20103 < 类 201",
    "项 2010301 < 款 20103",
    "项 2010508 < 类 201",
    "类 208 < 合计",
    "项 2080505 < 类 208",
  ]);
});

test("a row of another branch among others does not part those below it from theirs", () => {
  expect(
    familyOf("code", [
      "合计",
      "类 212",
      "款 21213",
      "项 2121301",
      "项 2121502",
      "项 2080501",
      "项 2121302",
      "款 21214",
      "款 20805",
      "项 2121401",
      "类 221",
      "项 2121402",
    ]),
  ).toEqual([
    "合计 <",
    "类 212 < 合计",
    "款 21213 < 类 212",
    "项 2121301 < 款 21213",
    "项 2121502 < 类 212",
    "项 2080501 < 合计",
    "项 2121302 < 款 21213",
    "款 21214 < 类 212",
    "款 20805 < 合计",
    "项 2121401 < 类 212",
    "类 221 < 合计",
    "项 2121402 < 合计",
  ]);
});

test("so it is with a 款 under another 类 where rows go by position", () => {
  expect(
    familyOf("position", ["合计", "单位 156001", "类 301", "款 30101", "类 302", "款 30108", "款 30201"]),
  ).toEqual([
    "合计 <",
    "单位 156001 < 合计",
    "类 301 < 单位 156001",
    "款 30101 < 类 301",
    "类 302 < 单位 156001",
    "款 30108 < 单位 156001",
    "款 30201 < 类 302",
  ]);
});

test("a unit begins anew, and what is under it hangs together by codes", () => {
  expect(familyOf("code", ["合计", "单位 156001", "类 201", "款 20103", "单位 156002", "款 20103"])).toEqual([
    "合计 <",
    "单位 156001 < 合计",
    "类 201 < 单位 156001",
    "款 20103 < 类 201",
    "单位 156002 < 合计",
    "款 20103 < 单位 156002",
  ]);
});

test("by position the parent is the nearest row above of a smaller level, and the total wherever it stands", () => {
  expect(familyOf("position", ["单位 156001", "项目 2010399", "品目 A02", "项目 2010301", "合计"])).toEqual([
    "单位 156001 < 合计",
    "项目 2010399 < 单位 156001",
    "品目 A02 < 项目 2010399",
    "项目 2010301 < 单位 156001",
    "合计 <",
  ]);
});

test("a blank row stands under its unit and over nothing; in a tree, where it may get any code, under the total", () => {
  expect(familyOf("position", ["合计", "单位 156001", "项目 …", "品目 A02", "项目 2010399"])).toEqual([
    "合计 <",
    "单位 156001 < 合计",
    "项目 … < 单位 156001",
    "品目 A02 < 单位 156001",
    "项目 2010399 < 单位 156001",
  ]);
  expect(familyOf("code", ["合计", "类 201", "项 …", "款 20103"])).toEqual([
    "合计 <",
    "类 201 < 合计",
    "项 … < 合计",
    "款 20103 < 类 201",
  ]);
});
