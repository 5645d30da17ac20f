import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cellAt } from "../../src/workbook/snapshot";
import type { SheetSnapshot } from "../../src/workbook/snapshot";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { check } from "../support/check";
import { seedWorkbook } from "../support/seedWorkbook";
import type { SeedEdition } from "../support/seedWorkbook";

const FOLDER = join(__dirname, "../fixtures");

const EDITIONS: readonly [file: string, edition: SeedEdition][] = [
  ["baiyun-2020.xlsx", "complete"],
  ["baiyun-2020-as-published.xlsx", "asPublished"],
];

function readFixture(file: string) {
  return readWorkbook(new Uint8Array(readFileSync(join(FOLDER, file))), file);
}

describe.each(EDITIONS)("%s", (file, edition) => {
  const read = readFixture(file);
  const seed = seedWorkbook(edition);

  test("holds the figures and names of the 14 seed tables, cell by cell", () => {
    expect(read.sheets).toHaveLength(14);
    seed.sheets.forEach((table, index) => {
      expect(bodyTexts(read.sheets[index])).toEqual(bodyTexts(table));
    });
  });

  test("has each table's title, unit and closing note", () => {
    for (const sheet of read.sheets) {
      expect(sheet.name).toMatch(/^表\d+ .+表/);
      expect([...(sheet.rows.get(1)?.values() ?? [])].map(({ value }) => value)).toEqual([
        "部门名称：广州市白云区政务服务数据管理局",
        "单位：万元",
      ]);
      expect(cellAt(sheet, Math.max(...sheet.rows.keys()), 0)?.value).toMatch(/^注：/);
    }
  });

  test("gives the check the same relations and findings as the seed tables", () => {
    const fromFile = check(read);
    const fromSeed = check(seed);
    expect(fromFile.relations).toEqual(fromSeed.relations);
    expect(fromFile.findings.map(({ rule, table }) => [rule, table])).toEqual(
      fromSeed.findings.map(({ rule, table }) => [rule, table]),
    );
    expect(fromFile.relations).toMatchObject({ mismatch: 0 });
  });
});

test("the script makes the fixtures again to the last byte", () => {
  const folder = mkdtempSync(join(tmpdir(), "gouji-fixtures-"));
  try {
    execFileSync(process.execPath, [join(__dirname, "../../scripts/fixtures.mjs"), folder]);
    for (const [file] of EDITIONS) {
      expect(readFileSync(join(folder, file)).equals(readFileSync(join(FOLDER, file)))).toBe(true);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Row by row the values of a table's body, from the first row with an amount on. */
function bodyTexts(sheet: SheetSnapshot | undefined): unknown[][] {
  const rows = [...(sheet?.rows.values() ?? [])].map((cells) => [...cells]);
  const isBody = (cells: (typeof rows)[number]) =>
    cells.some(([, { value, numberFormat }]) => typeof value === "number" && numberFormat.endsWith("0.00"));
  const body = rows.slice(rows.findIndex(isBody));
  const isNote = (cells: (typeof rows)[number]) => String(cells[0]?.[1].value).startsWith("注：");
  return body
    .filter((cells) => !isNote(cells))
    .map((cells) => cells.map(([column, { value, numberFormat }]) => [column, value, numberFormat]));
}
