import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openPackage } from "../../../src/xlsx/package/openPackage";
import { readWorkbookPart } from "../../../src/xlsx/package/workbookPart";
import { applyEdits, removeReport } from "../../../src/xlsx/patch/applyEdits";
import { findMarks } from "../../../src/xlsx/patch/findMarks";
import { crossMark, expectSameFile, mark, partsOf, removalsOf, report } from "./workbooks";

const file = new Uint8Array(readFileSync(join(__dirname, "../../fixtures/baiyun-2020.xlsx")));
const sheets = readWorkbookPart(openPackage(file)).sheets;

/** In each of the 14 tables an error on C8 and on D8 a warning that looks at the first table. */
const marks = sheets.flatMap(({ name }) => [
  mark({ sheet: name, row: 7, column: 2 }),
  crossMark({ sheet: name, row: 7, column: 3, severity: "warning", formula: crossFormula(sheets[0]!.name) }),
]);

function crossFormula(sheet: string): string {
  return `=AND(N("gouji-mark:X01")=0,'${sheet}'!$B$8<>0)`;
}

describe("the 2020 budget", () => {
  const marked = applyEdits(file, [...marks, report()]);

  test("takes marks in all 14 tables and a report, and changes no part beyond those", () => {
    const before = partsOf(file);
    const after = partsOf(marked);
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(sheets).toHaveLength(14);
    expect(changed.sort()).toEqual(
      [
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet15.xml",
        ...sheets.map(({ part }) => part),
      ].sort(),
    );
    for (const { part } of sheets) {
      expect(findMarks(after[part] ?? "", part).map(({ id, block }) => [id, block.cells])).toEqual([
        ["mark1", "C8"],
        ["mark2", "D8"],
      ]);
    }
  });

  test("comes back to the last character of every part when marks and report are cleared", () => {
    const removals = sheets.flatMap(({ name, part }) => removalsOf(marked, name, part));
    expect(removals).toHaveLength(28);
    const cleared = removeReport(applyEdits(marked, removals));
    expect(partsOf(cleared)).toEqual(partsOf(file));
    expectSameFile(applyEdits(marked, [...removals, ...marks, report()]), marked);
  });
});
