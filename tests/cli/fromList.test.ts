import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { inventedList, PLATFORM_HEADING, platformRow } from "../support/projectList";
import { run, temporaryFolder } from "./run";

async function listFile(heading: readonly string[] = PLATFORM_HEADING): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const rows = inventedList(60, 7).map(platformRow) as (string | number)[][];
  book.addWorksheet("清单").addRows([["2020年项目清单"], [...heading], ...rows]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe("gouji from-list", () => {
  it("makes a workbook that gouji check finds nothing in", async () => {
    const folder = temporaryFolder({ "清单.xlsx": await listFile() });
    const file = join(folder, "表.xlsx");
    const made = await run(["from-list", join(folder, "清单.xlsx"), "-o", file, "--department", "某某局"]);
    expect(made.err).toBe("");
    expect(made.code).toBe(0);
    expect(made.out).toContain("清单：60 行，金额单位元");
    expect(made.out).toContain("E 栏  支出功能分类科目  →  功能科目编码");
    expect(made.out).toMatch(/已从清单生成 \d+ 张表/);
    const checked = await run(["check", file, "--format", "json"]);
    const [report] = JSON.parse(checked.out).files;
    expect(checked.code).toBe(0);
    expect(report.findings).toEqual([]);
    expect(report.tables.map(({ table }: { table: string }) => table)).toEqual(
      expect.arrayContaining(["T03", "T06", "T08", "T09", "T10", "T13", "T14"]),
    );
  });

  it("writes what its columns are taken for, and takes it back corrected", async () => {
    const heading = PLATFORM_HEADING.map((one) => (one === "项目名称" ? "事项" : one));
    const folder = temporaryFolder({ "清单.xlsx": await listFile(heading) });
    const [list, map] = [join(folder, "清单.xlsx"), join(folder, "对应.json")];
    const before = await run(["from-list", list, "--keep-map", map]);
    expect(before.code).toBe(1);
    expect(before.out).toContain("没有写项目名称");
    const said = JSON.parse(readFileSync(map, "utf8"));
    expect(said.columns.事项).toBe("不使用");
    writeFileSync(map, JSON.stringify({ ...said, columns: { ...said.columns, 事项: "项目名称" } }));
    const after = await run(["from-list", list, "--map", map, "--format", "json"]);
    expect(after.code).toBe(0);
    expect(JSON.parse(after.out).sheets[0].columns[3]).toEqual({
      column: "D",
      heading: "事项",
      field: "项目名称",
      by: "user",
    });
  });

  it("shows the rows behind a figure, and what has changed since an earlier list", async () => {
    const folder = temporaryFolder({ "清单.xlsx": await listFile() });
    const list = join(folder, "清单.xlsx");
    const shown = await run(["from-list", list, "--show", "表9!C5", "--since", list]);
    expect(shown.out).toMatch(/表9 C5 由清单 \d+ 笔相加，共 [\d,.]+ 元：\n清单 第 \d+ 行 /);
    expect(shown.out).toContain(
      "与上次的清单 清单.xlsx 相比：新增 0 行，减少 0 行，改动 0 行，60 行没有变化",
    );
    expect((await run(["from-list", list, "--show", "表9!Z99"])).code).toBe(2);
  });

  it("reads text files", async () => {
    const lines = [PLATFORM_HEADING, ...inventedList(20, 3).map(platformRow)].map((cells) => cells.join(","));
    const folder = temporaryFolder({ "清单.csv": lines.join("\n") });
    const ran = await run(["from-list", join(folder, "清单.csv"), "--year", "2020"]);
    expect(ran.out).toContain("清单：20 行，金额单位元");
    expect(ran.code).toBe(0);
  });

  it("says why a file is no list, and writes nothing", async () => {
    const folder = temporaryFolder({ "通讯录.csv": "姓名,电话\n某某,12345\n" });
    const file = join(folder, "表.xlsx");
    const ran = await run(["from-list", join(folder, "通讯录.csv"), "-o", file]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("没有找到清单");
    expect(existsSync(file)).toBe(false);
    expect((await run(["from-list", join(folder, "没有.xlsx")])).err).toContain("找不到");
  });
});
