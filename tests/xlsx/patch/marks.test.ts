import { unzipSync, zipSync } from "fflate";
import { MARK_SIGNATURE } from "../../../src/workbook/edit";
import { applyEdits } from "../../../src/xlsx/patch/applyEdits";
import { findMarks } from "../../../src/xlsx/patch/findMarks";
import { readZip } from "../../../src/xlsx/zip/readZip";
import {
  crossMark,
  mark,
  MAIN,
  partsOf,
  removalsOf,
  sheetXml,
  STYLES,
  workbookParts,
  zipParts,
  expectSameFile,
} from "./workbooks";

const SHEET1 = "xl/worksheets/sheet1.xml";
const SHEET2 = "xl/worksheets/sheet2.xml";
const STYLES_PART = "xl/styles.xml";
const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";

const USERS_RULE =
  `<conditionalFormatting sqref="B1"><cfRule type="cellIs" dxfId="0" priority="4" operator="lessThan">` +
  `<formula>0</formula></cfRule></conditionalFormatting>`;
const USERS_FORMAT = `<dxf><font><color rgb="FFFF0000"/></font></dxf>`;
const SPARKLINES = `<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${X14}"><x14:sparklineGroups/></ext></extLst>`;

/** Sheets and styles as different programs and users leave them; each has to come back exactly. */
const SHAPES: readonly [string, Readonly<Record<string, string>>][] = [
  ["a plain workbook", {}],
  [
    "a user's own conditional format",
    {
      [SHEET2]: sheetXml(USERS_RULE),
      [STYLES_PART]: STYLES.replace('<dxfs count="0"/>', `<dxfs count="1">${USERS_FORMAT}</dxfs>`),
    },
  ],
  [
    "styles without a list of differential formats",
    { [STYLES_PART]: STYLES.replace('<dxfs count="0"/>', "") },
  ],
  [
    "an empty list with an end tag",
    { [STYLES_PART]: STYLES.replace('<dxfs count="0"/>', `<dxfs count="0"></dxfs>`) },
  ],
  [
    "a list without a count, closed with a space",
    { [STYLES_PART]: STYLES.replace('<dxfs count="0"/>', `<dxfs />`) },
  ],
  [
    "a wrong count",
    { [STYLES_PART]: STYLES.replace('<dxfs count="0"/>', `<dxfs count='7'>${USERS_FORMAT}</dxfs>`) },
  ],
  [
    "extensions of other kinds",
    { [SHEET2]: sheetXml().replace("</worksheet>", `${SPARKLINES}</worksheet>`) },
  ],
  ["an empty extension list", { [SHEET2]: sheetXml().replace("</worksheet>", `<extLst/></worksheet>`) }],
  ["a sheet with prefixes", { [SHEET2]: `<x:worksheet xmlns:x="${MAIN}"><x:sheetData/></x:worksheet>` }],
  [
    "styles with prefixes",
    { [STYLES_PART]: STYLES.replace(/<(\/?)(?=\w)/g, "<$1s:").replace("xmlns=", "xmlns:s=") },
  ],
  [
    "line breaks and comments between elements",
    { [SHEET2]: sheetXml("\r\n<!-- 勾稽 -->\r\n").replaceAll("><", ">\n  <") },
  ],
  [
    "a byte order mark, rare characters and signs that look like tags",
    {
      [SHEET2]: `\uFEFF${sheetXml("<!-- 𠮷 > <a> -->")}`.replace(
        "<v>725.78</v>",
        "<v><![CDATA[<𠮷>]]></v>\r\n",
      ),
      [STYLES_PART]: `\uFEFF${STYLES}`,
    },
  ],
];

describe.each(SHAPES)("in %s", (_, replaced) => {
  const before = workbookParts(replaced);
  const file = zipParts(before);
  const edits = [
    mark(),
    mark({ row: 0, column: 1, severity: "warning" }),
    crossMark(),
    crossMark({ sheet: "表1" }),
  ];

  test("marks are found again, and removing them gives back every part", () => {
    const marked = applyEdits(file, edits);
    expect(partsOf(marked)[SHEET2]).not.toBe(before[SHEET2]);
    const removals = [...removalsOf(marked, "表6", SHEET2), ...removalsOf(marked, "表1", SHEET1)];
    expect(removals).toHaveLength(4);
    expect(partsOf(applyEdits(marked, removals))).toEqual(before);
  });

  test("marking twice gives the same file as marking once", () => {
    const marked = applyEdits(file, edits);
    expectSameFile(applyEdits(marked, edits), marked);
    const removals = [...removalsOf(marked, "表6", SHEET2), ...removalsOf(marked, "表1", SHEET1)];
    expectSameFile(applyEdits(marked, [...removals, ...edits]), marked);
  });
});

