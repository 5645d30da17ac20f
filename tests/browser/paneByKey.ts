import type { Frame, Locator } from "playwright-core";
import { takePicture } from "./browser";
import { axeProblems, cutOff, keyboardProblems, paneFrame, setPaneWidth } from "./paneAudit";
import type { WorkbenchPage } from "./workbenchPage";

/** As narrow as a pane may be, and enlarged to twice the size. */
const SIZES = [
  { width: 300, zoom: 1 },
  { width: 320, zoom: 1 },
  { width: 320, zoom: 2 },
];

/** More than the pane has to stop at. */
const MOST_PRESSES = 400;

/** A place of the pane as one without a mouse goes through it. */
export interface PaneByKey {
  readonly frame: () => Frame;
  button(name: string): Locator;
  /** Waits for a text. */
  sees(text: string | RegExp): Promise<void>;
  /** Goes from the tab of the place on by Tab until the keyboard is at something. Throws where it does not come there. */
  tabTo(target: Locator): Promise<void>;
  pressByKey(target: Locator, key?: string): Promise<void>;
  /** Opens a file with the pane beside it, 320 pixels wide, at this place. */
  openBeside(name: string, bytes: Uint8Array): Promise<void>;
  /**
   * Takes a picture from a heading on; nothing is wrong by axe, cut off in any size, or out of the keyboard's reach.
   * @param heading of a section, or of the second level
   */
  isInOrder(picture: string, heading: string): Promise<void>;
}

/** @param place "tables", "notes": the end of its tab's id */
export function paneByKey(shown: WorkbenchPage, place: string): PaneByKey {
  const { page } = shown;
  const frame = () => paneFrame(page);
  const tab = () => frame().locator(`#tab-${place}`);
  const tabTo = async (target: Locator) => {
    await tab().focus();
    for (let press = 0; press < MOST_PRESSES; press++) {
      if (await target.evaluate((one) => one === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("the keyboard does not come there");
  };
  return {
    frame,
    button: (name) => frame().getByRole("button", { name, exact: true }).first(),
    sees: (text) => frame().getByText(text).first().waitFor(),
    tabTo,
    pressByKey: async (target, key = "Enter") => {
      await target.waitFor();
      await tabTo(target);
      await page.keyboard.press(key);
    },
    openBeside: async (name, bytes) => {
      await shown.openFile(name, Buffer.from(bytes));
      await page.evaluate(() => document.getElementById("pane")?.removeAttribute("hidden"));
      await setPaneWidth(page, 320);
      await tab().focus();
      await page.keyboard.press("Enter");
    },
    isInOrder: async (picture, heading) => {
      const title = frame().getByRole("heading", { name: heading, exact: true, level: 2 });
      await title.evaluate((one) => one.scrollIntoView({ block: "start" }));
      await takePicture(page.locator("#pane"), picture);
      expect(await axeProblems(frame())).toEqual([]);
      expect(await cutOff(page, SIZES)).toEqual([]);
      expect(await keyboardProblems(page, frame())).toEqual([]);
    },
  };
}
