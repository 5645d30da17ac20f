import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import { run, temporaryFolder } from "../cli/run";
import type { Complaints } from "./browser";
import { hasChromium, launch, openPage } from "./browser";
import { changedBudget } from "./changedBudget";

const BUDGET = join(__dirname, "../fixtures/baiyun-2020.xlsx");

/** The workbench on a page, with what users do there. */
export interface WorkbenchPage {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly complaints: Complaints;
  ribbon(name: string): Locator;
  tabs(): Locator;
  findings(): Locator;
  marksOnTabs(): Promise<number>;
  /** Waits until what is selected is said so: "表1 … B5：31599.23". */
  selected(text: RegExp): Promise<void>;
  /** Where the cells are drawn: the formula bar is a canvas too. */
  cells(): Promise<{ x: number; y: number; width: number; height: number }>;
  /** Opens the real budget with one figure of 表6 wrong; gives that cell. */
  openChangedBudget(): Promise<string>;
  /** Opens the real budget anew, as a file of another name each time, with the pane closed. */
  openBudget(): Promise<void>;
  /** Opens a file of the user's; ready to be used again. */
  openFile(name: string, buffer: Buffer): Promise<void>;
  /** 校验全部 on the ribbon, to its end. */
  check(): Promise<void>;
  /** Saves a copy; gives the file. */
  saveCopy(): Promise<string>;
}

/** On the page: no work of the add-in runs in the pane, as far as there is one. */
function isIdle(): boolean {
  const pane = document.querySelector<HTMLIFrameElement>("#pane iframe")?.contentDocument;
  return !pane || !("working" in pane.documentElement.dataset);
}

/** Opens the workbench with the budget that it begins with, ready to be used. */
async function openWorkbenchPage(
  browser: Browser,
  address: string,
  viewport = { width: 1280, height: 800 },
): Promise<WorkbenchPage> {
  const { page, complaints } = await openPage(browser, viewport);
  await page.goto(address);
  const pane = page.frameLocator("#pane iframe");
  const ribbon = (name: string): Locator => page.locator("#ribbon").getByRole("button", { name });
  // In whichever language the address asks for.
  const check = page.locator("#ribbon").getByRole("button", { name: /^(校验全部|Check All)/ });
  await check.and(page.locator(":enabled")).waitFor();
  const openFile = async (name: string, buffer: Buffer) => {
    await page.locator("#file").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    const leave = page.getByRole("button", { name: /^(不另存，继续|Go On Without Saving)$/ });
    const isOpen = page.locator("#fileName", { hasText: name });
    await leave.or(isOpen).waitFor();
    if (await leave.isVisible()) await leave.click();
    await isOpen.waitFor();
    await check.and(page.locator(":enabled")).waitFor();
  };
  let opened = 0;
  return {
    page,
    pane,
    complaints,
    ribbon,
    openFile,
    openBudget: async () => {
      const close = page.locator("#closePane");
      if (await close.isVisible()) await close.click();
      await openFile(`预算${++opened}.xlsx`, readFileSync(BUDGET));
    },
    tabs: () => page.locator("#tabs").getByRole("tab"),
    findings: () => pane.locator("details > ul > li > button"),
    marksOnTabs: async () =>
      (await page.locator(".tabs .marks").allTextContents()).reduce((sum, count) => sum + Number(count), 0),
    selected: (text) => page.locator("#selected", { hasText: text }).waitFor({ state: "attached" }),
    cells: async () => {
      const box = await page.locator("#grid canvas[id^=univer-sheet-main-canvas]").boundingBox();
      if (!box) throw new Error("the grid is not on the page");
      return box;
    },
    openChangedBudget: async () => {
      const { name, buffer, cell } = await changedBudget();
      await openFile(name, buffer);
      return cell;
    },
    check: async () => {
      // A button pressed while the last check still marks does nothing.
      await page.waitForFunction(isIdle);
      await ribbon("校验全部").click();
      await pane.getByText("14 张表 ·").waitFor();
      await page.waitForFunction(isIdle);
    },
    saveCopy: async () => {
      const started = page.waitForEvent("download");
      await page.locator("#save").click();
      const file = join(temporaryFolder(), "copy.xlsx");
      await (await started).saveAs(file);
      return file;
    },
  };
}

/** What a test of the workbench begins with. */
export interface InWorkbench {
  /** Where the workbench is served. */
  readonly address: string;
  readonly browser: Browser;
  /** Opens it, ready to be used; `query` is what follows in the address ("?language=en-US"). */
  open(query?: string, viewport?: { width: number; height: number }): Promise<WorkbenchPage>;
}

/**
 * A block of browser tests with the workbench that all of them share (beginAll.ts) and a browser of its own. Left out
 * where there is no Chromium.
 */
export function describeInWorkbench(name: string, tests: (workbench: InWorkbench) => void): void {
  (hasChromium() ? describe : describe.skip)(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await launch();
    }, 60_000);
    afterAll(() => browser?.close());
    const begun = () => {
      if (!browser) throw new Error("the browser is there only while the tests run");
      return browser;
    };
    const address = process.env["WORKBENCH"] ?? "";
    tests({
      address,
      get browser() {
        return begun();
      },
      open: (query = "", viewport) => openWorkbenchPage(begun(), `${address}${query}`, viewport),
    });
  });
}

/** What `gouji check` says of a file. */
export function checkFile(file: string) {
  return run(["check", file, "--format", "json"]);
}