describe("a mark", () => {
  const file = zipParts(workbookParts());

  test("is one rule before what the schema puts behind conditional formats, its format last in the list", () => {
    const parts = partsOf(applyEdits(file, [mark()]));
    const rule =
      `<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1">` +
      `<formula>AND(N("gouji-mark:T06.c3=c4+c5")=0,A1&lt;&gt;B1)</formula></cfRule></conditionalFormatting>`;
    expect(parts[SHEET2]).toContain(`</sheetData>${rule}<pageMargins`);
    expect(parts[STYLES_PART]).toContain(`<dxfs count="1"><dxf>`);
    expect(parts[STYLES_PART]).toContain(
      `<dxf><font><b/><color rgb="FF9C0006"/></font><fill><patternFill patternType="solid">` +
        `<fgColor rgb="FFFFC7CE"/><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>`,
    );
  });

  test("comes behind merged cells and the user's formats, with the next priority", () => {
    const inside = `<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>${USERS_RULE}`;
    const sheet = partsOf(applyEdits(zipParts(workbookParts({ [SHEET2]: sheetXml(inside) })), [mark()]))[
      SHEET2
    ];
    expect(sheet).toContain(`${inside}<conditionalFormatting sqref="A1">`);
    expect(sheet).toContain('priority="5"');
  });

  test("that looks at another sheet stands in the extension list with its format, as Excel writes it", () => {
    const parts = partsOf(applyEdits(file, [crossMark()]));
    expect(parts[SHEET2]).not.toContain("<conditionalFormatting");
    expect(parts[SHEET2]).toMatch(
      /<extLst><ext [^>]*uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings>.*<xm:f>AND\(N\("gouji-mark:X06"\)=0,A1&lt;&gt;'表1'!A1\)<\/xm:f><x14:dxf>.*<xm:sqref>A1<\/xm:sqref>.*<\/extLst><\/worksheet>$/,
    );
    expect(parts[STYLES_PART]).toBe(workbookParts()[STYLES_PART]);
  });

  test("with an exclamation mark in a text is no reference to another sheet", () => {
    const formula = `=AND(${MARK_SIGNATURE}x")=0,A1="差!")`;
    expect(partsOf(applyEdits(file, [mark({ formula })]))[SHEET2]).not.toContain("extLst");
  });

  test("goes in front of the extensions of other kinds", () => {
    const sheet = sheetXml().replace("</worksheet>", `${SPARKLINES}</worksheet>`);
    const marked =
      partsOf(applyEdits(zipParts(workbookParts({ [SHEET2]: sheet })), [crossMark()]))[SHEET2] ?? "";
    expect(marked.indexOf("78C0D931")).toBeGreaterThan(0);
    expect(marked.indexOf("78C0D931")).toBeLessThan(marked.indexOf("05C60535"));
  });

  test("joins the user's formats in the extension list and leaves them when it goes", () => {
    const users =
      `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:y="${X14}"><y:conditionalFormattings>` +
      `<y:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">` +
      `<y:cfRule type="expression" priority="9"><xm:f>表1!A1&gt;0</xm:f></y:cfRule><xm:sqref>B1</xm:sqref>` +
      `</y:conditionalFormatting></y:conditionalFormattings></ext></extLst>`;
    const sheet = sheetXml().replace("</worksheet>", `${users}</worksheet>`);
    const marked = applyEdits(zipParts(workbookParts({ [SHEET2]: sheet })), [crossMark()]);
    expect(partsOf(marked)[SHEET2]?.match(/conditionalFormattings/g)).toHaveLength(2);
    expect(partsOf(marked)[SHEET2]).toContain('priority="10"');
    const cleared = applyEdits(marked, removalsOf(marked, "表6", SHEET2));
    expect(partsOf(cleared)[SHEET2]).toBe(sheet);
  });

  test("shares its element with other marks of the cell", () => {
    const other = mark({ formula: `=${MARK_SIGNATURE}T06.tree")=A1` });
    const sheet = partsOf(applyEdits(file, [mark(), other]))[SHEET2];
    expect(sheet?.match(/<conditionalFormatting /g)).toHaveLength(1);
    expect(sheet?.match(/<cfRule /g)).toHaveLength(2);
  });

  test("given again with another severity changes its look only", () => {
    const once = applyEdits(file, [mark({ severity: "warning" })]);
    expectSameFile(applyEdits(applyEdits(file, [mark()]), [mark({ severity: "warning" })]), once);
  });

  test("keeps the parts it does not touch byte for byte, headers and compressed data", () => {
    const before = readZip(file);
    const after = readZip(applyEdits(file, [mark()]));
    const record = (zip: typeof before, name: string) => {
      const entry = zip.entries.find((one) => one.name === name);
      return entry && zip.bytes.slice(entry.recordStart, entry.recordEnd);
    };
    expect(after.entries.map(({ name }) => name)).toEqual(before.entries.map(({ name }) => name));
    for (const { name } of before.entries) {
      if (name === SHEET2 || name === STYLES_PART)
        expect(record(after, name)).not.toEqual(record(before, name));
      else expect(record(after, name)).toEqual(record(before, name));
    }
  });

  test("keeps the encoding of a part in UTF-16", () => {
    const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
    const raw = { ...unzipSync(file), [SHEET2]: utf16(sheetXml()) };
    const marked = unzipSync(applyEdits(zipSync(raw), [mark()]))[SHEET2];
    const text = Buffer.from(marked ?? []).toString("utf16le");
    expect(text).toContain("gouji-mark");
    expect(text.replace(/<conditionalFormatting.*<\/conditionalFormatting>/, "")).toBe(`\uFEFF${sheetXml()}`);
  });

  test("on a sheet that is not there is refused", () => {
    expect(() => applyEdits(file, [mark({ sheet: "表15" })])).toThrow(RangeError);
  });
});

