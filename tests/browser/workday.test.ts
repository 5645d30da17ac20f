import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Workbook } from "exceljs";
import type { FrameLocator, Page } from "playwright-core";
import { formatA1 } from "../../src/workbook/address";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { bytesOf } from "../cli/run";
import { SLIPS } from "../support/slips";
import { takePicture } from "./browser";
import { paneFrame } from "./paneAudit";
import { stopwatch } from "./stopwatch";
import type { Stopwatch } from "./stopwatch";
import { describeInWorkbench } from "./workbenchPage";
import type { WorkbenchPage } from "./workbenchPage";

const MOST_KEYS = 4;
const REAL = join(__dirname, "../fixtures/baiyun-2020.xlsx");
/** The real budget with twenty slips, without 表11 and without one code of 表3. */
async function budgetOfTheDay(): Promise<Buffer> {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(REAL);
  const sheetOf = (label: string) => {
    const found = workbook.worksheets.find(({ name }) => name.startsWith(`${label} `));
    if (!found) throw new Error(`the fixture has no ${label}`);
    return found;
  };
  for (const [sheet, cell, wrong] of SLIPS) sheetOf(sheet).getCell(cell).value = wrong;
  sheetOf("表3").getCell("A10").value = null;
  workbook.removeWorksheet(sheetOf("表11").id);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** What stands in the cells of all sheets, formulas and figures, as "表3 A10" → text. */
function contentsOf({ sheets }: WorkbookSnapshot): ReadonlyMap<string, string> {
  const contents = new Map<string, string>();
  for (const { name, rows } of sheets) {
    for (const [row, cells] of rows) {
      for (const [column, { value, formula }] of cells) {
        if (formula !== undefined || value !== "")
          contents.set(`${name.split(" ")[0]} ${formatA1(row, column)}`, formula ?? String(value));
      }
    }
  }
  return contents;
}

/** The places where two workbooks differ, with what stands there. */
function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((place) => before.get(place) !== after.get(place))
    .map((place) => `${place}: ${before.get(place) ?? ""} → ${after.get(place) ?? ""}`)
    .sort();
}

