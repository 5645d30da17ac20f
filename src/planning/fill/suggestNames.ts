import { checkCodeName } from "../../codes/checkCodeName";
import { certaintyOfCheck } from "../../codes/certainty";
import { readCodeCells } from "../../validation/codeCells";
import type { CodeCell } from "../../validation/codeCells";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { pairText, rawText } from "./codeCell";
import type { FillContext, FillTable } from "./fillContext";
import type { FillDraft } from "./fillDraft";

/** 一、 (一) 1. in front of a name, which stays as it is. */
const NUMBERING = /^\s*(?:[（(]?[一二三四五六七八九十]+[）)]?[、.．]?|\d{1,2}[、.．])\s*/;

/**
 * Names that disagree with their code in cells that no tree has: pairs in one cell ([30102]津贴) and the class lines of
 * the statements. The lines of trees are compared where they are filled (fillTreeNames.ts).
 */
export function suggestNames(
  context: FillContext,
  owner: FillTable,
  workbook: WorkbookSnapshot,
  draft: FillDraft,
): void {
  const lines = new Map([...owner.lines].reverse().map((line) => [line.sheetRow, line]));
  for (const cell of readCodeCells(owner.table, workbook, owner.year, context.lists).cells) {
    const definition = owner.table.columns.get(cell.column)?.definition;
    const isPair = definition?.kind === "codeAndName";
    const isStatement = cell.row.rule.standsFor !== undefined;
    if (cell.name === "" || !(isPair || isStatement)) continue;
    const official = officialName(context, owner, cell);
    const line = lines.get(cell.address.row);
    if (!official || !line) continue;
    const from = rawText(owner, cell.address);
    const to = isPair
      ? pairText(owner, cell.column, { code: cell.code, name: official.name })
      : `${NUMBERING.exec(from)?.[0] ?? ""}${official.name}`;
    const why = { key: official.key, args: { code: cell.code, official: official.name } };
    draft.suggest(line, { cell: cell.address, from, to, why });
  }
}

function officialName({ lists }: FillContext, { year }: FillTable, { kind, code, name }: CodeCell) {
  const found = checkCodeName(kind, year, code, name, lists);
  if (found.status !== "outdatedName" && found.status !== "nameDiffers") return undefined;
  const certainty = certaintyOfCheck(found, code, year, lists.get(kind, year));
  return certainty === "sure" || certainty === "official"
    ? { name: found.officialName, key: `suggest.${found.status}` }
    : undefined;
}
