import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "@swc/core";
import { temporaryFolder } from "./run";

/** The launcher as the build makes it, but for the bundling. */
const LAUNCHER = transformSync(readFileSync(join(__dirname, "../../src/cli/launch.ts"), "utf8"), {
  jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  module: { type: "commonjs" },
}).code;

/** A script as the build makes it: a line that tells it from others, then its code. */
const script = (hash: string, says: string) =>
  `// ${hash}\nconst { says } = require("./part.cjs");process.stdout.write("${says} " + says());\n`;
const PART = `// p\nexports.says = () => require("node:path").basename(__filename) + " " + typeof module.exports.says;\n`;

/** Starts what stands in a folder; gives its output, and fails where there is any on the error output. */
function start(folder: string, env: Readonly<Record<string, string>> = {}): string {
  const run = spawnSync(process.execPath, [join(folder, "gouji.cjs")], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", ...env },
  });
  expect(run.stderr).toBe("");
  expect(run.status).toBe(0);
  return run.stdout;
}

function folderWith(main: string): string {
  return temporaryFolder({ "gouji.cjs": LAUNCHER, "main.cjs": main, "part.cjs": PART });
}

describe("the launcher of the command line", () => {
  it("runs scripts that have no compiled code beside them, and writes none unasked", () => {
    const folder = folderWith(script("a", "one"));
    expect(start(folder)).toBe("one part.cjs function");
    expect(existsSync(join(folder, "main.cjs.code"))).toBe(false);
  });

  it("writes the compiled code of every script it loaded when told to, and then runs the same", () => {
    const folder = folderWith(script("a", "one"));
    expect(start(folder, { GOUJI_WRITE_CODE: "1" })).toBe("one part.cjs function");
    expect(existsSync(join(folder, "main.cjs.code"))).toBe(true);
    expect(existsSync(join(folder, "part.cjs.code"))).toBe(true);
    expect(start(folder)).toBe("one part.cjs function");
  });

  it("never runs compiled code of another script, though it is as long", () => {
    const folder = folderWith(script("a", "one"));
    start(folder, { GOUJI_WRITE_CODE: "1" });
    const code = readFileSync(join(folder, "main.cjs.code"));
    writeFileSync(join(folder, "main.cjs"), script("b", "two"));
    expect(start(folder)).toBe("two part.cjs function");
    // What would happen without the line: V8 looks at the length of a script alone.
    writeFileSync(join(folder, "main.cjs.code"), Buffer.concat([Buffer.from("// b\n"), code.subarray(5)]));
    expect(start(folder)).toBe("one part.cjs function");
  });

  it("compiles anew where V8 refuses the code: of another version, cut off, or no code at all", () => {
    const folder = folderWith(script("a", "one"));
    start(folder, { GOUJI_WRITE_CODE: "1" });
    const file = join(folder, "main.cjs.code");
    const code = readFileSync(file);
    // Behind our line, the second word of V8's own header is a hash of its version.
    const ofAnother = Buffer.from(code);
    ofAnother.writeUInt32LE(code.readUInt32LE(9) ^ 1, 9);
    for (const spoilt of [
      ofAnother,
      code.subarray(0, code.length / 2),
      code.subarray(0, 5),
      Buffer.from("// a\nno code"),
    ]) {
      writeFileSync(file, spoilt);
      expect(start(folder)).toBe("one part.cjs function");
    }
  });
});
