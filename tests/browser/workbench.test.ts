import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { cellAt } from "../../src/workbook/snapshot";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { bytesOf, run, temporaryFolder } from "../cli/run";
import { describeInBrowser, launch, openPage, startWorkbench, takePicture } from "./browser";
import type { Complaints, Workbench } from "./browser";
import { changedBudget } from "./changedBudget";

describeInBrowser("the add-in in the workbench", () => {
  let workbench: Workbench;
  let browser: Browser;
  let page: Page;
  let complaints: Complaints;
  let pane: FrameLocator;

  beforeAll(async () => {
    workbench = await startWorkbench();
    browser = await launch();
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
  });

  beforeEach(async () => {
    ({ page, complaints } = await openPage(browser, { width: 1280, height: 800 }));
    await page.goto(workbench.address);
    pane = page.frameLocator("#pane iframe");
    await ribbon("校验全部").waitFor();
  });

  afterEach(async () => {
    // Whatever a test does: nothing leaves this computer, and nothing goes wrong unseen.
    expect(complaints).toEqual({ requestsElsewhere: [], errors: [] });
    await page.close();
  });

  const ribbon = (name: string): Locator => page.locator("#ribbon").getByRole("button", { name });
  const tabs = (): Locator => page.getByRole("tab");
  const marksOnTabs = async (): Promise<number> =>
    (await page.locator(".tabs .marks").allTextContents()).reduce((sum, count) => sum + Number(count), 0);
  const findings = (): Locator => pane.locator("details > ul > li > button");

  async function openChangedBudget(on: Page = page) {
    const { name, buffer, cell } = await changedBudget();
    await on.locator("#file").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await on.locator("#fileName", { hasText: name }).waitFor();
    return cell;
  }

  const selected = (text: RegExp) => page.locator("#selected", { hasText: text }).waitFor();

  /** Where the cells are drawn: the formula bar is a canvas too. */
  async function cells() {
    const box = await page.locator("#grid canvas[id^=univer-sheet-main-canvas]").boundingBox();
    if (!box) throw new Error("the grid is not on the page");
    return box;
  }

  /** Types a figure over another in B5 of 表1, the first of its body, as a user does. */
  async function typeOver(before: string, text: string) {
    const box = await cells();
    // Column B begins some 220 pixels from the left; row 5 is the first below the frozen headings.
    await page.mouse.click(box.x + 265, box.y + 160);
    await selected(new RegExp(`^表1 .* B5：${before}$`));
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    await selected(/^表1 .* B6：/);
  }

  async function check() {
    await ribbon("校验全部").click();
    await pane.getByText("14 张表 ·").waitFor();
  }

  test("it opens with the real budget and the ribbon of the manifest", async () => {
    expect(await tabs().count()).toBe(14);
    expect(await page.locator(".ribbonTab").allTextContents()).toEqual(["部门预算"]);
    expect(await page.locator(".ribbonGroupLabel").allTextContents()).toEqual([
      "表格",
      "编码",
      "校验",
      "窗格与帮助",
    ]);
    expect(await page.locator("#pane").isVisible()).toBe(false);
  });

  test("it can be used within three seconds after it has loaded", async () => {
    // On a machine that does other work besides, the best of three, and as much longer as it is overloaded.
    const overload = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
    const taken: number[] = [];
    for (let attempt = 0; attempt < 3 && Math.min(...taken) >= 3000; attempt++) {
      await page.goto(workbench.address);
      const begun = Date.now();
      await ribbon("校验全部").and(page.locator(":enabled")).waitFor();
      await page.locator("#grid canvas").first().waitFor();
      taken.push(Date.now() - begun);
    }
    const best = Math.min(...taken);
    process.stdout.write(`Usable ${best} ms after it had loaded; load ${overload.toFixed(1)} a processor.\n`);
    expect(best).toBeLessThan(3000 * overload);
  });

  test("the add-in in the page is the bundle of the release, byte for byte", () => {
    for (const file of ["taskpane.js", "taskpane.html", "manifest.xml"]) {
      const [released, served] = ["addin", "workbench"].map((name) =>
        readFileSync(join(__dirname, "../../dist", name, file)),
      );
      expect(served?.equals(released as Buffer)).toBe(true);
    }
  });

  test("what is selected is said in words: sheet, cell and what stands in it", async () => {
    await selected(/^表1 .* A1：收支总体情况表$/);
    await tabs().filter({ hasText: /^表6 / }).click();
    await selected(/^表6 .* A1：/);
  });

  test("校验 on the ribbon marks the cells and lists the findings in the pane", async () => {
    const changed = await openChangedBudget();
    await check();
    expect(await marksOnTabs()).toBeGreaterThan(0);
    const texts = await findings().allTextContents();
    expect(texts.some((text) => text.startsWith(`表6 ${changed}`) && text.includes("1.00 万元"))).toBe(true);
  });

  test("a click on a finding selects its cell", async () => {
    const changed = await openChangedBudget();
    await check();
    const finding = findings()
      .filter({ hasText: new RegExp(`^表6 ${changed}`) })
      .first();
    await finding.click();
    await selected(new RegExp(`^表6 .* ${changed}：`));
    expect(await page.locator("[role=tab][aria-selected=true]").textContent()).toMatch(/^表6 /);
    expect(await finding.getAttribute("aria-current")).toBe("true");
  });

  test("a figure typed wrong is reported, and mended it is not", async () => {
    await check();
    const before = await findings().count();
    await typeOver("31599.23", "31609.23");
    await check();
    const finding = findings()
      .filter({ hasText: /^表1 B5/ })
      .first();
    await finding.waitFor();
    await finding.click();
    await selected(/^表1 .* B5：31609.23$/);
    await typeOver("31609.23", "31599.23");
    await check();
    await finding.waitFor({ state: "detached" });
    expect(await findings().count()).toBe(before);
  });

  test("a saved copy has what was typed, and the command line finds it there", async () => {
    await typeOver("31599.23", "31609.23");
    const started = page.waitForEvent("download");
    await page.getByRole("button", { name: "另存副本" }).click();
    const download = await started;
    expect(download.suggestedFilename()).toBe("baiyun-2020（副本）.xlsx");
    const file = join(temporaryFolder(), "copy.xlsx");
    await download.saveAs(file);
    const checked = await run(["check", file]);
    expect(checked.code).toBe(1);
    expect(checked.out).toContain("B5");
  });

  test("a new workbook is blank, takes typing and is saved", async () => {
    await page.getByRole("button", { name: "新建" }).click();
    await selected(/^Sheet1 A1：空$/);
    await ribbon("校验全部").and(page.locator(":enabled")).waitFor();
    const box = await cells();
    await page.mouse.click(box.x + 70, box.y + 30);
    await page.keyboard.type("12.5");
    await page.keyboard.press("Enter");
    await page.keyboard.type("=A1*2");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    await selected(/^Sheet1 A2：25$/);
    const started = page.waitForEvent("download");
    await page.getByRole("button", { name: "另存副本" }).click();
    const file = join(temporaryFolder(), "new.xlsx");
    await (await started).saveAs(file);
    const [sheet] = readWorkbook(bytesOf(file), "new.xlsx").sheets;
    expect([0, 1].map((row) => sheet && cellAt(sheet, row, 0)?.value)).toEqual([12.5, 25]);
  });

  test("清除标记 takes every mark away and leaves the list", async () => {
    await openChangedBudget();
    await check();
    const marks = await marksOnTabs();
    await ribbon("清除标记").click();
    await pane.getByText(`已清除 ${marks} 处标记`).waitFor();
    expect(await marksOnTabs()).toBe(0);
    expect(await findings().count()).toBeGreaterThan(0);
  });

  test("a failure is said in the pane, and the workbook stays as it is", async () => {
    await ribbon("窗格").click();
    await pane.getByText("还没有校验").waitFor();
    await pane.locator("body").evaluate(() => {
      Excel.run = () => Promise.reject(new Error("no such luck"));
    });
    await ribbon("校验全部").click();
    await pane.getByText("没有完成，工作簿未改动").waitFor();
    expect(await marksOnTabs()).toBe(0);
    // The host's own words are for the log alone.
    expect(await pane.locator("body").textContent()).not.toContain("no such luck");
    expect(complaints.errors.splice(0)).toEqual([expect.stringContaining("no such luck")]);
  });

  test("校验 twice marks no more than once", async () => {
    await openChangedBudget();
    await check();
    const marks = await marksOnTabs();
    await pane.getByRole("button", { name: "校验", exact: true }).click();
    await ribbon("校验全部").and(page.locator(":enabled")).waitFor();
    await pane.locator("[role=status]:empty").waitFor({ state: "attached" });
    expect(await marksOnTabs()).toBe(marks);
  });

  test("the pane alone does everything, by keyboard too", async () => {
    await ribbon("窗格").click();
    await pane.getByText("还没有校验").waitFor();
    await pane.getByRole("button", { name: "校验", exact: true }).press("Enter");
    await pane.getByText("14 张表 ·").waitFor();
    await findings().first().focus();
    // Down to the heading of the next table, and down again to its first finding.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const second = await findings()
      .nth(1)
      .evaluate((one) => one === document.activeElement);
    expect(second).toBe(true);
    await page.keyboard.press("Enter");
    await pane.locator("[aria-current=true]").waitFor();
  });

  test("a file that is no workbook is refused in one sentence, and the open one stays", async () => {
    await page
      .locator("#file")
      .setInputFiles({ name: "网页.xlsx", mimeType: "text/html", buffer: Buffer.from("<html></html>") });
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("没有打开：不是 Excel 工作簿");
    expect(await tabs().count()).toBe(14);
  });

  test("sheets without a table are named with the reason", async () => {
    await openChangedBudget();
    await check();
    await pane.getByRole("tab", { name: "表格" }).click();
    await pane.getByText("1 张工作表未识别").waitFor();
    await pane.getByText("说明", { exact: true }).waitFor();
  });

  test("in English, ribbon and pane speak English", async () => {
    await page.goto(`${workbench.address}?language=en-US`);
    await ribbon("Check All").click();
    await pane.getByText("14 tables ·").waitFor();
    expect(await pane.locator("html").getAttribute("lang")).toBe("en-US");
  });

  test("pictures of the workbench", async () => {
    const changed = await openChangedBudget();
    await check();
    await findings()
      .filter({ hasText: new RegExp(`^表6 ${changed}`) })
      .first()
      .click();
    await selected(new RegExp(`^表6 .* ${changed}：`));
    await page.waitForTimeout(500);
    await page.mouse.move(500, 20);
    expect(await takePicture(page, "workbench")).toBeGreaterThan(20_000);
  });

  test("at 320 pixels nothing of the pane is cut off", async () => {
    const narrow = await openPage(browser, { width: 640, height: 900 });
    await narrow.page.goto(workbench.address);
    await openChangedBudget(narrow.page);
    await narrow.page.locator("#ribbon").getByRole("button", { name: "校验全部" }).click();
    const frame = narrow.page.frameLocator("#pane iframe");
    await frame.getByText("14 张表 ·").waitFor();
    const size = await frame
      .locator("html")
      .evaluate((html) => ({ seen: html.clientWidth, needed: html.scrollWidth }));
    expect(size.seen).toBeLessThanOrEqual(320);
    expect(size.needed).toBe(size.seen);
    expect(narrow.complaints).toEqual({ requestsElsewhere: [], errors: [] });
    await narrow.page.close();
  });
});
