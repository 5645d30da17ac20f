import { parseCodeCell } from "../../recognition/text";
import { cellText } from "../../recognition/grid";
import type { MessageRef } from "../../messages/messageRef";
import type { CellAddress } from "../../workbook/address";
import { cellAt } from "../../workbook/snapshot";
import type { Line } from "./bodyLines";
import { cellOf } from "./fillContext";
import type { FillTable } from "./fillContext";
import type { FillDraft } from "./fillDraft";

/** A code and its name as one cell holds them. */
export interface PairText {
  readonly code: string;
  readonly name: string;
}

/** "[30101]基本工资", "30101 基本工资", "30101" or "基本工资" → its parts; what is missing is "". */
export function readPair(text: string): PairText {
  const { code, name } = parseCodeCell(text);
  return code === "" ? { code: "", name: text.trim() } : { code, name };
}

/** The text of a cell with both, in the manner in which most cells of the column write it. */
export function pairText({ table, lines }: FillTable, number: number, { code, name }: PairText): string {
  let bracketed = 0;
  let spaced = 0;
  for (const line of lines) {
    const written = parseCodeCell(line.texts.get(number) ?? "");
    if (written.code === "" || written.name === "") continue;
    if (written.isBracketed) bracketed++;
    else spaced++;
  }
  // Only a column made for both is written in brackets where no cell shows how.
  const isMade = table.columns.get(number)?.definition.kind === "codeAndName";
  return spaced > bracketed || (!isMade && bracketed === 0) ? `${code} ${name}` : `[${code}]${name}`;
}

/** Fills in the code of a row, wherever the table has it: in a cell of its own, with the name, or level by level. */
export function fillCode(
  draft: FillDraft,
  { owner, line, number }: { readonly owner: FillTable; readonly line: Line; readonly number: number },
  pair: PairText,
  why: readonly MessageRef[],
): void {
  const match = line.table.columns.get(number);
  const cell = cellOf(line, number);
  if (!match || !cell) return;
  const { reading } = match;
  if (reading?.kind === "levels") {
    levelParts(pair.code).forEach((part, index) => {
      const column = reading.sheetColumns[index];
      if (column === undefined) return;
      const place = { ...cell, column };
      if (rawText(owner, place) === "") draft.fill(line, { cell: place, from: "", to: part, why });
    });
  } else if (reading) {
    draft.fill(line, { cell, from: rawText(owner, cell), to: pairText(owner, number, pair), why });
  } else draft.fill(line, { cell, from: rawText(owner, cell), to: pair.code, why });
}

/** The text of a cell as it stands. */
export function rawText({ sheet }: FillTable, { row, column }: CellAddress): string {
  return cellText(cellAt(sheet, row, column)).trim();
}

function levelParts(code: string): string[] {
  return [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].filter((part) => part !== "");
}
