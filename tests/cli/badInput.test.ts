import { readdirSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { oleFile } from "../xlsx/zip/archives";
import { addressBook, bytesOf, changedBudget, COMPLETE, run, temporaryFolder } from "./run";

const complete = bytesOf(COMPLETE);

const bomb = () =>
  zipSync(
    { "[Content_Types].xml": strToU8("<x/>"), "xl/worksheets/sheet1.xml": new Uint8Array(70_000_000) },
    { level: 1 },
  );

const CASES: readonly (readonly [
  what: string,
  code: string,
  content: () => Uint8Array | Promise<Uint8Array>,
])[] = [
  ["an empty file", "file.empty", () => new Uint8Array()],
  ["a text", "file.notZip", () => strToU8("科目编码,科目名称\n")],
  ["a broken download", "file.truncated", () => complete.slice(0, complete.length / 2)],
  ["a password", "file.encrypted", () => oleFile("EncryptedPackage")],
  ["an .xls named .xlsx", "file.legacyXls", () => oleFile("Workbook")],
  ["a zip bomb", "file.bomb", bomb],
  ["a zip of something else", "file.notWorkbook", () => zipSync({ "a.txt": strToU8("x") })],
  [
    "a sheet that breaks off",
    "file.damaged",
    () => changedBudget("xl/worksheets/sheet6.xml", (xml) => xml.slice(0, -20)),
  ],
  ["no budget table", "file.noTables", addressBook],
];

describe.each(CASES)("%s", (_what, code, content) => {
  test("gives one clear Chinese sentence, as text and as JSON, and 2", async () => {
    const folder = temporaryFolder({ "部门预算.xlsx": await content() });
    const file = join(folder, "部门预算.xlsx");
    const text = await run(["check", file]);
    expect(text.code).toBe(2);
    const [first, sentence = ""] = text.out.split("\n");
    expect(first).toBe(file);
    expectSentence(sentence);

    const json = await run(["check", "--format", "json", file]);
    expect(json.code).toBe(2);
    const [report] = (JSON.parse(json.out) as { files: [Record<string, unknown>] }).files;
    expect(report).toMatchObject({
      file,
      error: { code, message: sentence.trim() },
      tables: [],
      findings: [],
    });
    expect(json.err).toBe(`${file}: ${sentence.trim()}\n`);
    expect(readdirSync(folder)).toEqual(["部门预算.xlsx"]);
  });

  test("is not marked: the same sentence, and nothing is written", async () => {
    const folder = temporaryFolder({ "部门预算.xlsx": await content() });
    const { code, out, err } = await run([
      "mark",
      join(folder, "部门预算.xlsx"),
      "-o",
      join(folder, "标记.xlsx"),
    ]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expectSentence(err.trim().slice(`${join(folder, "部门预算.xlsx")}: `.length));
    expect(readdirSync(folder)).toEqual(["部门预算.xlsx"]);
  });
});

/** One line of Chinese, no names of parts, stacks or keys in it. */
function expectSentence(text: string): void {
  expect(text.trim()).toMatch(/^[^\n]*\p{Script=Han}{4}[^\n]*$/u);
  expect(text).not.toMatch(/undefined|Error|\bat \w|file\.\w+|\{|\}/);
}

test("a workbook without a budget table says of each sheet why it is none", async () => {
  const folder = temporaryFolder({ "通讯录.xlsx": await addressBook() });
  const { out } = await run(["check", join(folder, "通讯录.xlsx")]);
  expect(out.split("\n").slice(2)).toEqual(["  通讯录：没有找到部门预算表的表名", ""]);
});

describe("a path that leads to no workbook", () => {
  test.each([
    ["a file that is not there", "没有.xlsx", "找不到这个文件或文件夹，请检查路径"],
    ["a file taken for a folder", join("a.xlsx", "b.xlsx"), "找不到这个文件或文件夹，请检查路径"],
    ["a folder without workbooks", "空", "文件夹里没有 .xlsx、.xls 文件，请检查路径"],
  ])("%s is told so, with 2", async (_what, path, sentence) => {
    const folder = temporaryFolder({ "a.xlsx": complete, "空/说明.docx": "x" });
    const { code, out } = await run(["check", join(folder, path)]);
    expect(code).toBe(2);
    expect(out).toBe(`${join(folder, path)}\n  ${sentence}\n`);
  });

  test("an .xls in a folder is named and not passed over", async () => {
    const folder = temporaryFolder({ "旧.xls": oleFile("Workbook") });
    const { code, out } = await run(["check", folder]);
    expect(code).toBe(2);
    expect(out).toContain("是旧的 .xls 格式");
  });
});

describe("a command line that is not understood is one Chinese sentence and 2", () => {
  test.each([
    [["check"], "没有给出“文件或文件夹”"],
    [["check", COMPLETE, "--colour"], "没有选项 --colour"],
    [["check", COMPLETE, "--edition"], "选项 --edition <年份> 后面缺少内容"],
    [
      ["check", COMPLETE, "--edition", "二〇二〇"],
      "选项 --edition <年份> 的内容不对，年份应为四位数，如 2020",
    ],
    [["check", COMPLETE, "--edition", "1999"], "选项 --edition <年份> 的内容不对，年份应为四位数，如 2020"],
    [
      ["check", COMPLETE, "--format", "xml"],
      "选项 --format <格式> 的内容不对，只能是 text、json、jsonl、html、csv",
    ],
    [["校验", COMPLETE], "没有命令 校验"],
    [["unmark", COMPLETE, COMPLETE, "-o", "x.xlsx"], "参数太多"],
    [["mark", "-o", "x.xlsx"], "没有给出“文件或文件夹”"],
  ])("gouji %j", async (args, sentence) => {
    expect(await run(args)).toEqual({ code: 2, out: "", err: `${sentence}。用 gouji --help 查看用法\n` });
  });

  test("no command at all shows the usage on stderr", async () => {
    const { code, out, err } = await run([]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("用法：");
    expect(err).toMatch(/check .*\n.*mark .*\n.*unmark /);
  });
});

test.each([[["--help"]], [["check", "--help"]], [["help", "mark"]]])(
  "gouji %j shows the usage in Chinese, with 0",
  async (args) => {
    const { code, out, err } = await run(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^用法： gouji /);
    // English words left by commander; names of files, options and languages are none.
    expect(
      out.replace(
        /gouji|--?[a-z]+|"[^"]*"|\.(xlsx|docx|txt|md|html)|\b(balance|check|mark|unmark|verify|codes|fill|insert|rows|text|draft|help|summary|jsonl|learn|from|compare|serve|publish|units|complete|consolidate|defaults|office\.json|manifest\.xml|version|site|https|Excel|Ctrl\+C)\b/g,
        "",
      ),
    ).not.toMatch(/[a-z]/i);
  },
);
