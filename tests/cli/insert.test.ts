import { existsSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { bytesOf, COMPLETE, run, temporaryFolder } from "./run";

const UNITS = "156001 某某局\n2010399 电子政务经费\n156003 某某中心\n";

describe("gouji insert", () => {
  it("makes a workbook that gouji check finds nothing in", async () => {
    const folder = temporaryFolder({ "单位.txt": UNITS });
    const file = join(folder, "预算.xlsx");
    const made = await run([
      ...["insert", "--tables", "all", "--year", "2020", "--department", "某某局"],
      ...["--units", join(folder, "单位.txt"), "--codes", "2010301", "-o", file],
    ]);
    expect(made).toEqual({ code: 0, out: `已建好 14 张标准表：${file}\n`, err: "" });
    const checked = await run(["check", file, "--format", "json"]);
    const [report] = JSON.parse(checked.out).files;
    expect(checked.code).toBe(0);
    expect(report.tables).toHaveLength(14);
    expect(report.findings).toEqual([]);
  });

  it("makes some tables, and those of another set", async () => {
    const file = join(temporaryFolder(), "预算.xlsx");
    const common = ["--year", "2026", "--department", "某某局", "-o", file];
    expect((await run(["insert", "--tables", "t06,T10", ...common])).out).toContain("2 张");
    expect((await run(["insert", "--tables", "all", "--set", "national-2024", ...common])).out).toContain(
      "10 张",
    );
  });

  it.each([
    [["--tables", "T15"], "没有“T15”这张表"],
    [["--tables", "all", "--codes", "30101"], "功能科目编码“30101”不对"],
    [["--tables", "all", "--units", "没有.txt"], "找不到"],
  ])("says what is wrong and writes nothing: %j", async (flags, words) => {
    const file = join(temporaryFolder(), "预算.xlsx");
    const ran = await run(["insert", ...flags, "--year", "2026", "--department", "某某局", "-o", file]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(words);
    expect(existsSync(file)).toBe(false);
  });

  it("names the line of the list that cannot be read", async () => {
    const folder = temporaryFolder({ "单位.txt": "156001 某某局\n某某中心\n" });
    const ran = await run([
      ...["insert", "--tables", "all", "--year", "2026", "--department", "某某局"],
      ...["--units", join(folder, "单位.txt"), "-o", join(folder, "预算.xlsx")],
    ]);
    expect(ran.err).toContain("第 2 行格式不对");
  });
});

describe("gouji insert --into", () => {
  const common = ["--year", "2020", "--department", "某某局"];

  it("asks what is to become of tables that are there, and writes nothing", async () => {
    const file = join(temporaryFolder(), "新.xlsx");
    const ran = await run(["insert", "--into", COMPLETE, "--tables", "T06,T07", ...common, "-o", file]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("已有表6、表7");
    expect(existsSync(file)).toBe(false);
  });

  it("makes copies beside them, and leaves the sheets that are there as they are", async () => {
    const file = join(temporaryFolder(), "新.xlsx");
    const flags = ["--into", COMPLETE, "--existing", "copy", "--tables", "T06", ...common, "-o", file];
    expect((await run(["insert", ...flags])).out).toContain("已插入 1 张标准表，补齐 0 个公式");
    const [before, after] = [COMPLETE, file].map((one) => readWorkbook(bytesOf(one), "x").sheets);
    expect(after?.slice(0, before?.length)).toEqual(before);
    expect(after?.map(({ name }) => name).slice(-2)).toEqual(["表6", "编码表"]);
  });
});
