import { plainAmount } from "../amounts/format";
import type { Figure, RecognisedTable } from "../recognition/recognised";
import { formatA1 } from "../workbook/address";
import type { CheckFinding } from "./checkFinding";
import type { Act, Finding, MessageRef, Suspect } from "./finding";
import type { BlockMistake } from "./mistakes/misplaced";
import type { Shift } from "./mistakes/shiftReadings";
import { remark } from "./readability";
import { inUnit } from "./wording";

/**
 * One finding for each block of figures that is one row or column off (block.shifted), and for each table whose figures
 * are in another unit than it says (block.unit), with the relations that fail because of it.
 */
export function blockFindings(blocks: readonly BlockMistake[]): CheckFinding[] {
  return blocks.map((block) => ({
    ...(block.kind === "shift" ? shiftFinding(block) : unitFinding(block)),
    sheet: block.kind === "shift" ? block.shift.first.sheet : block.table.sheet,
    act: {
      kind: block.kind === "shift" ? "blockShifted" : "unitWrong",
      rows: rowsOf(block),
      others: [],
    },
    about: block.failing,
  }));
}

/** The rows of the cells that a block has moved; of a table in another unit all that hold an amount. */
function rowsOf(block: BlockMistake): Act["rows"] {
  const figures =
    block.kind === "shift"
      ? block.figures
      : block.table.rows.flatMap((row) => [...row.figures.values()].filter(({ kind }) => kind === "amount"));
  const rows = new Map(figures.map(({ address: { sheet, row } }) => [`${row},${sheet}`, { sheet, row }]));
  return [...rows.values()].sort((a, b) => a.row - b.row);
}

function shiftFinding({ table, shift, figures, failing }: Extract<BlockMistake, { kind: "shift" }>): Finding {
  const found = remark(table, {
    severity: "error",
    rule: "block.shifted",
    cells: [shift.first, ...figures.map(({ address }) => address)],
    message: {
      key: `block.${shift.direction}`,
      args: { range: rangeText(shift), count: String(failing.length) },
    },
  });
  // The first cell leads the list for the jump; it is one of the block anyway.
  return {
    ...found,
    cells: found.cells.slice(1),
    suspects: figures.flatMap((figure) => suspectOf(figure, table)),
  };
}

/** "D11:D17", or "D11" for a single cell. */
function rangeText({ first, last }: Shift): string {
  const [from, to] = [formatA1(first.row, first.column), formatA1(last.row, last.column)];
  return from === to ? from : `${from}:${to}`;
}

function suspectOf(figure: Figure, table: RecognisedTable): Suspect[] {
  if (figure.kind !== "amount") return [];
  const { sheet, row, column } = figure.address;
  const amount = plainAmount(inUnit(figure.value, table.unit));
  const why: MessageRef[] = [{ key: "suspect.shifted", args: {} }];
  return [{ sheet, row, column, low: amount, high: amount, suggested: amount, why }];
}

function unitFinding({ table, unit, failing }: Extract<BlockMistake, { kind: "unit" }>): Finding {
  const figures = table.rows.flatMap((row) => [...row.figures.values()]);
  return remark(table, {
    severity: "error",
    rule: "block.unit",
    cells: figures
      .filter((one) => one.kind === "amount" && !one.value.isZero())
      .map(({ address }) => address),
    message: { key: "block.unit", args: { unit: table.unit, other: unit, count: String(failing.length) } },
  });
}
