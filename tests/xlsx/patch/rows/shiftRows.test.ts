import { planInsert } from "../../../../src/planning/insert/planInsert";
import { GUANGZHOU } from "../../../../src/tables/guangzhou/pack";
import { MARK_SIGNATURE } from "../../../../src/workbook/edit";
import type { DeleteRows, Edit, InsertRows } from "../../../../src/workbook/edit";
import { editedWorkbook } from "../../../../src/workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../../../src/workbook/snapshot";
import { applyEdits } from "../../../../src/xlsx/patch/applyEdits";
import { readWorkbook } from "../../../../src/xlsx/read/readWorkbook";
import { writeNewWorkbook } from "../../../../src/xlsx/write/newWorkbook";
import { seedOptions } from "../../../support/insertedBudget";
import { Chooser, randomFrom } from "../../../support/random";
import { MAIN, partsOf, workbookParts, zipParts } from "../workbooks";

const SHEET = "xl/worksheets/sheet2.xml";
const OTHER = "xl/worksheets/sheet1.xml";
const insert = (row: number, count = 1, like: number | null = null): InsertRows => ({
  kind: "insertRows",
  sheet: "表6",
  row,
  count,
  like,
});
const remove = (row: number, count = 1): DeleteRows => ({ kind: "deleteRows", sheet: "表6", row, count });

function workbookWith(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipParts(
    workbookParts({
      [SHEET]: `<worksheet xmlns="${MAIN}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">${body}</worksheet>`,
      ...more,
    }),
  );
}

function sheetAfter(bytes: Uint8Array, ...edits: Edit[]): string {
  return (partsOf(applyEdits(bytes, edits))[SHEET] ?? "").replace(/^.*?<worksheet[^>]*>|<\/worksheet>/gs, "");
}

const ROWS =
  `<sheetData><row r="2" ht="20" customHeight="1"><c r="A2" s="1"><v>1</v></c><c r="B2" s="1"><f>SUM(A3:A4)</f><v>5</v></c></row>` +
  `<row r="3"><c r="A3" s="1"><v>2</v></c></row><row r="4"><c r="A4"><v>3</v></c></row></sheetData>`;

