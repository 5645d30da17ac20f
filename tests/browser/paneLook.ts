import type { Locale } from "../../src/messages/describe";
import { takePicture } from "./browser";
import { axeProblems, cutOff, keyboardProblems, setPaneWidth } from "./paneAudit";
import type { PaneSize } from "./paneAudit";
import { PANE_STATES } from "./paneStates";
import { PaneUser } from "./paneUser";
import { untidyBudget } from "./changedBudget";
import { describeInWorkbench } from "./workbenchPage";
import type { InWorkbench, WorkbenchPage } from "./workbenchPage";

/** The narrowest pane of Excel, the usual one at 1366×768, wide ones. */
const SIZES: readonly PaneSize[] = [
  ...[300, 320, 400, 600].map((width) => ({ width, zoom: 1 })),
  { width: 320, zoom: 2 },
  { width: 600, zoom: 2 },
];

/** The tests of every state of the pane in one language; each language has a file of its own, so that they run side by side. */
export function describePane(locale: Locale): void {
  describeInWorkbench(`the pane, ${locale}`, (workbench) => audit(workbench, locale));
}

function audit(workbench: InWorkbench, locale: Locale): void {
  let shown: WorkbenchPage;
  let user: PaneUser;
  /** The state that was not reached: those after it cannot be either. */
  let lost: string | undefined;

  beforeAll(async () => {
    shown = await workbench.open(`?language=${locale}`, { width: 1100, height: 820 });
    // What moves is measured where it ends.
    shown.page.setDefaultTimeout(20_000);
    await shown.page.emulateMedia({ reducedMotion: "reduce" });
    const { name, buffer, cell } = await untidyBudget();
    await shown.openFile(name, buffer);
    await shown.page.evaluate(() => document.getElementById("pane")?.removeAttribute("hidden"));
    await setPaneWidth(shown.page, 320);
    user = new PaneUser(shown.page, locale, cell);
    await user.button(user.check.check).waitFor();
  }, 60_000);

  describe.each(PANE_STATES.map((state) => [state.id, state] as const))("%s", (id, state) => {
    beforeEach(() => {
      if (lost !== undefined) throw new Error(`not looked at, as ${lost} was not reached`);
    });

    test("can be reached and is all of its place", async () => {
      lost = id;
      await state.reach(user);
      lost = undefined;
      const place = user.frame.locator(`#place-${state.place}`);
      // What is in a place comes when it is first opened.
      await place.waitFor();
      // The test's own refusal, which goes to the log, is the only complaint there may be.
      const others = shown.complaints.errors
        .splice(0)
        .filter((text) => !text.includes("refused by the test"));
      expect({ ...shown.complaints, errors: others }).toEqual({ requestsElsewhere: [], errors: [] });
      if (locale === "zh-CN") await takePicture(shown.page.locator("#pane"), `pane-${id}`);
    });

    test("has nothing cut off from 300 to 600 pixels, nor at 200 % zoom", async () => {
      // A menu closes when the pane changes.
      const sizes = state.isMenu ? SIZES.filter(({ width, zoom }) => width === 320 && zoom === 1) : SIZES;
      expect(await cutOff(shown.page, sizes)).toEqual([]);
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
}
