/**
 * node scripts/layers.mjs — writes into docs/architecture.md, from docs/layers.json, what each folder holds and may import, and,
 * from the imports in the code, a drawing of who imports whom. Lint (eslint.config.mjs) and tests/architecture.test.ts read the
 * same file.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const PAGE = "docs/architecture.md";
const BEGIN = "<!-- layers: written by npm run layers -->";
const END = "<!-- end of layers -->";

/** The layers of the product, lowest first: {folder, holds, mayImport}; siblings in src are named without it. */
export function readLayers(root) {
  return JSON.parse(readFileSync(join(root, "docs/layers.json"), "utf8"));
}

/** The folder of a layer as another's `mayImport` names it: "src/codes" → "codes". */
export function shortName(folder) {
  return posix.basename(folder);
}

/** Files of a layer with what they import of this repository: [{file, imports}], paths from the root. */
export function importsIn(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
    .map((entry) => {
      const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
      const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(([, target]) =>
        relative(root, resolve(entry.parentPath, target)).replaceAll("\\", "/"),
      );
      return { file: relative(root, join(entry.parentPath, entry.name)), imports };
    });
}

/** The layer a path lies in; undefined outside all. */
export function layerOf(layers, path) {
  return layers.find(({ folder }) => path === folder || path.startsWith(`${folder}/`));
}

/** What stands in docs/architecture.md between the two comments. */
export function layersText(root) {
  const layers = readLayers(root);
  const rows = layers.map(
    ({ folder, holds, mayImport }) => `| \`${folder}\` | ${holds} | ${mayImport.join(", ") || "–"} |`,
  );
  const seen = new Map(
    layers.map(({ folder }) => [
      folder,
      new Set(
        importsIn(root, folder)
          .flatMap(({ imports }) => imports.map((path) => layerOf(layers, path)?.folder))
          .filter((other) => other !== undefined && other !== folder),
      ),
    ]),
  );
  const reached = (from, to) => [...seen.get(from)].some((next) => next === to || reached(next, to));
  // What is reached by way of another is not drawn again.
  const arrows = [...seen].flatMap(([folder, others]) =>
    [...others]
      .filter((to) => ![...others].some((by) => by !== to && reached(by, to)))
      .sort()
      .map((to) => `  ${shortName(folder)} --> ${shortName(to)}`),
  );
  return [
    BEGIN,
    "",
    "| folder | holds | may import |",
    "| --- | --- | --- |",
    ...rows,
    "| `tests` | mirrors `src` | anything |",
    "",
    "Who imports whom, without what is reached by way of another:",
    "",
    "```mermaid",
    "flowchart TD",
    ...arrows,
    "```",
    "",
    END,
  ].join("\n");
}

/** docs/architecture.md in three parts: what stands before the layers, the layers, what follows. */
export function pageParts(root) {
  const page = readFileSync(join(root, PAGE), "utf8");
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END) + END.length];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no place for the layers`);
  return { before: page.slice(0, from), layers: page.slice(from, to), after: page.slice(to) };
}

async function write(root) {
  const { format, resolveConfig } = await import("prettier");
  const { before, after } = pageParts(root);
  const file = join(root, PAGE);
  const text = await format(before + layersText(root) + after, {
    ...(await resolveConfig(file)),
    filepath: file,
  });
  writeFileSync(file, text);
}

const self = fileURLToPath(import.meta.url);
if (process.argv[1] === self) void write(join(self, "../.."));
