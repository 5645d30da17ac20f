import type { RowsPlan } from "../actions/rows";
import { describe, listed } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import { formatA1 } from "../workbook/address";

/** Raised when a field changes its meaning or goes away. */
const VERSION = 1;

/** What comes and goes as JSON; `error` says why nothing does. */
export function rowsJson(
  file: string,
  error: MessageRef | null,
  plan: RowsPlan | undefined,
  locale: Locale,
): string {
  const { added = [], removed = [], moved = [], formulas = [], notes = [] } = plan ?? {};
  const said = (message: MessageRef) => describe(message, locale);
  const whole = {
    version: VERSION,
    file,
    error: error && { code: error.key, message: said(error) },
    added: added.map(({ row, why, ...rest }) => ({ ...rest, row: row + 1, why: said(why) })),
    removed: removed.map(({ row, why, ...rest }) => ({ ...rest, row: row + 1, why: said(why) })),
    moved: moved.map(({ from, to, isFollowing: _, ...rest }) => ({ ...rest, from: from + 1, to: to + 1 })),
    formulas: formulas.map(({ cell, from, to }) => ({
      sheet: cell.sheet,
      cell: formatA1(cell.row, cell.column),
      from,
      to,
    })),
    notes: notes.map(said),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** The same for reading: rows that come (+) and go (−), formulas written anew (=), and what to look at (!). */
export function rowsText(file: string, plan: RowsPlan, locale: Locale): string {
  const { added, removed, moved, formulas, notes } = plan;
  const said = (message: MessageRef) => describe(message, locale);
  const taken = moved.filter(({ isFollowing }) => !isFollowing);
  const args = {
    added: String(added.length),
    removed: String(removed.length),
    moved: String(taken.length),
  };
  const lines = [file, said({ key: "rows.summary", args })];
  for (const { sheet, row, label, why } of added)
    lines.push(`  + ${sheet} ${row + 1}  ${label}  ${said(why)}`);
  for (const { sheet, row, label, figures, why } of removed)
    lines.push(
      `  - ${sheet} ${row + 1}  ${[label, listed(figures, locale)].join("  ").trim()}  ${said(why)}`,
    );
  for (const { sheet, from, to, label } of taken)
    lines.push(`  > ${sheet} ${from + 1} → ${to + 1}  ${label}`);
  const following = String(moved.length - taken.length);
  if (moved.length > taken.length)
    lines.push(`  > ${said({ key: "rows.following", args: { count: following } })}`);
  for (const { cell, from, to } of formulas)
    lines.push(`  = ${cell.sheet} ${formatA1(cell.row, cell.column)}  ${from} → ${to}`);
  for (const note of notes) lines.push(`  ! ${said(note)}`);
  if (removed.some(({ figures }) => figures.length > 0))
    lines.push(said({ key: "rows.recalculate", args: {} }));
  return `${lines.join("\n")}\n`;
}
