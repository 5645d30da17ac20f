import { Decimal, ZERO } from "../../amounts/decimal";
import { plainAmount } from "../../amounts/format";
import { formatAmount } from "../../amounts/format";
import { columnLetters, formatA1 } from "../../workbook/address";
import type { CellAddress } from "../../workbook/address";
import type { MessageRef } from "../../messages/messageRef";
import type { RecognisedRow } from "../../recognition/recognised";
import { cellKey } from "../cellKey";
import type { CheckFinding } from "../checkFinding";
import type { FindingCell, Suspect } from "../finding";
import { missingMessage } from "../missingRows";
import { relationOf } from "../relationFindings";
import { remark } from "../readability";
import { columnLabel, inUnit, rowLabel, unitText } from "../wording";
import { areOnlyWarnings } from "../outcome";
import type { Candidate, FoundAct } from "./act";
import type { Place } from "./scene";
import { amountIn } from "./supposition";

/** Other explanations that are told beside the likeliest. */
const MOST_OTHERS = 2;

/** Totals named in a sentence; all of them are marked. */
const MOST_TOTALS = 6;

/** One finding for each act: one sentence, its cells with what belongs there, the relations that fail because of it. */
export function actFindings(acts: readonly FoundAct[]): CheckFinding[] {
  return acts.map(actFinding);
}

function actFinding(act: FoundAct): CheckFinding {
  const suspects = suspectsOf(act);
  const others = act.others
    .slice(0, MOST_OTHERS)
    .map((other) => ({ message: messageOf(other), suspects: suspectsOf(other) }));
  const { edits, gone } = act.told ?? {};
  const found = remark(act.table, {
    severity: areOnlyWarnings(act.failing) ? "warning" : "error",
    rule: `act.${act.kind}`,
    cells: [],
    message: messageOf(act, act.others.slice(0, MOST_OTHERS)),
  });
  const [first] = act.cells;
  const rows = act.rows.map(({ sheet, sheetRow }) => ({ sheet, row: sheetRow }));
  const { missing = [] } = act;
  const isListed = act.kind === "rowDeleted" && missing.length > 0;
  return {
    ...found,
    ...(isListed && { rule: "rows.missing", message: missingMessage(act.table, missing) }),
    sheet: rows[0]?.sheet ?? found.sheet,
    cell: first ? first.figure.address : cellOf(act),
    cells: cellsOf(act, suspects),
    suspects,
    act: { kind: act.kind, rows, others, ...(edits && { edits }), ...(gone && { gone }) },
    about: act.failing,
  };
}

/** A row that is gone is told where its parent stands. */
function cellOf({ rows: [row], columns: [column] }: Candidate): CellAddress | null {
  const figure = column === undefined ? undefined : row?.figures.get(column);
  return figure?.address ?? null;
}

function suspectsOf({ kind, cells, slack = ZERO, supposed: { figures } }: Candidate): Suspect[] {
  return cells.flatMap(({ figure, row }): Suspect[] => {
    // A figure kept as text is right, and its cell is not.
    const after = kind === "textFigure" ? figure : figures.get(cellKey(figure.address));
    const value = after && amountIn(after);
    if (!value) return [];
    const { sheet, row: at, column } = figure.address;
    const text = (one: Decimal) => plainAmount(inUnit(one, row.table.unit));
    const why: MessageRef[] = [{ key: "suspect.act", args: {} }];
    return [
      {
        sheet,
        row: at,
        column,
        low: text(value.minus(slack)),
        high: text(value.plus(slack)),
        suggested: text(value),
        why,
      },
    ];
  });
}

/** Those done wrong come first; the cells of the relations they break are involved. */
function cellsOf({ cells, failing }: FoundAct, suspects: readonly Suspect[]): FindingCell[] {
  const found = new Map<string, FindingCell>();
  const put = (cell: FindingCell) => {
    if (!found.has(cellKey(cell))) found.set(cellKey(cell), cell);
  };
  for (const { sheet, row, column } of suspects) put({ sheet, row, column, role: "other" });
  for (const { figure } of cells) put({ ...figure.address, role: "other" });
  for (const cell of failing.flatMap((one) => relationOf(one).cells)) put(cell);
  return [...found.values()];
}

