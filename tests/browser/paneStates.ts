import { FILL_WORDS } from "../../taskpane/wording/fill";
import { RECOGNITION_WORDS } from "../../taskpane/wording/recognition";
import { BALANCE_STATES, CODE_STATES, ROW_STATES, TABLE_STATES } from "./paneEdits";
import type { PaneState, PaneUser } from "./paneUser";

/** Opens the finding on the wrong figure; the one that the user is at is open already. */
async function openWrong(user: PaneUser): Promise<void> {
  const findings = user.frame.locator("details > ul > li > button");
  const wrong = findings.filter({ hasText: `表6 ${user.wrong}` }).first();
  if ((await wrong.getAttribute("aria-expanded")) !== "true") await wrong.click();
}

/** Every state of the pane, in an order in which a user comes through them. The workbook has an error to be found. */
export const PANE_STATES: readonly PaneState[] = [
  { id: "tour", place: "check", reach: (user) => user.sees(user.help.tour[0]?.title ?? "") },
  {
    id: "tour-last",
    place: "check",
    reach: async (user) => {
      for (let step = 1; step < user.help.tour.length; step++) await user.press(user.help.next);
      await user.button(user.help.done).waitFor();
    },
  },
  {
    id: "empty",
    place: "check",
    reach: async (user) => {
      await user.press(user.help.done);
      await user.sees(user.check.emptyTitle);
    },
  },
  { id: "tables-before", place: "tables", reach: (user) => user.go("tables") },
  {
    id: "running",
    place: "check",
    reach: async (user) => {
      await user.go("check");
      await user.excelRuns("when released");
      await user.press(user.check.check);
      await user.button(user.pane.cancel).waitFor();
    },
  },
  {
    id: "cancelled",
    place: "check",
    reach: async (user) => {
      await user.press(user.pane.cancel);
      await user.release();
      await user.sees(user.pane.cancelled);
    },
  },
  {
    id: "failed",
    place: "check",
    reach: async (user) => {
      await user.excelRuns("never");
      await user.press(user.check.check);
      await user.sees(user.pane.unexpected);
      await user.excelRuns("normally");
    },
  },
  {
    id: "done",
    place: "check",
    reach: async (user) => {
      await user.press(user.check.check);
      await user.frame.locator("details li").first().waitFor();
    },
  },
  {
    id: "more",
    place: "check",
    isMenu: true,
    reach: async (user) => {
      await user.press(user.check.more);
      await user.frame.getByRole("menuitem").first().waitFor();
    },
  },
  {
    id: "finding",
    place: "check",
    reach: async (user) => {
      await openWrong(user);
      await user.frame.locator("[aria-current=true]").waitFor();
      await user.sees(user.check.equations);
    },
  },
  {
    id: "accept",
    place: "check",
    reach: async (user) => {
      await user.press(user.mend.accept);
      await user.sees(user.mend.reasonHint);
    },
  },
  {
    id: "accepted",
    place: "check",
    reach: async (user) => {
      const name = user.mend.acceptNow;
      await user.frame
        .getByLabel(user.mend.reason)
        .fill(user.locale === "zh-CN" ? "已与财政局核对" : "Agreed");
      await user.press(name);
      const filter = new RegExp(`^${user.check.filters.accepted}`);
      await user.frame.getByRole("button", { name: filter }).click();
      await user.frame.getByRole("button", { name: filter, pressed: true }).waitFor();
    },
  },
  {
    id: "explain",
    place: "check",
    reach: async (user) => {
      await user.press(user.check.more);
      await user.frame.getByRole("menuitem", { name: user.check.explain, exact: true }).click();
      await user.frame.getByRole("heading", { name: user.check.explain }).waitFor();
      await user.frame.getByText(user.check.reading).waitFor({ state: "detached" });
    },
  },
  {
    id: "mended",
    place: "check",
    reach: async (user) => {
      await user.press(user.check.close);
      await openWrong(user);
      await user.press(user.mend.unaccept);
      await user.waits();
      await user.frame.getByRole("button", { name: user.check.filters.all, exact: true }).click();
      await openWrong(user);
      await user.press(user.mend.adopt);
      const answer = user.frame.getByText(user.mend.mended("").trim()).first();
      await answer.waitFor();
      await user.waits();
      // The answer and its 撤销 are where the user looks, however high the finding was.
      const isInView = await answer.evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top >= (document.querySelector("header")?.offsetHeight ?? 0) && bottom <= innerHeight;
      });
      if (!isInView) throw new Error("what was mended is out of view");
    },
  },
  {
    id: "rounding",
    place: "check",
    reach: async (user) => {
      const name = new RegExp(`^${user.check.filters.rounding}`);
      await user.frame.getByRole("button", { name }).first().click();
      await user.frame.getByRole("button", { name, pressed: true }).waitFor();
    },
  },
  ...BALANCE_STATES,
  { id: "codes", place: "codes", reach: (user) => user.go("codes") },
  {
    id: "codes-fill",
    place: "codes",
    reach: async (user) => {
      const words = FILL_WORDS[user.locale];
      await user.press(words.preview);
      await user.frame.locator("#place-codes section li, #place-codes section p").first().waitFor();
    },
  },
  {
    id: "codes-find",
    place: "codes",
    reach: async (user) => {
      await user.frame.getByRole("combobox").and(user.frame.locator("input")).fill("住房公积金");
      await user.frame.locator("#code-hits li").first().waitFor();
    },
  },
  ...CODE_STATES,
  { id: "tables", place: "tables", reach: (user) => user.go("tables") },
  {
    id: "tables-recognition",
    place: "tables",
    reach: async (user) => {
      await user.press(RECOGNITION_WORDS[user.locale].look);
      await user.button(RECOGNITION_WORDS[user.locale].lookAgain).waitFor();
    },
  },
  {
    id: "tables-correction",
    place: "tables",
    reach: async (user) => {
      const words = RECOGNITION_WORDS[user.locale];
      await user.frame.locator(".fui-AccordionHeader button").filter({ hasText: "表6" }).first().click();
      await user.frame.getByRole("heading", { name: words.headerRows, exact: true }).waitFor();
    },
  },
  ...ROW_STATES,
  ...TABLE_STATES,
  { id: "settings", place: "settings", reach: (user) => user.go("settings") },
  {
    id: "rules",
    place: "settings",
    reach: async (user) => {
      await user.frame.getByText(user.help.rules).click();
      await user.frame.locator("dl dt").first().waitFor();
    },
  },
  {
    id: "nothing-found",
    place: "check",
    reach: async (user) => {
      await user.page.locator("#new").click();
      // What was edited in the states before is not to be kept: the second answer of three.
      await user.page.locator("dialog.question .answers button").nth(1).click();
      await user.page.locator("#fileName", { hasText: /新建工作簿|New workbook/ }).waitFor();
      // The add-in begins anew with the workbook, in a frame of its own.
      const frame = user.page.frameLocator("#pane iframe");
      await frame.getByRole("button", { name: user.check.check, exact: true }).waitFor();
      await user.press(user.check.check);
      await user.sees(user.check.noTables);
    },
  },
];
