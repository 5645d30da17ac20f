import type { Pack, TableDefinition } from "../tables/definition";
import type { SheetSnapshot } from "../workbook/snapshot";
import { cellText, filledRows, lastFilledRow } from "./grid";
import { normaliseText } from "./text";

export interface TitleMatch {
  readonly definition: TableDefinition;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Longer cells are sentences that mention a table, not titles. */
const LONGEST_TITLE = 60;

/**
 * Every cell of a sheet that reads as the title of a table of the pack. A title may have 附件、表号、单位名 or 年度
 * in front (2020年度…支出总体情况表); of two titles that fit, the longer is meant (收支总体情况表 also ends 表4's title).
 */
export function findTitles(sheet: SheetSnapshot, pack: Pack): TitleMatch[] {
  const titles = pack.tables
    .flatMap((definition) =>
      [definition.title, ...(definition.titleVariants ?? [])].map((title) => ({
        definition,
        title: normaliseText(title),
      })),
    )
    .sort((a, b) => b.title.length - a.title.length);
  const found: TitleMatch[] = [];
  for (const row of filledRows(sheet, 0, lastFilledRow(sheet))) {
    for (const [column, cell] of sheet.rows.get(row) ?? []) {
      if (typeof cell.value !== "string" || cell.value.length > LONGEST_TITLE) continue;
      const text = normaliseText(cellText(cell)).replace(/\((单位:)?(万元|元|亿元)\)$/, "");
      const match = titles.find(
        ({ title }) => text === title || (text.endsWith(title) && isLeadIn(text, title)),
      );
      if (match) found.push({ definition: match.definition, row, column, text: cell.value.trim() });
    }
  }
  return found;
}

/**
 * What may stand before a title: numbers of annexes and tables, a year, the name of a body. A lead-in that itself
 * ends in a word of table titles (财政拨款, 一般公共预算 …) would make it the title of another table.
 */
function isLeadIn(text: string, title: string): boolean {
  const lead = text
    .slice(0, text.length - title.length)
    .replace(/^(附件|附表|表|图表)?[\d一二三四五六七八九十()\-—:.、]*/, "");
  return /^$|(年|年度|局|委|委员会|办|办公室|中心|部门|厅|部|院|校|会|处|所|站|队|政府|街道|镇|区|市|县|省|单位|本级)$/.test(
    lead,
  );
}
