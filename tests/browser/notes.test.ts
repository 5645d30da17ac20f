import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Locale } from "../../src/messages/describe";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { NOTES_WORDS } from "../../taskpane/wording/notes";
import { bytesOf } from "../cli/run";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { fileOf } from "../support/snapshotFile";
import { paneByKey } from "./paneByKey";
import type { PaneByKey } from "./paneByKey";
import { describeInWorkbench } from "./workbenchPage";
import type { InWorkbench, WorkbenchPage } from "./workbenchPage";

const TEXT = readFileSync(join(__dirname, "../fixtures/text/baiyun-2020.txt"), "utf8");
const seed = seedWorkbook();

/** The budget of the year before: one project of 表10 was smaller. */
const LAST_YEAR = fileOf(withValue({ ...seed, name: "2019.xlsx" }, "表10", 7, 2, 10));

for (const locale of ["zh-CN", "en-US"] as const)
  describeInWorkbench(`what stands around the tables, ${locale}`, (workbench) => story(workbench, locale));

function story(workbench: InWorkbench, locale: Locale): void {
  const words = NOTES_WORDS[locale];
  let shown: WorkbenchPage;
  let page: Page;
  let place: PaneByKey;

  beforeAll(async () => {
    shown = await workbench.open(`?language=${locale}`, { width: 1100, height: 900 });
    ({ page } = shown);
    place = paneByKey(shown, "notes");
    page.setDefaultTimeout(20_000);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await place.openBeside("2020.xlsx", fileOf(seed));
    await place.button(words.checkText).waitFor();
  }, 60_000);
  afterEach(() => expect(shown.complaints).toEqual({ requestsElsewhere: [], errors: [] }));

  const isInOrder = (picture: string, heading: string) => place.isInOrder(`${picture}-${locale}`, heading);
  const choose = (label: string, ...files: { name: string; bytes: Uint8Array }[]) =>
    place
      .frame()
      .locator(`input[type=file][aria-label="${label}"]`)
      .setInputFiles(
        files.map(({ name, bytes }) => ({
          name,
          mimeType: "application/octet-stream",
          buffer: Buffer.from(bytes),
        })),
      );

  test("a text with a wrong figure is compared by the keyboard, and the figure leads to its cell", async () => {
    const wrong = TEXT.replace("31,599.23", "31,588.23");
    expect(wrong).not.toBe(TEXT);
    await place.frame().getByLabel(words.textLabel).fill(wrong);
    await place.pressByKey(place.button(words.checkText));
    await place.sees(/31,588\.23/);
    await place.pressByKey(place.frame().locator("summary").filter({ hasText: words.wholeText }));
    await isInOrder("notes-text", words.textTitle);
    await place.pressByKey(place.frame().locator("mark button").first());
    await shown.selected(/表/);
  }, 120_000);

  test("last year's workbook is compared, a reason typed and kept with the workbook", async () => {
    await choose(words.openLast, { name: "2019.xlsx", bytes: LAST_YEAR });
    await place.sees(words.last("2019.xlsx"));
    const reason = place.frame().getByRole("textbox").nth(1);
    await reason.waitFor();
    await reason.fill("新增项目");
    await isInOrder("notes-years", words.yearsTitle);
    await place.pressByKey(place.button(words.keepReasons));
    await place.sees(words.kept(1));
    await place.pressByKey(place.button(words.putSheet));
    await shown
      .tabs()
      .filter({ hasText: /上年对比|对比/ })
      .waitFor();
    const copy = readWorkbook(bytesOf(await shown.saveCopy()), "copy.xlsx");
    expect(JSON.stringify(copy.settings)).toContain("新增项目");
  }, 120_000);

  test("the department is compared with its only unit, which is itself", async () => {
    await choose(words.openUnits, { name: "本级.xlsx", bytes: fileOf(seed) });
    await place.sees(words.nothing);
    await isInOrder("notes-units", words.unitsTitle);
  }, 120_000);

  test("the points of what is published are listed, those not met first", async () => {
    await place.pressByKey(place.button(words.complete));
    await place.frame().getByText(/^\[/).first().waitFor();
    await isInOrder("notes-complete", words.completeTitle);
  }, 120_000);
}
