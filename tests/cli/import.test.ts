import { readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { functionalCodes, LAYOUTS } from "../codes/import/layouts";
import { encodeGbk } from "../support/gbk";
import { COMPLETE, run, temporaryFolder } from "./run";

const CODES = functionalCodes();

/** A list as an office's workbook: titles merged over all columns, 类 merged over its rows, notes below. */
async function listWorkbook(cells: readonly string[][]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("说明").addRow(["填报说明"]);
  const sheet = book.addWorksheet("功能科目");
  sheet.addRows(cells.map((row) => row.map((text) => (text === "" ? null : text))));
  sheet.mergeCells("A1:E1");
  sheet.mergeCells("A2:E2");
  sheet.mergeCells("A5:C5");
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const csv = (cells: readonly string[][]) =>
  cells.map((row) => row.map((text) => (/[",\n]/.test(text) ? `"${text}"` : text)).join(",")).join("\r\n");

test("a list of more than 1,500 rows with titles, merged cells and notes is read and compared", async () => {
  const changed = CODES.map((one) => (one.code === "2010303" ? { ...one, name: "机关后勤服务" } : one));
  const cells = LAYOUTS["类, 款 and 项 apart, each part once"]!([
    ...changed,
    { code: "2340277", name: "专项" },
  ]);
  const folder = temporaryFolder({ "2020年科目.xlsx": await listWorkbook(cells) });
  const { code, out, err } = await run(["codes", "import", join(folder, "2020年科目.xlsx")]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out.split("\n")).toEqual([
    `“2020年科目”（2020 年）共 ${CODES.length + 1} 条：与内置目录相同 ${CODES.length - 1} 条，新增 1 条，改名 1 条；内置目录有而清单没有的 0 条`,
    "  新增  2340277 专项",
    "  改名  2010303 机关服务 → 机关后勤服务",
    "",
  ]);
});

test("a .csv in GBK is read; written again as .csv and .tsv it reads the same", async () => {
  const list = csv(LAYOUTS["code and name in two columns"]!(CODES));
  const folder = temporaryFolder({ "科目.csv": encodeGbk(list) });
  for (const name of ["又.csv", "又.tsv"]) {
    const first = await run(["codes", "import", join(folder, "科目.csv"), "-o", join(folder, name)]);
    expect(first.code).toBe(0);
    const { out } = await run(["codes", "import", join(folder, name), "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject({
      kind: "functional",
      codes: CODES.length,
      same: CODES.length,
      missing: [],
    });
  }
});

test("a list with duplicate and malformed codes is refused with the row numbers, and nothing is written", async () => {
  const cells = LAYOUTS["code and name in two columns"]!(CODES);
  cells[100]![1] = cells[99]![1]!;
  cells[200]![1] = "2O1O3";
  const folder = temporaryFolder({ "科目.xlsx": await listWorkbook(cells) });
  const output = join(folder, "out.tsv");
  const { code, out, err } = await run(["codes", "import", join(folder, "科目.xlsx"), "-o", output]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("工作表“功能科目”第 101 行：编码 ");
  expect(err).toContain("与第 100 行重复");
  expect(err).toContain("第 201 行：编码“2O1O3”");
  expect(() => readFileSync(output)).toThrow();
  const json = JSON.parse(
    (await run(["codes", "import", join(folder, "科目.xlsx"), "--format", "json"])).out,
  ) as {
    problems: { row: string }[];
  };
  expect(json.problems.map(({ row }) => row)).toEqual(["101", "201"]);
});

test("--into keeps the list in a copy of a workbook, and checks go by it from then on", async () => {
  const without = CODES.filter(({ code }) => code !== "2010301");
  const folder = temporaryFolder({ "科目.csv": csv(LAYOUTS["code and name in two columns"]!(without)) });
  const copy = join(folder, "copy.xlsx");
  const list = join(folder, "科目.csv");
  const ran = await run(["codes", "import", list, "--edition", "2020", "--into", COMPLETE, "-o", copy]);
  expect(ran).toMatchObject({ code: 0, err: "" });
  expect(Object.keys(readWorkbook(new Uint8Array(readFileSync(copy)), "copy.xlsx").settings ?? {})).toEqual([
    "codeList:functional",
  ]);
  const checked = await run(["check", copy]);
  expect(checked.code).toBe(1);
  expect(checked.out).toContain("导入的目录“科目”中没有编码 2010301");
  expect((await run(["check", COMPLETE])).code).toBe(0);
});

test("gouji check --codes makes codes outside the list errors", async () => {
  const without = CODES.filter(({ code }) => code !== "2010301");
  const folder = temporaryFolder({
    "全.csv": csv(LAYOUTS["code and name in two columns"]!(CODES)),
    "缺.csv": csv(LAYOUTS["code and name in two columns"]!(without)),
    "错.csv": "编码,名称\n201,一般公共服务支出\n201,外交支出\n",
  });
  expect((await run(["check", COMPLETE, "--codes", join(folder, "全.csv")])).code).toBe(0);
  const { code, out } = await run(["check", COMPLETE, "--codes", join(folder, "缺.csv")]);
  expect(code).toBe(1);
  expect(out).toMatch(/差错 .*导入的目录“缺”中没有编码 2010301/);
  const refused = await run(["check", COMPLETE, "--codes", join(folder, "错.csv")]);
  expect(refused).toMatchObject({ code: 2, out: "" });
  expect(refused.err).toContain("第 3 行：编码 201 与第 2 行重复");
});

test("files that hold no list are told", async () => {
  const folder = temporaryFolder({ "空.csv": "姓名,电话\n某某,020\n" });
  const none = await run(["codes", "import", join(folder, "空.csv")]);
  expect(none).toMatchObject({ code: 2, out: "" });
  expect(none.err).toContain("“空”中没有找到科目编码和名称");
  expect((await run(["codes", "import", join(folder, "没有.csv")])).err).toContain("找不到这个文件");
  const noOutput = await run(["codes", "import", join(folder, "空.csv"), "--into", COMPLETE]);
  expect(noOutput.code).toBe(2);
});
