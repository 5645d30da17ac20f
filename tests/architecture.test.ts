import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const ROOT = join(__dirname, "..");
const SRC = join(ROOT, "src");

/** Who may import whom: docs/architecture.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  amounts: [],
  workbook: ["amounts"],
  codes: [],
  tables: ["workbook", "amounts"],
  recognition: ["tables", "codes", "workbook", "amounts", "messages"],
  relations: ["recognition", "tables", "amounts", "workbook", "messages"],
  text: ["relations", "recognition", "tables", "amounts", "codes", "workbook", "messages"],
  validation: ["relations", "recognition", "tables", "amounts", "codes", "workbook", "messages"],
  planning: ["validation", "relations", "recognition", "tables", "amounts", "codes", "workbook", "messages"],
  messages: [],
  actions: [
    "planning",
    "validation",
    "text",
    "relations",
    "recognition",
    "tables",
    "codes",
    "workbook",
    "messages",
  ],
  excel: ["workbook"],
  xlsx: ["workbook"],
  cli: ["actions", "xlsx", "messages", "text", "validation", "relations", "workbook", "planning"],
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The text of a file without its comments. */
function codeOf(file: string): string {
  return readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, target]) => target ?? "");
}

const files = filesBelow(SRC).filter((file) => !file.endsWith(".d.ts"));
const folderOf = (file: string) => relative(SRC, file).split(/[\\/]/)[0] ?? "";

describe("the folders of src", () => {
  it("are those of the architecture", () => {
    expect([...new Set(files.map(folderOf))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it.each(Object.entries(MAY_IMPORT))("%s imports only what it may", (folder, allowed) => {
    const foreign = files
      .filter((file) => folderOf(file) === folder)
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => target.startsWith("."))
          .map((target) => ({ file, to: folderOf(resolve(dirname(file), target)) })),
      )
      .filter(({ to }) => to !== folder && !allowed.includes(to))
      .map(({ file, to }) => `${relative(ROOT, file)} → ${to}`);
    expect(foreign).toEqual([]);
  });

  it("leave decimals to amounts, and Node to the command line", () => {
    const wrong = files
      .filter((file) =>
        importsOf(file).some(
          (target) =>
            (target === "decimal.js" && folderOf(file) !== "amounts") ||
            (target.startsWith("node:") && folderOf(file) !== "cli"),
        ),
      )
      .map((file) => relative(ROOT, file));
    expect(wrong).toEqual([]);
  });

  it("name Excel's objects in src/excel alone", () => {
    const wrong = files
      .filter((file) => folderOf(file) !== "excel")
      .filter((file) =>
        /\b(Excel\.(run|Range|Worksheet|RequestContext)|Office\.(context|onReady))\b/.test(
          readFileSync(file, "utf8"),
        ),
      )
      .map((file) => relative(ROOT, file));
    expect(wrong).toEqual([]);
  });

  it("never ask for a table's id in shared code", () => {
    const shared = ["recognition", "relations", "validation", "planning", "actions"];
    const wrong = files
      .filter((file) => shared.includes(folderOf(file)))
      .filter((file) => /["'`]T(0[1-9]|1[0-4])["'`]/.test(codeOf(file)))
      .map((file) => relative(ROOT, file));
    expect(wrong).toEqual([]);
  });
});
