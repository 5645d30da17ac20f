import { readFileSync } from "node:fs";
import type { FrameLocator, Page } from "playwright-core";
import { cellAt } from "../../src/workbook/snapshot";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { bytesOf } from "../cli/run";
import { describeInWorkbench } from "./workbenchPage";
import type { WorkbenchPage } from "./workbenchPage";

describeInWorkbench("edits that are not saved", (workbench) => {
  let shown: WorkbenchPage;
  let page: Page;
  let pane: FrameLocator;

  beforeEach(async () => {
    shown = await workbench.open();
    ({ page, pane } = shown);
  });
  afterEach(() => page.close());

  const edited = () => page.locator("#edited", { hasText: "有改动未另存" });

  /** How many automatic copies the browser keeps. */
  const drafts = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const request = indexedDB.open("gouji", 1);
          request.onsuccess = () => {
            const count = request.result.transaction("drafts").objectStore("drafts").count();
            count.onsuccess = () => {
              request.result.close();
              resolve(count.result);
            };
          };
        }),
    );

  /** Begins to type a figure into B5 of 表1. */
  async function begin(text: string) {
    const box = await shown.cells();
    await page.mouse.click(box.x + 265, box.y + 160);
    await shown.selected(/^表1 .* B5：/);
    await page.keyboard.type(text);
  }

  /** Types a figure into B5 of 表1. */
  async function type(text: string) {
    await begin(text);
    await page.keyboard.press("Enter");
    await shown.selected(/^表1 .* B6：/);
  }

  test("nothing is said to be unsaved until something is edited; a check is no edit", async () => {
    expect(await page.locator("#edited").textContent()).toBe("");
    await shown.check();
    expect(await page.locator("#edited").textContent()).toBe("");
    await type("31600");
    await edited().waitFor();
    expect(await page.title()).toMatch(/^● baiyun-2020.xlsx/);
    await shown.saveCopy();
    expect(await page.locator("#edited").textContent()).toBe("");
  });

  test("新建 and 打开 ask before edits go, and 取消 keeps them", async () => {
    await type("31600");
    await page.getByRole("button", { name: "新建" }).click();
    await page.getByText("“baiyun-2020.xlsx”有改动还没有另存。").waitFor();
    await page.getByRole("button", { name: "取消" }).click();
    expect(await page.locator("#fileName").textContent()).toBe("baiyun-2020.xlsx");
    await page.getByRole("button", { name: "新建" }).click();
    const started = page.waitForEvent("download");
    await page.getByRole("button", { name: "先另存副本" }).click();
    await started;
    await page.locator("#fileName", { hasText: "新建工作簿.xlsx" }).waitFor();
  });

  test("after the page is gone the automatic copy is offered, and has what was typed", async () => {
    await type("31601.5");
    await edited().waitFor();
    // The copy is made three seconds after the last edit.
    while ((await drafts()) === 0) await page.waitForTimeout(500);
    // Going away asks, which is the browser's own question.
    page.on("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await page.locator("#left", { hasText: "“baiyun-2020.xlsx”上次有改动没有另存" }).waitFor();
    await page.getByRole("button", { name: "恢复", exact: true }).click();
    await edited().waitFor();
    await page.locator("#left").waitFor({ state: "hidden" });
    const file = await shown.saveCopy();
    const [sheet] = readWorkbook(bytesOf(file), "copy.xlsx").sheets;
    expect(sheet && cellAt(sheet, 4, 1)?.value).toBe(31601.5);
  });

  test("a copy saved while a command writes waits until it has ended, and is whole", async () => {
    await shown.ribbon("校验报告").click();
    const file = await shown.saveCopy();
    const report = readFileSync(file);
    await pane.getByText("报告").first().waitFor({ state: "attached" });
    const again = readFileSync(await shown.saveCopy());
    expect(report.equals(again)).toBe(true);
  });

  test("a figure typed without Enter is in the copy that is saved, and 新建 asks before it goes", async () => {
    await begin("31601");
    const [sheet] = readWorkbook(bytesOf(await shown.saveCopy()), "copy.xlsx").sheets;
    expect(sheet && cellAt(sheet, 4, 1)?.value).toBe(31601);
    await begin("31602");
    await page.getByRole("button", { name: "新建" }).click();
    await page.getByText("“baiyun-2020.xlsx”有改动还没有另存。").waitFor();
    await page.getByRole("button", { name: "取消" }).click();
    await shown.selected(/^表1 .* B5：31602$/);
  });

  test("a command takes the figure that is being typed, on the ribbon, in the pane and by its key", async () => {
    await shown.check();
    const agreed = await shown.findings().count();
    const checks = [
      () => shown.ribbon("校验全部").click(),
      () => pane.getByRole("button", { name: "校验", exact: true }).click(),
    ];
    for (const [at, check] of checks.entries()) {
      await begin(`3160${at}`);
      await check();
      await shown
        .findings()
        .filter({ hasText: /^表1 B5/ })
        .waitFor();
      expect(await shown.findings().count()).toBeGreaterThan(agreed);
      await shown.selected(new RegExp(`^表1 .* B5：3160${at}$`));
    }
    await begin("31609");
    await page.keyboard.press("F8");
    await pane.locator("[aria-current=true]").waitFor();
  });

  test("a figure whose first digits a running check has swallowed is not taken at all, which is said", async () => {
    await shown.check();
    const box = await shown.cells();
    await page.mouse.click(box.x + 265, box.y + 160);
    await shown.selected(/^表1 .* B5：31599.23$/);
    await shown.ribbon("校验全部").click();
    // Some digits come while it runs, some after it.
    await page.keyboard.type("123456789", { delay: 250 });
    await page.getByText("刚才键入的没有收下").waitFor();
    await page.locator("#grid:not([inert])").waitFor();
    await shown.selected(/^表1 .* B5：31599.23$/);
    expect(await page.locator("#edited").textContent()).toBe("");
    await type("31600");
  });
});
