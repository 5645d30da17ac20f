import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Workbook } from "exceljs";
import type { FrameLocator, Page } from "playwright-core";
import { stopwatch } from "./stopwatch";
import type { Stopwatch } from "./stopwatch";
import { describeInWorkbench } from "./workbenchPage";
import type { WorkbenchPage } from "./workbenchPage";

const BUDGET = join(__dirname, "../fixtures/baiyun-2020.xlsx");

/** The real budget with two rows of 表6 in each other's place. */
async function unsortedBudget(): Promise<Buffer> {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(BUDGET);
  const sheet = workbook.worksheets.find(({ name }) => name.startsWith("表6 "));
  const [first, second] = [10, 11].map((row) => sheet?.getRow(row));
  if (!first || !second) throw new Error("表6 has these rows");
  for (let column = 1; column <= 7; column++) {
    const value = first.getCell(column).value;
    first.getCell(column).value = second.getCell(column).value;
    second.getCell(column).value = value;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describeInWorkbench("14 new tables in the workbench", (workbench) => {
  let shown: WorkbenchPage;
  let page: Page;
  let pane: FrameLocator;
  let watch: Stopwatch;

  beforeAll(async () => {
    shown = await workbench.open();
    ({ page, pane } = shown);
    page.setDefaultTimeout(60_000);
    watch = stopwatch(page);
  }, 60_000);
  afterAll(() => page.close());
  afterEach(() => expect(shown.complaints).toEqual({ requestsElsewhere: [], errors: [] }));

  const tab = (name: RegExp) => shown.tabs().filter({ hasText: name });
  const rows = async (kind: string, fields: readonly (readonly [name: string, text: string])[]) => {
    await shown.ribbon("增删行").click();
    await shown.ribbon(kind).click();
    for (const [name, text] of fields) await pane.getByRole("textbox", { name }).fill(text);
    const add = pane.getByRole("button", { name: /^增加 \d+ 行$/ });
    await watch.timed(`list ${kind}`, async () => {
      await pane.getByRole("button", { name: "列出增删的行" }).click();
      await add.waitFor();
    });
    await watch.timed(`add ${kind}`, async () => {
      await add.click();
      await add.waitFor({ state: "detached" });
    });
  };

  test("are there at one click of the first page; a unit and codes come into them, and are named in 上一步", async () => {
    await page.getByRole("button", { name: "新建 14 张表" }).click();
    await tab(/^表14$/).waitFor();
    await tab(/^表3$/).click();
    await rows("单位行", [
      ["单位编码", "156001"],
      ["单位名称", "某某局"],
    ]);
    await pane.getByText(/^上一步：增加 \d+ 行$/).waitFor();
    for (const code of ["2010301", "2080505"]) await rows("科目行", [["科目编码", code]]);
  }, 180_000);

  test("a code of seven digits leaves its row as high as it was", async () => {
    const workbook = new Workbook();
    await workbook.xlsx.readFile(await shown.saveCopy());
    const sheet = workbook.getWorksheet("表3");
    const heights = new Map<string, number>();
    sheet?.eachRow((row) => heights.set(String(row.getCell(1).value ?? ""), row.height ?? 15));
    expect(heights.get("2010301")).toBeDefined();
    expect(heights.get("2010301")).toBe(heights.get("201"));
  }, 60_000);

  test("the report is the last sheet, and among the tabs of the copy when that is opened", async () => {
    await watch.timed("report", async () => {
      await shown.ribbon("校验报告").click();
      await tab(/^校验报告$/).waitFor();
    });
    const copy = readFileSync(await shown.saveCopy());
    await shown.openFile("带报告.xlsx", copy);
    await tab(/^校验报告$/).waitFor();
    // What was done to the workbook before is not offered in this one.
    await shown.ribbon("窗格").click();
    await pane.getByText("还没有校验").waitFor();
    expect(await pane.getByText(/^上一步：/).count()).toBe(0);
  }, 120_000);

  test("rows of a real table are sorted by code, and the dictionary of codes comes in", async () => {
    await shown.openFile("乱序.xlsx", await unsortedBudget());
    await tab(/^表6 /).click();
    await shown.ribbon("填充编码").click();
    await pane.getByRole("button", { name: "按编码排序" }).click();
    const sort = pane.getByRole("button", { name: /^移动 \d+ 行$/ });
    await sort.waitFor();
    await watch.timed("sort", async () => {
      await sort.click();
      await sort.waitFor({ state: "detached" });
    });
    await watch.timed("dictionary", async () => {
      await pane.getByRole("button", { name: "插入科目字典" }).click();
      await tab(/^科目字典/).waitFor();
    });
  }, 120_000);

  test("no step takes more than two seconds", () => {
    process.stdout.write(`The slowest of each step: ${watch.told()}.\n`);
    expect(watch.tooLong()).toEqual([]);
  });
});
