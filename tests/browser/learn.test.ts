import type { Locator, Page } from "playwright-core";
import type { Locale } from "../../src/messages/describe";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { FROM_LIST_WORDS } from "../../taskpane/wording/fromList";
import { INSERT_WORDS } from "../../taskpane/wording/insert";
import { LEARN_WORDS } from "../../taskpane/wording/learn";
import { bytesOf } from "../cli/run";
import { inventedList, listWorkbook } from "../support/projectList";
import { withValue } from "../support/seedWorkbook";
import { sheetOf, workbookOf } from "../support/sheet";
import { fileOf } from "../support/snapshotFile";
import { twelveTables } from "../support/twelveTables";
import { takePicture } from "./browser";
import { paneByKey } from "./paneByKey";
import type { PaneByKey } from "./paneByKey";
import { describeInWorkbench } from "./workbenchPage";
import type { InWorkbench, WorkbenchPage } from "./workbenchPage";

for (const locale of ["zh-CN", "en-US"] as const)
  describeInWorkbench(`tables of one's own and tables from a list, ${locale}`, (workbench) =>
    story(workbench, locale),
  );

function story(workbench: InWorkbench, locale: Locale): void {
  const words = LEARN_WORDS[locale];
  const listWords = FROM_LIST_WORDS[locale];
  let shown: WorkbenchPage;
  let page: Page;
  let place: PaneByKey;

  beforeAll(async () => {
    shown = await workbench.open(`?language=${locale}`, { width: 1100, height: 900 });
    ({ page } = shown);
    place = paneByKey(shown, "tables");
    page.setDefaultTimeout(20_000);
    await page.emulateMedia({ reducedMotion: "reduce" });
  }, 60_000);
  afterEach(() => expect(shown.complaints).toEqual({ requestsElsewhere: [], errors: [] }));

  const frame = () => place.frame();
  const button = (name: string) => place.button(name);
  const sees = (text: string | RegExp) => place.sees(text);
  const tabTo = (target: Locator) => place.tabTo(target);
  const pressByKey = (target: Locator, key?: string) => place.pressByKey(target, key);
  const isInOrder = (picture: string, heading: string) => place.isInOrder(`${picture}-${locale}`, heading);

  async function openTables(name: string, workbook: ReturnType<typeof twelveTables>): Promise<void> {
    await place.openBeside(name, fileOf(workbook));
    await button(words.look).waitFor();
  }

  test("a workbook's tables are learned by the keyboard alone", async () => {
    await openTables("本单位.xlsx", twelveTables());
    await pressByKey(button(words.look));
    await sees("支出预算总表");
    await pressByKey(frame().locator("summary").filter({ hasText: words.relations }).first());
    await isInOrder("learn", words.title);
    await pressByKey(button(words.keep));
    await sees(words.inWorkbook);
    await isInOrder("learn-kept", words.title);
  }, 120_000);

  test("another workbook of the user knows them, and its wrong figure is found", async () => {
    await openTables("明年.xlsx", withValue(twelveTables(), "公开06表", 10, 2, 2130.42));
    await sees(words.brought);
    await page
      .locator("#ribbon")
      .getByRole("button", { name: /^(校验全部|Check All)/ })
      .click();
    const found = frame().locator("details > ul > li > button");
    await found
      .filter({ hasText: /C11|商品和服务支出/ })
      .first()
      .waitFor();
  }, 120_000);

  test("one of them is inserted into a blank workbook by the keyboard alone, and checks there", async () => {
    await openTables("新.xlsx", workbookOf(sheetOf("封面", [["某某局"]])));
    const insertWords = INSERT_WORDS[locale];
    await pressByKey(button(insertWords.open));
    const sets = frame().getByLabel(insertWords.set, { exact: true });
    await sets.waitFor();
    await tabTo(sets);
    // The office's own sets stand behind the standard ones.
    await page.keyboard.press("End");
    const table = frame().getByRole("checkbox", { name: /政府采购支出预算表/ });
    await table.waitFor();
    await pressByKey(button(insertWords.none));
    await pressByKey(table, "Space");
    await pressByKey(button(insertWords.insert(1)));
    await shown
      .tabs()
      .filter({ hasText: /政府采购/ })
      .waitFor();
    await takePicture(page.locator("body"), `learn-inserted-${locale}`);
    await page
      .locator("#ribbon")
      .getByRole("button", { name: /^(校验全部|Check All)/ })
      .click();
    await sees(/^1 (张表|tables?) ·/);
    const copy = readWorkbook(bytesOf(await shown.saveCopy()), "copy.xlsx");
    const inserted = copy.sheets.find(({ name }) => name.includes("政府采购"));
    const texts = [...(inserted?.rows.values() ?? [])].flatMap((cells) =>
      [...cells.values()].map(({ value }) => String(value)),
    );
    expect(texts).toEqual(
      expect.arrayContaining([expect.stringContaining("政府采购支出预算表"), "采购品目大类"]),
    );
    // The set comes with the user, so the pane knows the table by its name and checks it.
    expect(
      await shown
        .findings()
        .filter({ hasText: /S\d|应等于|expected/ })
        .count(),
    ).toBe(0);
    await frame().locator("#tab-tables").click();
    await sees(/政府采购支出预算表/);
  }, 120_000);

  test("tables are made from a list, whose columns are shown", async () => {
    await frame().locator("#tab-tables").click();
    const chosen = frame().locator(`input[type=file][aria-label="${listWords.open}"]`);
    await chosen.setInputFiles({
      name: "清单.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(fileOf(listWorkbook(inventedList(60, 3)))),
    });
    await sees(listWords.tables);
    await frame().locator("summary").filter({ hasText: "项目清单" }).click();
    await isInOrder("from-list", listWords.title);
    const make = frame().getByRole("button", { name: /^(生成 \d+ 张表|Make \d+ tables)$/ });
    await pressByKey(make);
    await shown
      .tabs()
      .filter({ hasText: /^表10$/ })
      .waitFor();
  }, 120_000);
}
