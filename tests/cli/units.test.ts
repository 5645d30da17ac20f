import { basename, join } from "node:path";
import { sheetOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";
import { unitRecipes, unitWorkbook } from "../support/departmentUnits";
import { fileOf } from "../support/snapshotFile";
import { departmentOf } from "../support/unitMistakes";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { applyEdits } from "../../src/xlsx/patch/applyEdits";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { addressBook, bytesOf, run, temporaryFolder } from "./run";

interface Printed {
  readonly version: number;
  readonly units: readonly { readonly code: string; readonly file: string }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly {
    readonly severity: string;
    readonly rule: string;
    readonly unit: { readonly code: string; readonly name: string } | null;
    readonly candidates: readonly { readonly name: string }[];
    readonly message: string;
    readonly expected: string | null;
    readonly actual: string | null;
    readonly cells: readonly { readonly sheet: string; readonly cell: string }[];
  }[];
}

interface UnitsLine extends Pick<Printed, "findings"> {
  readonly file: string;
  readonly error: { readonly code: string } | null;
}

async function json(...args: readonly string[]): Promise<Printed & { readonly exit: number }> {
  const { code, out, err } = await run(["units", ...args, "--format", "json"]);
  if (out === "") throw new Error(err);
  return { ...(JSON.parse(out) as Printed), exit: code };
}

const UNITS = unitRecipes(3, 5).map((recipe) => unitWorkbook(recipe, undefined, true));

function folderOf(
  units: readonly WorkbookSnapshot[],
  more: Readonly<Record<string, Uint8Array>> = {},
): string {
  const files = units.map((unit) => [`单位/${unit.name}`, fileOf(unit)] as const);
  return temporaryFolder({ ...Object.fromEntries(files), ...more });
}

describe("gouji consolidate", () => {
  test("makes a department that passes the check and is the sum of its units", async () => {
    const folder = folderOf(UNITS);
    const file = join(folder, "部门.xlsx");
    const made = await run(["consolidate", join(folder, "单位"), "-o", file, "--department", "某某委"]);
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(made.out).toContain("由 3 个单位汇总，共 8 张表");
    expect((await run(["check", file])).code).toBe(0);
    const { exit, units, counts, findings } = await json(file, join(folder, "单位"));
    expect({ exit, findings }).toEqual({ exit: 0, findings: [] });
    expect(units.map(({ code }) => code)).toEqual(["156001", "156002", "156003"]);
    expect(counts).toMatchObject({ differ: 0, rounding: 0, unread: 0 });
    expect(counts["compared"]).toBe(counts["agree"]);
  });

  test("writes with --linked each unit's amount, and the same results", async () => {
    const folder = folderOf(UNITS);
    const [values, linked] = [join(folder, "值.xlsx"), join(folder, "式.xlsx")];
    await run(["consolidate", join(folder, "单位"), "-o", values]);
    await run(["consolidate", join(folder, "单位"), "-o", linked, "--linked"]);
    const cellsOf = (file: string) =>
      readWorkbook(bytesOf(file), "x.xlsx").sheets.flatMap(({ name, rows }) =>
        [...rows].flatMap(([row, cells]) =>
          [...cells].map(([column, cell]) => ({ name, row, column, ...cell })),
        ),
      );
    const sums = cellsOf(linked).filter(({ formula }) => formula !== undefined);
    expect(sums.length).toBeGreaterThan(20);
    for (const { formula, value } of sums) {
      const parts = (formula ?? "")
        .slice(1)
        .split(/(?=[+-])/)
        .map(Number);
      expect(Math.round(parts.reduce((sum, part) => sum + part, 0) * 100) / 100).toBe(value);
    }
    expect(cellsOf(linked).map(({ value }) => value)).toEqual(cellsOf(values).map(({ value }) => value));
  });

  test("writes nothing where a unit cannot be read", async () => {
    const folder = folderOf(UNITS, { "单位/坏.xlsx": new Uint8Array([1, 2, 3]) });
    const file = join(folder, "部门.xlsx");
    const { code, err } = await run(["consolidate", join(folder, "单位"), "-o", file]);
    expect(code).toBe(2);
    expect(err).toContain("坏.xlsx");
    expect(() => bytesOf(file)).toThrow();
  });
});

describe("gouji units", () => {
  test("names the unit that is missing, and the one whose figure is another", async () => {
    const folder = folderOf(UNITS);
    const file = join(folder, "部门.xlsx");
    await run(["consolidate", join(folder, "单位"), "-o", file]);
    const sheet = readWorkbook(bytesOf(file), "x.xlsx").sheets.find(({ name }) => name === "表8");
    const row = [...(sheet?.rows ?? [])].find(
      ([, cells]) => cells.get(0)?.value === "156002" && cells.get(1)?.value === "人员支出",
    )?.[0];
    const value = sheet?.rows.get(row ?? 0)?.get(2)?.value;
    const wrong = applyEdits(bytesOf(file), [
      { kind: "writeCell", sheet: "表8", row: row ?? 0, column: 2, content: { value: Number(value) + 9 } },
    ]);
    const { exit, findings } = await json(
      join(temporaryFolder({ "错.xlsx": wrong }), "错.xlsx"),
      join(folder, "单位"),
    );
    expect(exit).toBe(1);
    expect(findings.map(({ rule, unit }) => [rule, unit?.code])).toEqual([["units.differs", "156002"]]);
    expect(findings[0]?.cells[0]).toEqual({ sheet: "表8", cell: `C${(row ?? 0) + 1}` });
    expect(findings[0]?.message).toMatch(/156002 第156002局 的“人员支出”与部门的不一致（表8）/);
  });

  test("takes money paid between units out of both sides", async () => {
    const folder = folderOf([statement("甲局", 100, 30, 130, 0), statement("乙中心", 50, 0, 20, 30)]);
    const units = join(folder, "单位");
    const write = (name: string, workbook: WorkbookSnapshot) =>
      join(temporaryFolder({ [name]: fileOf(workbook) }), name);
    const offset = write("抵销.xlsx", statement("某委", 150, 0, 150, 0));
    expect(await json(offset, units)).toMatchObject({ exit: 0, findings: [] });
    const oneSide = write("一边.xlsx", statement("某委", 150, 0, 150, 30));
    const { exit, findings } = await json(oneSide, units);
    expect(exit).toBe(1);
    expect(findings.map(({ rule }) => rule)).toEqual(["units.offset"]);
    expect(findings[0]?.message).toContain("乙中心");
    const none = write("没有.xlsx", statement("某委", 150, 30, 150, 30));
    const left = await json(none, units);
    expect(left).toMatchObject({ exit: 0, findings: [{ severity: "warning", rule: "units.notOffset" }] });
    const made = join(folder, "部门.xlsx");
    expect((await run(["consolidate", units, "-o", made])).out).toContain("上缴上级支出抵销 30.00 万元");
    expect(await json(made, units)).toMatchObject({ exit: 0, findings: [] });
  });

  test("of a folder of departments takes each beside the folder of its name, in several workers or not", async () => {
    const others = unitRecipes(2, 9).map((recipe) => unitWorkbook(recipe, undefined, true));
    const [first] = UNITS;
    const files = [
      ...UNITS.map((unit) => [`单位/甲局/${unit.name}`, fileOf(unit)] as const),
      ...others.map((unit) => [`单位/乙局/${unit.name}`, fileOf(unit)] as const),
      ["部门/2027年甲局部门预算.xlsx", fileOf(departmentOf(UNITS))],
      ["部门/乙局.xlsx", fileOf(departmentOf(others.slice(1)))],
      ["部门/丙局.xlsx", fileOf(first ?? departmentOf(UNITS))],
      ["单位/乙局/坏.xlsx", new Uint8Array([1, 2, 3])],
    ] as const;
    const folder = temporaryFolder(Object.fromEntries(files));
    const [summary, cache] = [join(folder, "汇总.html"), join(folder, "缓存")];
    const args = ["units", join(folder, "部门"), join(folder, "单位"), "--format", "jsonl"];
    const { code, out } = await run([...args, "--summary", summary, "--cache", cache]);
    expect(code).toBe(2);
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as UnitsLine);
    expect(
      lines.map(({ file, error, findings }) => [
        basename(file),
        error?.code ?? null,
        findings.map(({ rule }) => rule),
      ]),
    ).toEqual([
      ["2027年甲局部门预算.xlsx", null, []],
      ["丙局.xlsx", "units.noFolder", []],
      ["乙局.xlsx", "units.unitFile", ["units.lacks"]],
    ]);
    expect((await run([...args, "--cache", cache, "--jobs", "1"])).out).toBe(out);
    expect(bytesOf(summary).length).toBeGreaterThan(1000);
  });

  test.each([
    ["a folder that is not there", "没有"],
    ["a folder without budgets", "空"],
  ])("refuses %s", async (_what, name) => {
    const folder = folderOf(UNITS.slice(0, 1), { "空/通讯录.xlsx": await addressBook() });
    const { code, out, err } = await run(["units", join(folder, "单位/156001.xlsx"), join(folder, name)]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(name);
  });
});

/** A small 表1: income of the year, what comes from units below, what is spent, what is paid to the unit above. */
function statement(
  name: string,
  own: number,
  received: number,
  spent: number,
  paid: number,
): WorkbookSnapshot {
  const rows: TestCell[][] = [
    ["2020年收支总体情况表"],
    [`部门名称：${name}`, "", "", "单位：万元"],
    ["收入", "", "支出"],
    ["收入项目", "2020年预算", "支出项目", "2020年预算"],
    ["一、财政拨款", own, "一、一般公共服务支出", spent],
    ["（一）一般公共预算", own],
    ["本年收入合计", own, "本年支出合计", spent],
    ["五、附属单位上缴收入", received, "上缴上级支出", paid],
    ["收入总计", own + received, "支出总计", spent + paid],
  ];
  return { name: `${name}.xlsx`, sheets: [sheetOf("表1", rows)] };
}
