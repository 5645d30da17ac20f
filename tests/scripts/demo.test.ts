import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run, temporaryFolder } from "../cli/run";

const ROOT = join(__dirname, "../..");
const DEMO = join(ROOT, "docs/demo/demo.xlsx");

interface Told {
  readonly severity: string;
  readonly sheet: string;
  readonly cell: string | null;
  readonly rule: string;
}

test("the workbook of the demonstration is what its script makes", () => {
  const again = join(temporaryFolder(), "demo.xlsx");
  execFileSync(process.execPath, [join(ROOT, "scripts/demo.mjs"), again]);
  expect(readFileSync(again).equals(readFileSync(DEMO))).toBe(true);
}, 60_000);

test("of the demonstration each mistake is found where it was made, and nothing else is an error", async () => {
  const { code, out } = await run(["check", DEMO, "--format", "json"]);
  expect(code).toBe(1);
  const [{ findings } = { findings: [] }] = (JSON.parse(out) as { files: { findings: Told[] }[] }).files;
  const told = (wanted: string) =>
    findings
      .filter(({ severity }) => severity === wanted)
      // A relation of the office's own by its number: either of its two cells may be the wrong one.
      .map(({ sheet, cell, rule }) =>
        rule === "自1" ? rule : `${sheet.split(" ")[0]} ${cell ?? ""}`.trim(),
      );
  expect(told("error").sort()).toEqual(["表2 C14", "表3 C25", "自1", "表6 C10", "表8 C6", "表13 H8"].sort());
  expect(told("warning")).toEqual(expect.arrayContaining(["表12 C8"]));
  expect(told("rounding").length).toBeGreaterThan(0);
});

test("the demonstration as it is written down names the workbook's mistakes in the order of its tables", () => {
  const text = readFileSync(join(ROOT, "docs/demo.md"), "utf8");
  const places = ["表2 A14", "表3", "表5、表12", "表6 C10", "表8 C6", "表12 C8", "表13 H8"].map((place) =>
    text.indexOf(`| ${place}`),
  );
  expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true);
  for (const readme of ["README.md", "README.zh-CN.md"])
    expect(readFileSync(join(ROOT, readme), "utf8")).toContain("docs/demo.md");
});
