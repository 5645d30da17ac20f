import { existsSync, linkSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { readZip } from "../../src/xlsx/zip/readZip";
import {
  addressBook,
  AS_PUBLISHED,
  bytesOf,
  changedBudget,
  COMPLETE,
  run,
  temporaryFolder,
  wrongBudget,
} from "./run";

/** Every zip record (header, name, compressed data) of a file by its name. */
function records(bytes: Uint8Array): Map<string, Buffer> {
  return new Map(
    readZip(bytes).entries.map(({ name, recordStart, recordEnd }) => [
      name,
      Buffer.from(bytes.slice(recordStart, recordEnd)),
    ]),
  );
}

function parts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
}

const marksOf = (path: string) =>
  readWorkbook(bytesOf(path), "a.xlsx").sheets.flatMap(({ name, marks }) =>
    marks.length > 0 ? [`${name.split(" ")[0]} ${marks.length}`] : [],
  );

describe("gouji mark", () => {
  test("writes a copy with marks and a report, says what a check says, and leaves the original alone", async () => {
    const folder = temporaryFolder({ "错.xlsx": wrongBudget() });
    const [input, output] = [join(folder, "错.xlsx"), join(folder, "标记.xlsx")];
    const before = bytesOf(input);
    const marked = await run(["mark", input, "-o", output]);
    const checked = await run(["check", input]);
    expect(marked).toEqual(checked);
    expect(marked.code).toBe(1);
    expect(Buffer.compare(bytesOf(input), before)).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["标记.xlsx", "错.xlsx"].sort());
    expect(marksOf(output).some((line) => line.startsWith("表6 "))).toBe(true);
    expect(marksOf(input)).toEqual([]);
    expect(parts(bytesOf(output))["xl/workbook.xml"]).toContain('name="校验报告"');
  });

  test("keeps every entry of the zip that it does not change to the last byte", async () => {
    const folder = temporaryFolder({ "错.xlsx": wrongBudget() });
    const [input, output] = [join(folder, "错.xlsx"), join(folder, "标记.xlsx")];
    await run(["mark", input, "-o", output]);
    const before = records(bytesOf(input));
    const after = records(bytesOf(output));
    const changed = [...before.keys()].filter((name) => !after.get(name)?.equals(before.get(name) as Buffer));
    const lists = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml"];
    const sheets = changed.filter((name) => !lists.includes(name));
    expect(changed).toEqual(expect.arrayContaining(lists));
    expect(sheets).toContain("xl/worksheets/sheet6.xml");
    expect(sheets.filter((name) => !name.startsWith("xl/worksheets/sheet"))).toEqual([]);
    // Tables without a finding on a cell keep theirs: 表7 政府性基金 is all zeros.
    expect(sheets).not.toContain("xl/worksheets/sheet7.xml");
    expect([...after.keys()].filter((name) => !before.has(name))).toEqual(["xl/worksheets/sheet15.xml"]);
  });

  test("writes a report that says the day and the edition and has a line to sign on", async () => {
    const path = join(temporaryFolder({ "错.xlsx": wrongBudget() }), "标记.xlsx");
    await run(["mark", path.replace("标记", "错"), "-o", path, "--edition", "2020"]);
    const report = Object.entries(parts(bytesOf(path))).find(([name]) => name.endsWith("sheet15.xml"))?.[1];
    expect(report).toMatch(/科目年度：2020；校验日期：\d{4}-\d\d-\d\d/);
    expect(report).toContain("复核");
  });

  test("done twice equals done once", async () => {
    const folder = temporaryFolder({ "错.xlsx": wrongBudget() });
    const path = (name: string) => join(folder, name);
    await run(["mark", path("错.xlsx"), "-o", path("一.xlsx")]);
    const again = await run(["mark", path("一.xlsx"), "-o", path("二.xlsx")]);
    expect(again.code).toBe(1);
    expect(parts(bytesOf(path("二.xlsx")))).toEqual(parts(bytesOf(path("一.xlsx"))));
    expect(Buffer.compare(bytesOf(path("二.xlsx")), bytesOf(path("一.xlsx")))).toBe(0);
  });

  test("undone by unmark gives every part of the original", async () => {
    const folder = temporaryFolder({ "错.xlsx": wrongBudget() });
    const path = (name: string) => join(folder, name);
    await run(["mark", path("错.xlsx"), "-o", path("标记.xlsx")]);
    const undone = await run(["unmark", path("标记.xlsx"), "-o", path("还原.xlsx")]);
    expect(undone).toEqual({ code: 0, out: "", err: "" });
    expect(parts(bytesOf(path("还原.xlsx")))).toEqual(parts(bytesOf(path("错.xlsx"))));
  });

  test("puts a new copy in the place of an older one", async () => {
    const folder = temporaryFolder({ "标记.xlsx": "旧的" });
    const output = join(folder, "标记.xlsx");
    expect((await run(["mark", COMPLETE, "-o", output])).code).toBe(0);
    expect(marksOf(output).length).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual(["标记.xlsx"]);
  });

  test("leaves protected sheets as they are and says so", async () => {
    const part = "xl/worksheets/sheet6.xml";
    const protectedBudget = changedBudget(part, (xml) =>
      xml
        .replace(/(<c r="C10"[^>]*><v>)571\.92(<\/v>)/, "$1572.92$2")
        .replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>'),
    );
    const folder = temporaryFolder({ "护.xlsx": protectedBudget });
    const output = join(folder, "标记.xlsx");
    const { code, err } = await run(["mark", join(folder, "护.xlsx"), "-o", output]);
    expect(code).toBe(1);
    expect(err).toContain("工作表“表6 一般公共预算支出预算表”受保护，没有改动标记。请先撤销工作表保护");
    expect(parts(bytesOf(output))[part]).toBe(parts(protectedBudget)[part]);
  });
});

