import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import { readFigures } from "../recognition/figures";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import { cellAt } from "../workbook/snapshot";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { setAside } from "./outcome";
import type { Judgement } from "./outcome";

/**
 * An office may have columns that its set of tables does not know, such as a further source of funds: the columns beside
 * then do not add up to the total, and no figure is wrong. Where a relation within a row fails in every row in which such
 * a column has an amount, by just that amount, it is set to "cannot tell" there. All others are given back as they are.
 */
export function setAsideForOtherColumns(
  judgements: readonly Judgement[],
  workbook: WorkbookSnapshot,
): Judgement[] {
  const explained = new Set<Judgement>();
  if (!judgements.some(({ outcome }) => outcome === "mismatch")) return [...judgements];
  for (const own of groupsWithinRows(judgements)) {
    if (!own.some(({ outcome }) => outcome === "mismatch")) continue;
    for (const amounts of otherAmounts(own, workbook))
      for (const judgement of explainedBy(amounts, own)) explained.add(judgement);
  }
  return judgements.map((judgement) =>
    explained.has(judgement) ? setAside(judgement, "otherColumn") : judgement,
  );
}

/** The judgements of each sentence about columns, in the tables that have such columns. */
function groupsWithinRows(judgements: readonly Judgement[]): Judgement[][] {
  const groups = new Map<RecognisedTable, Map<string, Judgement[]>>();
  for (const judgement of judgements) {
    const { relation } = judgement;
    if (relation.table.otherColumns.length === 0 || relation.operator !== "=") continue;
    const row = relation.terms[0]?.row;
    if (relation.terms.some((term) => term.row !== row)) continue;
    const own = groups.get(relation.table) ?? new Map<string, Judgement[]>();
    groups.set(relation.table, own);
    const known = own.get(relation.id);
    if (known) known.push(judgement);
    else own.set(relation.id, [judgement]);
  }
  return [...groups.values()].flatMap((own) => [...own.values()]);
}

type Amounts = ReadonlyMap<RecognisedRow, Decimal>;

/** What stands in each of the table's other columns, and in all of them together, in 万元 by row. */
function otherAmounts(judgements: readonly Judgement[], { sheets }: WorkbookSnapshot): Amounts[] {
  const rows = judgements.flatMap(({ relation }) => relation.terms[0]?.row ?? []);
  const [first] = rows;
  if (!first) return [];
  const { otherColumns, unit } = first.table;
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const single = otherColumns.map(({ sheetColumn }): Amounts => {
    const figures = readFigures(
      rows.map(({ sheet: name, sheetRow }) => {
        const sheet = byName.get(name);
        const address = { sheet: name, row: sheetRow, column: sheetColumn };
        return { address, cell: sheet && cellAt(sheet, sheetRow, sheetColumn) };
      }),
      unit,
    );
    return new Map(
      rows.map((row, index) => {
        const figure = figures[index];
        return [row, figure?.kind === "amount" ? figure.value : ZERO];
      }),
    );
  });
  if (single.length < 2) return single;
  const together = new Map(
    rows.map((row) => [row, single.reduce((sum, own) => sum.plus(own.get(row) ?? ZERO), ZERO)]),
  );
  return [...single, together];
}

/** The failing ones, where every row with such an amount fails by it. */
function explainedBy(amounts: Amounts, judgements: readonly Judgement[]): Judgement[] {
  const touched = judgements.filter(({ relation }) => {
    const row = relation.terms[0]?.row;
    return row !== undefined && amounts.get(row)?.isZero() === false;
  });
  const isExplained = touched.every(({ relation, balance, slack }) => {
    const amount = amounts.get(relation.terms[0]?.row as RecognisedRow) ?? ZERO;
    return balance?.deviation.minus(amount).abs().lessThanOrEqualTo(slack) === true;
  });
  return isExplained ? touched.filter(({ outcome }) => outcome === "mismatch") : [];
}
