import type { SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";

/** Words of headings and others that mean the same and stand in no definition of ours. */
const OTHER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/总计|合计/g, "全部数额"],
  [/小计/g, "汇总数额"],
  [/预算数|预算$/g, "核定数额"],
  [/决算数/g, "完成数额"],
  [/基本支出/g, "日常开支"],
  [/项目支出/g, "专门开支"],
  [/人员经费/g, "人头费"],
  [/公用经费/g, "运转费"],
  [/一般公共预算/g, "公共财力"],
  [/政府性基金预算?/g, "基金财力"],
  [/国有资本经营(预算)?/g, "国资财力"],
  [/财政拨款/g, "国库拨付"],
  [/编码/g, "号码"],
  [/名称/g, "称谓"],
  [/收入/g, "进账"],
  [/支出/g, "开支"],
];

/** A workbook in which every heading says the same in words that no set has; titles and the names of rows stay as they are. */
export function rewordHeadings(workbook: WorkbookSnapshot): WorkbookSnapshot {
  return { ...workbook, sheets: workbook.sheets.map(rewordSheet) };
}

function rewordSheet(sheet: SheetSnapshot): SheetSnapshot {
  const first = firstFigures(sheet);
  const rows = [...sheet.rows].map(([row, cells]) => {
    const isHeading =
      row < first && cells.size > 1 && ![...cells.values()].some(({ value }) => /[:：]/.test(String(value)));
    if (!isHeading) return [row, cells] as const;
    const reworded = [...cells].map(
      ([column, cell]) => [column, { ...cell, value: reword(String(cell.value)) }] as const,
    );
    return [row, new Map(reworded)] as const;
  });
  return { ...sheet, rows: new Map(rows) };
}

function firstFigures(sheet: SheetSnapshot): number {
  for (const [row, cells] of sheet.rows)
    if ([...cells.values()].some(({ value }) => typeof value === "number")) return row;
  return Infinity;
}

/** A heading in other words; 类, 款 and 项, and whatever has no other word, as it is. */
function reword(heading: string): string {
  return OTHER_WORDS.reduce((text, [word, other]) => text.replace(word, other), heading);
}
