import { NOT_CALCULATED } from "../../../src/workbook/snapshot";
import { MAIN } from "../patch/workbooks";
import { cell, contents, readRows, withRelationship } from "./sheets";

const value = (xml: string) => cell(readRows(`<row r="1">${xml}</row>`), "A1")?.value;

describe("the value of a cell", () => {
  test("is a number as stored, with no digit lost", () => {
    expect(value('<c r="A1"><v>1890.17</v></c>')).toBe(1890.17);
    expect(value('<c r="A1" t="n"><v>3.1600009999999998E4</v></c>')).toBe(31600.01);
    expect(value('<c r="A1"><v>-0.5</v></c>')).toBe(-0.5);
  });

  test("zero, empty text, text and blank are told apart", () => {
    expect(value('<c r="A1"><v>0</v></c>')).toBe(0);
    expect(value('<c r="A1" t="str"><f>""</f><v></v></c>')).toBe("");
    expect(value('<c r="A1" t="inlineStr"><is><t>0</t></is></c>')).toBe("0");
    expect(value('<c r="A1" s="1"/>')).toBeUndefined();
    expect(value('<c r="A1" t="inlineStr"><is><t></t></is></c>')).toBeUndefined();
  });

  test("is true or false, or an error that is not the text of it", () => {
    expect(value('<c r="A1" t="b"><v>1</v></c>')).toBe(true);
    expect(value('<c r="A1" t="b"><v>0</v></c>')).toBe(false);
    expect(value('<c r="A1" t="e"><v>#REF!</v></c>')).toEqual({ error: "#REF!" });
    expect(value('<c r="A1" t="inlineStr"><is><t>#REF!</t></is></c>')).toBe("#REF!");
  });

  test("keeps spaces, line breaks and escaped characters of a text", () => {
    expect(value('<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 科目\n名称 </t></is></c>')).toBe(
      " 科目\n名称 ",
    );
    expect(value('<c r="A1" t="str"><v>a_x000D_b_x005F_x000D_</v></c>')).toBe("a\rb_x000D_");
    expect(value('<c r="A1" t="inlineStr"><is><t>&lt;A&amp;B&gt;&#x4E00;</t></is></c>')).toBe("<A&B>一");
    expect(value('<c r="A1" t="inlineStr"><is><t><![CDATA[1 < 2]]></t></is></c>')).toBe("1 < 2");
  });

  test("joins the runs of a rich text and leaves the phonetic guide out", () => {
    const item =
      "<r><t>一般</t></r><r><rPr><b/></rPr><t>公共预算</t></r><rPh sb='0' eb='1'><t>yiban</t></rPh>";
    expect(value(`<c r="A1" t="inlineStr"><is>${item}</is></c>`)).toBe("一般公共预算");
    const strings = `<sst xmlns="${MAIN}"><si><t>合计</t></si><si>${item}</si><si/><si><t>总计</t></si></sst>`;
    const rows =
      '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>2</v></c><c r="C1" t="s"><v>3</v></c></row>';
    const sheet = readRows(rows, {
      ...withRelationship("sharedStrings", "sharedStrings.xml"),
      "xl/sharedStrings.xml": strings,
    });
    expect(contents(sheet)).toEqual([
      [0, 0, "一般公共预算"],
      [0, 2, "总计"],
    ]);
  });

  test.each([
    ['<c r="A1" t="s"><v>0</v></c>', "a shared string that is not there"],
    ['<c r="A1"><v>12,5</v></c>', "a number that is none"],
    ['<c r="甲1"><v>1</v></c>', "an address that is none"],
    ['<c r="A1048577"><v>1</v></c>', "a row below the last one"],
    ['<c r="XFE1"><v>1</v></c>', "a column beyond the last one"],
    ['</row><row r="9999999"><c><v>1</v></c>', "a row element below the last one"],
    ['</row><row r="x"><c><v>1</v></c>', "a row number that is none"],
  ])("%s: the file is damaged (%s)", (xml) => {
    expect(() => value(xml)).toThrow(expect.objectContaining({ code: "file.damaged" }));
  });
});

