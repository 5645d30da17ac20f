import { scopesOf } from "./completeTree";
import { withOwnRows } from "./place";
import { realise } from "./realise";
import { refused } from "./rowsPlan";
import type { RowsPlan } from "./rowsPlan";
import type { Table } from "../table";
import { asItStands, withPlaces } from "./wanted";
import type { WorkbookModel } from "./workbookModel";

/** 按编码排序: puts the rows with codes into the order of the tree. Throws Refusal as moveRows does. */
export function planSortRows(model: WorkbookModel, all: readonly Table[]): RowsPlan {
  const tables = withOwnRows(all);
  const places = tables.map((table) => newPlaces(table));
  if (places.every(({ size }) => size === 0)) return refused("rows.inOrder");
  const wanted = tables.map((table, index) => withPlaces(asItStands(table), places[index] ?? new Map()));
  return realise(model, wanted, { keepsFigures: true });
}

/** Where each row goes that is not in its place: rows with codes change places among themselves. */
function newPlaces(table: Table): Map<number, number> {
  const order = new Map<number, number>();
  for (const rows of scopesOf(table)) {
    const sorted = [...rows].sort((a, b) =>
      a.code < b.code ? -1 : a.code > b.code ? 1 : a.sheetRow - b.sheetRow,
    );
    sorted.forEach((row, index) => {
      const to = rows[index]?.sheetRow;
      if (to !== undefined && to !== row.sheetRow) order.set(row.sheetRow, to);
    });
  }
  return order;
}
