import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Package {
  readonly id: string;
  readonly licence: string | undefined;
}

const { ALLOWED, OFFICE_JS_TERMS, aboutPackage, billOfMaterials } = jest.requireActual<{
  ALLOWED: readonly string[];
  OFFICE_JS_TERMS: string;
  aboutPackage(folder: string): Package & { readonly name: string; readonly version: string };
  billOfMaterials(version: string, packages: readonly unknown[]): { components: { licenses: unknown[] }[] };
}>("../../scripts/licences.cjs");

const ROOT = join(__dirname, "../..");
const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
  packages: Record<string, { dev?: boolean; optional?: boolean; devOptional?: boolean }>;
};

/** All that a user may run: what is installed without the development packages, and the grid of the workbench. */
const packages = Object.entries(lock.packages)
  .filter(([folder, { dev, optional, devOptional }]) => {
    const isRun = folder !== "" && !dev && !optional && !devOptional;
    return isRun || /^node_modules\/@univerjs\/[^/]+$/.test(folder);
  })
  .map(([folder]) => aboutPackage(folder));

test("every package that users run has a licence that asks for no more than being named, but for Office.js", () => {
  expect(packages.length).toBeGreaterThan(100);
  const others = packages.filter(({ licence }) => !ALLOWED.includes(licence ?? ""));
  expect(others.map(({ name, licence }) => [name, licence])).toEqual([
    ["@microsoft/office-js", OFFICE_JS_TERMS],
  ]);
});

test("every package that package.json names has a line of why in docs/dependencies.md", () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(ROOT, "package.json"), "utf8"),
  ) as Record<string, Record<string, string>>;
  const text = readFileSync(join(ROOT, "docs/dependencies.md"), "utf8");
  const names = Object.keys({ ...dependencies, ...devDependencies });
  const isNamed = (name: string) =>
    text.includes(name) || text.includes(name.replace(/^(@types\/|@univerjs\/preset-sheets-).*/, "$1*"));
  expect(names.filter((name) => !isNamed(name))).toEqual([]);
});

test("the bill of materials names each package with its licence and says nothing of when or where it was made", () => {
  const bill = billOfMaterials("1.0.0", packages);
  expect(bill.components).toHaveLength(packages.length);
  expect(JSON.stringify(bill)).not.toMatch(/timestamp|serialNumber|undefined/);
  expect(bill.components.every(({ licenses }) => licenses.length === 1)).toBe(true);
});