describe("nothing is written", () => {
  const refused = async (input: string, output: string, sentence: RegExp, command = "mark") => {
    const { code, out, err } = await run([command, input, "-o", output]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(sentence);
    expect(err.trim().split("\n")).toHaveLength(1);
  };

  test("when the copy would be the file itself, by name or by link", async () => {
    const folder = temporaryFolder({ "错.xlsx": wrongBudget() });
    const input = join(folder, "错.xlsx");
    const link = join(folder, "同一个.xlsx");
    linkSync(input, link);
    const before = bytesOf(input);
    const written = statSync(input).mtimeMs;
    await refused(input, input, /另存的文件不能就是原文件/);
    await refused(input, join(folder, ".", "错.xlsx"), /另存的文件不能就是原文件/);
    await refused(input, link, /另存的文件不能就是原文件/, "unmark");
    expect(Buffer.compare(bytesOf(input), before)).toBe(0);
    expect(statSync(input).mtimeMs).toBe(written);
  });

  test.each([
    ["空.xlsx", "", /文件是空的/],
    ["文本.xlsx", "科目,金额", /不是 Excel 工作簿/],
    ["无.xlsx", undefined, /找不到这个文件/],
  ])("when the file is %s", async (name, content, sentence) => {
    const folder = temporaryFolder(content === undefined ? {} : { [name]: content });
    const output = join(folder, "标记.xlsx");
    await refused(join(folder, name), output, sentence);
    await refused(join(folder, name), output, sentence, "unmark");
    expect(existsSync(output)).toBe(false);
  });

  test("when no table is recognised, and an older copy stays", async () => {
    const folder = temporaryFolder({ "通讯录.xlsx": await addressBook(), "标记.xlsx": "旧的" });
    const output = join(folder, "标记.xlsx");
    await refused(join(folder, "通讯录.xlsx"), output, /没有找到任何部门预算表/);
    expect(readFileSync(output, "utf8")).toBe("旧的");
  });

  test("when the file is a folder", async () => {
    const folder = temporaryFolder({ "里/错.xlsx": wrongBudget() });
    await refused(join(folder, "里"), join(folder, "标记.xlsx"), /是文件夹，请给出一个工作簿/);
    expect(readdirSync(folder)).toEqual(["里"]);
  });

  test("when the place for the copy does not exist or is a folder, and no rest is left behind", async () => {
    const folder = temporaryFolder({ "里/a.txt": "x" });
    await refused(
      AS_PUBLISHED,
      join(folder, "没有", "标记.xlsx"),
      /写不进 .*标记\.xlsx：没有这个文件夹，请先建好，或换一个位置/,
    );
    await refused(AS_PUBLISHED, join(folder, "里"), /写不进 .*里：/);
    expect(readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()).toEqual([
      "里",
      join("里", "a.txt"),
    ]);
    expect(readFileSync(join(folder, "里", "a.txt"), "utf8")).toBe("x");
  });

  test("when no copy is named", async () => {
    const { code, out, err } = await run(["mark", COMPLETE]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe("没有给出选项 -o, --output <文件>。用 gouji --help 查看用法\n");
  });
});
