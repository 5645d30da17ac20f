import type { RecognisedTable } from "../recognition/recognised";
import type { CellAddress } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/** A note that there is nothing: 本部门2020年无政府性基金支出, 故本表为空表. Names of columns and single 无 are none. */
const NOTHING =
  /空表|(本(部门|单位|年度?)|20\d{2}年).{0,14}(没有|无|未安排|不涉及).{2,}|(没有|无|未安排)[^，。]{2,24}(支出|收入|预算|拨款|安排|项目|采购|转移支付|经费)/;

/** True when a table has no amount but zero. */
export function isEmptyTable({ rows }: RecognisedTable): boolean {
  return rows.every(({ figures }) =>
    [...figures.values()].every(
      (figure) => figure.kind === "none" || (figure.kind === "amount" && figure.value.isZero()),
    ),
  );
}

/** The note on a table's sheet that it is empty: above its heading or below its rows; undefined where there is none. */
export function emptyNote(table: RecognisedTable, workbook: WorkbookSnapshot): CellAddress | undefined {
  const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
  const own = new Set(table.rows.filter((row) => row.sheet === table.sheet).map(({ sheetRow }) => sheetRow));
  for (const [row, cells] of sheet?.rows ?? []) {
    if (own.has(row) || (row >= table.headerRows.first && row <= table.headerRows.last)) continue;
    for (const [column, { value }] of cells)
      if (typeof value === "string" && NOTHING.test(value.replace(/\s/g, "")))
        return { sheet: table.sheet, row, column };
  }
  return undefined;
}

/** True when a text says that there is nothing of what a table shows, told by a word of the table's title. */
export function saysEmpty(text: string, title: string): boolean {
  const word = TOPICS.find((topic) => title.includes(topic));
  if (word === undefined) return false;
  return text
    .replace(/\s/g, "")
    .split(/[。；;\n]/)
    .some((sentence) => sentence.includes(word) && NOTHING.test(sentence));
}

const TOPICS = [
  "政府性基金",
  "国有资本经营",
  "转移支付",
  "政府采购",
  "购买服务",
  "非税收入",
  "三公",
  "项目支出",
];
