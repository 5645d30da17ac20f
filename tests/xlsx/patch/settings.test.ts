import { readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import type { WriteSetting } from "../../../src/workbook/edit";
import { applyEdits } from "../../../src/xlsx/patch/applyEdits";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { expectSameFile, mark, partsOf, workbookParts, zipParts } from "./workbooks";

const setting = (key: string, value: string | null): WriteSetting => ({ kind: "writeSetting", key, value });
const settingsOf = (bytes: Uint8Array) => readWorkbook(bytes, "a.xlsx").settings;
const LISTS = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels"];

const budget = new Uint8Array(readFileSync(join(__dirname, "../../fixtures/baiyun-2020.xlsx")));

describe("texts kept with a workbook file", () => {
  test("are read again, key by key", () => {
    const first = applyEdits(budget, [setting("recognition", '{"表6":"T06"}')]);
    const second = applyEdits(first, [setting("accepted", "T06!C7\n尾差 <0.01>")]);
    expect(settingsOf(budget)).toBeUndefined();
    expect(settingsOf(first)).toEqual({ recognition: '{"表6":"T06"}' });
    expect(settingsOf(second)).toEqual({ recognition: '{"表6":"T06"}', accepted: "T06!C7\n尾差 <0.01>" });
  });

  test("touch no other part than the two lists of parts, and leave no trace once the last is taken away", () => {
    const kept = applyEdits(budget, [setting("a", "1"), setting("b", "2")]);
    const before = partsOf(budget);
    const after = partsOf(kept);
    expect(Object.keys(after).filter((name) => before[name] === undefined)).toEqual([
      "customXml/item1.xml",
      "customXml/_rels/item1.xml.rels",
      "customXml/itemProps1.xml",
    ]);
    expect(Object.keys(before).filter((name) => after[name] !== before[name])).toEqual(LISTS);
    const half = applyEdits(kept, [setting("a", null)]);
    expect(settingsOf(half)).toEqual({ b: "2" });
    const none = applyEdits(half, [setting("b", null)]);
    expect(settingsOf(none)).toBeUndefined();
    expect(partsOf(none)).toEqual(before);
    expect(Object.keys(partsOf(none))).toEqual(Object.keys(before));
  });

  test("written twice give the same file as once; taking away what is not there changes nothing", () => {
    const once = applyEdits(budget, [setting("a", "1")]);
    expectSameFile(applyEdits(once, [setting("a", "1")]), once);
    expect(applyEdits(budget, [setting("a", null)])).toBe(budget);
  });

  test("go with marks in one call", () => {
    const sheet = readWorkbook(budget, "a.xlsx").sheets[5]?.name ?? "";
    const bytes = applyEdits(budget, [mark({ sheet, row: 6, column: 2 }), setting("a", "1")]);
    const read = readWorkbook(bytes, "a.xlsx");
    expect(read.settings).toEqual({ a: "1" });
    expect(read.sheets[5]?.marks).toHaveLength(1);
  });

  test("leave a workbook that exceljs opens", async () => {
    const workbook = new ExcelJS.Workbook();
    const bytes = applyEdits(budget, [setting("a", "1")]);
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    expect(workbook.worksheets).toHaveLength(14);
  });
});

describe("custom XML of others", () => {
  const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const foreign = workbookParts({
    "customXml/item1.xml": '<x xmlns="urn:other"/>',
    "customXml/item2.xml": "<",
  });
  const list = foreign["xl/_rels/workbook.xml.rels"] ?? "";
  foreign["xl/_rels/workbook.xml.rels"] = list.replace(
    "</Relationships>",
    [1, 2, 3]
      .map(
        (n) =>
          `<Relationship Id="c${n}" Type="${RELATIONSHIPS}/customXml" Target="/customXml/item${n}.xml"/>`,
      )
      .join("") + "</Relationships>",
  );

  test("stays as it is, even broken or missing, beside the own part and after it", () => {
    const file = zipParts(foreign);
    expect(settingsOf(file)).toBeUndefined();
    const kept = applyEdits(file, [setting("a", "1")]);
    expect(settingsOf(kept)).toEqual({ a: "1" });
    expect(partsOf(kept)["customXml/item1.xml"]).toBe(foreign["customXml/item1.xml"]);
    expect(Object.keys(partsOf(kept))).toContain("customXml/item4.xml");
    expect(partsOf(applyEdits(kept, [setting("a", null)]))).toEqual(foreign);
  });
});
