import type { FrameLocator, Page } from "playwright-core";
import { describeInWorkbench } from "./workbenchPage";
import type { WorkbenchPage } from "./workbenchPage";

describeInWorkbench("the keyboard in the workbench", (workbench) => {
  let shown: WorkbenchPage;
  let page: Page;
  let pane: FrameLocator;

  beforeAll(async () => {
    shown = await workbench.open();
    ({ page, pane } = shown);
  }, 60_000);

  /** The part of the window in which the keyboard is. */
  const part = () =>
    page.evaluate(() => document.activeElement?.closest("#ribbon, #grid, #tabs, #pane")?.id ?? "");

  test("F6 goes round ribbon, grid, tabs and pane, Shift+F6 the other way, from inside the pane too", async () => {
    await shown.check();
    const box = await shown.cells();
    await page.mouse.click(box.x + 265, box.y + 160);
    const seen: string[] = [];
    for (const key of ["F6", "F6", "F6", "F6", "Shift+F6", "Shift+F6"]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(200);
      seen.push(await part());
    }
    expect(seen).toEqual(["tabs", "pane", "ribbon", "grid", "ribbon", "pane"]);
  });

  test("Alt or Ctrl with PageDown and PageUp turns the sheets", async () => {
    const box = await shown.cells();
    await page.mouse.click(box.x + 265, box.y + 160);
    await shown.selected(/^表1 /);
    await page.keyboard.press("Alt+PageDown");
    await shown.selected(/^表2 /);
    await page.keyboard.press("Control+PageUp");
    await shown.selected(/^表1 /);
  });

  test("F8 goes to the next finding from the grid, opens it in the list and brings it into view", async () => {
    const cell = await shown.openChangedBudget();
    await shown.check();
    const box = await shown.cells();
    await page.mouse.click(box.x + 265, box.y + 160);
    await page.keyboard.press("F8");
    const current = pane.locator("[aria-current=true]");
    await current.waitFor();
    expect(await current.getAttribute("aria-expanded")).toBe("true");
    expect(await current.textContent()).toContain(cell);
  });

  test("查找编码 puts the cursor into its box", async () => {
    await shown.ribbon("查找编码").click();
    await pane.locator("input[role=combobox]:focus").waitFor();
  });
});
