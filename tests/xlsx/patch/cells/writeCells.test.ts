import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CellContent, WriteCell } from "../../../../src/workbook/edit";
import { cellAt } from "../../../../src/workbook/snapshot";
import { applyEdits } from "../../../../src/xlsx/patch/applyEdits";
import { readWorkbook } from "../../../../src/xlsx/read/readWorkbook";
import { MAIN, mark, partsOf, STYLES, workbookParts, zipParts } from "../workbooks";

const SHEET = "xl/worksheets/sheet2.xml";

function write(row: number, column: number, content: CellContent | null, numberFormat?: string): WriteCell {
  const cell: WriteCell = { kind: "writeCell", sheet: "表6", row, column, content };
  return numberFormat === undefined ? cell : { ...cell, numberFormat };
}

function workbookWith(body: string, replaced: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipParts(workbookParts({ [SHEET]: `<worksheet xmlns="${MAIN}">${body}</worksheet>`, ...replaced }));
}

function sheetAfter(bytes: Uint8Array, ...edits: WriteCell[]): string {
  return (partsOf(applyEdits(bytes, edits))[SHEET] ?? "").replace(/^.*?<sheetData/s, "<sheetData");
}

describe("content in cells of a file", () => {
  const plain = workbookWith(
    `<sheetData><row r="2" spans="1:2"><c r="A2" s="1"><v>1890.17</v></c><c r="B2" t="b"><v>0</v></c></row></sheetData>`,
  );

  test("a number, a truth value and an empty cell keep the look of the cell", () => {
    expect(
      sheetAfter(plain, write(1, 0, { value: 725.78 }), write(1, 1, { value: true }), write(1, 5, null)),
    ).toContain(`<c r="A2" s="1"><v>725.78</v></c><c r="B2" t="b"><v>1</v></c>`);
    expect(sheetAfter(plain, write(1, 0, null))).toContain(`<c r="A2" s="1"/><c r="B2" t="b">`);
  });

  test("rows and cells that are not there are made in order, and the stated extent grows", () => {
    const text = sheetAfter(
      workbookWith(
        `<dimension ref="A2:B2"/><sheetData><row r="2" spans="1:2"><c r="B2"><v>1</v></c></row></sheetData>`,
      ),
      write(0, 2, { value: 3 }),
      write(1, 0, { value: 4 }),
      write(1, 3, { value: 5 }),
      write(6, 0, { value: 6 }),
    );
    expect(text).toContain(
      `<sheetData><row r="1"><c r="C1"><v>3</v></c></row><row r="2" spans="1:4"><c r="A2"><v>4</v></c><c r="B2"><v>1</v></c>` +
        `<c r="D2"><v>5</v></c></row><row r="7"><c r="A7"><v>6</v></c></row></sheetData>`,
    );
    const whole = partsOf(
      applyEdits(workbookWith(`<dimension ref="A2:B2"/><sheetData/>`), [write(6, 3, { value: 6 })]),
    )[SHEET];
    expect(whole).toContain(`<dimension ref="A2:D7"/>`);
    expect(whole).toContain(`<sheetData><row r="7"><c r="D7"><v>6</v></c></row></sheetData >`);
  });

  test("rows and cells without numbers keep their places when something is put before them", () => {
    const file = workbookWith(
      `<sheetData><row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>`,
    );
    const { sheets } = readWorkbook(
      applyEdits(file, [write(2, 0, { value: 9 }), write(0, 0, { value: 8 })]),
      "a.xlsx",
    );
    const sheet = sheets.find(({ name }) => name === "表6");
    const values = [...(sheet?.rows ?? [])].map(([row, cells]) => [
      row,
      [...cells].map(([c, { value }]) => [c, value]),
    ]);
    expect(values).toEqual([
      [0, [[0, 8]]],
      [
        2,
        [
          [0, 9],
          [1, 1],
          [2, 2],
        ],
      ],
      [3, [[0, 3]]],
    ]);
  });

  test("a code stays a text: the cell takes the text format and all else of its look", () => {
    const after = partsOf(
      applyEdits(plain, [write(1, 0, { value: "2010301" }), write(1, 1, { value: "行政运行" })]),
    );
    expect(after[SHEET]).toContain(
      `<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">2010301</t></is></c>` +
        `<c r="B2" t="inlineStr"><is><t xml:space="preserve">行政运行</t></is></c>`,
    );
    expect(after["xl/styles.xml"]).toContain(
      `<cellXfs count="3"><xf xfId="0"/><xf numFmtId="4" xfId="0" applyNumberFormat="1"/>` +
        `<xf numFmtId="49" xfId="0" applyNumberFormat="1"/></cellXfs>`,
    );
  });

  test("a number format asked for is added once, and one that the cell has already is not", () => {
    const format = '#,##0.00"万元"';
    const after = partsOf(
      applyEdits(plain, [
        write(1, 0, { value: 1 }, format),
        write(1, 1, { value: 2 }, format),
        write(4, 0, { value: 3 }, "General"),
      ]),
    );
    expect(after["xl/styles.xml"]).toContain(
      `<numFmts ><numFmt numFmtId="164" formatCode="#,##0.00&quot;万元&quot;"/></numFmts><fonts`,
    );
    expect(after["xl/styles.xml"]).toContain(`<cellXfs count="4">`);
    const { sheets } = readWorkbook(applyEdits(plain, [write(1, 0, { value: 1 }, format)]), "a.xlsx");
    expect(cellAt(sheets[1]!, 1, 0)).toEqual({ value: 1, numberFormat: format });
    expect(partsOf(applyEdits(plain, [write(1, 0, { value: 1 }, "#,##0.00")]))["xl/styles.xml"]).toContain(
      STYLES,
    );
  });

  test("a new cell has the look of its row, or else of its column", () => {
    const file = workbookWith(
      `<cols><col min="2" max="9" style="1"/></cols><sheetData><row r="1" s="1" customFormat="1"/><row r="2"/></sheetData>`,
    );
    expect(
      sheetAfter(file, write(0, 0, { value: 1 }), write(1, 0, { value: 2 }), write(1, 1, { value: 3 })),
    ).toContain(
      `<c r="A1" s="1"><v>1</v></c></row ><row r="2"><c r="A2"><v>2</v></c><c r="B2" s="1"><v>3</v></c></row >`,
    );
  });

  test("writing nothing gives the very same bytes, writing twice the same as once", () => {
    expect(applyEdits(plain, [])).toBe(plain);
    const once = applyEdits(plain, [write(1, 0, { value: "2010301" })]);
    expect(partsOf(applyEdits(once, [write(1, 0, { value: "2010301" })]))).toEqual(partsOf(once));
  });

  test("a sheet that is not there and a number that is none are refused", () => {
    expect(() => applyEdits(plain, [{ ...write(0, 0, null), sheet: "表99" }])).toThrow(RangeError);
    expect(() => applyEdits(plain, [write(0, 0, { value: NaN })])).toThrow(RangeError);
  });
});

