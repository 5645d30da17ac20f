import type { LearnableTable } from "../../src/actions/learnTables";
import type { LearnWords } from "../wording/learn";

/**
 * A relation in the table's own words: "c3 = c4 + c5" becomes 合计 = 基本支出 + 项目支出, and "[类] = Σ[>]" 类 = 其下各行之和.
 * @param own the table it belongs to; undefined for relations between tables
 */
export function relationText(
  text: string,
  tables: readonly LearnableTable[],
  own: LearnableTable | undefined,
  words: Pick<LearnWords, "below" | "byCode">,
): string {
  const isByCode = / by code$/.test(text);
  const plain = text.replace(/ by .*$/, "").replace(/!/g, "");
  const spoken = plain
    .split(/ (=|>=|<=|\+|-) /)
    .map((piece) => termText(piece, tables, own, words))
    .join(" ");
  return isByCode ? spoken + words.byCode : spoken;
}

function termText(
  piece: string,
  tables: readonly LearnableTable[],
  own: LearnableTable | undefined,
  words: Pick<LearnWords, "below">,
): string {
  const sign = { ">=": "≥", "<=": "≤" }[piece];
  if (sign) return sign;
  const bare = /^c(\d+)$/.exec(piece);
  if (bare) return headingOf(own, Number(bare[1]));
  const term = /^(Σ\s*)?([A-Z]+\d+)?\[(>?)([^\]]*)\](?:\.c(\d+))?$/.exec(piece);
  if (!term) return piece;
  const [, sum, id, child, list = "", column] = term;
  const table = tables.find((one) => one.id === id);
  const rows = list.split("|").filter((kind) => kind !== "");
  const spoken = [
    table && table !== own ? `《${table.title}》` : "",
    child ? words.below : rows.join(sum === undefined ? "、" : " + "),
    column === undefined ? "" : ` ${headingOf(table ?? own, Number(column))}`,
  ];
  return spoken.join("");
}

function headingOf(table: LearnableTable | undefined, number: number): string {
  return (
    table?.numbered.find((column) => column.number === number)?.heading.replace(/^.*\//, "") ?? `C${number}`
  );
}
