import { parseAmount } from "../../amounts/parseAmount";
import type { Finding } from "../../validation/finding";
import type { CellAddress } from "../../workbook/address";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { cellAtAddress } from "../../workbook/snapshot";
import type { Mend } from "./mend";
import { mendOf } from "./mendedCell";
import type { Wanted } from "./mendedCell";

/** How amounts print that were texts: as the standard tables do. */
const AMOUNT_FORMAT = "#,##0.00";

/** Numbers kept as text become numbers. One that names its own unit is left alone: it may be another than the table's. */
export function textsAsNumbers({ cells, sheet }: Finding, workbook: WorkbookSnapshot): Mend | undefined {
  const wanted = cells.flatMap((address): Wanted[] => {
    const cell = cellAtAddress(workbook, address);
    if (typeof cell?.value !== "string" || cell.formula !== undefined) return [];
    const amount = parseAmount(cell.value);
    if (amount.kind !== "amount" || amount.unit !== undefined) return [];
    const isText = cell.numberFormat === "@" || cell.numberFormat === "General";
    return [
      {
        address: place(address),
        content: { value: amount.value.toNumber() },
        ...(isText && { numberFormat: AMOUNT_FORMAT }),
      },
    ];
  });
  const label = { key: "mend.textNumbers", args: { sheet, count: String(wanted.length) } };
  return mendOf(label, wanted, workbook);
}

/** Codes kept as numbers become texts. */
export function codesAsText({ cells, sheet }: Finding, workbook: WorkbookSnapshot): Mend | undefined {
  const wanted = cells.flatMap((address): Wanted[] => {
    const cell = cellAtAddress(workbook, address);
    if (typeof cell?.value !== "number" || cell.formula !== undefined) return [];
    return [{ address: place(address), content: { value: String(cell.value) }, numberFormat: "@" }];
  });
  const label = { key: "mend.codeTexts", args: { sheet, count: String(wanted.length) } };
  return mendOf(label, wanted, workbook);
}

function place({ sheet, row, column }: CellAddress): CellAddress {
  return { sheet, row, column };
}
