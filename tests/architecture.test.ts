import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { importsIn, layerOf, layersText, pageParts, readLayers, shortName } from "../scripts/layers.mjs";

const ROOT = join(__dirname, "..");
const SRC = join(ROOT, "src");

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

describe("the layers", () => {
  const layers = readLayers(ROOT);
  const below = layers.filter(({ folder }) => folder.startsWith("src/"));

  it("are the folders of src, the pane and the workbench", () => {
    expect(below.map(({ folder }) => folder.slice("src/".length)).sort()).toEqual(
      [...new Set(files.map(folderOf))].sort(),
    );
    expect(layers.length).toBe(below.length + 2);
  });

  it.each(layers.map((layer) => [layer.folder, layer.mayImport] as const))(
    "%s imports only what it may",
    (folder, allowed) => {
      const imports = importsIn(ROOT, folder);
      expect(imports.length).toBeGreaterThan(0);
      const foreign = imports.flatMap(({ file, imports: paths }) =>
        paths
          .map((path) => layerOf(layers, path)?.folder)
          .filter((other) => other !== undefined && other !== folder && !allowed.includes(shortName(other)))
          .map((other) => `${file} → ${other}`),
      );
      expect(foreign).toEqual([]);
    },
  );

  it("stand in docs/architecture.md as they are: npm run layers writes them", () => {
    const words = (text: string) => text.replace(/[\s|:-]+/g, " ");
    expect(words(pageParts(ROOT).layers)).toBe(words(layersText(ROOT)));
  });
});

describe("the folders of src", () => {
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
