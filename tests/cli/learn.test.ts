import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSet } from "../../src/tables/setFile/readSet";
import { fileOf } from "../support/snapshotFile";
import { twelveTables } from "../support/twelveTables";
import { withValue } from "../support/seedWorkbook";
import { run, temporaryFolder } from "./run";

let folder: string;
let workbook: string;
let set: string;
beforeEach(() => {
  folder = temporaryFolder({ "预算.xlsx": fileOf(twelveTables()) });
  workbook = join(folder, "预算.xlsx");
  set = join(folder, "本单位.json");
});

test("lists the tables that no set has, their columns, rows and relations", async () => {
  const { code, out } = await run(["learn", workbook]);
  expect(code).toBe(0);
  expect(out).toContain("S3 工作表“公开03表”：支出预算总表");
  expect(out).toContain("栏目：合计、基本支出、项目支出、单位预留机动经费、结转下年资金");
  expect(out).toContain("采用 S3.c1=c2+c3+c4+c5：c1 = c2 + c3 + c4 + c5（1 处中 1 处成立）");
});

describe("a set that was learned", () => {
  beforeEach(async () => {
    await run(["learn", workbook, "-o", set, "--name", "某某厅表样", "--without", "S3.c1=c2+c3+c4+c5"]);
  });

  test("is a file that reads as a set, without the relation that was struck out", () => {
    const read = readSet(readFileSync(set, "utf8"));
    expect("pack" in read && read.pack.name).toBe("某某厅表样");
    const tables = "pack" in read ? read.pack.tables : [];
    expect(tables.map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, index) => `U${String(index + 1).padStart(2, "0")}`),
    );
    expect(tables[2]?.relations).toEqual([]);
  });

  test("recognises the tables of another workbook by name, and finds what is wrong in them", async () => {
    const other = join(folder, "明年.xlsx");
    // 公开06表, 302 商品和服务支出.
    writeFileSync(other, fileOf(withValue(twelveTables(), "公开06表", 10, 2, 2130.42)));
    const { out } = await run(["check", other, "--set", set, "--format", "json"]);
    const [file] = (
      JSON.parse(out) as {
        files: { tables: { table: string; by: string }[]; findings: { severity: string; sheet: string }[] }[];
      }
    ).files;
    expect(new Set(file?.tables.map(({ by }) => by))).toEqual(new Set(["name"]));
    expect(file?.tables).toHaveLength(12);
    expect(file?.findings.filter(({ severity }) => severity === "error").map(({ sheet }) => sheet)).toEqual([
      "公开06表",
    ]);
  });

  test("makes its tables new, which are then recognised", async () => {
    const made = join(folder, "新表.xlsx");
    const args = ["--tables", "all", "--own", set, "--year", "2027", "--department", "某某厅", "-o", made];
    expect(await run(["insert", ...args])).toMatchObject({ code: 0, err: "" });
    const { out } = await run(["check", made, "--set", set, "--format", "json"]);
    const [file] = (
      JSON.parse(out) as { files: { tables: { table: string }[]; findings: { severity: string }[] }[] }
    ).files;
    expect(file?.tables.map(({ table }) => table)).toEqual(
      Array.from({ length: 12 }, (_, index) => `U${String(index + 1).padStart(2, "0")}`),
    );
    expect(file?.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("is taken along into a workbook in which one of its tables is made", async () => {
    const [base, made] = [join(folder, "已有.xlsx"), join(folder, "加表.xlsx")];
    await run(["insert", "--tables", "T06", "--year", "2027", "--department", "某某厅", "-o", base]);
    const args = [
      "--tables",
      "U03",
      "--own",
      set,
      "--year",
      "2027",
      "--department",
      "某某厅",
      "--into",
      base,
    ];
    expect(await run(["insert", ...args, "-o", made])).toMatchObject({ code: 0, err: "" });
    const { out } = await run(["check", made, "--format", "json"]);
    const [file] = (JSON.parse(out) as { files: { tables: { table: string }[] }[] }).files;
    expect(file?.tables.map(({ table }) => table)).toEqual(["T06", "U03"]);
  });

  test("serves marking, filling and rows as well", async () => {
    const wrong = join(folder, "明年.xlsx");
    writeFileSync(wrong, fileOf(withValue(twelveTables(), "公开06表", 10, 2, 2130.42)));
    const [marked, filled] = [join(folder, "标记.xlsx"), join(folder, "填.xlsx")];
    const mark = await run(["mark", wrong, "--set", set, "-o", marked]);
    expect([mark.code, mark.err]).toEqual([1, ""]);
    expect(mark.out).not.toContain("按表头推断");
    expect(readFileSync(marked).length).toBeGreaterThan(0);
    expect(await run(["fill", wrong, "--set", set, "-o", filled])).toMatchObject({ code: 0 });
    const added = ["rows", "add", wrong, "--set", set, "--table", "U06", "--code", "30299", "--dry-run"];
    expect((await run(added)).out).toContain("30299");
    const standard = ["rows", "add", wrong, "--table", "U06", "--code", "30299", "--dry-run"];
    expect((await run(standard)).code).toBe(2);
  });

  test("with a slip says in which line", async () => {
    const broken = join(folder, "错.json");
    writeFileSync(broken, readFileSync(set, "utf8").replace('"parents": "position"', '"parents": "place"'));
    const { code, err } = await run(["check", workbook, "--set", broken]);
    expect(code).toBe(2);
    expect(err).toMatch(
      /错\.json 第 \d+ 行：tables\[0\]\.sides\[0\]\.parents 为“place”，应为 position \| code/,
    );
  });
});

test("a relation that is not there is said", async () => {
  const { code, err } = await run(["learn", workbook, "--without", "S3.nothing"]);
  expect([code, err]).toEqual([2, "没有编号为 S3.nothing 的关系\n"]);
});
