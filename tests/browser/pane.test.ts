import type { Browser } from "playwright-core";
import type { Locale } from "../../src/messages/describe";
import { describeInBrowser, launch, startWorkbench, takePicture } from "./browser";
import type { Workbench } from "./browser";
import { axeProblems, cutOff, keyboardProblems, setPaneWidth } from "./paneAudit";
import { PANE_STATES, PaneUser } from "./paneStates";
import { openWorkbenchPage } from "./workbenchPage";
import type { WorkbenchPage } from "./workbenchPage";

/** The narrowest pane of Excel, the usual one at 1366×768, wide ones. */
const WIDTHS = [300, 400, 600, 320] as const;

describeInBrowser.each<Locale>(["zh-CN", "en-US"])("the pane, %s", (locale) => {
  let workbench: Workbench;
  let browser: Browser;
  let shown: WorkbenchPage;
  let user: PaneUser;

  beforeAll(async () => {
    workbench = await startWorkbench();
    browser = await launch();
    const address = `${workbench.address}?language=${locale}`;
    shown = await openWorkbenchPage(browser, address, { width: 1100, height: 820 });
    // What moves is measured where it ends.
    await shown.page.emulateMedia({ reducedMotion: "reduce" });
    const wrong = await shown.openChangedBudget();
    await shown.page.evaluate(() => document.getElementById("pane")?.removeAttribute("hidden"));
    await setPaneWidth(shown.page, 320);
    user = new PaneUser(shown.page, locale, wrong);
    await user.button(user.check.check).waitFor();
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
  });

  describe.each(PANE_STATES.map((state) => [state.id, state] as const))("%s", (id, state) => {
    test("can be reached and is all of its place", async () => {
      await state.reach(user);
      const place = user.frame.locator(`#place-${state.place}`);
      expect(await place.isVisible()).toBe(true);
      // The test's own refusal, which goes to the log, is the only complaint there may be.
      const others = shown.complaints.errors
        .splice(0)
        .filter((text) => !text.includes("refused by the test"));
      expect({ ...shown.complaints, errors: others }).toEqual({ requestsElsewhere: [], errors: [] });
      if (locale === "zh-CN") await takePicture(shown.page.locator("#pane"), `pane-${id}`);
    });

    test("has nothing cut off from 300 to 600 pixels, nor at 200 % zoom", async () => {
      const problems: Record<string, string[]> = {};
      for (const width of state.isMenu ? [320] : WIDTHS) {
        if (!state.isMenu) await setPaneWidth(shown.page, width);
        problems[width] = await cutOff(user.frame);
      }
      if (!state.isMenu) {
        await user.frame.evaluate(() => (document.documentElement.style.zoom = "2"));
        problems["200 %"] = await cutOff(user.frame);
        await user.frame.evaluate(() => (document.documentElement.style.zoom = ""));
      }
      expect(Object.entries(problems).filter(([, found]) => found.length > 0)).toEqual([]);
    });

    test("leaves axe nothing to find, in the light and in the dark theme", async () => {
      const light = await axeProblems(user.frame);
      // Structure and names are the same in both; colours are those of both languages.
      if (locale === "zh-CN") await shown.page.emulateMedia({ colorScheme: "dark" });
      const dark = locale === "zh-CN" ? await axeProblems(user.frame, ["color-contrast"]) : [];
      await shown.page.emulateMedia({ colorScheme: "light" });
      expect({ light, dark }).toEqual({ light: [], dark: [] });
    });

    test("can be walked through by keyboard, with the focus in sight", async () => {
      if (!state.isMenu) {
        expect(await keyboardProblems(shown.page, user.frame)).toEqual([]);
        return;
      }
      const items = user.frame.getByRole("menuitem");
      for (let at = 1; at < (await items.count()); at++) {
        await shown.page.keyboard.press("ArrowDown");
        expect(await items.nth(at).evaluate((item) => item === document.activeElement)).toBe(true);
      }
      await shown.page.keyboard.press("Escape");
      await items.first().waitFor({ state: "detached" });
      const opener = await user.frame.evaluate(() => document.activeElement?.textContent);
      expect(opener).toBe(user.check.more);
    });
  });
});
