import ExcelJS from "exceljs";
import { applyEdits, removeReport } from "../../../src/xlsx/patch/applyEdits";
import { crossMark, expectSameFile, mark, partsOf, removalsOf, report } from "./workbooks";

/** A workbook as exceljs writes it: shared strings, merges, a list rule, a table, a note, a user's own format. */
async function makeWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date("2020-01-17T00:00:00Z");
  workbook.calcProperties.fullCalcOnLoad = false;
  for (const [name, total] of [
    ["表1", 1890.17],
    ["表6", 1890.17],
  ] as const) {
    const sheet = workbook.addWorksheet(name, { pageSetup: { orientation: "landscape", paperSize: 9 } });
    sheet.addRow(["一般公共预算支出情况表", null, null]);
    sheet.mergeCells("A1:C1");
    sheet.getCell("A1").style = {
      font: { name: "宋体", size: 16, bold: true },
      alignment: { horizontal: "center" },
    };
    sheet.addRow(["科目编码", "合计", "基本支出"]);
    sheet.addRow(["2010301", total, 725.78]).eachCell((cell, column) => {
      cell.numFmt = column === 1 ? "@" : "#,##0.00";
    });
    sheet.addRow(["合计", { formula: "B3", result: total }, { formula: "C3", result: 725.78 }]);
    sheet.getCell("C3").note = "用户的批注";
    sheet.getCell("A4").dataValidation = { type: "list", allowBlank: true, formulae: ['"合计,小计"'] };
    sheet.addConditionalFormatting({
      ref: "B3:B4",
      rules: [
        {
          type: "expression",
          priority: 3,
          formulae: ["B3<0"],
          style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFFFF00" } } },
        },
      ],
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const edits = [
  mark({ row: 2, column: 1 }),
  mark({ row: 3, column: 2, severity: "warning" }),
  crossMark({ row: 3, column: 1 }),
  report(),
];

describe("a workbook written by exceljs", () => {
  test("comes back to the last character of every part once marks and report are removed", async () => {
    const file = await makeWorkbook();
    const marked = applyEdits(file, edits);
    const unreported = removeReport(marked);
    const cleared = applyEdits(unreported, removalsOf(unreported, "表6", "xl/worksheets/sheet2.xml"));
    expect(partsOf(cleared)).toEqual(partsOf(file));
    expectSameFile(applyEdits(cleared, edits), marked);
  });

  test("still opens in exceljs after marking, with its own content and the report as last sheet", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(applyEdits(await makeWorkbook(), edits).buffer as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["表1", "表6", "校验报告"]);
    const sheet = workbook.getWorksheet("表6")!;
    expect(sheet.getCell("B3").value).toBe(1890.17);
    expect(sheet.getCell("A1").font).toMatchObject({ bold: true, size: 16 });
    const rows = workbook.getWorksheet("校验报告")!;
    expect(rows.getCell("B3").text).toBe("总计 1,890.17 ≠ 725.78 & <差 1,164.39>");
    expect(rows.getCell("B3").fill).toMatchObject({ fgColor: { argb: "FFFFC7CE" } });
    expect(rows.getCell("B4").value).toBe("=1+1");
    // exceljs gathers the rules of a sheet here; its types leave the property out.
    const formats = (sheet as unknown as { conditionalFormattings: { ref: string; rules: object[] }[] })
      .conditionalFormattings;
    expect(formats.find(({ ref }) => ref === "B3")?.rules).toMatchObject([
      { priority: 4, style: { font: { bold: true, color: { argb: "FF9C0006" } } } },
    ]);
    expect(formats.find(({ ref }) => ref === "B3:B4")?.rules).toMatchObject([
      { priority: 3, formulae: ["B3<0"] },
    ]);
  });
});