describe("the place of a cell", () => {
  test("follows from its neighbours where the file does not say it", () => {
    const rows =
      "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>" +
      '<row r="5"><c r="C5"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>';
    expect(contents(readRows(rows))).toEqual([
      [0, 0, 1],
      [0, 1, 2],
      [1, 1, 3],
      [4, 2, 4],
      [4, 3, 5],
      [5, 0, 6],
    ]);
  });

  test("orders the snapshot, whatever the order in the file", () => {
    const rows =
      '<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="AA1"><v>1</v></c></row>';
    expect(contents(readRows(rows))).toEqual([
      [0, 26, 1],
      [2, 0, 2],
      [2, 1, 3],
    ]);
  });
});

describe("a formula", () => {
  const read = (cells: string) => readRows(`<row r="1">${cells}</row>`);

  test("comes with its kept result", () => {
    const sheet = read(
      '<c r="A1"><f>B1+"a&amp;b"</f><v>5</v></c><c r="B1" t="str"><f>"合"&amp;"计"</f><v>合计</v></c>',
    );
    expect(cell(sheet, "A1")).toEqual({ value: 5, formula: '=B1+"a&b"', numberFormat: "General" });
    expect(cell(sheet, "B1")).toEqual({ value: "合计", formula: '="合"&"计"', numberFormat: "General" });
  });

  test.each(["<f>B1*2</f>", "<f>B1*2</f><v/>", "<f>B1*2</f><v></v>"])(
    "without a kept result is unreadable, neither zero nor blank: %s",
    (xml) => {
      expect(cell(read(`<c r="A1">${xml}</c>`), "A1")).toMatchObject({
        value: { error: NOT_CALCULATED },
        formula: "=B1*2",
      });
    },
  );

  test("shared by several cells is the one each of them would show", () => {
    const rows =
      '<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">A1+$B$1</f><v>1</v></c></row>' +
      '<row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c><c r="D2"><f t="shared" si="0"/><v>3</v></c></row>';
    const sheet = readRows(rows);
    expect(cell(sheet, "C2")?.formula).toBe("=A2+$B$1");
    expect(cell(sheet, "D2")?.formula).toBe("=B2+$B$1");
  });
});

describe("a number format", () => {
  const styles = (cellXfs: string, around = "") =>
    `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="#,##0.00_ "/></numFmts>` +
    `<cellStyleXfs><xf numFmtId="10"/></cellStyleXfs><cellXfs>${cellXfs}</cellXfs>${around}</styleSheet>`;
  const formats = (part: string, ...ids: number[]) => {
    const cells = ids.map((id) => `<c s="${id}"><v>1</v></c>`).join("");
    const sheet = readRows(`<row>${cells}</row>`, { "xl/styles.xml": part });
    return [...(sheet.rows.get(0)?.values() ?? [])].map(({ numberFormat }) => numberFormat);
  };

  test("is the one of the cell's style: own, built-in in English, or General", () => {
    const xfs = [176, 4, 2, 49, 14, 31, 9, 999].map((id) => `<xf numFmtId="${id}"/>`).join("") + "<xf/>";
    expect(formats(styles(xfs), 0, 1, 2, 3, 4, 5, 6, 7, 8, 77)).toEqual([
      "#,##0.00_ ",
      "#,##0.00",
      "0.00",
      "@",
      "yyyy/m/d",
      "yyyy/m/d",
      "0%",
      "General",
      "General",
      "General",
    ]);
  });

  test("is not mistaken for one of a conditional format with the same number", () => {
    const dxfs = '<dxfs><dxf><numFmt numFmtId="176" formatCode="0%"/></dxf></dxfs>';
    expect(formats(styles('<xf numFmtId="176"/>', dxfs), 0)).toEqual(["#,##0.00_ "]);
  });

  test("leaves a date the number it is", () => {
    const sheet = readRows('<row r="1"><c r="A1" s="0"><v>43862</v></c></row>', {
      "xl/styles.xml": styles('<xf numFmtId="14"/>'),
    });
    expect(cell(sheet, "A1")).toEqual({ value: 43862, numberFormat: "yyyy/m/d" });
  });
});
