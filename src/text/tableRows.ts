import { findUnit } from "../amounts/unit";
import { unread } from "./noteFigure";
import type { TextFigure } from "./figure";
import type { Paragraph } from "./paragraphs";
import { tokensOf } from "./tokens";
import type { WordIndex } from "./tokens";
import { readDigits } from "../amounts/readDigits";
import { Decimal } from "../amounts/decimal";

/**
 * Reads the amounts of a table inside the text that lists projects: a heading row with 项目 and an amount column that names
 * its unit (2020年预算（万元）), then a row a project. Other tables say nothing here. The figures found are added to `figures`.
 */
export function readTableRows(rows: readonly Paragraph[], words: WordIndex, figures: TextFigure[]): void {
  const [heading, ...body] = rows;
  const titles = heading?.text.split("\t") ?? [];
  const nameColumn = titles.findIndex((title) => /^项目(名称)?$/.test(title));
  const amountColumn = titles.findIndex((title) => unitOf(title) !== undefined);
  const unit = unitOf(titles[amountColumn] ?? "");
  if (nameColumn < 0 || unit === undefined) return;
  for (const row of body) {
    const cells = row.text.split("\t");
    const digits = cells[amountColumn] ?? "";
    const read = readDigits(digits);
    if (!/^\d/.test(digits) || "problem" in read) continue;
    const start = cells.slice(0, amountColumn).reduce((sum, cell) => sum + cell.length + 1, 0);
    const from = row.places[start] ?? 0;
    const name = tokensOf({ text: cells[nameColumn] ?? "" }, words);
    const [only] = name.length === 1 ? name : [];
    const items =
      only?.kind === "term" && only.term.role === "subject" ? only.term.features.items : undefined;
    const to = (row.places[start + digits.length - 1] ?? from) + 1;
    figures.push({
      index: figures.length,
      from,
      to,
      text: digits,
      sentence: { from: row.places[0] ?? from, to },
      ...unread("amount"),
      value: new Decimal(read.plain),
      decimals: read.decimals,
      unit,
      meanings: items?.map((item) => ({ what: "项目", item })) ?? [],
    });
  }
}

function unitOf(title: string): ReturnType<typeof findUnit> {
  const word = /\((?:单位:?)?(亿元|万元|元)\)/.exec(title)?.[1];
  return word === undefined ? undefined : findUnit(`单位:${word}`);
}
