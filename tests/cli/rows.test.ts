import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { insertedFile } from "../support/insertedWorkbook";
import { run, temporaryFolder } from "./run";

function budget(): { readonly file: string; readonly copy: string } {
  const folder = temporaryFolder();
  const file = join(folder, "预算.xlsx");
  writeFileSync(file, insertedFile());
  return { file, copy: join(folder, "另存.xlsx") };
}

const findingsOf = async (file: string) => {
  const { files } = JSON.parse((await run(["check", file, "--format", "json"])).out);
  return files[0].findings;
};

describe("gouji rows", () => {
  it("adds a code with its parents, here and where it has to be listed, and the copy has no findings", async () => {
    const { file, copy } = budget();
    const ran = await run(["rows", "add", file, "-o", copy, "--table", "T06", "--code", "2050803"]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("增加 9 行，删除 0 行，移动 0 行");
    expect(ran.out).toContain("+ 表6 13  205 教育支出  2050803 的上级科目缺行，一并补上");
    expect(await findingsOf(copy)).toEqual([]);
  });

  it("adds a project, a unit, and deletes them again; the last copy has the figures of the first file", async () => {
    const { file, copy } = budget();
    const [second, third] = [copy.replace("另存", "二"), copy.replace("另存", "三")];
    await run(["rows", "add", file, "-o", copy, "--new-unit", "156009", "--name", "数据中心"]);
    const project = ["--project", "机房维护", "--code", "2010301", "--unit", "156009", "--format", "json"];
    const added = JSON.parse((await run(["rows", "add", copy, "-o", second, ...project])).out);
    expect(added).toMatchObject({ version: 1, error: null, removed: [], notes: [] });
    expect(added.added).toEqual([
      { table: "T10", sheet: "表10", row: 38, label: "2010301 机房维护", why: "列在“数据中心”之下" },
    ]);
    expect(await findingsOf(second)).toEqual([]);
    const removed = await run([
      "rows",
      "delete",
      second,
      "-o",
      third,
      "--table",
      "表10",
      "--rows",
      "37",
      "--with-children",
    ]);
    expect(removed).toMatchObject({ code: 0, err: "" });
    expect(await findingsOf(third)).toEqual([]);
  });

  it("asks for the code of a project that a table could not tell without it, and leaves the unit's sum alone", async () => {
    const { file, copy } = budget();
    const ran = await run(["rows", "add", file, "-o", copy, "--project", "机房维护", "--unit", "156001"]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("表10的项目行要写编码，“机房维护”还没有；请把科目编码一并填上");
    expect(existsSync(copy)).toBe(false);
  });

  it("makes values of what a table takes from others, and the copy has no findings", async () => {
    const { file, copy } = budget();
    const ran = await run(["rows", "unlink", file, "-o", copy, "--table", "表6"]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toMatch(/= 表6 F\d+ {2}=SUMIF\('表10'.* → 0\.00/);
    expect(await findingsOf(copy)).toEqual([]);
    const again = await run(["rows", "unlink", copy, "--dry-run", "--table", "表6"]);
    expect(again).toMatchObject({ code: 2 });
    expect(again.err).toContain("表6没有取自其他工作表的数");
    expect((await run(["rows", "unlink", file, "-o", copy])).err).toContain(
      "请用 --table 或 --sheet 指明哪张表",
    );
  });

  it("lists what it would do and writes nothing with --dry-run", async () => {
    const { file, copy } = budget();
    const { code, out } = await run([
      "rows",
      "add",
      file,
      "--dry-run",
      "--table",
      "表3",
      "--code",
      "2010302",
    ]);
    expect(code).toBe(0);
    expect(out).toContain("+ 表3");
    expect(existsSync(copy)).toBe(false);
    expect((await run(["rows", "add", file, "--table", "表3", "--code", "2010302"])).code).toBe(2);
  });

  it("completes, sorts and merges trees of codes, and says when there is nothing to do", async () => {
    const { file, copy } = budget();
    for (const [kind, sentence] of [
      ["complete", "各级科目都有行"],
      ["sort", "已按编码排好"],
      ["merge", "没有重复的科目"],
    ] as const) {
      const ran = await run(["rows", kind, file, "-o", copy]);
      expect(ran).toMatchObject({ code: 2, out: "" });
      expect(ran.err).toContain(sentence);
    }
    const second = copy.replace("另存", "二");
    const bare = ["rows", "delete", file, "-o", copy, "--table", "T02", "--alone", "--format", "json"];
    expect((await run(["rows", "sort", file, "-o", second, "--table", "T08"])).err).toContain(
      "不按功能科目列行",
    );
    expect((await run([...bare, "--rows", "9"])).err).toContain("下面还有");
  });

  it.each([
    [["add", "--table", "T06", "--code", "9990101"], "9990101 不是表6能列的编码"],
    [["add", "--table", "T06"], "请用 --code、--project 或 --new-unit"],
    [["add", "--code", "2050803"], "请用 --table 或 --sheet"],
    [["add", "--project", "机房维护"], "请用 --unit"],
    [["add", "--new-unit", "156009"], "请用 --name"],
    [["add", "--table", "T06", "--code", "2010301"], "表6已有科目 2010301"],
    [["delete", "--sheet", "表6", "--rows", "8"], "下面还有"],
    [["delete", "--sheet", "表6", "--rows", "七"], "“七”不是行号"],
    [["delete", "--sheet", "表6", "--rows", "7"], "是合计或固定的行"],
  ])("says in one sentence why it does nothing: %j", async ([verb = "", ...flags], sentence) => {
    const { file, copy } = budget();
    const ran = await run(["rows", verb, file, "-o", copy, ...flags]);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toContain(sentence);
    expect(ran.err.trim().split("\n")).toHaveLength(1);
  });
});