describeInWorkbench("a working day in the workbench", (workbench) => {
  let shown: WorkbenchPage;
  let page: Page;
  let pane: FrameLocator;
  let opened: ReadonlyMap<string, string>;
  let mended: ReadonlyMap<string, string>;
  let keys = 0;
  let watch: Stopwatch;

  beforeAll(async () => {
    shown = await workbench.open();
    ({ page, pane } = shown);
    page.setDefaultTimeout(30_000);
    watch = stopwatch(page);
  }, 60_000);
  afterAll(() => page.close());

  const press = async (key: string) => {
    keys++;
    await page.keyboard.press(key);
  };
  const timed = <T>(name: string, work: () => Promise<T>): Promise<T> => watch.timed(name, work);
  const saved = async () => readWorkbook(bytesOf(await shown.saveCopy()), "copy.xlsx");
  const errors = (count: number) => pane.getByText(new RegExp(`· ${count} 差错 ·`)).waitFor();
  /** The keyboard is on the likeliest mend of the finding at hand. */
  const isOnMend = () =>
    paneFrame(page).waitForFunction(() => {
      const focus = document.activeElement;
      const item = focus?.closest("li")?.querySelector("[aria-current=true]");
      return item && focus?.textContent === "采用建议" && !focus.hasAttribute("aria-disabled");
    });
  const inGrid = async () => {
    const box = await shown.cells();
    await page.mouse.click(box.x + 265, box.y + 160);
  };

  test("twenty findings are mended by keyboard, at most four keys each, and nothing else is touched", async () => {
    const buffer = await budgetOfTheDay();
    opened = contentsOf(readWorkbook(new Uint8Array(buffer), "day.xlsx"));
    await timed("open", () => shown.openFile("一天.xlsx", buffer));
    await timed("check", async () => {
      await shown.ribbon("校验全部").click();
      await errors(SLIPS.length);
    });
    let most = 0;
    for (let left = SLIPS.length; left > 0; left--) {
      keys = 0;
      await timed("next", async () => {
        await press("F8");
        // From the sheet over its tabs into the pane, once.
        if (left === SLIPS.length) for (const key of ["F6", "F6"]) await press(key);
        await isOnMend();
      });
      await timed("mend", async () => {
        await press("Enter");
        await errors(left - 1);
      });
      most = Math.max(most, keys);
      if (left === 10) await takePicture(page, "workday");
    }
    process.stdout.write(`Keys for a finding: at most ${most}.\n`);
    expect(most).toBeLessThanOrEqual(MOST_KEYS);
    mended = contentsOf(await saved());
    const real = contentsOf(readWorkbook(new Uint8Array(readFileSync(REAL)), "real.xlsx"));
    const places = SLIPS.map(([sheet, cell]) => `${sheet} ${cell}`).sort();
    expect(differences(opened, mended).map((line) => line.split(":")[0])).toEqual(places);
    expect(places.map((place) => mended.get(place))).toEqual(places.map((place) => real.get(place)));
  }, 400_000);

  test("a table, a code and a row come in, each taken back and done again in order, and all of it is in the copy", async () => {
    await timed("insert", async () => {
      await shown.ribbon("插入标准表").click();
      await shown.ribbon("表11 ").click();
      await shown
        .tabs()
        .filter({ hasText: /^表11$/ })
        .waitFor();
    });
    await shown.ribbon("填充编码").click();
    await timed("list what to fill", async () => {
      await pane.getByRole("button", { name: "列出可填的" }).click();
      await pane.getByRole("button", { name: "填入 1 处" }).waitFor();
    });
    await timed("fill", async () => {
      await pane.getByRole("button", { name: "填入 1 处" }).click();
      await pane.getByText("已填 1 处").first().waitFor();
    });
    await shown.tabs().filter({ hasText: /^表6 / }).click();
    await shown.ribbon("增删行").click();
    await shown.ribbon("科目行").click();
    await pane.getByRole("textbox", { name: "科目编码" }).fill("2010302");
    await timed("list rows", async () => {
      await pane.getByRole("button", { name: "列出增删的行" }).click();
      await pane.getByRole("button", { name: /^增加 \d+ 行$/ }).waitFor();
    });
    await timed("add rows", async () => {
      await pane.getByRole("button", { name: /^增加 \d+ 行$/ }).click();
      await pane
        .getByText(/^已增加 \d+ 行/)
        .first()
        .waitFor();
    });
    const done = contentsOf(await saved());
    expect([...done.values()].filter((text) => text === "2010302").length).toBeGreaterThan(1);
    expect([...done].filter(([place, text]) => place.startsWith("表3 A") && text === "2010399")).toHaveLength(
      1,
    );

    await inGrid();
    for (const key of ["Control+z", "Control+z", "Control+z"])
      await timed("undo", () => page.keyboard.press(key));
    expect(differences(mended, contentsOf(await saved()))).toEqual([]);
    await inGrid();
    for (const key of ["Control+y", "Control+y", "Control+y"])
      await timed("redo", () => page.keyboard.press(key));
    expect(differences(done, contentsOf(await saved()))).toEqual([]);
    await inGrid();
    for (let step = 0; step < SLIPS.length + 3; step++) await page.keyboard.press("Control+z");
    expect(differences(opened, contentsOf(await saved()))).toEqual([]);
    await inGrid();
    for (let step = 0; step < SLIPS.length + 3; step++) await page.keyboard.press("Control+y");
    const copy = await timed("save", () => shown.saveCopy());
    expect(differences(done, contentsOf(readWorkbook(bytesOf(copy), "copy.xlsx")))).toEqual([]);

    await timed("open again", () => shown.openFile("一天（副本）.xlsx", readFileSync(copy)));
    await timed("check again", async () => {
      await shown.ribbon("校验全部").click();
      await errors(0);
    });
    expect(differences(done, contentsOf(await saved()))).toEqual([]);
    expect(shown.complaints).toEqual({ requestsElsewhere: [], errors: [] });
  }, 400_000);

  test("no step takes more than two seconds", () => {
    process.stdout.write(`The slowest of each step: ${watch.told()}.\n`);
    expect(watch.tooLong()).toEqual([]);
  });
});
