/**
 * npm run release -- --origin https://budget.example.gov.cn [--office cdn|cdn-cn|<folder>] [--defaults <office.json>]: makes dist/release/gouji-<version>.zip,
 * all that an administrator needs to put the add-in on every desk: the files of the web site with the workbench, the manifest
 * for that address, the command line, configurations of web servers, licences, a bill of materials and checksums.
 * The same sources give the same bytes: nothing in it says when or where it was made.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { URL, fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { build } from "./build.mjs";

const require = createRequire(import.meta.url);
const { manifestProblems } = require("./manifestRules.cjs");
const { billOfMaterials, bundledPackages, licencesText } = require("./licences.cjs");
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { version } = require("../package.json");

/** The address in manifest.xml as it is developed. */
const DEVELOPED_AT = "https://localhost:3000/";

/** Times of entries of the archive: the earliest that the format can say, the same everywhere. */
const NO_TIME = "1980-01-01T00:00:00";

/** What an option says; undefined where it is not given. */
function option(name) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** The address that the files will have, with "/" at its end. Ends the process for anything but https. */
function originAsked() {
  try {
    const address = new URL(option("origin") ?? "");
    if (address.protocol === "https:" && !address.search && !address.hash && !address.username)
      return address.href.replace(/\/*$/, "/");
  } catch {
    // Said below.
  }
  process.stderr.write(
    "npm run release -- --origin https://… [--office npm|cdn|cdn-cn|<folder>] [--defaults <office.json>]\n",
  );
  process.exit(2);
}

/** Tries the office's defaults on a workbook with the command line that was just built; ends the process where it refuses them. */
function tryDefaults(file) {
  const workbook = join(root, "docs/demo", readdirSync(join(root, "docs/demo")).find(isWorkbook));
  const args = [join(root, "dist/cli/gouji.cjs"), "check", workbook, "--defaults", file];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  // 1 says that the workbook has errors, as that of the demonstration does.
  if (status === 0 || status === 1) return;
  process.stderr.write(stderr);
  process.exit(2);
}

const isWorkbook = (name) => name.endsWith(".xlsx");

/** The manifest for an address, in this version. */
export function manifestFor(manifest, origin, releaseVersion) {
  return manifest
    .replaceAll(DEVELOPED_AT, origin)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${releaseVersion}.0</Version>`);
}

/** All files below a folder, by path with "/", in order. */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Lines as `sha256sum -c` reads them. */
function checksums(folder) {
  return filesBelow(folder)
    .map((file) => `${sha256(readFileSync(join(folder, file)))}  ${file}\n`)
    .join("");
}

const origin = originAsked();
const office = option("office") ?? "npm";
await build({ withCli: true, office, isRelease: true });
const defaults = option("defaults");
if (defaults !== undefined) tryDefaults(defaults);
const dist = join(root, "dist");
const out = join(dist, "release");
const folder = join(out, `gouji-${version}`);
rmSync(out, { recursive: true, force: true });
const site = join(folder, "site");
mkdirSync(site, { recursive: true });
cpSync(join(dist, "addin"), site, { recursive: true });
cpSync(join(dist, "workbench"), join(site, "workbench"), { recursive: true });
// One file of the office's defaults for both.
const workbenchPage = join(site, "workbench/taskpane.html");
writeFileSync(
  workbenchPage,
  readFileSync(workbenchPage, "utf8").replace('href="office.json"', 'href="../office.json"'),
);
rmSync(join(site, "workbench/office.json"));
if (defaults !== undefined) cpSync(defaults, join(site, "office.json"));
const manifest = manifestFor(readFileSync(join(root, "manifest.xml"), "utf8"), origin, version);
const problems = manifestProblems(manifest, { isReleased: true });
if (problems.length > 0) {
  process.stderr.write(`manifest.xml:\n${problems.map((problem) => `  ${problem}\n`).join("")}`);
  process.exit(1);
}
writeFileSync(join(site, "manifest.xml"), manifest);
writeFileSync(join(folder, "manifest.xml"), manifest);
// The manifest names a script of this name; the page, which the shared runtime loads, names the scripts with hashes.
writeFileSync(join(site, "taskpane.js"), "/* taskpane.html names the scripts of the add-in. */\n");
// The command line with what Node loads beside it; code that V8 compiled ahead is only of use to the Node that made it.
cpSync(join(dist, "cli"), join(folder, "cli"), {
  recursive: true,
  filter: (file) => !file.endsWith(".code"),
});
for (const name of ["piscina", "highs", "@e965/xlsx"])
  cpSync(join(root, "node_modules", name), join(folder, "cli/node_modules", name), {
    recursive: true,
    filter: (file) => !/\.(map|d\.ts|d\.mts|md)$/.test(file),
  });
for (const name of ["nginx.conf", "web.config"])
  cpSync(join(root, "docs/deploy", name), join(folder, "server", name));
cpSync(join(root, "docs/rollout.md"), join(folder, "rollout.md"));
const packages = bundledPackages(["addin", "workbench", "cli"]);
writeFileSync(join(folder, "LICENCES.txt"), licencesText(packages));
writeFileSync(join(folder, "sbom.json"), `${JSON.stringify(billOfMaterials(version, packages), null, 2)}\n`);
writeFileSync(join(folder, "SHA256SUMS"), checksums(folder));
const entries = filesBelow(out).map((file) => [file, readFileSync(join(out, file))]);
const zip = zipSync(Object.fromEntries(entries), { level: 9, mtime: NO_TIME });
const name = `gouji-${version}.zip`;
writeFileSync(join(out, name), zip);
writeFileSync(join(out, `${name}.sha256`), `${sha256(zip)}  ${name}\n`);
process.stdout.write(`dist/release/${name}  ${sha256(zip)}\n`);
