import ExcelJS from "exceljs";
import { planInsert } from "../../../src/planning/insert/planInsert";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { applyEdits } from "../../../src/xlsx/patch/applyEdits";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { writeNewWorkbook } from "../../../src/xlsx/write/newWorkbook";
import { COMPLETE, bytesOf } from "../../cli/run";
import { seedOptions } from "../../support/insertedBudget";

const edits = (...tables: string[]) => planInsert(GUANGZHOU, { ...seedOptions(), tables });

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return book;
}

describe("a new workbook", () => {
  it("prints as the tables are printed: A4 across, one page wide, headings repeated", async () => {
    const book = await opened(writeNewWorkbook(edits("T06").map(({ design }) => design)));
    const sheet = book.getWorksheet("表6");
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: "A1:G33",
      printTitlesRow: "3:6",
    });
    expect(sheet?.headerFooter.oddFooter).toBe("&C第 &P 页，共 &N 页");
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 6 });
    expect(sheet?.getCell("C8").numFmt).toBe("#,##0.00");
    expect(sheet?.getCell("A8").numFmt).toBe("@");
    expect(sheet?.getCell("A8").border.left?.style).toBe("thin");
    expect(sheet?.getCell("A1").isMerged).toBe(true);
    expect(book.definedNames.getRanges("勾稽_T06").ranges).toEqual(["'表6'!$A$1:$G$33"]);
  });

  it("has the same bytes whenever it is written", () => {
    const designs = edits("T01", "T12").map(({ design }) => design);
    expect(writeNewWorkbook(designs)).toEqual(writeNewWorkbook(designs));
  });

  it("needs a sheet", () => {
    expect(() => writeNewWorkbook([])).toThrow(RangeError);
  });
});

describe("sheets added to a file", () => {
  it("stand behind the others, which stay as they are", async () => {
    const before = bytesOf(COMPLETE);
    const [edit] = planInsert(
      GUANGZHOU,
      { ...seedOptions(), tables: ["T06"] },
      { sheets: ["表6"], tables: [] },
    );
    if (!edit) throw new Error("nothing planned");
    const after = applyEdits(before, [edit]);
    const names = (bytes: Uint8Array) => readWorkbook(bytes, "x").sheets.map(({ name }) => name);
    expect(names(after)).toEqual([...names(before), edit.design.name]);
    expect(readWorkbook(after, "x").sheets.slice(0, -1)).toEqual(readWorkbook(before, "x").sheets);
    expect((await opened(after)).getWorksheet(edit.design.name)?.getCell("C7").numFmt).toBe("#,##0.00");
  });

  it("are refused when their name is taken", () => {
    const [edit] = edits("T06");
    const bytes = writeNewWorkbook(edits("T06").map(({ design }) => design));
    expect(() => applyEdits(bytes, edit ? [edit] : [])).toThrow(RangeError);
  });
});
