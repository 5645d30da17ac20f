import { parseAmount } from "../amounts/parseAmount";
import { PlacedRows } from "../recognition/recognised";
import type { RecognisedTable } from "../recognition/recognised";
import { columnText } from "../recognition/columnText";
import { isCountedAbove, normaliseRowName } from "../recognition/text";
import type { SideDefinition } from "../tables/definition";
import type { MessageRef } from "../messages/messageRef";
import { formatA1 } from "../workbook/address";
import type { CellAddress } from "../workbook/address";
import { cellAt } from "../workbook/snapshot";
import type { CellValue, WorkbookSnapshot } from "../workbook/snapshot";
import type { Finding } from "./finding";
import type { MissingRow } from "./missingRows";
import { remark } from "./readability";

/** A row of a table's body with amounts that is none of the table's kinds of row, so that no sum has them. */
export interface UnreadRow {
  readonly table: RecognisedTable;
  readonly side: SideDefinition;
  /** Its first amount. */
  readonly address: CellAddress;
  /** As it stands in the sheet, trimmed; "" where it has none. */
  readonly name: string;
  /** For comparing: numbering and spaces off. */
  readonly key: string;
}

const NONE: readonly UnreadRow[] = [];

/** All such rows of the tables found; each side of a statement counts for itself. */
export function findUnreadRows(workbook: WorkbookSnapshot, tables: readonly RecognisedTable[]): UnreadRow[] {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return tables.flatMap((table) =>
    table.definition.sides.flatMap((side) => {
      const read = new PlacedRows();
      for (const row of table.rows) if (row.side === side) read.add(row.sheet, row.sheetRow);
      const amounts = side.amountColumns.flatMap((number) => table.columns.get(number) ?? []);
      return table.bodyRows.flatMap(({ sheet: name, row }): readonly UnreadRow[] => {
        if (read.has(name, row)) return NONE;
        const sheet = sheets.get(name);
        if (!sheet) return NONE;
        const first = amounts.find(({ sheetColumn }) => isAmount(cellAt(sheet, row, sheetColumn)?.value));
        if (!first) return NONE;
        const spoken = columnText(sheet, table.columns, side.nameColumn, row);
        if (isCountedAbove(spoken)) return NONE;
        const address = { sheet: name, row, column: first.sheetColumn };
        return [{ table, side, address, name: spoken, key: normaliseRowName(spoken) }];
      });
    }),
  );
}

/** An amount other than zero, kept as a number or as text. */
function isAmount(value: CellValue | undefined): boolean {
  if (typeof value === "number") return value !== 0;
  if (typeof value !== "string") return false;
  const parsed = parseAmount(value);
  return parsed.kind === "amount" && !parsed.value.isZero();
}

/**
 * The unread row that a missing one is: the table lacks a code, and a row without a readable code has its name. Its code
 * is what is missing, not the row.
 */
export function standsUnread(missing: MissingRow, unread: readonly UnreadRow[]): UnreadRow | undefined {
  return missing.kind === "total" ? undefined : unreadNamed(missing.table, missing.name, unread);
}

/** The unread row of a table that has this name. */
export function unreadNamed(
  table: RecognisedTable,
  name: string,
  unread: readonly UnreadRow[],
): UnreadRow | undefined {
  if (name === "") return undefined;
  const key = normaliseRowName(name);
  return unread.find((row) => row.table === table && row.key === key);
}

/** rows.unread, one a row, so that no figure is passed over in silence; with its code where other tables tell it. */
export function unreadRowFindings(unread: readonly UnreadRow[], missing: readonly MissingRow[]): Finding[] {
  const codes = new Map(
    missing.flatMap((row) => {
      const found = standsUnread(row, unread);
      return found ? [[found, row] as const] : [];
    }),
  );
  return unread.map((row) =>
    remark(row.table, {
      severity: "warning",
      rule: "rows.unread",
      cells: [row.address],
      message: messageOf(row, codes.get(row)),
    }),
  );
}

function messageOf({ address, name }: UnreadRow, missing: MissingRow | undefined): MessageRef {
  const args = { row: String(address.row + 1), cell: formatA1(address.row, address.column) };
  return missing && "seenIn" in missing
    ? {
        key: "rows.unread.code",
        args: { ...args, name, code: missing.key, seenIn: missing.seenIn.table.definition.label },
      }
    : { key: "rows.unread", args };
}
