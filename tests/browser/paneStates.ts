import type { Frame, Locator, Page } from "playwright-core";
import type { Locale } from "../../src/messages/describe";
import type { Place } from "../../taskpane/session";
import { CHECK_WORDS } from "../../taskpane/wording/check";
import { FILL_WORDS } from "../../taskpane/wording/fill";
import { HELP_WORDS } from "../../taskpane/wording/help";
import { MEND_WORDS } from "../../taskpane/wording/mend";
import { PANE_WORDS } from "../../taskpane/wording/pane";
import { RECOGNITION_WORDS } from "../../taskpane/wording/recognition";
import { paneFrame } from "./paneAudit";

/** The pane as a user has it before them, in one language. */
export class PaneUser {
  readonly check;
  readonly pane;
  readonly mend;
  readonly help;

  constructor(
    readonly page: Page,
    readonly locale: Locale,
    /** The cell with the wrong figure. */
    readonly wrong: string,
  ) {
    this.check = CHECK_WORDS[locale];
    this.pane = PANE_WORDS[locale];
    this.mend = MEND_WORDS[locale];
    this.help = HELP_WORDS[locale];
  }

  get frame(): Frame {
    return paneFrame(this.page);
  }

  /** A button of the place that is shown. */
  button(name: string): Locator {
    return this.frame.getByRole("button", { name, exact: true });
  }

  press(name: string): Promise<void> {
    return this.button(name).first().click();
  }

  sees(text: string | RegExp): Promise<void> {
    return this.frame.getByText(text).first().waitFor();
  }

  go(place: Place): Promise<void> {
    return this.frame.locator(`#tab-${place}`).click();
  }

  /** Puts something in the place of Excel.run in the add-in: the pane is to be seen waiting and failing. */
  async excelRuns(how: "normally" | "when released" | "never"): Promise<void> {
    await this.frame.evaluate((kind) => {
      const holder = window as unknown as {
        realRun?: typeof Excel.run;
        release?: () => void;
      };
      holder.realRun ??= Excel.run;
      const real = holder.realRun as (...given: unknown[]) => Promise<unknown>;
      const released = new Promise<void>((resolve) => (holder.release = resolve));
      const ways = {
        normally: real,
        "when released": (...given: unknown[]) => released.then(() => real(...given)),
        never: () => Promise.reject(new Error("refused by the test")),
      };
      Excel.run = ways[kind] as typeof Excel.run;
    }, how);
  }

  release(): Promise<void> {
    return this.frame.evaluate(() => (window as unknown as { release(): void }).release());
  }
}

export interface PaneState {
  /** Names the state, and its picture. */
  readonly id: string;
  readonly place: Place;
  /** An open menu: it closes when the pane changes, and keeps the focus to itself. */
  readonly isMenu?: true;
  /** From the state before it in the list to this one. */
  reach(user: PaneUser): Promise<void>;
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
      const findings = user.frame.locator("details > ul > li > button");
      await findings
        .filter({ hasText: `表6 ${user.wrong}` })
        .first()
        .click();
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
    id: "rounding",
    place: "check",
    reach: async (user) => {
      await user.press(user.check.close);
      const name = new RegExp(`^${user.check.filters.rounding}`);
      await user.frame.getByRole("button", { name }).first().click();
      await user.frame.getByRole("button", { name, pressed: true }).waitFor();
    },
  },
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
      await user.page.locator("#fileName", { hasText: "新建工作簿" }).waitFor();
      // The add-in begins anew with the workbook, in a frame of its own.
      const frame = user.page.frameLocator("#pane iframe");
      await frame.getByRole("button", { name: user.check.check, exact: true }).waitFor();
      await user.press(user.check.check);
      await user.sees(user.check.noTables);
    },
  },
];
