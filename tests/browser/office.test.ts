import { writeOfficeDefaults } from "../../src/actions/officeDefaults";
import { SETTINGS_WORDS } from "../../taskpane/wording/settings";
import { describeInWorkbench } from "./workbenchPage";
import type { WorkbenchPage } from "./workbenchPage";

const words = SETTINGS_WORDS["zh-CN"];

const DEFAULTS = writeOfficeDefaults({
  name: "某某局 2027 年部门预算",
  rate: "15",
  setTexts: [],
  rules: [{ id: "自7", text: "T06[合计].c3 = T06[合计].c4", title: "只有基本支出", severity: "error" }],
  codeLists: [],
});

describeInWorkbench("what an office's administrator laid beside the manifest", (workbench) => {
  /** The workbench on a server whose office.json holds this. */
  async function openWith(body: string): Promise<WorkbenchPage> {
    const shown = await workbench.open();
    await shown.page.route("**/office.json", (route) =>
      route.fulfill({ body, contentType: "application/json" }),
    );
    await shown.page.reload();
    await shown.ribbon("校验全部").and(shown.page.locator(":enabled")).waitFor();
    return shown;
  }

  test("is told among the settings and holds in every check", async () => {
    const { page, pane, check, openBudget, complaints } = await openWith(DEFAULTS);
    await openBudget();
    await check();
    await pane.getByText("总计 31,599.23，应等于").first().waitFor();
    await pane.locator("#tab-settings").click();
    for (const text of [
      words.officeHint("某某局 2027 年部门预算"),
      words.officeRules(1),
      words.officeRate("15"),
    ])
      await pane.getByText(text).waitFor();
    expect(complaints).toEqual({ requestsElsewhere: [], errors: [] });
    await page.close();
  }, 120_000);

  test("that cannot be read is said by the check, which goes on without", async () => {
    const { page, pane, check, openBudget } = await openWith('{"version": 1, ');
    await openBudget();
    await check();
    await pane
      .getByText(/全单位的规定 office\.json 不是 JSON 格式/)
      .first()
      .waitFor();
    await page.close();
  }, 120_000);
});