describe("rows put into a file", () => {
  test("move those below, are in the sums around them, and look like the row they are to be like", () => {
    expect(sheetAfter(workbookWith(ROWS), insert(3, 2, 1))).toBe(
      `<sheetData><row r="2" ht="20" customHeight="1"><c r="A2" s="1"><v>1</v></c><c r="B2" s="1"><f>SUM(A3:A6)</f><v>5</v></c></row>` +
        `<row r="3"><c r="A3" s="1"><v>2</v></c></row>` +
        `<row r="4" ht="20" customHeight="1"><c r="A4" s="1"/><c r="B4" s="1"/></row>` +
        `<row r="5" ht="20" customHeight="1"><c r="A5" s="1"/><c r="B5" s="1"/></row>` +
        `<row r="6"><c r="A6"><v>3</v></c></row></sheetData>`,
    );
  });

  test("look as the row above them when nothing else is said", () => {
    expect(sheetAfter(workbookWith(ROWS), insert(3))).toContain(
      `<row r="4"><c r="A4" s="1"/></row><row r="5"><c r="A5">`,
    );
  });

  test("take everything along that speaks of cells", () => {
    const around =
      `<dimension ref="A2:B4"/><sheetViews><sheetView><pane ySplit="1" topLeftCell="A3"/><selection activeCell="A4" sqref="A4"/></sheetView></sheetViews>` +
      ROWS +
      `<autoFilter ref="A2:B4"/><mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A3:A4"/></mergeCells>` +
      `<conditionalFormatting sqref="A2:A3"><cfRule type="expression" priority="1"><formula>A2&gt;0</formula></cfRule></conditionalFormatting>` +
      `<dataValidations count="1"><dataValidation type="list" sqref="A2:A3"><formula1>$B$3:$B$4</formula1></dataValidation></dataValidations>` +
      `<hyperlinks><hyperlink ref="A4" location="x"/></hyperlinks><rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks>` +
      `<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression"><xm:f>表1!A4&gt;A4</xm:f></x14:cfRule><xm:sqref>A4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;
    const text = sheetAfter(workbookWith(around), insert(3));
    expect(text).toContain(`<dimension ref="A2:B5"/>`);
    expect(text).toContain(`topLeftCell="A3"/><selection activeCell="A5" sqref="A5"/>`);
    expect(text).toContain(`<autoFilter ref="A2:B5"/>`);
    expect(text).toContain(`<mergeCell ref="A1:B1"/><mergeCell ref="A3:A5"/>`);
    // The rules that the row above has reach to the new row.
    expect(text).toContain(`<conditionalFormatting sqref="A2:A4">`);
    expect(text).toContain(`sqref="A2:A4"><formula1>$B$3:$B$5</formula1>`);
    expect(text).toContain(`<hyperlink ref="A5" location="x"/>`);
    expect(text).toContain(`<brk id="4" `);
    expect(text).toContain(`<xm:f>表1!A4&gt;A5</xm:f></x14:cfRule><xm:sqref>A5</xm:sqref>`);
  });

  test("do not take over marks of this product", () => {
    const mark = `<conditionalFormatting sqref="A3"><cfRule type="expression" priority="1"><formula>AND(${MARK_SIGNATURE.replace(/"/g, "&quot;")}T06&quot;)=0,A3&gt;0)</formula></cfRule></conditionalFormatting>`;
    expect(sheetAfter(workbookWith(ROWS + mark), insert(3))).toContain(`sqref="A3"`);
  });

  test("move names, print areas, charts and the formulas of other sheets", () => {
    const parts = workbookParts();
    const names =
      `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">'表6'!$A$1:$B$4</definedName>` +
      `<definedName name="合计">表6!$A$4</definedName><definedName name="别处">表1!$A$4</definedName></definedNames>`;
    const bytes = workbookWith(ROWS, {
      "xl/workbook.xml": (parts["xl/workbook.xml"] ?? "").replace("</sheets>", `</sheets>${names}`),
      [OTHER]: `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><f>'表6'!A4+A4</f><v>3</v></c></row></sheetData></worksheet>`,
      "xl/charts/chart1.xml": `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:f>'表6'!$A$2:$A$4</c:f></c:chart>`,
    });
    const after = partsOf(applyEdits(bytes, [insert(3)]));
    expect(after["xl/workbook.xml"]).toContain(`'表6'!$A$1:$B$5<`);
    expect(after["xl/workbook.xml"]).toContain(`>表6!$A$5<`);
    expect(after["xl/workbook.xml"]).toContain(`>表1!$A$4<`);
    expect(after[OTHER]).toContain(`<f>'表6'!A5+A4</f>`);
    expect(after["xl/charts/chart1.xml"]).toContain(`'表6'!$A$2:$A$5`);
  });

  test("keep notes at their cells", () => {
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
      "comments",
      "vmlDrawing",
    ]
      .map(
        (kind, index) =>
          `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="../${kind}1.xml"/>`,
      )
      .join("")}</Relationships>`;
    const bytes = workbookWith(ROWS, {
      "xl/worksheets/_rels/sheet2.xml.rels": relations,
      "xl/comments1.xml": `<comments xmlns="${MAIN}"><commentList><comment ref="A3"/><comment ref="A4"/></commentList></comments>`,
      "xl/vmlDrawing1.xml": `<xml><v:shape id="a"><x:Anchor>1, 15, 2, 2, 3, 15, 6, 4</x:Anchor><x:Row>2</x:Row></v:shape><v:shape id="b"><br><x:Row>3</x:Row></v:shape></xml>`,
    });
    const after = partsOf(applyEdits(bytes, [insert(3)]));
    expect(after["xl/comments1.xml"]).toContain(`<comment ref="A3"/><comment ref="A5"/>`);
    expect(after["xl/vmlDrawing1.xml"]).toContain(`1, 15, 2, 2, 3, 15, 7, 4</x:Anchor><x:Row>2</x:Row>`);
    expect(after["xl/vmlDrawing1.xml"]).toContain(`<x:Row>4</x:Row>`);
    const without = partsOf(applyEdits(bytes, [remove(3)]));
    expect(without["xl/comments1.xml"]).toContain(`<commentList><comment ref="A3"/></commentList>`);
    expect(without["xl/vmlDrawing1.xml"]).not.toContain(`id="b"`);
  });
});

describe("rows taken out of a file", () => {
  test("go with their merged areas, formats and links, and their list when it is empty", () => {
    const around =
      `${ROWS}<mergeCells count="1"><mergeCell ref="A4:B4"/></mergeCells>` +
      `<conditionalFormatting sqref="A2:A4"><cfRule type="expression" priority="1"><formula>A2&gt;$A$4</formula></cfRule></conditionalFormatting>`;
    const text = sheetAfter(workbookWith(around), remove(3));
    expect(text).not.toContain("mergeCell");
    expect(text).toContain(`sqref="A2:A3"`);
    expect(text).toContain(`<formula>A2&gt;#REF!</formula>`);
    expect(text).toContain(`<f>SUM(A3:A3)</f>`);
  });

  test("leave a format whose first cell goes to be read from the next", () => {
    const format = `<conditionalFormatting sqref="A2:A4"><cfRule type="expression" priority="1"><formula>A2&gt;0</formula></cfRule></conditionalFormatting>`;
    expect(sheetAfter(workbookWith(ROWS + format), remove(1))).toContain(
      `sqref="A2:A3"><cfRule type="expression" priority="1"><formula>A2&gt;0</formula>`,
    );
  });
});

test("formulas that were filled down are written out in each cell", () => {
  const filled =
    `<sheetData><row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row>` +
    `<row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>6</v></c></row></sheetData>`;
  const text = sheetAfter(workbookWith(filled), insert(1));
  expect([...text.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula)).toEqual([
    "A1*2",
    "A3*2",
    "A4*2",
  ]);
});

test.each([
  [
    "array",
    insert(3),
    `<sheetData><row r="2"><c r="A2"><f t="array" ref="A2:A4">B2:B4</f></c></row></sheetData>`,
  ],
  ["merge", remove(1), `${ROWS}<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>`],
  ["full", insert(0), `<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>`],
])("rows that %s holds in place are refused", (why, edit, body) => {
  expect(() => applyEdits(workbookWith(body), [edit])).toThrow(
    expect.objectContaining({ code: `file.rowsFixed.${why}` }),
  );
});

test("random rows in and out of the inserted tables leave file and picture alike", () => {
  const bytes = writeNewWorkbook(planInsert(GUANGZHOU, seedOptions()).map(({ design }) => design));
  const before = readWorkbook(bytes, "a.xlsx");
  const choose = new Chooser(randomFrom(41));
  const edits = Array.from({ length: 12 }, (): Edit => {
    const { name } = choose.pick(before.sheets);
    const row = 6 + choose.below(12);
    return choose.chance(0.6)
      ? { kind: "insertRows", sheet: name, row, count: 1 + choose.below(3), like: row + 2 }
      : { kind: "deleteRows", sheet: name, row, count: 1 + choose.below(2) };
  });
  const plain = ({ sheets }: WorkbookSnapshot) =>
    sheets.map(({ rows }) =>
      [...rows].map(([row, cells]) => [
        row,
        [...cells].map(([at, { formula, value }]) => [at, formula ?? value]),
      ]),
    );
  expect(plain(readWorkbook(applyEdits(bytes, edits), "a.xlsx"))).toEqual(
    plain(editedWorkbook(before, edits)),
  );
});
