import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { planInsert } from "../../../src/planning/insert/planInsert";
import { columnPaths } from "../../../src/tables/definition";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { applyEdits } from "../../../src/xlsx/patch/applyEdits";
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

/** The published budget typed into inserted tables, printed; pictures go to docs/images where UPDATE_IMAGES is set. */
function printed(folder: string): readonly Page[] {
  const inserted = writeNewWorkbook(planInsert(GUANGZHOU, seedOptions(20)).map(({ design }) => design));
  const { edits } = fillSeed(readWorkbook(inserted, "表.xlsx"));
  const file = join(temporaryFolder(), "表.xlsx");
  writeFileSync(file, recalculated(applyEdits(inserted, edits)));
  const out = execFileSync(process.execPath, ["scripts/tableImages.mjs", file, folder], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(out) as readonly Page[];
}

(canPrint ? describe : describe.skip)("LibreOffice: inserted tables in print", () => {
  it("each fit the width of A4, with their column numbers on every page", () => {
    const folder = process.env["UPDATE_IMAGES"] ? join(ROOT, "docs/images/tables") : temporaryFolder();
    const pages = printed(folder);
    expect([...new Set(pages.map(({ sheet }) => sheet))]).toEqual(
      GUANGZHOU.tables.map((_, index) => index + 1),
    );
    for (const { sheet, lines } of pages) {
      const table = GUANGZHOU.tables[sheet - 1]!;
      const insertion = GUANGZHOU.insertion.tables[table.id]!;
      const columns = columnPaths(table.header).filter(
        ({ column }) => insertion.withOptional || !column.isOptional,
      );
      const words = lines.map((line) => line.replace(/\s+/g, ""));
      // A page that the columns do not fit on has some of them only.
      if (insertion.hasColumnNumbers)
        expect(words).toContain(columns.map(({ column }) => String(column.number)).join(""));
      else
        for (const { column } of columns) expect(words.join("")).toContain(column.label.replace(/^年/, ""));
      expect(words.at(-1)).toMatch(/^第\d+页，共\d+页$/);
    }
    const pictures = readdirSync(folder).filter((name) => name.endsWith(".png"));
    expect(pictures).toHaveLength(14);
    for (const name of pictures) expect(statSync(join(folder, name)).size).toBeLessThan(150_000);
  }, 240_000);
});
