import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { addressBook, AS_PUBLISHED, bytesOf, COMPLETE, run, temporaryFolder, wrongBudget } from "./run";

const complete = bytesOf(COMPLETE);

/** A folder of a district: right, wrong, as published, damaged, and no budget at all. */
async function district(): Promise<string> {
  return temporaryFolder({
    "2教育局.xlsx": complete,
    "10民政局.xlsx": wrongBudget(),
    "街道/1街道办.xlsx": bytesOf(AS_PUBLISHED),
    "坏.xlsx": complete.slice(0, 5000),
    "通讯录.xlsx": await addressBook(),
  });
}

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Cells of the first sheet of a summary, as they show. */
async function sheetOf(file: string): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) =>
    rows.push(Array.from({ length: row.cellCount }, (_, column) => row.getCell(column + 1).text)),
  );
  return rows;
}

describe("--format jsonl", () => {
  test("has one line a file in the order of the files, with the fields of the JSON", async () => {
    const folder = await district();
    const { code, out } = await run(["check", folder, "--format", "jsonl"]);
    const lines = linesOf(out);
    expect(code).toBe(2);
    expect(lines.map(({ file }) => file)).toEqual(
      ["2教育局.xlsx", "10民政局.xlsx", "坏.xlsx", "街道/1街道办.xlsx", "通讯录.xlsx"].map((name) =>
        join(folder, name),
      ),
    );
    const { out: whole } = await run(["check", folder, "--format", "json"]);
    const { files } = JSON.parse(whole) as { files: Record<string, unknown>[] };
    expect(
      lines.map(({ version: _v, command: _c, department: _d, copy: _p, counts: _n, ...rest }) => rest),
    ).toEqual(files);
    expect(lines[1]).toMatchObject({ command: "check", counts: { error: 1 }, copy: null });
  });
});

describe("--summary", () => {
  test("counts as the single reports do, the worst first, those that cannot be used before them", async () => {
    const folder = await district();
    const summary = join(folder, "汇总.xlsx");
    const { out } = await run(["check", folder, "--format", "jsonl", "--summary", summary]);
    const [title, about, headings = [], ...rows] = await sheetOf(summary);
    expect([title?.[0], about?.[0]]).toEqual([
      "部门预算校验汇总",
      "共 5 个文件：有差错的 2 个，用不了的 2 个，没有差错的 1 个。差错多的在前",
    ]);
    const file = headings.indexOf("文件");
    const total = rows.pop();
    expect(rows.map((row) => row[file])).toEqual(
      ["坏.xlsx", "通讯录.xlsx", "街道/1街道办.xlsx", "10民政局.xlsx", "2教育局.xlsx"].map((name) =>
        join(folder, name),
      ),
    );
    for (const [key, heading] of [
      ["error", "差错"],
      ["warning", "提醒"],
      ["rounding", "尾差"],
      ["info", "提示"],
    ] as const) {
      const column = headings.indexOf(heading);
      const counts = new Map(
        linesOf(out).map((line) => [line["file"], (line["counts"] as Record<string, number>)[key]]),
      );
      expect(rows.map((row) => Number(row[column]))).toEqual(rows.map((row) => counts.get(row[file])));
      expect(Number(total?.[column])).toBe([...counts.values()].reduce((sum = 0, one = 0) => sum + one, 0));
    }
  });

  test("links into the marked copies, from where it lies", async () => {
    const folder = temporaryFolder({
      "来/10民政局.xlsx": wrongBudget(),
      "来/街道/办.xls": bytesOf(COMPLETE),
    });
    const summary = join(folder, "汇总.html");
    const { code } = await run([
      "mark",
      join(folder, "来"),
      "-o",
      join(folder, "已标记"),
      "--summary",
      summary,
    ]);
    expect(code).toBe(1);
    const html = readFileSync(summary, "utf8");
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => decodeURIComponent(href));
    expect(links).toEqual([
      "来/10民政局.xlsx",
      "已标记/10民政局.xlsx",
      "来/街道/办.xls",
      "已标记/街道/办.xlsx",
    ]);
    for (const link of links) expect(existsSync(join(folder, link))).toBe(true);
  });

  test("of parts put together is that of the whole, byte for byte, in whatever order", async () => {
    const folder = await district();
    const whole = join(folder, "全.xlsx");
    const { out } = await run(["check", folder, "--format", "jsonl", "--summary", whole]);
    rmSync(whole, { force: true });
    await run(["check", folder, "--format", "jsonl", "--summary", join(folder, "..", "全.xlsx")]);
    const parts = await Promise.all(
      [1, 2, 3].map((part) => run(["check", folder, "--format", "jsonl", "--shard", `${part}/3`])),
    );
    expect(parts.map((part) => part.out).join("")).toBe(out);
    const files = parts.map((part, index) => {
      const file = join(folder, `${index + 1}.jsonl`);
      writeFileSync(file, part.out);
      return file;
    });
    await run(["summary", ...files.reverse(), "-o", join(folder, "合.html")]);
    await run(["check", folder, "--summary", join(folder, "全.html")]);
    expect(readFileSync(join(folder, "合.html"), "utf8")).toBe(readFileSync(join(folder, "全.html"), "utf8"));
  });

  test("refuses names it cannot write and lines that are no results, and writes nothing", async () => {
    const folder = temporaryFolder({ "错.jsonl": '{"version":1}\n' });
    expect(await run(["check", COMPLETE, "--summary", join(folder, "汇总.pdf")])).toMatchObject({
      code: 2,
      out: "",
    });
    const { code, err } = await run(["summary", join(folder, "错.jsonl"), "-o", join(folder, "汇总.xlsx")]);
    expect(code).toBe(2);
    expect(err).toContain("错.jsonl 第 1 行不是 --format jsonl 的结果");
    expect(readdirSync(folder)).toEqual(["错.jsonl"]);
  });
});

