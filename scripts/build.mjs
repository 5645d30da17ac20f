/**
 * npm run build: builds the add-in, the workbench and, with --cli, the command line into dist/. The workbench is built
 * at the same time as the add-in, in a process of its own, and the add-in's files are then copied into it unchanged.
 * --office says where the add-in gets office.js from (office.cjs); the workbench has its own in any case.
 */
import { spawn } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const { officeFrom, withOwnScript } = createRequire(import.meta.url)("./office.cjs");
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [addin, workbench] = ["addin", "workbench"].map((name) => join(root, "dist", name));

/** Runs webpack on some of its configurations; gives its exit code. */
function bundle(names, { office, isRelease }) {
  const webpack = createRequire(import.meta.url).resolve("webpack-cli/bin/cli.js");
  const chosen = names.flatMap((name) => ["--config-name", name]);
  const run = spawn(
    process.execPath,
    [
      webpack,
      "--mode",
      "production",
      "--stats",
      "errors-only",
      "--env",
      `office=${office}`,
      "--env",
      `release=${isRelease}`,
      ...chosen,
    ],
    { cwd: root, stdio: "inherit" },
  );
  return new Promise((resolve) => run.on("close", (code) => resolve(code ?? 1)));
}

/** What the pane may take to open, as a web server sends it (gzip), in bytes. */
const OPENING_BYTES = 250_000;

/** Ends the process when the scripts that open the pane have outgrown their budget. */
function checkOpening() {
  const page = readFileSync(join(addin, "taskpane.html"), "utf8");
  const scripts = [...page.matchAll(/src="([^":/]+\.js)"/g)].map(([, name]) => name);
  const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(addin, name))).length, 0);
  if (bytes <= OPENING_BYTES) return;
  process.stderr.write(
    `The pane takes ${bytes} bytes (gzip) to open, more than ${OPENING_BYTES}: load what it does not need at first by import().\n`,
  );
  process.exit(1);
}

/**
 * Builds add-in and workbench.
 * @param withCli the command line too
 * @param office where office.js comes from
 * @param isRelease whether names of scripts carry a hash of their content
 * Ends the process when one of them fails; what failed is on the error output.
 */
export async function build({ withCli = false, office = "npm", isRelease = false } = {}) {
  const from = officeFrom(office);
  const codes = await Promise.all([
    bundle(withCli ? ["addin", "cli"] : ["addin"], { office, isRelease }),
    bundle(["workbench"], { office, isRelease }),
  ]);
  const failed = codes.find((code) => code !== 0);
  if (failed !== undefined) process.exit(failed);
  checkOpening();
  // Its own stand-in for office.js is all that the workbench does not take from the add-in.
  const own = join(addin, "office");
  cpSync(addin, workbench, {
    recursive: true,
    filter: (file) => file !== own && !file.startsWith(own + sep),
  });
  const page = join(workbench, "taskpane.html");
  writeFileSync(page, withOwnScript(readFileSync(page, "utf8"), from));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const option = process.argv.indexOf("--office");
  const office = option === -1 ? "npm" : process.argv[option + 1];
  await build({ withCli: process.argv.includes("--cli"), office });
}
