import { columnPaths } from "../tables/definition";
import type { ColumnDefinition, TableDefinition } from "../tables/definition";

import { ColumnFigures } from "./columnFigures";
import { PLAIN_SCORE } from "./assignColumns";
import type { HeaderMatch } from "./header";
import type { ColumnMatch } from "./recognised";
import type { RowDraft } from "./rows";
import type { ReadSheet } from "./readSheet";

/** More ways than this of giving out columns are not tried; the headings then stay unsettled. */
const MOST_TRIES = 4000;
/** The least share of what can be checked that must hold before numbers settle a column. */
const LEAST_AGREEMENT = 0.9;
/** How sure a column is that the numbers settled, and one whose figures fit elsewhere as well. */
const SETTLED_SCORE = 0.7;
const UNSURE_SCORE = 0.4;

/** Printed column number → sheet column. */
type Places = ReadonlyMap<number, number>;

interface Try {
  readonly places: Places;
  readonly held: number;
  readonly failed: number;
}

/**
 * Gives amount columns that the headings do not settle their meaning by the numbers: of all ways in which the columns
 * in question can be given out, the one under which most relations within rows (总计 = 基本支出 + 项目支出) and between
 * the total and the rows below it hold. Where the numbers do not tell either, nothing changes.
 */
export function settleColumns(
  sheet: ReadSheet,
  definition: TableDefinition,
  header: HeaderMatch,
  body: readonly number[],
  readRows: () => readonly RowDraft[],
): ReadonlyMap<number, ColumnMatch> {
  const { columns, headings } = header;
  const figures = new ColumnFigures(sheet, definition, body, readRows);
  const places = new Map([...columns].map(([number, match]) => [number, match.sheetColumn]));
  const contested = contestedByNumbers(header, places, figures);
  const open = amountColumns(definition).filter(
    ({ number }) => contested.has(columns.get(number)?.sheetColumn ?? -1) || !columns.has(number),
  );
  if (open.length === 0) return columns;
  const fixed = new Map(columns);
  for (const { number } of open) fixed.delete(number);
  const owned = new Set(
    [...fixed.values()].flatMap(({ sheetColumn, reading }) =>
      reading?.kind === "levels" ? [sheetColumn, ...reading.sheetColumns] : [sheetColumn],
    ),
  );
  const free = [...headings.keys()].filter(
    (column) => !owned.has(column) && (contested.has(column) || figures.areAmounts(column)),
  );
  if (free.length === 0) return columns;

  const now: Try = { places, ...figures.judge(places) };
  const tries = tryAll(open, free, now, fixed, figures);
  const best = tries.reduce((first, next) => (worth(next) > worth(first) ? next : first), now);
  if (best === now || best.held < (best.held + best.failed) * LEAST_AGREEMENT) return columns;
  const equals = tries.filter((other) => worth(other) === worth(best));
  const settled = new Map(fixed);
  for (const column of open) {
    const sheetColumn = best.places.get(column.number);
    if (sheetColumn === undefined) continue;
    const isOnly = equals.every((other) => other.places.get(column.number) === sheetColumn);
    const isAlike = equals.every((other) => figures.areEqual(other.places.get(column.number), sheetColumn));
    const kept = columns.get(column.number);
    if (!isAlike) {
      if (kept) settled.set(column.number, { ...kept, score: Math.min(kept.score, UNSURE_SCORE) });
    } else if (kept?.sheetColumn === sheetColumn) settled.set(column.number, kept);
    else settled.set(column.number, byNumbers(sheet, header, column, sheetColumn, isOnly));
  }
  return new Map([...settled].sort(([a], [b]) => a - b));
}

/**
 * The columns that the headings do not settle; where most relations fail, also those of which the lowest heading alone
 * is known, such as 合计 under a group that stands elsewhere.
 */
function contestedByNumbers(
  { columns, contested, alike }: HeaderMatch,
  places: Places,
  figures: ColumnFigures,
): ReadonlySet<number> {
  const vague = [...columns.values()].filter(
    ({ sheetColumn, score }) => alike.has(sheetColumn) && score < PLAIN_SCORE,
  );
  if (vague.length === 0) return contested;
  const { held, failed } = figures.judge(places);
  return failed > held ? new Set([...contested, ...alike]) : contested;
}

function amountColumns(definition: TableDefinition): ColumnDefinition[] {
  return columnPaths(definition.header)
    .map(({ column }) => column)
    .filter(({ kind }) => kind === "amount");
}

function byNumbers(
  sheet: ReadSheet,
  { headings, lastRow }: HeaderMatch,
  definition: ColumnDefinition,
  sheetColumn: number,
  isOnly: boolean,
): ColumnMatch {
  return {
    definition,
    sheetColumn,
    heading: [...new Set(headings.get(sheetColumn) ?? [])].join("/"),
    headingCell: { sheet: sheet.name, row: lastRow, column: sheetColumn },
    score: isOnly ? SETTLED_SCORE : UNSURE_SCORE,
    by: "numbers",
  };
}

/** What fails weighs more than what holds: a column of zeros fits nearly everywhere. */
function worth({ held, failed }: Try): number {
  return held - 3 * failed;
}

/** All ways of giving the free sheet columns to the open columns, one or none each; none when there are too many. */
function tryAll(
  open: readonly ColumnDefinition[],
  free: readonly number[],
  now: Try,
  fixed: ReadonlyMap<number, ColumnMatch>,
  figures: ColumnFigures,
): Try[] {
  let ways = 1;
  for (let index = 0; index < open.length; index++) ways *= Math.max(1, free.length - index) + 1;
  if (ways > MOST_TRIES) return [];
  const tries: Try[] = [];
  const places = new Map([...fixed].map(([number, match]) => [number, match.sheetColumn]));
  const place = (index: number): void => {
    const column = open[index];
    if (!column) {
      tries.push({ places: new Map(places), ...figures.judge(places) });
      return;
    }
    const used = new Set(places.values());
    for (const sheetColumn of free) {
      if (used.has(sheetColumn)) continue;
      places.set(column.number, sheetColumn);
      place(index + 1);
    }
    places.delete(column.number);
    // A column that the headings gave out stays given out, to whichever it belongs.
    if (!now.places.has(column.number)) place(index + 1);
  };
  place(0);
  return tries;
}
