import type { Decimal } from "../amounts/decimal";
import { plainAmount } from "../amounts/format";
import type { RecognisedTable } from "../recognition/recognised";
import type { Relation, RelationTerm } from "../relations/relation";
import { formatA1 } from "../workbook/address";
import { equationOf } from "./equation";
import type { Finding, FindingCell, MessageRef } from "./finding";
import type { Judgement } from "./outcome";
import { excessOf } from "./outcome";
import { cellKey, findSuspects, isFailing } from "./suspects";
import type { PlacesByCell } from "./suspects";
import { inUnit, placeText, sideText, spokenCount, sumText, unitOf } from "./wording";

/** One finding for each relation that fails: what should hold, what is there, the difference, the likely cells. */
export function relationFindings(
  judgements: readonly Judgement[],
  places: PlacesByCell,
): Map<Finding, Relation> {
  const findings = judgements.filter(isFailing).flatMap((judgement): [Finding, Relation][] => {
    const { relation, balance } = judgement;
    const [anchor] = relation.terms;
    if (!balance || !anchor) return [];
    const amount = (value: Decimal) => plainAmount(inUnit(value, unitOf(relation)));
    const finding: Finding = {
      severity: judgement.outcome === "zero" ? "warning" : (relation.severity ?? "error"),
      rule: relation.id,
      table: relation.table.definition.id,
      sheet: anchor.figure.address.sheet,
      cell: anchor.figure.address,
      message: message(judgement, anchor),
      expected: amount(balance.right),
      actual: amount(balance.left),
      difference: amount(balance.deviation),
      cells: findingCells(relation),
      suspects: findSuspects(judgement, places),
      equations: [equationOf(judgement)],
    };
    return [[finding, relation]];
  });
  return new Map(findings);
}

function findingCells({ terms }: Relation): FindingCell[] {
  const cells = new Map<string, FindingCell>();
  for (const { figure, side } of terms) {
    const { sheet, row, column } = figure.address;
    const key = cellKey(figure.address);
    if (!cells.has(key)) cells.set(key, { sheet, row, column, role: side === "left" ? "total" : "part" });
  }
  return [...cells.values()];
}

/**
 * Keys: relation.equal, relation.atMost, relation.atLeast, each for a right side of one cell (.one) or more (.sum), and
 * with .zero behind them when only printed zeros are in the way.
 */
function message({ relation, balance, outcome }: Judgement, anchor: RelationTerm): MessageRef {
  const kind = { "=": "equal", "<=": "atMost", ">=": "atLeast" }[relation.operator];
  const form = spokenCount(relation, "right") > 1 ? "sum" : "one";
  const deviation = balance?.deviation;
  const over = deviation && !deviation.isNegative();
  const { row, column } = anchor.figure.address;
  return {
    key: `relation.${kind}.${form}${over ? ".over" : ".short"}${outcome === "zero" ? ".zero" : ""}`,
    args: {
      table: relation.table.definition.label,
      cell: formatA1(row, column),
      place: placeText(relation),
      left: leftText(relation, balance?.left),
      right: sideText(relation, "right"),
      sum: sumText(relation, balance?.right),
      difference: sumText(relation, deviation && excessOf(relation, deviation)),
      unit: unitOf(relation),
    },
  };
}

function leftText(relation: Relation, sum: Decimal | undefined): string {
  const text = sideText(relation, "left");
  return spokenCount(relation, "left") > 1 ? `${text} = ${sumText(relation, sum)}` : text;
}

/** Cells named in one rounding note; the rest are counted. */
const MOST_CELLS_NAMED = 10;

/** Rounding differences (尾差), folded into one note a table. */
export function roundingNotes(judgements: readonly Judgement[]): Finding[] {
  const byTable = new Map<RecognisedTable, Judgement[]>();
  for (const judgement of judgements) {
    const { table } = judgement.relation;
    if (judgement.outcome === "rounding") byTable.set(table, [...(byTable.get(table) ?? []), judgement]);
  }
  return [...byTable].map(([table, relations]): Finding => {
    const anchors = new Map<string, FindingCell>();
    for (const { relation } of relations) {
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
        key: cells.length > named.length ? "rounding.many" : "rounding.some",
        args: { table: table.definition.label, count: String(relations.length), cells: named.join("、") },
      },
      expected: null,
      actual: null,
      difference: null,
      cells,
      suspects: [],
      equations: relations.map(equationOf),
    };
  });
}
