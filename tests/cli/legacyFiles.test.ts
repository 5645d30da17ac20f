import { readdirSync } from "node:fs";
import { join } from "node:path";
import { write } from "@e965/xlsx";
import { withPassword } from "../support/excel95";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { bytesOf, COMPLETE, run, temporaryFolder } from "./run";

const OLD = bytesOf(join(__dirname, "../fixtures/baiyun-2020.xls"));

/** What a check says below the name of its file. */
const said = ({ out }: { readonly out: string }) => out.split("\n").slice(1).join("\n");

test.each(["预算.xls", "预算.et"])("%s is checked as the .xlsx is", async (name) => {
  const folder = temporaryFolder({ [name]: OLD });
  const old = await run(["check", join(folder, name)]);
  const modern = await run(["check", COMPLETE]);
  expect(old).toMatchObject({ code: 0, err: "" });
  expect(said(old)).toBe(said(modern));
  // A folder is searched for them too.
  expect((await run(["check", folder])).out).toBe(old.out);
});

test("the marked copy of an .xls is an .xlsx with the same cells, and says what it has not", async () => {
  const folder = temporaryFolder({ "预算.xls": OLD });
  const marked = join(folder, "标记.xlsx");
  const { code, err } = await run(["mark", join(folder, "预算.xls"), "-o", marked]);
  expect(code).toBe(0);
  expect(err).toBe(
    `${join(folder, "预算.xls")}: 原文件不是 .xlsx，另存的是 .xlsx：数、公式、数字格式、合并单元格和列宽都在，字体、边框、底纹没有带过来\n`,
  );
  const { sheets } = readWorkbook(bytesOf(marked), "标记.xlsx");
  const before = readWorkbook(bytesOf(COMPLETE), "预算.xlsx").sheets;
  expect(sheets.map(({ rows }) => rows)).toEqual(before.map(({ rows }) => rows));
  expect(sheets.some(({ marks }) => marks.length > 0)).toBe(true);
});

test("a copy is not written under the name of an old format", async () => {
  const folder = temporaryFolder({ "预算.xls": OLD });
  const { code, err } = await run(["mark", join(folder, "预算.xls"), "-o", join(folder, "标记.xls")]);
  expect([code, err]).toEqual([
    2,
    `${join(folder, "预算.xls")}: 另存的是 .xlsx 格式，请把 -o 的文件名改为以 .xlsx 结尾\n`,
  ]);
  expect(readdirSync(folder)).toEqual(["预算.xls"]);
});

test("a file that calls itself .xls is named for what it is", async () => {
  const table = "<html><table><tr><td>科目编码</td><td>金额</td></tr></table></html>";
  const book = { SheetNames: ["甲"], Sheets: { 甲: { "!ref": "A1", A1: { t: "s" as const, v: "甲" } } } };
  const folder = temporaryFolder({
    "网页.xls": table,
    "表格.xls": new Uint8Array(write(book, { bookType: "xlml", type: "buffer" }) as Buffer),
    "密码.xls": withPassword(OLD),
  });
  const { code, err, out } = await run(["check", folder]);
  expect(code).toBe(2);
  expect(err).toContain("网页.xls: 这个文件的内容是网页表格（HTML），不是 Excel 工作簿，已按里面的表格读入");
  expect(err).toContain("表格.xls: 这个文件的内容是 Excel 2003 的 XML 表格，已按它读入");
  expect(out).toContain("密码.xls\n  文件有打开密码，请在 Excel 中去掉密码后再试");
});

test("a list of codes is read from an .xls as well", async () => {
  const rows = [
    ["科目编码", "科目名称"],
    ["201", "一般公共服务支出"],
    ["20103", "政府办公厅（室）及相关机构事务"],
    ["2010301", "行政运行"],
  ];
  const cells = Object.fromEntries(
    rows.flatMap((row, index) =>
      row.map((v, column) => [`${"AB"[column]}${index + 1}`, { t: "s" as const, v }]),
    ),
  );
  const book = { SheetNames: ["科目"], Sheets: { 科目: { "!ref": "A1:B4", ...cells } } };
  const list = new Uint8Array(write(book, { bookType: "biff8", type: "array" }) as ArrayBuffer);
  const folder = temporaryFolder({ "2027年科目.xls": list });
  const { code, out } = await run(["codes", "import", join(folder, "2027年科目.xls"), "--format", "json"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ kind: "functional", year: 2027, codes: 3, problems: [] });
});
