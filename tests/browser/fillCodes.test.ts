import { join } from "node:path";
import { Workbook } from "exceljs";
import { cellAt } from "../../src/workbook/snapshot";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { bytesOf } from "../cli/run";
import { checkFile, describeInWorkbench } from "./workbenchPage";

/** The real budget without the code of one row of 表6, as a file to open; gives the row, from 0. */
async function budgetWithoutCode(): Promise<{ name: string; buffer: Buffer; row: number }> {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(join(__dirname, "../fixtures/baiyun-2020.xlsx"));
  const sheet = workbook.worksheets.find(({ name }) => name.startsWith("表6"));
  const row = sheet?.getColumn(1).values.indexOf("2010399") ?? -1;
  if (!sheet || row < 0) throw new Error("表6 of the fixture has no row 2010399");
  sheet.getCell(row, 1).value = null;
  return { name: "缺一编码.xlsx", buffer: Buffer.from(await workbook.xlsx.writeBuffer()), row: row - 1 };
}

describeInWorkbench("填充编码 in the workbench", (workbench) => {
  test("the ribbon opens the list, one press fills it as text, and the saved copy checks clean", async () => {
    const { pane, page, ribbon, complaints, openFile, saveCopy } = await workbench.open();
    const { name, buffer, row } = await budgetWithoutCode();
    await openFile(name, buffer);
    await ribbon("填充编码").click();
    await pane.getByRole("button", { name: "列出可填的" }).click();
    await pane.getByRole("button", { name: "填入 1 处" }).click();
    await pane.getByText("已填 1 处").first().waitFor();
    const file = await saveCopy();
    const saved = readWorkbook(bytesOf(file), name);
    const sheet = saved.sheets.find((one) => one.name.startsWith("表6"));
    expect(sheet && cellAt(sheet, row, 0)?.value).toBe("2010399");
    const { code, out } = await checkFile(file);
    expect(code).toBe(0);
    expect(out).toContain('"mismatch": 0');
    expect(complaints).toEqual({ requestsElsewhere: [], errors: [] });
    await page.close();
  });
});
