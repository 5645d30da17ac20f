import { run } from "../cli/run";
import { describeInWorkbench } from "./workbenchPage";

describeInWorkbench("舍位平衡 in the workbench", (workbench) => {
  test("the solver works in a worker under the pane's content security policy, from this computer, and no difference is left in the saved copy", async () => {
    const { pane, page, complaints, check, saveCopy } = await workbench.open();
    await check();
    const workers = page.workers().length;
    await pane.getByRole("button", { name: "列出要改的数" }).click();
    await pane.getByText(/消除 20 处尾差/).waitFor();
    expect(page.workers()).toHaveLength(workers + 1);
    await pane.getByRole("button", { name: /^改这 \d+ 个数$/ }).click();
    await pane.getByText("· 0 尾差").waitFor();
    const file = await saveCopy();
    const { code, out } = await run(["check", file, "--format", "json"]);
    const [{ relations }] = (JSON.parse(out) as { files: [{ relations: object }] }).files;
    expect({ code, relations }).toMatchObject({ code: 0, relations: { rounding: 0, mismatch: 0 } });
    expect(complaints).toEqual({ requestsElsewhere: [], errors: [] });
    await page.close();
  });
});
