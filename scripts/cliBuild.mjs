/** Whether the command line that stands in dist/cli is that of the sources: who needs it builds it only where it is not. */
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

/** What the command line is built from. */
const CLI_SOURCES = ["src", "webpack.config.js", "scripts/cliCode.cjs", "package-lock.json"];

/** When the newest file under a path was changed, in milliseconds; 0 where nothing is. */
export function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** When the newest source of the command line was changed, in milliseconds. */
export function newestCliSource(root) {
  return Math.max(...CLI_SOURCES.map((source) => newest(join(root, source))));
}

/** The launcher in dist/cli where no source is newer; undefined otherwise. */
export function currentCli(root) {
  const launcher = join(root, "dist/cli/gouji.cjs");
  return existsSync(launcher) && statSync(launcher).mtimeMs > newestCliSource(root) ? launcher : undefined;
}

/** Says when a build began that is now done: webpack leaves a file alone that comes out the same. */
export function stampCli(root, begun) {
  utimesSync(join(root, "dist/cli/gouji.cjs"), begun, begun);
}
