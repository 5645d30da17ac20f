import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { json } from "./json";
import type { Json } from "./json";
import { AS_PUBLISHED, bytesOf, COMPLETE, run, temporaryFolder, wrongBudget } from "./run";

describe("several files and folders", () => {
  const complete = bytesOf(COMPLETE);

  test("are taken in the order of their names, numbers by their value, subfolders too, each once", async () => {
    const folder = temporaryFolder({
      "10局.xlsx": complete,
      "2局.xlsx": complete,
      "下级/1所.XLSX": complete,
      "~$2局.xlsx": "lock",
      ".隐藏.xlsx": complete,
      "说明.docx": "x",
    });
    const { code, files } = await json(folder, join(folder, "2局.xlsx"));
    expect(code).toBe(0);
    expect(files.map(({ file }) => file)).toEqual(
      ["2局.xlsx", "10局.xlsx", "下级/1所.XLSX"].map((name) => join(folder, name)),
    );
  });

  test("are each taken once, however their paths are written, and through links", async () => {
    const folder = temporaryFolder({ "里/局.xlsx": complete });
    symlinkSync(join(folder, "里", "局.xlsx"), join(folder, "链接.xlsx"));
    const { files } = await json(folder, `${folder}/./里/局.xlsx`, `${folder}/里/../链接.xlsx`);
    expect(files.map(({ file, error }) => [file, error])).toEqual([
      [join(folder, "里", "局.xlsx"), null],
      [join(folder, "链接.xlsx"), null],
    ]);
  });

  test("are all done although some cannot be used", async () => {
    const folder = temporaryFolder({
      "1空.xlsx": "",
      "2好.xlsx": complete,
      "3坏.xlsx": complete.slice(0, 5000),
    });
    const { code, err, files } = await json(folder, join(folder, "没有.xlsx"));
    expect(code).toBe(2);
    expect(files.map(({ error, tables }) => [error?.code ?? null, tables.length])).toEqual([
      ["file.empty", 0],
      [null, 14],
      ["file.truncated", 0],
      ["file.missing", 0],
    ]);
    expect(err.trim().split("\n")).toEqual(
      files.flatMap(({ file, error }) => (error ? [`${file}: ${error.message}`] : [])),
    );
  });

  test("end with 1 when one has errors and all can be used, with 2 when one cannot", async () => {
    const folder = temporaryFolder({ "错.xlsx": wrongBudget(), "坏.xlsx": "不是表格" });
    expect((await run(["check", COMPLETE, join(folder, "错.xlsx")])).code).toBe(1);
    expect((await run(["check", COMPLETE, join(folder, "错.xlsx"), join(folder, "坏.xlsx")])).code).toBe(2);
  });
});

describe("progress", () => {
  test("is not told within the first second", async () => {
    let clock = 0;
    expect((await run(["check", COMPLETE, AS_PUBLISHED], () => (clock += 400))).err).toBe("");
  });

  test("is told on stderr from then on, stdout stays the report alone", async () => {
    let clock = 0;
    const { out, err } = await run(
      ["check", "--format", "json", COMPLETE, AS_PUBLISHED],
      () => (clock += 600),
    );
    expect(err).toBe(`2/2 ${AS_PUBLISHED}\n`);
    expect((JSON.parse(out) as Json).files).toHaveLength(2);
  });
});
