import { transformSync } from "@swc/core";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import type { Pack } from "../../src/tables/definition";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { writeNewWorkbook } from "../../src/xlsx/write/newWorkbook";
import { planInsert } from "../../src/planning/insert/planInsert";
import { seedOptions } from "../support/insertedBudget";
import { sheetOf, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

/** docs/packs.md shows a whole set of tables; what it shows must work as it stands. */
const ROOT = resolve(__dirname, "../..");
const FOLDER = join(ROOT, "src/tables/somewhere");

/** The files that the document shows, by path: code that begins with its path. */
const FILES = filesOf(readFileSync(join(ROOT, "docs/packs.md"), "utf8"));

function filesOf(markdown: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [, indent = "", block = ""] of markdown.matchAll(/^( *)```ts\n([\s\S]*?)^ *```$/gm)) {
    const code = block.replace(new RegExp(`^${indent}`, "gm"), "");
    const path = /^\/\/ (src\/\S+)\n/.exec(code)?.[1];
    if (path !== undefined) files.set(join(ROOT, path), code);
  }
  return files;
}

/** Runs a file of the document; what it imports is another of them or the product's own. */
function run(path: string): Record<string, unknown> {
  const code = FILES.get(path);
  if (code === undefined) return jest.requireActual<Record<string, unknown>>(path.replace(/\.ts$/, ""));
  const module = { exports: {} };
  const compiled = transformSync(code, {
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
  }).code;
  const load = new Function("module", "exports", "require", compiled) as (...args: unknown[]) => void;
  load(module, module.exports, (name: string) => run(`${join(dirname(path), name)}.ts`));
  return module.exports;
}

const SOMEWHERE = run(join(FOLDER, "pack.ts"))["SOMEWHERE"] as Pack;

jest.mock("../../src/tables/packs", () => {
  const { PACKS } = jest.requireActual<{ PACKS: readonly Pack[] }>("../../src/tables/packs");
  // What the document asks to add to packs.ts; the set itself is put in before the first test.
  return { PACKS: [...PACKS] };
});

beforeAll(() => {
  jest.requireMock<{ PACKS: Pack[] }>("../../src/tables/packs").PACKS.push(SOMEWHERE);
});

const check = (...args: Parameters<typeof import("../../src/actions/validate").checkSnapshot>) =>
  jest
    .requireActual<typeof import("../../src/actions/validate")>("../../src/actions/validate")
    .checkSnapshot(...args);

/** A workbook of the set, with its figures in agreement unless one is given. */
function workbook(basic: TestCell = 571.92) {
  return workbookOf(
    sheetOf("1", [
      ["2026年部门收支总表"],
      ["", "", "", "单位：万元"],
      ["收入", "", "支出"],
      ["项目", "预算数", "项目类别", "预算数"],
      ["一、一般公共预算拨款收入", 1890.17, "一、人员类项目", 571.92],
      ["二、政府性基金预算拨款收入", 0, "二、运转类项目", 153.86],
      ["三、事业收入", 0, "三、特定目标类项目", 1164.39],
      ["本年收入合计", 1890.17, "本年支出合计", 1890.17],
    ]),
    sheetOf("2", [
      ["2026年部门支出总表"],
      ["", "", "", "", "", "单位：万元"],
      ["科目编码", "科目名称", "合计", "人员类项目", "运转类项目", "特定目标类项目"],
      ["", "合计", 1890.17, 571.92, 153.86, 1164.39],
      ["201", "一般公共服务支出", 1890.17, 571.92, 153.86, 1164.39],
      ["20103", "政府办公厅（室）及相关机构事务", 1890.17, 571.92, 153.86, 1164.39],
      ["2010301", "行政运行", 725.78, basic, 153.86, 0],
      ["2010399", "其他政府办公厅（室）及相关机构事务支出", 1164.39, 0, 0, 1164.39],
    ]),
  );
}

describe("the set of tables that docs/packs.md shows", () => {
  it("is all there, and the compiler has nothing against it", () => {
    expect([...FILES.keys()].map((path) => path.slice(FOLDER.length + 1)).sort()).toEqual([
      "across.ts",
      "insertion.ts",
      "pack.ts",
      "s01.ts",
      "s03.ts",
    ]);
    expect(problemsOf([...FILES.keys()])).toEqual([]);
  });

  it("is found from a workbook of it, and figures that agree give no finding but that no list is complete for its year", () => {
    const { tables, findings, relations } = check(workbook());
    expect(tables.map(({ table }) => table)).toEqual(["S01", "S03"]);
    // No list of codes is complete for its year, and nothing else is to be said.
    expect(findings.map(({ rule }) => rule)).toEqual(["codes.list"]);
    expect(relations).toMatchObject({ mismatch: 0, cannotTell: 0 });
    expect(relations.exact).toBeGreaterThan(10);
  });

  it("finds the figure that is wrong", () => {
    const [note, finding] = check(workbook(517.92)).findings;
    expect(note).toMatchObject({ rule: "codes.list" });
    expect(finding).toMatchObject({ severity: "error" });
    expect(finding?.suspects).toContainEqual(expect.objectContaining({ sheet: "2", row: 6, column: 3 }));
  });

  it("is inserted, recognised again and has nothing to say", () => {
    const options = { ...seedOptions(), tables: SOMEWHERE.tables.map(({ id }) => id) };
    const file = writeNewWorkbook(planInsert(SOMEWHERE, options).map(({ design }) => design));
    const { tables, unplaced, findings, relations } = check(readWorkbook(file, "新建.xlsx"));
    expect(tables.map(({ table }) => table)).toEqual(["S01", "S03"]);
    expect([unplaced, findings]).toEqual([[], []]);
    expect(relations).toMatchObject({ mismatch: 0, cannotTell: 0 });
  });
});

/** What the compiler says of the files under the product's own settings. */
function problemsOf(paths: readonly string[]): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, "tsconfig.json"),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(String(messageText));
      },
    },
  );
  const options: ts.CompilerOptions = { ...config?.options, types: [] };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.directoryExists = (path) => path === FOLDER || ts.sys.directoryExists(path);
  host.fileExists = (path) => FILES.has(path) || fileExists(path);
  host.readFile = (path) => FILES.get(path) ?? readFile(path);
  const getSourceFile = host.getSourceFile;
  host.getSourceFile = (path, target, ...rest) => {
    const code = FILES.get(path);
    return code === undefined
      ? getSourceFile(path, target, ...rest)
      : ts.createSourceFile(path, code, target);
  };
  const program = ts.createProgram([...paths], options, host);
  return paths.flatMap((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  });
}
