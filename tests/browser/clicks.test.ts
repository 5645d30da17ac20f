import type { Page } from "playwright-core";
import { CHECK_WORDS } from "../../taskpane/wording/check";
import { MEND_WORDS } from "../../taskpane/wording/mend";
import { axeProblems, keyboardProblems, paneFrame } from "./paneAudit";
import { describeInWorkbench } from "./workbenchPage";
import type { WorkbenchPage } from "./workbenchPage";

describeInWorkbench("what a user has to do", (workbench) => {
  let shown: WorkbenchPage;
  let wrong: string;

  beforeAll(async () => {
    shown = await workbench.open();
    wrong = await shown.openChangedBudget();
    await shown.ribbon("校验全部").waitFor();
  }, 60_000);

  /** Counts the clicks that the page and the pane are given while something is done. */
  async function clicksOf(page: Page, work: () => Promise<void>): Promise<number> {
    const frames = [page.mainFrame(), paneFrame(page)];
    for (const frame of frames) {
      await frame.evaluate(() => {
        const counter = window as unknown as { clicks?: number };
        const count = ({ isTrusted }: MouseEvent) => {
          if (isTrusted) counter.clicks = (counter.clicks ?? 0) + 1;
        };
        if (counter.clicks === undefined) addEventListener("click", count, true);
        counter.clicks = 0;
      });
    }
    await work();
    const counts = await Promise.all(
      frames.map((frame) => frame.evaluate(() => (window as unknown as { clicks: number }).clicks)),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  const finding = () =>
    shown
      .findings()
      .filter({ hasText: new RegExp(`^表6 ${wrong}`) })
      .first();

  test("two clicks from an open workbook to the cell of a finding", async () => {
    const clicks = await clicksOf(shown.page, async () => {
      await shown.ribbon("校验全部").click();
      await finding().click();
      await shown.selected(new RegExp(`^表6 .* ${wrong}：`));
    });
    expect(clicks).toBe(2);
  });

  test("two clicks from a finding to the mended cell", async () => {
    // Anew: the finding that the test before has opened would stay open.
    wrong = await shown.openChangedBudget();
    await shown.check();
    const before = await shown.findings().count();
    const clicks = await clicksOf(shown.page, async () => {
      await finding().click();
      await shown.pane.getByRole("button", { name: MEND_WORDS["zh-CN"].adopt }).first().click();
      await finding().waitFor({ state: "detached" });
    });
    expect(clicks).toBe(2);
    expect(await shown.findings().count()).toBe(before - 1);
    await shown.selected(new RegExp(`^表6 .* ${wrong}：1164.39$`));
  });

  test("the pane follows Excel's theme while it is open, and keeps the focus in sight in high contrast", async () => {
    const frame = paneFrame(shown.page);
    const background = () => frame.locator("main").evaluate((main) => getComputedStyle(main).backgroundColor);
    const light = await background();
    await shown.page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await shown.page.waitForTimeout(200);
    const dark = await background();
    expect([light, dark]).toEqual(["rgb(255, 255, 255)", "rgb(41, 41, 41)"]);
    await shown.page.emulateMedia({ colorScheme: "light", forcedColors: "active", reducedMotion: "reduce" });
    expect(await axeProblems(frame)).toEqual([]);
    expect(await keyboardProblems(shown.page, frame)).toEqual([]);
    await shown.page.emulateMedia({ forcedColors: "none" });
  });

  test("an Excel that knows no more than ExcelApi 1.9 checks, marks and clears as well", async () => {
    const old = await workbench.open("?api=1.9");
    await old.openChangedBudget();
    await old.check();
    // Nothing is written before the user knows that it would empty Excel's list of undo steps.
    expect(await old.marksOnTabs()).toBe(0);
    await old.pane.getByRole("button", { name: "照常标记", exact: true }).click();
    await old.check();
    expect(await old.marksOnTabs()).toBeGreaterThan(0);
    await old.ribbon("清除标记").click();
    await old.pane.getByText(/已清除 \d+ 处标记/).waitFor();
    expect(await old.marksOnTabs()).toBe(0);
    expect(old.complaints).toEqual({ requestsElsewhere: [], errors: [] });
    await old.page.close();
  });

  test("a slow Excel's check can be cancelled, and leaves no mark behind", async () => {
    const slow = await workbench.open("?delay=250");
    await slow.openChangedBudget();
    await slow.ribbon("窗格").click();
    await slow.pane.getByRole("button", { name: CHECK_WORDS["zh-CN"].check, exact: true }).click();
    await slow.pane.getByRole("button", { name: "取消", exact: true }).click();
    await slow.pane.getByText("已取消，这一步没有改动工作簿").waitFor();
    expect(await slow.marksOnTabs()).toBe(0);
    await slow.page.close();
  });

  test("an Excel that refuses says so with what to do, and leaves no mark behind", async () => {
    const refusing = await workbench.open("?fail=AccessDenied");
    await refusing.ribbon("校验全部").click();
    const alert = refusing.pane.locator(".fui-MessageBar");
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/保护/);
    expect(await refusing.marksOnTabs()).toBe(0);
    await refusing.page.close();
  });
});
