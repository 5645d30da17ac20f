import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { planInsert } from "../../../src/planning/insert/planInsert";
import { fittedHeights } from "../../../src/planning/insert/rowHeights";
import type { Pack } from "../../../src/tables/definition";
import { columnPaths } from "../../../src/tables/definition";
import { FINAL_ACCOUNTS } from "../../../src/tables/finalAccounts/pack";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { NATIONAL } from "../../../src/tables/national/pack";
import type { DesignCell, SheetDesign } from "../../../src/workbook/sheetDesign";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { writeNewWorkbook } from "../../../src/xlsx/write/newWorkbook";
import { temporaryFolder } from "../../cli/run";
import { fillSeed } from "../../support/fillSeed";
import { seedOptions } from "../../support/insertedBudget";
import { hasLibreOffice, recalculated } from "../../support/libreOffice";

const ROOT = join(__dirname, "../../..");
const canPrint = hasLibreOffice && spawnSync("pdftoppm", ["-v"]).status === 0;

interface Page {
  readonly sheet: number;
  readonly lines: readonly string[];
}

/** The pages of sheets as LibreOffice prints them; their pictures go to a folder. */
function printed(designs: readonly SheetDesign[], folder: string): readonly Page[] {
  const file = join(temporaryFolder(), "表.xlsx");
  writeFileSync(file, recalculated(writeNewWorkbook(designs)));
  const out = execFileSync(process.execPath, ["scripts/tableImages.mjs", file, folder], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(out) as readonly Page[];
}

/** The published budget typed into inserted tables; rows grow with their words, as they do in Excel. */
function publishedBudget(): SheetDesign[] {
  const designs = planInsert(GUANGZHOU, seedOptions(20)).map(({ design }) => design);
  const { edits } = fillSeed(readWorkbook(writeNewWorkbook(designs), "表.xlsx"));
  return designs.map((design): SheetDesign => {
    const typed = new Map(
      edits.filter(({ sheet }) => sheet === design.name).map((edit) => [`${edit.row},${edit.column}`, edit]),
    );
    const cells = design.cells.map((cell): DesignCell => {
      const edit = typed.get(`${cell.row},${cell.column}`);
      return edit ? { ...cell, content: edit.content } : cell;
    });
    const rowHeights = fittedHeights(design.rowHeights, cells, design.merges, design.columnWidths);
    return { ...design, cells, rowHeights };
  });
}

/** Where pictures for the documentation go where UPDATE_IMAGES is set. */
const folderOf = (name: string) =>
  process.env["UPDATE_IMAGES"] ? join(ROOT, "docs/images", name) : temporaryFolder();

/** Each table on pages of its own, one as wide as all its columns, with its headings and a page number on every page. */
function expectWholePages(pages: readonly Page[], pack: Pack, ids: readonly string[]): void {
  expect([...new Set(pages.map(({ sheet }) => sheet))]).toEqual(ids.map((_, index) => index + 1));
  for (const { sheet, lines } of pages) {
    const table = pack.tables.find(({ id }) => id === ids[sheet - 1])!;
    const insertion = pack.insertion.tables[table.id]!;
    const columns = columnPaths(table.header).filter(
      ({ column }) => insertion.withOptional || !column.isOptional,
    );
    const words = lines.map((line) => line.replace(/\s+/g, ""));
    // A page that the columns do not fit on has some of them only.
    if (insertion.hasColumnNumbers)
      expect(words).toContain(columns.map(({ column }) => String(column.number)).join(""));
    else {
      const letters = new Set(words.join(""));
      for (const { column } of columns)
        expect([...column.label.replace(/\s+/g, "")].filter((letter) => !letters.has(letter))).toEqual([]);
    }
    expect(words.at(-1)).toMatch(/^第\d+页，共\d+页$/);
  }
}

(canPrint ? describe : describe.skip)("LibreOffice: inserted tables in print", () => {
  it("each fit the width of A4, with their headings on every page", () => {
    const folder = folderOf("tables");
    const pages = printed(publishedBudget(), folder);
    expectWholePages(
      pages,
      GUANGZHOU,
      GUANGZHOU.tables.map(({ id }) => id),
    );
    const pictures = readdirSync(folder).filter((name) => name.endsWith(".png"));
    expect(pictures).toHaveLength(14);
    for (const name of pictures) expect(statSync(join(folder, name)).size).toBeLessThan(150_000);
  }, 240_000);

  it.each([NATIONAL, FINAL_ACCOUNTS])(
    "and so do those of the other sets: $id",
    (pack) => {
      const ids = pack.tables.map(({ id }) => id);
      const designs = planInsert(pack, { ...seedOptions(), tables: ids }).map(({ design }) => design);
      const folder = pack === NATIONAL ? folderOf("tables-national") : temporaryFolder();
      expectWholePages(printed(designs, folder), pack, ids);
    },
    240_000,
  );
});