describe("--cache", () => {
  test("tells the same again without doing it again, in every format and wherever the file lies", async () => {
    const folder = await district();
    const cache = join(folder, "..", `${folder}-cache`);
    const first = await run(["check", folder, "--cache", cache]);
    const kept = readdirSync(cache);
    expect(kept).toHaveLength(5);
    const times = kept.map((name) => statSync(join(cache, name)).mtimeMs);
    expect(await run(["check", folder, "--cache", cache])).toEqual(first);
    for (const format of ["json", "jsonl", "html", "csv"])
      expect(await run(["check", folder, "--cache", cache, "--format", format])).toEqual(
        await run(["check", folder, "--format", format]),
      );
    expect(readdirSync(cache)).toEqual(kept);
    expect(kept.map((name) => statSync(join(cache, name)).mtimeMs)).toEqual(times);
    rmSync(cache, { recursive: true });
  });

  test("is really asked, and does again what is damaged in it, what changed, and what other rules say", async () => {
    const folder = temporaryFolder({
      "表.xlsx": complete,
      "规则.json": '[{"id":"自1","text":"T06[合计].c3 = T06[合计].c4"}]',
    });
    const cache = join(folder, "存");
    await run(["check", join(folder, "表.xlsx"), "--cache", cache]);
    const [name = ""] = readdirSync(cache);
    const place = join(cache, name);
    const kept = readFileSync(place, "utf8");
    writeFileSync(place, kept.replaceAll("code.outdated", "code.name"));
    const told = await run(["check", join(folder, "表.xlsx"), "--cache", cache, "--format", "jsonl"]);
    expect(told.out).not.toContain("code.outdated");
    writeFileSync(place, kept.slice(0, 100));
    const again = await run(["check", join(folder, "表.xlsx"), "--cache", cache, "--format", "jsonl"]);
    expect(again.out).toContain("code.outdated");
    expect(readFileSync(place, "utf8")).toBe(kept);
    writeFileSync(join(folder, "表.xlsx"), wrongBudget());
    expect((await run(["check", join(folder, "表.xlsx"), "--cache", cache])).code).toBe(1);
    expect(readdirSync(cache)).toHaveLength(2);
    await run(["check", join(folder, "表.xlsx"), "--cache", cache, "--rules", join(folder, "规则.json")]);
    expect(readdirSync(cache)).toHaveLength(3);
  });

  test("of marked copies leaves those that stand, and makes those that were changed or deleted", async () => {
    const folder = temporaryFolder({ "来/1.xlsx": wrongBudget(), "来/2.xlsx": complete });
    const command = ["mark", join(folder, "来"), "-o", join(folder, "去"), "--cache", join(folder, "存")];
    const first = await run(command);
    const [one, two] = ["1.xlsx", "2.xlsx"].map((name) => join(folder, "去", name)) as [string, string];
    const bytes = readFileSync(one);
    utimesSync(two, 1, 1);
    writeFileSync(one, "改过");
    expect(await run(command)).toEqual(first);
    expect(readFileSync(one).equals(bytes)).toBe(true);
    expect(statSync(two).mtimeMs).toBe(1000);
  });

  test("that cannot be written is said before anything is done", async () => {
    const folder = temporaryFolder({ 文件: "x" });
    const { code, out, err } = await run(["check", COMPLETE, "--cache", join(folder, "文件")]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("结果没有地方存");
  });
});

describe("--shard", () => {
  test.each(["0/3", "4/3", "x", "1/0"])("refuses %s", async (shard) => {
    const { code, err } = await run(["check", COMPLETE, "--shard", shard]);
    expect(code).toBe(2);
    expect(err).toContain("应写成第几份/共几份");
  });
});

describe("gouji check --output", () => {
  test("has in its file what is otherwise printed, and nothing beside it", async () => {
    const folder = await district();
    const out = temporaryFolder();
    const printed = await run(["check", folder, "--format", "jsonl"]);
    const result = join(out, "结果.jsonl");
    expect(await run(["check", folder, "--format", "jsonl", "-o", result])).toEqual({ ...printed, out: "" });
    expect(readFileSync(result, "utf8")).toBe(printed.out);
    expect(readdirSync(out)).toEqual(["结果.jsonl"]);
  });

  test("of a part without files is an empty file: the part is done", async () => {
    const out = temporaryFolder();
    const result = join(out, "结果.jsonl");
    expect((await run(["check", COMPLETE, "--shard", "1/2", "-o", result])).code).toBe(0);
    expect(readFileSync(result, "utf8")).toBe("");
  });

  test("is not there where this computer sees no workbook: a share that is not mounted is no part done", async () => {
    const [empty, out] = [temporaryFolder(), temporaryFolder()];
    for (const path of [empty, join(empty, "没有")]) {
      const ran = await run(["check", path, "--shard", "1/2", "-o", join(out, "结果.jsonl")]);
      expect(ran).toMatchObject({ code: 2, out: "" });
      expect(ran.err).toContain(`${path}：这台计算机上没有可校验的工作簿，这一份没有做`);
    }
    expect(readdirSync(out)).toEqual([]);
  });

  test("never takes the place of a workbook, and says what it cannot write", async () => {
    const folder = temporaryFolder({ "预算.xlsx": complete });
    const file = join(folder, "预算.xlsx");
    const refused = await run(["check", file, "-o", file]);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toContain("是工作簿的文件名，结果不能写在它上面");
    expect(readFileSync(file).equals(complete)).toBe(true);
    const nowhere = await run(["check", file, "-o", join(folder, "没有/结果.txt")]);
    expect(nowhere).toMatchObject({ code: 2, out: "" });
    expect(nowhere.err).toContain("没有/结果.txt");
    mkdirSync(join(folder, "夹.txt"));
    expect((await run(["check", file, "-o", join(folder, "夹.txt")])).code).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(["夹.txt", "预算.xlsx"].sort());
  });
});

describe("copies of a folder", () => {
  test("lie as the files do, none in place of another, and are no files to copy the next time", async () => {
    const folder = temporaryFolder({
      "局.xls": bytesOf(join(__dirname, "../fixtures/baiyun-2020.xls")),
      "局.xlsx": complete,
      "街/局.xlsx": complete,
    });
    const command = ["fill", folder, "-o", join(folder, "已填")];
    const first = await run(command);
    expect(first.code).toBe(0);
    const names = () => readdirSync(join(folder, "已填"), { recursive: true, encoding: "utf8" }).sort();
    expect(names()).toEqual(["局.xlsx", "局.xlsx.xlsx", "街", join("街", "局.xlsx")]);
    expect(await run(command)).toEqual(first);
    expect(names()).toHaveLength(4);
  });

  test("go into a folder, not into a file or into the folder itself", async () => {
    const folder = temporaryFolder({ "1.xlsx": complete, "2.xlsx": complete });
    const files = ["1.xlsx", "2.xlsx"].map((name) => join(folder, name));
    expect((await run(["mark", ...files, "-o", join(folder, "去.xlsx")])).err).toContain(
      "请用 -o 给出另存的文件夹",
    );
    const itself = await run(["mark", folder, "-o", folder]);
    expect(itself.code).toBe(2);
    expect(readdirSync(folder)).toEqual(["1.xlsx", "2.xlsx"]);
    for (const file of files) expect(readFileSync(file).equals(complete)).toBe(true);
  });
});

describe("gouji text over a folder", () => {
  const text = bytesOf(join(__dirname, "../fixtures/text/baiyun-2020.txt"));

  test("finds each text's workbook by its place and name, and guesses none", async () => {
    const folder = temporaryFolder({
      "说明/甲局2020年部门预算说明.txt": text,
      "说明/乙局说明.txt": text,
      "说明/丙局说明.txt": text,
      "说明/街/办.txt": text,
      "表/甲局部门预算公开表.xlsx": complete,
      "表/乙局.xlsx": complete,
      "表/街/街道.xlsx": complete,
    });
    const { code, out, err } = await run([
      "text",
      join(folder, "说明"),
      "--tables",
      join(folder, "表"),
      "--format",
      "jsonl",
    ]);
    const lines = linesOf(out);
    expect(code).toBe(2);
    expect(
      lines.map(({ file, error }) => [
        String(file).slice(folder.length + 4),
        (error as { code?: string })?.code,
      ]),
    ).toEqual([
      ["丙局说明.txt", "text.noWorkbook"],
      ["乙局说明.txt", undefined],
      ["甲局2020年部门预算说明.txt", undefined],
      ["街/办.txt", undefined],
    ]);
    expect(err).toContain("丙局说明.txt: 在 --tables 的文件夹里没有找到这份说明的预算");
  });
});