describe("formulas in a file", () => {
  const shared =
    `<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1+$C$1</f><v>1</v></c></row>` +
    `<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row></sheetData>`;

  test("a new formula has no result, and Excel is asked to calculate", () => {
    const parts = partsOf(
      applyEdits(workbookWith(`<sheetData/>`), [write(0, 0, { formula: '=SUM(B1:C1)&"<"' })]),
    );
    expect(parts[SHEET]).toContain(`<c r="A1"><f>SUM(B1:C1)&amp;"&lt;"</f></c>`);
    expect(parts["xl/workbook.xml"]).toContain(`</sheets><calcPr fullCalcOnLoad="1"/></workbook>`);
  });

  test("cells filled down from an overwritten formula keep theirs", () => {
    const text = sheetAfter(workbookWith(shared), write(0, 0, { value: 7 }));
    expect(text).toContain(`<c r="A1"><v>7</v></c>`);
    expect(text).toContain(`<c r="A2"><f>B2+$C$1</f><v>2</v></c>`);
    expect(text).toContain(`<c r="A3"><f>B3+$C$1</f><v>3</v></c>`);
    expect(sheetAfter(workbookWith(shared), write(1, 0, { value: 7 }))).toContain(
      `<f t="shared" si="0"/><v>3</v>`,
    );
  });

  test("the order of calculation goes when a formula does, and stays when only a value changes", () => {
    const parts = workbookParts();
    const withChain = {
      "xl/calcChain.xml": `<calcChain xmlns="${MAIN}"><c r="A1" i="7"/></calcChain>`,
      "xl/_rels/workbook.xml.rels": (parts["xl/_rels/workbook.xml.rels"] ?? "").replace(
        "</Relationships>",
        `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>`,
      ),
      "xl/workbook.xml": (parts["xl/workbook.xml"] ?? "").replace(
        "</sheets>",
        `</sheets><calcPr calcId="191029"/>`,
      ),
    };
    const file = workbookWith(shared, withChain);
    const changed = partsOf(applyEdits(file, [write(1, 0, { value: 7 })]));
    expect(changed["xl/calcChain.xml"]).toBeUndefined();
    expect(changed["xl/_rels/workbook.xml.rels"]).not.toContain("calcChain");
    expect(changed["xl/workbook.xml"]).toContain(`<calcPr fullCalcOnLoad="1" calcId="191029"/>`);
    const valued = partsOf(applyEdits(file, [write(1, 5, { value: 7 })]));
    expect(valued["xl/calcChain.xml"]).toBe(withChain["xl/calcChain.xml"]);
    expect(valued["xl/workbook.xml"]).toContain("fullCalcOnLoad");
  });

  test("a cell inside an array formula of several cells is refused", () => {
    const file = workbookWith(
      `<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row></sheetData>`,
    );
    expect(() => applyEdits(file, [write(1, 0, { value: 1 })])).toThrow(
      "A2 is part of an array formula (A1:A2)",
    );
  });
});

test("in the 2020 budget one code changes its sheet and the list of formats, and every other part keeps its bytes", () => {
  const file = new Uint8Array(readFileSync(join(__dirname, "../../../fixtures/baiyun-2020.xlsx")));
  const before = readWorkbook(file, "a.xlsx");
  const sheet = before.sheets[2]!;
  const edit: WriteCell = { ...write(7, 0, { value: "2010301" }), sheet: sheet.name };
  const after = applyEdits(file, [edit, mark({ sheet: sheet.name, row: 7, column: 2 })]);
  const [old, now] = [partsOf(file), partsOf(after)];
  const changed = Object.keys(now).filter((name) => now[name] !== old[name]);
  expect(changed.every((name) => /styles\.xml$|sheet3\.xml$|workbook\.xml$/.test(name))).toBe(true);
  expect(Object.keys(now)).toEqual(Object.keys(old));
  const read = readWorkbook(after, "a.xlsx");
  expect(cellAt(read.sheets[2]!, 7, 0)?.value).toBe("2010301");
  expect(cellAt(read.sheets[2]!, 7, 0)?.numberFormat).toBe("@");
  const rest = read.sheets.map((one, index) => (index === 2 ? null : one));
  expect(rest).toEqual(before.sheets.map((one, index) => (index === 2 ? null : one)));
});
