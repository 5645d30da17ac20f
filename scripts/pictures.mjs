/**
 * npm run pictures: takes the pictures of docs/images anew, through the browser tests that reach each state.
 * To be looked at afterwards, one by one: nothing cut off, no scroll bar below, even spacing.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const jest = join(dirname(createRequire(import.meta.url).resolve("jest/package.json")), "bin/jest.js");
const tests = ["--config", "jest.browser.config.cjs", "-t", "picture|zh-CN .* can be reached"];
const run = spawnSync(process.execPath, [jest, ...tests], {
  cwd: root,
  env: { ...process.env, UPDATE_IMAGES: "1" },
  stdio: "inherit",
});
const folder = join(root, "docs/images");
const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
process.stdout.write(
  `${sizes.length} pictures, ${Math.round(sizes.reduce((a, b) => a + b, 0) / 1000)} kB in docs/images\n`,
);
process.exit(run.status ?? 1);
