import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbook } from "exceljs";
import { parseCodeList } from "../../src/codes/codeLists";

import { COMPLETE, run } from "./run";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gouji-export-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function sheetOf(file: string, name: string) {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(file);
  return workbook.getWorksheet(name);
}

test("a dictionary is a sheet with codes as text, a filter and a frozen header, and an import reads it again", async () => {
  const file = join(folder, "dict.xlsx");
  expect(await run(["codes", "export", "--kind", "functional", "-o", file])).toMatchObject({
    code: 0,
    err: "",
  });
  const sheet = await sheetOf(file, "科目字典 支出功能分类科目");
  expect(sheet?.autoFilter).toMatch(/^A2:F\d+$/);
  expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 2 });
  const row = sheet?.getColumn(1).values.indexOf("2010301") ?? 0;
  expect(sheet?.getRow(row).values).toEqual([
    undefined,
    "2010301",
    "行政运行",
    "20103",
    "3",
    "一般公共服务支出 › 政府办公厅（室）及相关机构事务 › 行政运行",
    "依据：真实部门预算；可信度高",
  ]);
  const { out } = await run(["codes", "import", file, "--format", "json"]);
  const again = JSON.parse(out) as {
    codes: number;
    added: unknown[];
    changed: unknown[];
    missing: unknown[];
  };
  expect([again.added, again.changed, again.missing]).toEqual([[], [], []]);
  expect(again.codes).toBeGreaterThan(1600);
});

test.each(["csv", "tsv"])("a list as .%s is read again without a difference", async (ending) => {
  const file = join(folder, `list.${ending}`);
  expect((await run(["codes", "export", "--kind", "economicDepartment", "-o", file])).code).toBe(0);
  const { out } = await run(["codes", "import", file, "--format", "json"]);
  expect(JSON.parse(out)).toMatchObject({ kind: "economicDepartment", added: [], changed: [], missing: [] });
});

test("without a year the newest catalogue is taken, with one that of the year", async () => {
  const lines = async (...more: string[]) => {
    const file = join(folder, "items.tsv");
    await run(["codes", "export", "--kind", "procurement", ...more, "-o", file]);
    return readFileSync(file, "utf8").trim().split("\r\n").length - 1;
  };
  expect(await lines()).toBe(4304);
  expect(await lines("--edition", "2020")).toBe(parseCodeList("procurement").entries.size);
});

test("a dictionary goes into a copy of a workbook, under a name that is free", async () => {
  const [once, twice] = [join(folder, "once.xlsx"), join(folder, "twice.xlsx")];
  const into = (from: string, to: string) =>
    run(["codes", "export", "--kind", "income", "--into", from, "-o", to]);
  expect(await into(COMPLETE, once)).toMatchObject({ code: 0, err: "" });
  expect(await into(once, twice)).toMatchObject({ code: 0, err: "" });
  expect((await sheetOf(twice, "科目字典 收入分类科目 (2)"))?.getCell("A3").value).toBe("101");
  expect((await run(["check", twice])).code).toBe((await run(["check", COMPLETE])).code);
});

test("what cannot be written is said", async () => {
  const { code, err } = await run(["codes", "export", "-o", join(folder, "no", "dict.xlsx")]);
  expect(code).toBe(2);
  expect(err).not.toBe("");
  expect((await run(["codes", "export", "--kind", "科目", "-o", "x.xlsx"])).code).toBe(2);
});
