import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { checkSnapshot } from "../../src/actions/validate";
import { bytesOf } from "../cli/run";
import { describeInWorkbench } from "./workbenchPage";
import type { WorkbenchPage } from "./workbenchPage";

describeInWorkbench("插入标准表 in the workbench", (workbench) => {
  let shown: WorkbenchPage;

  beforeAll(async () => {
    shown = await workbench.open();
    shown.page.on("dialog", (dialog) => void dialog.accept());
    await shown.page.locator("#new").click();
    await shown.tabs().filter({ hasText: "Sheet1" }).waitFor();
  }, 60_000);

  afterEach(() => expect(shown.complaints).toEqual({ requestsElsewhere: [], errors: [] }));

  const menu = async (item: RegExp) => {
    await shown.page.locator("#ribbon").getByRole("button", { name: "插入标准表" }).click();
    await shown.page.locator("#ribbon").getByRole("button", { name: item }).click();
  };
  const tab = (name: RegExp) => shown.tabs().filter({ hasText: name });

  test("a table of the ribbon's menu is there at one click, and is shown", async () => {
    await menu(/^表6 /);
    await tab(/^表6$/).waitFor();
    const [, table] = readWorkbook(bytesOf(await shown.saveCopy()), "copy.xlsx").sheets;
    expect(table?.rows.get(0)?.get(0)?.value).toMatch(/^20\d{2}年一般公共预算支出预算表/);
  });

  test("asked for once more, the pane asks what is to become of it", async () => {
    await menu(/^表6 /);
    await shown.pane.getByText("工作簿里已经有了").waitFor();
    expect(await tab(/^表6/).count()).toBe(1);
  });

  test("all the others come together, and the saved copy checks without a finding", async () => {
    await shown.pane.getByRole("button", { name: "全选" }).click();
    await shown.pane.getByRole("button", { name: "插入 13 张表" }).click();
    await tab(/^表14$/).waitFor({ timeout: 60_000 });
    const snapshot = readWorkbook(bytesOf(await shown.saveCopy()), "copy.xlsx");
    const { tables, findings } = checkSnapshot(snapshot);
    expect(tables).toHaveLength(14);
    // Of a year that no list is complete for that is said, of a blank workbook too.
    expect(findings.filter(({ rule }) => rule !== "codes.list")).toEqual([]);
  }, 120_000);
});
