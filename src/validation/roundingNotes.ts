import type { RecognisedTable } from "../recognition/recognised";
import { formatA1 } from "../workbook/address";
import { cellKey } from "./cellKey";
import type { CheckFinding } from "./checkFinding";
import type { FindingCell } from "./finding";
import type { Judgement } from "./outcome";

/** Cells named in one rounding note; the rest are counted. */
const MOST_CELLS_NAMED = 10;

/** Rounding differences (尾差), folded into one note a table. */
export function roundingNotes(judgements: readonly Judgement[]): CheckFinding[] {
  const byTable = new Map<RecognisedTable, Judgement[]>();
  for (const judgement of judgements) {
    if (judgement.outcome !== "rounding") continue;
    const { table } = judgement.relation;
    const known = byTable.get(table);
    if (known) known.push(judgement);
    else byTable.set(table, [judgement]);
  }
  return [...byTable].map(([table, rounded]): CheckFinding => {
    const anchors = new Map<string, FindingCell>();
    for (const { relation } of rounded) {
      const [first] = relation.terms;
      if (!first) continue;
      const { sheet, row, column } = first.figure.address;
      anchors.set(cellKey(first.figure.address), { sheet, row, column, role: "total" });
    }
    const cells = [...anchors.values()];
    const named = cells.slice(0, MOST_CELLS_NAMED).map(({ row, column }) => formatA1(row, column));
    return {
      severity: "rounding",
      rule: "rounding",
      table: table.definition.id,
      sheet: table.sheet,
      cell: cells[0] ? { sheet: cells[0].sheet, row: cells[0].row, column: cells[0].column } : null,
      message: {
        key: keyOf(rounded.length, cells.length, named.length),
        args: { table: table.definition.label, count: String(rounded.length), cells: named },
      },
      expected: null,
      actual: null,
      difference: null,
      cells,
      suspects: [],
      about: rounded,
    };
  });
}

/** Where several relations begin at one cell, relations are told and not places. */
function keyOf(relations: number, cells: number, named: number): string {
  if (cells > named) return "rounding.many";
  return relations > cells ? "rounding.shared" : "rounding.some";
}
