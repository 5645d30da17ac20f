import { normaliseText } from "../recognition/text";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import { formatA1 } from "../workbook/address";
import type { CellAddress } from "../workbook/address";
import type { Finding } from "./finding";
import { remark } from "./readability";
import type { MessageArgs } from "../messages/messageRef";

interface Unit {
  readonly row: RecognisedRow;
  readonly code: string;
  readonly name: string;
  readonly address: CellAddress;
}

/**
 * X14: unit codes and names agree across tables. One code has one name; one name has one code, except that a department
 * and its own office may share a name when one code is the other's beginning (156 and 156001).
 */
export function unitFindings(tables: readonly RecognisedTable[]): Finding[] {
  const byCode = new Map<string, Unit>();
  const byName = new Map<string, Unit[]>();
  return tables.flatMap(unitsOf).flatMap((unit) => {
    const sameCode = byCode.get(unit.code);
    if (!sameCode) byCode.set(unit.code, unit);
    const named = byName.get(unit.name) ?? [];
    byName.set(unit.name, [...named, unit]);
    if (sameCode && sameCode.name !== unit.name) return twoNames(unit, sameCode);
    const otherCode = named.find(({ code }) => !code.startsWith(unit.code) && !unit.code.startsWith(code));
    return otherCode && !sameCode ? twoCodes(unit, otherCode) : [];
  });
}

function unitsOf(table: RecognisedTable): Unit[] {
  return table.rows.flatMap((row) => {
    const match = table.columns.get(row.side.nameColumn);
    const name = normaliseText(row.name);
    if (row.rule.kind !== "单位" || !match || name === "") return [];
    const address = { sheet: row.sheet, row: row.sheetRow, column: match.sheetColumn };
    return { row, code: row.code, name, address };
  });
}

function twoNames(unit: Unit, first: Unit): Finding {
  return clash(unit, first, "unit.twoNames", { otherName: first.name });
}

function twoCodes(unit: Unit, first: Unit): Finding {
  return clash(unit, first, "unit.twoCodes", { otherCode: first.code });
}

/** The finding stands at the second place and names the first. */
function clash(unit: Unit, first: Unit, key: string, args: MessageArgs): Finding {
  const a1 = ({ address }: Unit) => formatA1(address.row, address.column);
  return remark(unit.row.table, {
    severity: "warning",
    rule: "X14",
    cells: [unit.address, first.address],
    message: {
      key,
      args: {
        cell: a1(unit),
        code: unit.code,
        name: unit.name,
        otherTable: first.row.table.definition.label,
        otherCell: a1(first),
        ...args,
      },
    },
  });
}
