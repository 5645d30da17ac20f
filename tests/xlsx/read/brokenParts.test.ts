import { WorkbookFileError } from "../../../src/xlsx/fileError";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { MAIN, workbookParts, zipParts } from "../patch/workbooks";
import { readParts, withRelationship } from "./sheets";

type Replaced = Readonly<Record<string, string | undefined>>;

/** The error that a workbook is refused with when some parts are replaced or, where undefined, left out. */
function refusal(replaced: Replaced): WorkbookFileError {
  const parts = Object.entries({ ...workbookParts(), ...replaced }).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text] as const],
  );
  try {
    readWorkbook(zipParts(Object.fromEntries(parts)), "预算.xlsx");
  } catch (error) {
    if (error instanceof WorkbookFileError) return error;
    throw error;
  }
  throw new Error("the file was read");
}

const RELS = "xl/_rels/workbook.xml.rels";
const SHEET = "xl/worksheets/sheet1.xml";

describe("a workbook with a broken part is file.damaged and names the part", () => {
  const sheet = (inside: string) => `<worksheet xmlns="${MAIN}"><sheetData>${inside}</sheetData></worksheet>`;
  const strings = withRelationship("sharedStrings", "sharedStrings.xml");

  test.each([
    ["XML that breaks off", SHEET, { [SHEET]: sheet("").slice(0, -4) }],
    ["tags that cross", SHEET, { [SHEET]: sheet("<row><c></row></c>") }],
    ["an unknown entity", SHEET, { [SHEET]: sheet('<row><c t="str"><v>&wo;</v></c></row>') }],
    ["no XML at all", SHEET, { [SHEET]: "合计" }],
    ["an empty part", SHEET, { [SHEET]: "" }],
    ["a sheet without its part", SHEET, { [SHEET]: undefined }],
    ["a workbook without its part", "xl/workbook.xml", { "xl/workbook.xml": undefined }],
    ["a workbook without relationships", "xl/workbook.xml", { [RELS]: undefined }],
    ["styles that are missing", "xl/styles.xml", { "xl/styles.xml": undefined }],
    ["shared strings that are missing", "xl/sharedStrings.xml", strings],
    [
      "fewer shared strings than are used",
      SHEET,
      {
        ...strings,
        "xl/sharedStrings.xml": `<sst xmlns="${MAIN}"><si><t>合计</t></si></sst>`,
        [SHEET]: sheet('<row r="1"><c r="A1" t="s"><v>1</v></c></row>'),
      },
    ],
    ["elements nested without end", SHEET, { [SHEET]: sheet("<a>".repeat(5000) + "</a>".repeat(5000)) }],
  ])("%s", (_defect, part, replaced) => {
    const error = refusal(replaced);
    expect({ code: error.code, part: error.details["part"] }).toEqual({ code: "file.damaged", part });
  });

  test("a sheet that is sound beside a stray part the workbook does not use is read", () => {
    expect(readParts({ "xl/worksheets/sheet9.xml": "<broken" }).sheets).toHaveLength(2);
  });
});
