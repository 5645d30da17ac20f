import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answeredBy, hostTypes } from "../support/hostTypes";
import { excelMembersUsed, sourcesBelow } from "../support/officeMembers";

const ROOT = join(__dirname, "../..");
const FILE = join(ROOT, "docs/host.md");
const HEAD = ["Office.js member", "used in", "answered by", "tests"];

const ADD_IN = sourcesBelow("src/excel", "taskpane");
const TESTS = sourcesBelow("tests/host").filter((file) => file.endsWith(".test.ts"));
const used = excelMembersUsed([...ADD_IN, ...TESTS]);
const types = hostTypes();

/** The test of a file of the add-in; of one that has none, those of the files that import it. */
function testsOfFile(file: string): string[] {
  const own = file.replace(/^src\//, "tests/").replace(/\.tsx?$/, ".test.ts");
  if (existsSync(join(ROOT, own))) return [own];
  const name = file.replace(/^.*\/|\.tsx?$/g, "");
  const importers = ADD_IN.filter((other) =>
    new RegExp(`from "[^"]*/${name}"`).test(readFileSync(join(ROOT, other), "utf8")),
  );
  return importers.flatMap(testsOfFile);
}

/** Tests that use a member themselves, and those of the add-in's files that use it. */
function testsOf(files: readonly string[]): string[] {
  const own = files.filter((file) => TESTS.includes(file));
  const ofFiles = files.filter((file) => !TESTS.includes(file)).flatMap(testsOfFile);
  return [...new Set([...own.slice(0, 2), ...ofFiles])].slice(0, 4);
}

const rows = [...used]
  .map(([member, files]) => ({ member, files: [...files].sort() }))
  .filter(({ files }) => files.some((file) => ADD_IN.includes(file)))
  .sort((one, other) => (one.member < other.member ? -1 : 1))
  .map(({ member, files }) => ({
    member,
    by: answeredBy(types, member),
    places: files.filter((file) => ADD_IN.includes(file)),
    tests: testsOf(files),
  }));

/** As prettier aligns it. */
function table(): string {
  const lines = rows.map(({ member, places, by, tests }) => [
    `\`${member}\``,
    places.map((place) => place.replace(/^src\/excel\//, "")).join(", "),
    by ?? "**nobody**",
    tests.map((test) => test.replace(/^tests\//, "")).join(", "),
  ]);
  const widths = HEAD.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const row = (cells: readonly string[], fill = " ") =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(" | ")} |`;
  return [row(HEAD), row(["", "", "", ""], "-"), ...lines.map((line) => row(line))].join("\n");
}

test("every member of Excel that the add-in uses is answered, and by a test seen to be", () => {
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter(({ by }) => by === undefined).map(({ member }) => member)).toStrictEqual([]);
  const untested = rows.filter(({ by, tests }) => by === "host" && tests.length === 0);
  expect(untested.map(({ member }) => member)).toStrictEqual([]);
});

test("docs/host.md has a row for each of them, and for no others (npm run host-table writes them anew)", () => {
  if (process.env["WRITE_HOST_TABLE"] !== undefined) {
    const before = readFileSync(FILE, "utf8");
    writeFileSync(FILE, `${before.slice(0, before.indexOf(`| ${HEAD[0]}`))}${table()}\n`);
  }
  const lines = [...readFileSync(FILE, "utf8").matchAll(/^\| `(\w+\.\w+)`(.*)$/gm)];
  expect(lines.map(([, member]) => member)).toStrictEqual(rows.map(({ member }) => member));
  const named = lines.flatMap(([, , rest = ""]) => rest.match(/(?:host|excel)\/\w+\.test\.ts/g) ?? []);
  expect(named.filter((test) => !existsSync(join(ROOT, "tests", test)))).toStrictEqual([]);
});