describe("removing marks", () => {
  const marked = applyEdits(zipParts(workbookParts()), [mark(), mark({ column: 1, severity: "warning" })]);

  test("one by one takes only that one, and a format only once nothing uses it", () => {
    const [first, second] = removalsOf(marked, "表6", SHEET2);
    const withoutFirst = partsOf(applyEdits(marked, [first!]));
    expect(findMarks(withoutFirst[SHEET2] ?? "", SHEET2).map(({ block }) => block.cells)).toEqual(["B1"]);
    expect(withoutFirst[STYLES_PART]).toContain('<dxfs count="2">');
    const withoutSecond = partsOf(applyEdits(marked, [second!]));
    expect(findMarks(withoutSecond[SHEET2] ?? "", SHEET2).map(({ block }) => block.cells)).toEqual(["A1"]);
    expect(withoutSecond[STYLES_PART]).toContain('<dxfs count="1">');
  });

  test("leaves a format that a table of the workbook has come to use", () => {
    const table = `<table xmlns="${MAIN}" id="1" name="t" ref="A1:B2" headerRowDxfId="0"/>`;
    const shared = zipParts({ ...partsOf(marked), "xl/tables/table1.xml": table });
    expect(partsOf(applyEdits(shared, removalsOf(shared, "表6", SHEET2)))[STYLES_PART]).toContain(
      '<dxfs count="1">',
    );
  });

  test("leaves the user's rule that Excel has put into the same element", () => {
    const users = `<cfRule type="expression" dxfId="1" priority="9"><formula>A1&gt;0</formula></cfRule>`;
    const parts = partsOf(marked);
    const merged = zipParts({ ...parts, [SHEET2]: parts[SHEET2]!.replace("</cfRule>", `</cfRule>${users}`) });
    const cleared = partsOf(applyEdits(merged, removalsOf(merged, "表6", SHEET2)))[SHEET2];
    expect(cleared).toBe(sheetWith(`<conditionalFormatting sqref="A1">${users}</conditionalFormatting>`));
  });

  test("asks for ids that the sheet has, and has no notes to remove", () => {
    expect(() =>
      applyEdits(marked, [{ kind: "removeMark", sheet: "表6", id: "mark3", mark: "format" }]),
    ).toThrow(RangeError);
    expect(() =>
      applyEdits(marked, [{ kind: "removeMark", sheet: "表6", id: "mark1", mark: "note" }]),
    ).toThrow(RangeError);
  });

  test("with nothing to do gives back the very same bytes", () => {
    expect(applyEdits(marked, [])).toBe(marked);
  });

  function sheetWith(inside: string): string {
    return workbookParts()[SHEET2]!.replace("</sheetData>", `</sheetData>${inside}`);
  }
});

describe("findMarks", () => {
  test("gives ids in document order and the cells of each mark, never the formats of others", () => {
    const formula = `N("gouji-mark:a")=0`;
    const xml = sheetXml(
      USERS_RULE +
        `<conditionalFormatting sqref="A1 C3:C4"><cfRule type="expression" priority="1"><formula>${formula.replaceAll('"', "&quot;")}</formula></cfRule></conditionalFormatting>`,
    ).replace(
      "</worksheet>",
      `<extLst><ext xmlns:q="${X14}"><q:conditionalFormattings><q:conditionalFormatting xmlns:e="http://schemas.microsoft.com/office/excel/2006/main">` +
        `<q:cfRule type="expression"><e:f>${formula}</e:f></q:cfRule><e:sqref>D9</e:sqref></q:conditionalFormatting></q:conditionalFormattings></ext></extLst></worksheet>`,
    );
    const expected = [
      {
        id: "mark1",
        kind: "format",
        formula: `=${formula}`,
        ranges: [
          [0, 0, 0, 0],
          [2, 2, 3, 2],
        ],
      },
      { id: "mark2", kind: "format", formula: `=${formula}`, ranges: [[8, 3, 8, 3]] },
    ];
    const told = (source: string | string[]) =>
      findMarks(source, "sheet").map(({ id, kind, formula: text, ranges }) => ({
        id,
        kind,
        formula: text,
        ranges: ranges.map(({ firstRow, firstColumn, lastRow, lastColumn }) => [
          firstRow,
          firstColumn,
          lastRow,
          lastColumn,
        ]),
      }));
    expect(told(xml)).toEqual(expected);
    expect(told([...xml])).toEqual(expected);
  });
});
