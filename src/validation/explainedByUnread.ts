import type { Relation } from "../relations/relation";
import { setAside } from "./outcome";
import type { Judgement } from "./outcome";
import type { UnreadRow } from "./unreadRows";

/**
 * A sum over the lines of a statement that fails while a row with an amount, of which nobody can tell what it is, stands
 * among those lines, cannot be told: the row may be one of them. It is reported itself. All others stay as they are.
 */
export function setAsideForUnread(
  judgements: readonly Judgement[],
  unread: readonly UnreadRow[],
): Judgement[] {
  const ofLines = unread.filter(({ side }) => side.codeColumn === undefined);
  if (ofLines.length === 0) return [...judgements];
  return judgements.map((judgement) =>
    judgement.outcome === "mismatch" && ofLines.some((row) => standsAmong(row, judgement.relation))
      ? setAside(judgement, "unreadRow")
      : judgement,
  );
}

/** True where all figures of a relation are of one column of the row's side, and the row stands between theirs. */
function standsAmong({ table, side, address }: UnreadRow, { terms }: Relation): boolean {
  const [first] = terms;
  const isOfSide = terms.every(
    ({ row, column }) => row.table === table && row.side === side && column === first?.column,
  );
  if (!first || !isOfSide) return false;
  const rows = terms.flatMap(({ row }) => (row.sheet === address.sheet ? [row.sheetRow] : []));
  const top = table.bodyRows.find(({ sheet }) => sheet === address.sheet)?.row ?? Math.min(...rows);
  // A total stands below all its lines; that of a part stands above them.
  const isTotal = first.row.rule.level === 0 || first.row.rule.required === true;
  return address.row >= (isTotal ? top : Math.min(...rows)) && address.row <= Math.max(...rows);
}
