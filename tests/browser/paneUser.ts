import type { Frame, Locator, Page } from "playwright-core";
import type { Locale } from "../../src/messages/describe";
import type { Place } from "../../taskpane/session";
import { CHECK_WORDS } from "../../taskpane/wording/check";
import { HELP_WORDS } from "../../taskpane/wording/help";
import { MEND_WORDS } from "../../taskpane/wording/mend";
import { PANE_WORDS } from "../../taskpane/wording/pane";
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

  /** Brings the section under this heading to the top of the pane, as the pane itself does. */
  async reads(heading: string): Promise<void> {
    await this.section(heading).evaluate((one) => {
      const header = document.querySelector("header");
      one.style.scrollMarginTop = `${header?.offsetHeight ?? 0}px`;
      one.scrollIntoView({ block: "start" });
    });
  }

  /** Waits until nothing is being done any more. */
  async waits(): Promise<void> {
    await this.frame.locator("[role=status]:empty").first().waitFor({ state: "attached" });
  }

  /** The part of the place under a heading. */
  section(heading: string): Locator {
    const title = this.frame.getByRole("heading", { name: heading, exact: true, level: 2 });
    return this.frame.locator("section").filter({ has: title });
  }

  /** Chooses from a field, by its label in the part under a heading. */
  async chooses(heading: string, label: string, option: string): Promise<void> {
    await this.section(heading).getByLabel(label, { exact: true }).selectOption({ label: option });
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