/** Keys act.<kind>, for rows that totals count act.<kind>.counted, for codes without rows act.<kind>.codes, for blocks act.block.down, act.block.up, act.block.right and act.block.left. */
function keyOf({ kind, told }: Candidate): string {
  if (told?.isOfCodes) return `act.${kind}.codes`;
  if (told?.isCounted) return `act.${kind}.counted`;
  if (kind !== "blockShifted") return `act.${kind}`;
  if (told?.byColumns !== undefined) return told.byColumns > 0 ? "act.block.right" : "act.block.left";
  return (told?.by ?? 0) > 0 ? "act.block.down" : "act.block.up";
}

/** The sentence of an act: act.<kind>, with rows, columns and amounts as the sheet has them. */
function messageOf(act: Candidate, others: readonly Candidate[] = []): MessageRef {
  const { table, rows, cells, columns, told = {} } = act;
  const [row] = rows;
  const [cell] = cells;
  const columnsText = [...new Set(cells.map(({ figure }) => columnLetters(figure.address.column)))];
  return {
    key: keyOf(act),
    args: {
      table: table.definition.label,
      row: row ? rowText(row) : "",
      cell: cell ? formatA1(cell.figure.address.row, cell.figure.address.column) : "",
      columns: columnsText.sort(),
      totals: cells
        .slice(0, MOST_TOTALS)
        .map(({ figure }) => formatA1(figure.address.row, figure.address.column)),
      column: columns.length > 0 ? columnLabel(table.definition, columns[0] as number) : "",
      now: cell ? amountText(cell, cell.figure) : "",
      right: cell ? amountText(cell, act.supposed.figures.get(cellKey(cell.figure.address))) : "",
      count: String(cells.length),
      relations: String(act.supposed.mended.length),
      rows: String(told.count ?? rows.length),
      amounts: (told.amounts ?? []).map((amount) => plainText(act, amount)).join(" / "),
      other: told.other ? rowText(told.other) : rows[1] ? rowText(rows[1]) : "",
      otherColumn: told.otherColumn === undefined ? "" : otherColumnText(act, told.otherColumn),
      tables: tablesOf(act),
      unit: unitText(table),
      otherUnit: told.unit ?? "",
      by: String(Math.abs(told.by ?? told.byColumns ?? 0)),
      from: rows[0] ? String(rows[0].sheetRow + 1) : "",
      to: rows.length > 0 ? String((rows[rows.length - 1] as RecognisedRow).sheetRow + 1) : "",
      or: others.flatMap((other) => otherText(other, act)),
      code: told.codes ?? told.code ?? "",
      name: told.name ?? "",
    },
  };
}

/** An amount of no cell, in the unit of the act's table. */
function plainText({ table }: Candidate, amount: string): string {
  const value = inUnit(new Decimal(amount), table.unit);
  return formatAmount(value, Math.max(2, value.decimalPlaces()));
}

function otherColumnText({ table }: Candidate, number: number): string {
  const column = table.columns.get(number)?.sheetColumn;
  const label = columnLabel(table.definition, number);
  return column === undefined ? label : `${columnLetters(column)} 列“${label}”`;
}

/** Another explanation by its table where that is another one, and by its row; by its columns where it is the same row: "C 列". */
function otherText({ kind, table, rows: [first], cells }: Candidate, act: Candidate): string[] {
  if (kind === "tableOld") return [table.definition.label];
  if (!first) return [];
  if (table !== act.table) return [`${table.definition.label} ${rowText(first)}`];
  if (first !== act.rows[0]) return [rowText(first)];
  const columns = [...new Set(cells.map(({ figure }) => columnLetters(figure.address.column)))].sort();
  return columns.length > 0 ? [`${columns.join("/")} 列`] : [];
}

/** "第 14 行“配餐服务费”". */
function rowText(row: RecognisedRow): string {
  return `第 ${row.sheetRow + 1} 行“${rowLabel(row)}”`;
}

function tablesOf({ table, cells, supposed }: Candidate): string[] {
  const labels = [
    ...cells.map(({ row }) => row.table),
    ...supposed.mended.flatMap(({ relation }) => relation.terms.map(({ row }) => row.table)),
  ]
    .filter((one) => one !== table)
    .map(({ definition }) => definition.label);
  return [...new Set(labels)];
}

function amountText({ row }: Place, figure: Place["figure"] | undefined): string {
  const value = figure && amountIn(figure);
  if (!value || !figure) return "";
  const decimals = figure.kind === "amount" ? Math.max(0, figure.decimals) : 2;
  return formatAmount(inUnit(value, row.table.unit), decimals);
}
