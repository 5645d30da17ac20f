import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ExcelJS from "exceljs";
import { AS_PUBLISHED, bytesOf, COMPLETE, run, temporaryFolder, wrongBudget } from "../cli/run";
import { unitRecipes, unitWorkbook } from "../support/departmentUnits";
import { documentedLines, outputOf, wordsOf } from "../support/documentedBlocks";
import { inventedList, PLATFORM_HEADING, platformRow } from "../support/projectList";
import { fileOf } from "../support/snapshotFile";
import { twelveTables } from "../support/twelveTables";

/*
 * Every command that the documentation shows: those of gouji are run here, in the folder of files that they name; those that
 * describe what may be written are held against the help; the others are named with who runs them.
 */

const ROOT = join(__dirname, "../..");

/** Commands that no unit test can run, each with the file that runs the same. */
const RUN_ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^npm ci( && npm (start|test))?$/, ".ci/run"],
  [/^npm run bench\b/, ".ci/run"],
  [/^npm run release\b/, "scripts/testRelease.mjs"],
  [/^node cli\/gouji\.cjs serve\b/, "tests/scale/serve.test.ts"],
  [/^(sh docs\/scale\/parallel\.sh|mkdir results$|sbatch|cat results)/, "tests/scale/processes.test.ts"],
];

const lines = documentedLines();
const isRun = (line: string) => line.startsWith("npx gouji ");
const isUsage = (line: string) => line.startsWith("gouji ") && /[<[|…]/.test(line);

async function projectList(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const rows = inventedList(20, 7).map(platformRow) as (string | number)[][];
  book.addWorksheet("清单").addRows([["2020年项目清单"], PLATFORM_HEADING, ...rows]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function codeList(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const codes = [
    ["201", "一般公共服务支出"],
    ["20103", "政府办公厅（室）及相关机构事务"],
    ["2010301", "行政运行"],
  ];
  book.addWorksheet("功能科目").addRows([["科目编码", "科目名称"], ...codes]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A folder with every file that the documentation names, and with those of the repository that it names. */
async function stage(): Promise<string> {
  const units = unitRecipes(2, 5).map((recipe) => fileOf(unitWorkbook(recipe, undefined, true)));
  const budget = bytesOf(COMPLETE);
  const own = fileOf(twelveTables());
  const list = await projectList();
  const files: Record<string, Uint8Array | string> = {
    "规则.json": '{"rules":[{"text":"T06[合计].c3 = T06[合计].c4 + T06[合计].c5"}]}',
    "科目清单.xlsx": await codeList(),
  };
  for (const name of ["budget", "预算", "this-year", "今年", "department", "部门"])
    files[`${name}.xlsx`] = budget;
  for (const name of ["last-year", "去年"]) files[`${name}.xlsx`] = bytesOf(AS_PUBLISHED);
  for (const name of ["own", "本局用表"]) files[`${name}.xlsx`] = own;
  for (const name of ["list", "清单"]) files[`${name}.xlsx`] = list;
  for (const folder of ["units", "各单位预算"])
    units.forEach((bytes, index) => (files[`${folder}/${index + 1}.xlsx`] = bytes));
  files["budgets/1.xlsx"] = budget;
  files["budgets/2.xlsx"] = wrongBudget();
  const folder = temporaryFolder(files);
  for (const name of ["docs/demo/demo.xlsx", "tests/fixtures/baiyun-2020.xlsx"]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(ROOT, name), join(folder, name));
  }
  for (const name of ["notes.docx", "说明.docx"])
    await run(["draft", join(folder, "预算.xlsx"), "-o", join(folder, name)]);
  await run(["check", join(folder, "预算.xlsx"), "--format", "jsonl", "-o", join(folder, "结果.jsonl")]);
  return folder;
}

const home = process.cwd();
afterEach(() => process.chdir(home));

test("the documentation shows commands, and each is run here, held against the help, or named with who runs it", () => {
  expect(lines.filter(({ line }) => isRun(line)).length).toBeGreaterThan(40);
  const rest = lines.filter(({ line }) => !isRun(line) && !line.startsWith("gouji "));
  const unknown = rest.filter(({ line }) => {
    const command = line.replace(/\s+#.*$/, "");
    return !RUN_ELSEWHERE.some(([shape]) => shape.test(command));
  });
  expect(unknown).toEqual([]);
  for (const [, file] of RUN_ELSEWHERE) expect(existsSync(join(ROOT, file))).toBe(true);
});

const documents = [...new Set(lines.filter(({ line }) => isRun(line)).map(({ document }) => document))];

test.each(documents)(
  "every command of gouji in %s does what it is for",
  async (document) => {
    const folder = await stage();
    process.chdir(folder);
    const failed: unknown[] = [];
    for (const { line } of lines.filter((one) => one.document === document && isRun(one.line))) {
      const args = wordsOf(line).slice(2);
      const ran = await run(args);
      const redirected = outputOf(line);
      if (redirected !== undefined) writeFileSync(redirected, ran.out);
      const written = args[args.indexOf("-o") + 1] ?? "";
      const isDone = !args.includes("-o") || existsSync(written);
      if (ran.code === 2 || !isDone || ran.out + written === "") failed.push({ line, ...ran });
    }
    expect(failed).toEqual([]);
  },
  240_000,
);

test("every option that a line of usage shows is one that the command knows", async () => {
  const wrong: string[] = [];
  for (const { document, line } of lines.filter(({ line: one }) => isUsage(one))) {
    // What stands behind several spaces says what the command is for.
    const [usage = ""] = line.split(/ {3,}/);
    const [, command = "", second = ""] = usage.split(" ");
    const names = command === "rows" || command === "codes" ? second.split("|") : [""];
    for (const name of names) {
      const isSub = /^[a-z]+$/.test(name);
      const { code, out } = await run([command, ...(isSub ? [name] : []), "--help"]);
      const options = [...usage.matchAll(/(?<=[\s[])--?[a-z][a-z-]*/g)].map(([option]) => option);
      const missing = options.filter((option) => !new RegExp(`(^|[ ,])${option}[ ,]`, "m").test(out));
      // Of complete|sort|merge together each has its own.
      if (code !== 0 || (missing.length > 0 && names.length === 1))
        wrong.push(`${document}: gouji ${command} ${name}: ${missing.join(" ")}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("every command that gouji has is shown in docs/command-line.md", async () => {
  const { out } = await run(["--help"]);
  const commands = [...out.matchAll(/^ {2}([a-z][a-z-]+)[ |]/gm)].map(([, name = ""]) => name);
  expect(commands.length).toBeGreaterThan(15);
  const text = readFileSync(join(ROOT, "docs/command-line.md"), "utf8");
  expect(commands.filter((name) => name !== "help" && !text.includes(`gouji ${name}`))).toEqual([]);
});
