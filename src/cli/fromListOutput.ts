import type { BudgetList, SinceList, TableTotal } from "../actions/fromList";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import { columnLetters } from "../workbook/address";

/** Raised when a field changes its meaning or goes away. */
const VERSION = 1;

/** What is told of a list and its tables. */
export interface ToldList {
  readonly list: BudgetList;
  /** Of the tables' amounts. */
  readonly unit: "元" | "万元";
  readonly totals: readonly TableTotal[];
  readonly notes: readonly MessageRef[];
  /** What has changed since an earlier list, where one was given. */
  readonly since?: Exclude<SinceList, { problem: MessageRef }>;
}

/** The columns and what they are taken for, the tables with their totals beside those of the list, and what there is to say. */
export function fromListText({ list, unit, totals, notes, since }: ToldList, lang: Locale): string {
  const say = (key: string, args: Record<string, string>) => describe({ key, args }, lang);
  const sheets = list.sheets.flatMap(({ sheet, rows, columns, unit: own, unitBy }) => [
    say("lists.sheet", {
      sheet,
      rows: String(rows.length),
      unit: own,
      how: unitBy === "stated" ? "" : say(`lists.unit.${unitBy}`, {}),
    }),
    ...columns.map(({ column, heading, field, by }) =>
      say("lists.column", {
        column: columnLetters(column),
        heading,
        field,
        how: by === "content" || by === "user" ? say(`lists.how.${by}`, {}) : "",
      }),
    ),
  ]);
  const tables = totals.map(({ label, rows, total, listed, isComplete }) =>
    say("lists.table", {
      ...{ table: label, rows: String(rows), total, unit, listed },
      incomplete: isComplete ? "" : say("lists.incomplete", {}),
    }),
  );
  return [
    ...sheets,
    ...tables,
    ...[...notes, ...(since?.notes ?? [])].map((note) => describe(note, lang)),
    "",
  ].join("\n");
}

/** The same for programs. */
export function fromListJson(
  file: string,
  { list, unit, totals, notes, since }: ToldList,
  lang: Locale,
): string {
  const plain = {
    version: VERSION,
    file,
    unit,
    sheets: list.sheets.map(({ sheet, headingRow, rows, sums, columns, unit: own, unitBy }) => ({
      sheet,
      headingRow: headingRow + 1,
      rows: rows.length,
      unit: own,
      unitBy,
      columns: columns.map(({ column, ...one }) => ({ column: columnLetters(column), ...one })),
      sums: sums.map(({ sheetRow, by }) => ({ row: sheetRow + 1, by })),
    })),
    tables: totals.map(({ id, label, rows, total, listed, isComplete }) => ({
      ...{ table: id, label, rows, total, listed },
      complete: isComplete,
    })),
    notes: notes.map((note) => ({ key: note.key, message: describe(note, lang) })),
    ...(since ? { since: sinceJson(since.comparison) } : {}),
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function sinceJson({
  added,
  gone,
  changed,
  same,
}: Exclude<SinceList, { problem: MessageRef }>["comparison"]) {
  const place = ({ sheet, sheetRow }: BudgetList["rows"][number]) => ({ sheet, row: sheetRow + 1 });
  return {
    added: added.map(place),
    gone: gone.map(place),
    changed: changed.map(({ before, after, changes }) => ({
      ...place(after),
      before: place(before),
      changes,
    })),
    same,
  };
}
