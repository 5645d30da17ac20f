import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { applyEdits } from "../../src/xlsx/patch/applyEdits";
import { readDocument } from "../../src/xlsx/docx/readDocument";
import { nationalWorkbook } from "../support/nationalWorkbook";
import { fileOf } from "../support/snapshotFile";
import { COMPLETE, addressBook, bytesOf, changedBudget, run, temporaryFolder } from "./run";

const TEXT_FILE = join(__dirname, "../fixtures/text/baiyun-2020.txt");
const TEXT = readFileSync(TEXT_FILE, "utf8");

interface Printed {
  readonly version: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly findings: readonly {
    readonly severity: string;
    readonly rule: string;
    readonly from: number;
    readonly to: number;
    readonly quote: string;
    readonly expected: string | null;
    readonly actual: string | null;
    readonly difference: string | null;
    readonly cells: readonly { readonly sheet: string; readonly cell: string; readonly role: string }[];
    readonly suspects: readonly { readonly text: string | null; readonly suggested: string | null }[];
  }[];
}

/** A Word document of these paragraphs, in runs broken in the middle of figures as Word breaks them. */
function documentOf(paragraphs: readonly string[]): Uint8Array {
  const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const runs = (text: string) =>
    (text.match(/.{1,7}/gsu) ?? [])
      .map((piece) => `<w:r><w:t xml:space="preserve">${escape(piece)}</w:t></w:r>`)
      .join("");
  const body = paragraphs
    .map((text) => `<w:p><w:del><w:r><w:delText>9</w:delText></w:r></w:del>${runs(text)}</w:p>`)
    .join("");
  const table =
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>项目名称</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2020年预算（万元）</w:t></w:r></w:p></w:tc></w:tr>" +
    "<w:tr><w:tc><w:p><w:r><w:t>智慧白云一期项目经费</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>14,248.00</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
  return zipSync({
    "word/document.xml": strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}${table}</w:body></w:document>`,
    ),
  });
}

async function json(args: readonly string[]): Promise<Printed & { readonly code: number }> {
  const { code, out } = await run(["text", ...args, "--format", "json"]);
  return { ...(JSON.parse(out) as Printed), code };
}

describe("gouji text", () => {
  test("finds nothing wrong in the published explanation of the published budget", async () => {
    expect(await json([TEXT_FILE, "--tables", COMPLETE])).toEqual({
      code: 0,
      version: 1,
      figures: { read: 54, agree: 47, rounding: 2, differ: 0, unread: 0 },
      findings: [],
    });
  });

  test("names the wrong figure, where it stands, and the cell on the other side", async () => {
    const wrong = TEXT.replace("经费预算 8.65 万元", "经费预算 8.56 万元");
    const folder = temporaryFolder({ "说明.txt": wrong });
    const { code, figures, findings } = await json([join(folder, "说明.txt"), "--tables", COMPLETE]);
    expect(code).toBe(1);
    expect(figures["differ"]).toBe(1);
    expect(findings.map(({ rule }) => rule)).toEqual(["text.table"]);
    const [finding] = findings;
    expect(finding).toMatchObject({
      severity: "error",
      expected: "8.65",
      actual: "8.56",
      difference: "-0.09",
      cells: [{ sheet: "表12 行政经费及三公经费预算表", cell: "B6", role: "total" }],
      suspects: [{ text: "8.56万元", suggested: "8.65万元" }],
    });
    expect(wrong.slice(finding?.from, finding?.to)).toBe("8.56 万元");
    expect(finding?.quote).toContain("财政拨款安排“三公”经费预算");
  });

  test("reads a Word document, its tables included", async () => {
    const start = TEXT.indexOf(
      "一、部门预算收支情况总体说明",
      TEXT.indexOf("第三部分 部门预算安排情况说明", 3000),
    );
    const end = TEXT.indexOf("六、机关运行经费", start);
    const lines = TEXT.slice(start, end)
      .split("\n")
      .filter((line) => line !== "");
    const folder = temporaryFolder({ "说明.docx": documentOf([...lines, "九、重点项目预算绩效目标情况"]) });
    const { code, figures, findings } = await json([join(folder, "说明.docx"), "--tables", COMPLETE]);
    expect({ code, findings }).toEqual({ code: 0, findings: [] });
    expect(figures).toEqual({ read: 41, agree: 39, rounding: 2, differ: 0, unread: 0 });
  });

  test("compares changes with last year's workbook", async () => {
    const text =
      "2020年收支总预算31,600.01万元，与上年持平。机关运行经费预算安排32.96万元，较上年增加1.00万元，主要原因是人员增加。";
    const folder = temporaryFolder({ "说明.md": text });
    const { code, findings } = await json([
      join(folder, "说明.md"),
      "--tables",
      COMPLETE,
      "--last-year",
      COMPLETE,
    ]);
    expect(code).toBe(1);
    expect(findings.map(({ rule, expected }) => [rule, expected])).toEqual([["text.change", "0"]]);
  });

  test("says in Chinese for people what is wrong, where, and what it should be", async () => {
    const folder = temporaryFolder({ "说明.txt": TEXT.replace("788.78%", "787.78%") });
    const { code, out } = await run(["text", join(folder, "说明.txt"), "--tables", COMPLETE]);
    expect(code).toBe(1);
    expect(out).toContain("读出 54 个数");
    expect(out).toMatch(/\[差错\] 第 \d+ 行：增减率写 787\.78%.*应为 788\.78%，请核对/);
    expect(out).toContain("可能写错的：“787.78%”（应为 788.78%），可能有一位数字写错");
  });

  test.each([
    ["a file that is not there", "没有.txt", "没有"],
    ["an empty text", "空.txt", "没有文字"],
    ["a text without figures", "无数.txt", "没有读出"],
    ["an old Word document", "旧.doc", ".docx"],
    ["a Word document that is none", "坏.docx", ".docx"],
  ])("refuses %s", async (_what, name, words) => {
    const folder = temporaryFolder({
      "空.txt": " \n",
      "无数.txt": "本部门职责如下。",
      "旧.doc": new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      "坏.docx": "not a zip",
    });
    const { code, out, err } = await run(["text", join(folder, name), "--tables", COMPLETE]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(words);
  });

  test("refuses a workbook without budget tables", async () => {
    const folder = temporaryFolder({ "通讯录.xlsx": await addressBook() });
    const { code, err } = await run(["text", TEXT_FILE, "--tables", join(folder, "通讯录.xlsx")]);
    expect(code).toBe(2);
    expect(err).toContain("通讯录.xlsx");
  });
});

describe("gouji draft", () => {
  test("writes a text that has nothing wrong but its open reasons", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "说明.txt");
    expect((await run(["draft", COMPLETE, "--year", "2020", "-o", file])).code).toBe(0);
    const { code, figures, findings } = await json([file, "--tables", COMPLETE]);
    expect({ code, findings: findings.filter(({ severity }) => severity !== "rounding") }).toEqual({
      code: 0,
      findings: [],
    });
    expect(figures).toMatchObject({ differ: 0, unread: 0 });
    expect(figures["read"]).toBeGreaterThan(25);
  });

  test("leaves each reason open, and the check asks for it", async () => {
    const { code, out } = await run(["draft", COMPLETE, "--year", "2020", "--last-year", wrongLastYear()]);
    expect(code).toBe(0);
    expect(out).toContain(
      "机关运行经费（行政经费）预算安排32.96万元，较上年减少1.00万元，下降2.94%，主要原因是……",
    );
    const folder = temporaryFolder({ "说明.txt": out });
    const file = join(folder, "说明.txt");
    // Nothing in it is wrong: what is to be written yet is asked for beside the findings, and by the list for publication.
    expect((await json([file, "--tables", COMPLETE])).findings).toEqual([]);
    expect((await run(["text", file, "--tables", COMPLETE])).out).toContain("还有 1 处原因留着“……”，请补上");
    const complete = await run(["complete", COMPLETE, "--text", file]);
    expect(complete.out).toContain("还有 1 处原因留着“……”，请补上");
  });

  test("writes the reasons that the workbook keeps, as a Word document that agrees with its tables", async () => {
    const reasons = JSON.stringify({ 行政经费: "办公用房租金下降。" });
    const bytes = applyEdits(bytesOf(COMPLETE), [{ kind: "writeSetting", key: "reasons", value: reasons }]);
    const folder = temporaryFolder({ "今年.xlsx": bytes });
    const file = join(folder, "说明.docx");
    const args = ["draft", join(folder, "今年.xlsx"), "--year", "2020", "--last-year", wrongLastYear()];
    expect((await run([...args, "-o", file])).code).toBe(0);
    const { code, figures, findings } = await json([file, "--tables", COMPLETE]);
    expect({ code, findings: findings.filter(({ severity }) => severity !== "rounding") }).toEqual({
      code: 0,
      findings: [],
    });
    expect(figures["unread"]).toBe(0);
    expect(readDocument(bytesOf(file))).toContain("下降2.94%，主要原因是办公用房租金下降。");
  });

  test("writes the nationwide tables in their own layout, and an office's in its own", async () => {
    const folder = temporaryFolder({
      "预算.xlsx": fileOf(nationalWorkbook()),
      "版式.json": JSON.stringify([{ heading: "一、三公", lines: ["{年}年“三公”经费{=三公}。", "{=没有}"] }]),
      "坏.json": "{}",
    });
    const budget = join(folder, "预算.xlsx");
    const { code, out } = await run(["draft", budget]);
    expect(code).toBe(0);
    expect(out).toContain(
      "一般公共预算基本支出2,370.08万元，其中：人员经费2,030.05万元，公用经费340.03万元。",
    );
    const written = temporaryFolder({ "说明.txt": out });
    const checked = await json([join(written, "说明.txt"), "--tables", budget]);
    expect(checked.findings.filter(({ severity }) => severity !== "rounding")).toEqual([]);
    const own = await run(["draft", budget, "--layout", join(folder, "版式.json")]);
    expect(own.out).toBe("一、三公\n2026年“三公”经费41.16万元。\n");
    const bad = await run(["draft", budget, "--layout", join(folder, "坏.json")]);
    expect(bad).toMatchObject({ code: 2, out: "" });
    expect(bad.err).toContain("坏.json");
  });
});

/** The budget with 行政经费 33.96 as last year's. */
function wrongLastYear(): string {
  const changed = changedBudget("xl/worksheets/sheet12.xml", (xml) =>
    xml.replaceAll("<v>32.96</v>", "<v>33.96</v>"),
  );
  return join(temporaryFolder({ "去年.xlsx": changed }), "去年.xlsx");
}
