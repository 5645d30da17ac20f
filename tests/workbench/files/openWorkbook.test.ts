import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Workbook } from "exceljs";
import { openWorkbook } from "../../../workbench/files/openWorkbook";
import { storedCell } from "../../../workbench/host/store";

const budget = () => readFileSync(join(__dirname, "../../fixtures/baiyun-2020.xlsx"));

async function made(fill: (workbook: Workbook) => void): Promise<Uint8Array> {
  const workbook = new Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

test("the real budget opens with its titles merged, its headings frozen and its columns as wide as in Excel", () => {
  const { store, unshown } = openWorkbook(budget(), "baiyun-2020.xlsx");
  const table = store.sheets[0];
  expect(store.sheets).toHaveLength(14);
  expect(table?.merges).toContainEqual({ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 3 });
  expect(table?.frozenRows).toBe(4);
  expect(table?.columnWidths.size).toBeGreaterThan(3);
  expect(table && storedCell(table, 0, 0)).toMatchObject({ horizontal: "center", value: "收支总体情况表" });
  expect(table && storedCell(table, 2, 0)?.borders?.top).toEqual({ style: "thin", color: "#000000" });
  expect(table && storedCell(table, 4, 1)).toMatchObject({ value: 31599.23, numberFormat: "#,##0.00" });
  expect(unshown).toEqual([]);
});

test("fonts, fills, sizes, formats with a formula, lists and notes are read", async () => {
  const bytes = await made((workbook) => {
    const sheet = workbook.addWorksheet("表1", { properties: { tabColor: { argb: "FF00B050" } } });
    const cell = sheet.getCell("B2");
    cell.value = 12.5;
    cell.font = { name: "黑体", size: 14, bold: true, color: { argb: "FFC00000" } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF2CC" } };
    cell.alignment = { horizontal: "right", vertical: "middle", wrapText: true };
    cell.note = "核对过";
    sheet.getCell("C2").numFmt = "0.00%";
    sheet.getColumn(2).width = 20;
    sheet.getColumn(4).hidden = true;
    sheet.getRow(2).height = 30;
    sheet.getCell("D5").dataValidation = { type: "list", formulae: ['"是,否"'], showErrorMessage: true };
    sheet.addConditionalFormatting({
      ref: "A1:B9",
      rules: [
        {
          type: "expression",
          priority: 1,
          formulae: ["$B1<>1"],
          style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFFC7CE" } } },
        },
      ],
    });
  });
  const [sheet] = openWorkbook(bytes, "x.xlsx").store.sheets;
  if (!sheet) throw new Error("no sheet");
  expect(storedCell(sheet, 1, 1)).toMatchObject({
    value: 12.5,
    fontName: "黑体",
    fontSize: 14,
    isBold: true,
    fontColor: "#C00000",
    fill: "#FFF2CC",
    horizontal: "right",
    vertical: "center",
    isWrapped: true,
  });
  expect(storedCell(sheet, 1, 2)).toMatchObject({ numberFormat: "0.00%" });
  expect(storedCell(sheet, 1, 2)?.value).toBeUndefined();
  expect(sheet.columnWidths.get(1)).toBe(140);
  expect(sheet.rowHeights.get(1)).toBe(40);
  expect([...sheet.hiddenColumns]).toEqual([3]);
  expect(sheet.tabColor).toBe("#00B050");
  expect(sheet.notes).toEqual([{ row: 1, column: 1, content: "核对过" }]);
  expect(sheet.validations).toMatchObject([{ list: "是,否", isStrict: true }]);
  expect(sheet.conditionalFormats).toMatchObject([{ type: "Custom", formula: "=$B1<>1", fill: "#FFC7CE" }]);
});

test("what the grid does not show is named", async () => {
  const bytes = await made((workbook) => {
    const sheet = workbook.addWorksheet("表1");
    const picture = readFileSync(join(__dirname, "../../../assets/icon-16.png")).toString("base64");
    const id = workbook.addImage({ base64: picture, extension: "png" });
    sheet.addImage(id, "A1:B2");
  });
  expect(openWorkbook(bytes, "x.xlsx").unshown).toEqual(["图片"]);
});

test("a row whose height is not stored is as high as its wrapped text needs, a stored height stays", async () => {
  const text = "用于机关工作人员日常办公、会议、培训和差旅等方面的支出，以及办公设备的购置与维护";
  const bytes = await made((workbook) => {
    const sheet = workbook.addWorksheet("说明");
    sheet.getColumn(1).width = 20;
    for (const row of [1, 2]) {
      sheet.getCell(row, 1).value = text;
      sheet.getCell(row, 1).alignment = { wrapText: true };
    }
    sheet.getRow(2).height = 15;
    sheet.getCell(3, 1).value = text;
  });
  const heights = openWorkbook(bytes, "x.xlsx").store.sheets[0]?.rowHeights;
  expect(heights?.get(0)).toBeGreaterThan(60);
  expect([heights?.get(1), heights?.get(2)]).toEqual([undefined, undefined]);
});

test("print settings and names of the file are read", async () => {
  const bytes = await made((workbook) => {
    const sheet = workbook.addWorksheet("表1");
    Object.assign(sheet.pageSetup, {
      orientation: "landscape",
      paperSize: 8,
      fitToPage: true,
      fitToWidth: 1,
    });
    Object.assign(sheet.pageSetup, { fitToHeight: 0, printArea: "A1:D9", printTitlesRow: "1:3" });
    sheet.headerFooter.oddFooter = "&L制表人&C第 &P 页";
    workbook.definedNames.add("表1!$B$2", "总计");
  });
  const { store } = openWorkbook(bytes, "x.xlsx");
  expect(store.sheets[0]?.pageLayout).toMatchObject({
    orientation: "Landscape",
    paperSize: "A3",
    fit: { wide: 1 },
    printArea: "$A$1:$D$9",
    titleRows: "$1:$3",
    headersFooters: { leftFooter: "制表人", centerFooter: "第 &P 页" },
  });
  expect(store.names).toMatchObject([{ name: "总计", sheet: "表1", range: { firstRow: 1, firstColumn: 1 } }]);
});

test("a Chinese name that just does not fit its column takes two lines", () => {
  const table = openWorkbook(budget(), "baiyun-2020.xlsx").store.sheets[5];
  // 表6 B12, 其他政府办公厅（室）及相关机构事务支出: the file has no height for the row.
  expect(table?.rowHeights.get(11)).toBeGreaterThan(30);
  expect(table?.rowHeights.get(12)).toBeUndefined();
});
