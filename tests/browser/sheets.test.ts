import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { bytesOf } from "../cli/run";
import { checkFile, describeInWorkbench } from "./workbenchPage";
import type { WorkbenchPage } from "./workbenchPage";

describeInWorkbench("sheets in the workbench", (workbench) => {
  let shown: WorkbenchPage;

  beforeAll(async () => {
    shown = await workbench.open();
  }, 60_000);

  afterEach(() => expect(shown.complaints).toEqual({ requestsElsewhere: [], errors: [] }));

  const tab = (name: RegExp | string) => shown.page.locator("#tabs").getByRole("tab", { name });

  test("one is added by the button, takes typing, is renamed by F2 and is in the saved copy", async () => {
    const { page, selected } = shown;
    await page.getByRole("button", { name: "插入工作表" }).click();
    await selected(/^Sheet15 A1：空$/);
    const box = await shown.cells();
    await page.mouse.click(box.x + 70, box.y + 30);
    await page.keyboard.type("2010301");
    await page.keyboard.press("Enter");
    await selected(/^Sheet15 A2：/);
    await tab("Sheet15").press("F2");
    await page.keyboard.type("附表 说明");
    await page.keyboard.press("Enter");
    await tab("附表 说明").waitFor();
    const saved = readWorkbook(bytesOf(await shown.saveCopy()), "copy.xlsx");
    expect(saved.sheets.at(-1)?.name).toBe("附表 说明");
    expect(saved.sheets.at(-1)?.rows.get(0)?.get(0)?.value).toBe(2010301);
  });

  test("a name that Excel does not take is refused in one sentence", async () => {
    const { page } = shown;
    await tab("附表 说明").dblclick();
    await page.keyboard.type("附表/说明");
    await page.keyboard.press("Enter");
    await page.getByText("没有改名：“附表/说明”不能作工作表名").waitFor();
    await tab("附表 说明").dblclick();
    await page.keyboard.press("Escape");
    expect(await tab("附表 说明").count()).toBe(1);
  });

  test("another than the one shown is renamed in its own place by its menu", async () => {
    const { page } = shown;
    const place = await tab(/^表2 /).evaluate((one) => [...(one.parentElement?.children ?? [])].indexOf(one));
    await tab(/^表2 /).click({ button: "right" });
    await page.getByRole("menuitem", { name: "重命名" }).click();
    const field = page.locator("#tabs input");
    await field.waitFor();
    expect(await field.evaluate((one) => [...(one.parentElement?.children ?? [])].indexOf(one))).toBe(place);
    await page.keyboard.press("Escape");
  });

  test("Ctrl+Z gives a tab its name back and brings a removed one back, and the tabs show it at once", async () => {
    const { page } = shown;
    await tab(/^表5 /).click();
    await tab(/^表5 /).dblclick();
    await page.keyboard.type("非税");
    await page.keyboard.press("Enter");
    await tab("非税").waitFor();
    const undo = async () => {
      const box = await shown.cells();
      await page.mouse.click(box.x + 265, box.y + 160);
      await page.keyboard.press("Control+z");
    };
    await undo();
    await tab(/^表5 /).waitFor({ timeout: 5000 });
    page.once("dialog", (dialog) => void dialog.accept());
    await tab(/^表5 /).click({ button: "right" });
    await page.getByRole("menuitem", { name: "删除" }).click();
    await tab(/^表5 /).waitFor({ state: "detached" });
    await page.locator("#selected", { hasText: "表6 一般公共预算支出预算表" }).waitFor({ timeout: 5000 });
    // Two clicks at one place would begin to edit the cell.
    await page.waitForTimeout(600);
    expect(await page.locator("#tabs [aria-selected=true]").textContent()).toMatch(/^表6 /);
    await undo();
    await tab(/^表5 /).waitFor({ timeout: 5000 });
  });

  test("in English a refused name is told in English", async () => {
    const english = await workbench.open("?language=en-US");
    const first = english.tabs().first();
    await first.click();
    await first.press("F2");
    await english.page.keyboard.type("A/B");
    await english.page.keyboard.press("Enter");
    await english.page.getByText("Not renamed: “A/B” cannot be the name of a sheet.").waitFor();
    await english.page.close();
  });

  test("a renamed table is found by the check under its new name, in the workbench and in the copy", async () => {
    const { page } = shown;
    await tab(/^表6 /).click();
    await tab(/^表6 /).dblclick();
    await page.keyboard.type("功能支出");
    await page.keyboard.press("Enter");
    await tab("功能支出").waitFor();
    await shown.check();
    const checked = await checkFile(await shown.saveCopy());
    expect(checked.code).toBe(0);
    const sheets = (JSON.parse(checked.out) as { files: { tables: { sheet: string }[] }[] }).files[0]?.tables;
    expect(sheets?.map(({ sheet }) => sheet)).toContain("功能支出");
  });

  test("one is removed by its menu with the keyboard, after a question, and is not in the copy", async () => {
    const { page } = shown;
    page.once("dialog", (dialog) => {
      expect(dialog.message()).toContain("删除工作表“附表 说明”");
      void dialog.accept();
    });
    await tab("附表 说明").click();
    await tab("附表 说明").click({ button: "right" });
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await tab("附表 说明").waitFor({ state: "detached" });
    const saved = readWorkbook(bytesOf(await shown.saveCopy()), "copy.xlsx");
    expect(saved.sheets).toHaveLength(14);
  });
});
