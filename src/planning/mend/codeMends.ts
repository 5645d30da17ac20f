import { normaliseRowName, parseCodeCell } from "../../recognition/text";
import type { Finding } from "../../validation/finding";
import type { CellAddress } from "../../workbook/address";
import { formatA1 } from "../../workbook/address";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { cellAt, cellAtAddress } from "../../workbook/snapshot";
import type { Mend } from "./mend";
import { mendOf } from "./mendedCell";

/** Mends for a name that is not the list's (the official one is put), and for two codes that differ (either is put). */
export function codeMends(finding: Finding, workbook: WorkbookSnapshot): Mend[] {
  const [first, second] = finding.cells;
  if (!first) return [];
  const mends =
    finding.rule === "code.mismatch"
      ? [second && codeMend(first, second, workbook), second && codeMend(second, first, workbook)]
      : [nameMend(finding, first, workbook)];
  return mends.filter((mend) => mend !== undefined);
}

/** The official name in place of the one written: in the code's own cell where it has one, else beside it in the row. */
function nameMend(
  { message: { args } }: Finding,
  code: CellAddress,
  workbook: WorkbookSnapshot,
): Mend | undefined {
  const { official, name: written } = args;
  if (typeof official !== "string" || typeof written !== "string") return undefined;
  if (official === "" || written === "") return undefined;
  const name = withoutNumbering(written);
  const address = nameCell(code, name, workbook);
  const text = address && textAt(address, workbook);
  if (!address || !text) return undefined;
  const label = { key: "mend.name", args: { cell: formatA1(address.row, address.column), official } };
  return mendOf(label, [{ address, content: { value: replaceName(text, name, official) } }], workbook);
}

/** 十四、 and 其中： before a name are no part of it. */
function withoutNumbering(name: string): string {
  const core = normaliseRowName(name);
  return name.endsWith(core) ? core : name;
}

function nameCell(code: CellAddress, name: string, workbook: WorkbookSnapshot): CellAddress | undefined {
  const { sheet, row, column } = code;
  if (holdsName(textAt(code, workbook), name)) return { sheet, row, column };
  const cells = workbook.sheets.find((one) => one.name === sheet)?.rows.get(row);
  for (const at of [...(cells?.keys() ?? [])].sort((a, b) => Math.abs(a - column) - Math.abs(b - column))) {
    const address = { sheet, row, column: at };
    if (holdsName(textAt(address, workbook), name)) return address;
  }
  return undefined;
}

function holdsName(text: string | undefined, name: string): boolean {
  return text !== undefined && withoutSpaces(text).includes(name);
}

/** Line breaks and spaces inside the old name go with it; what stands before and behind it stays. */
function replaceName(text: string, name: string, official: string): string {
  const pattern = [...name].map((char) => char.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&")).join("\\s*");
  return text.replace(new RegExp(pattern, "u"), () => official);
}

/** One code in place of the other; a `[code]name` cell keeps its name. */
function codeMend(target: CellAddress, source: CellAddress, workbook: WorkbookSnapshot): Mend | undefined {
  const own = textAt(target, workbook);
  const code = parseCodeCell(textAt(source, workbook) ?? "").code;
  if (own === undefined || code === "") return undefined;
  const old = parseCodeCell(own).code;
  const text = own.includes(old) ? own.replace(old, () => code) : code;
  const cell = formatA1(target.row, target.column);
  const from = formatA1(source.row, source.column);
  const label = { key: "mend.code", args: { cell, code, from } };
  const { sheet, row, column } = target;
  return mendOf(label, [{ address: { sheet, row, column }, content: { value: text } }], workbook);
}

function textAt(address: CellAddress, workbook: WorkbookSnapshot): string | undefined {
  const sheet = workbook.sheets.find(({ name }) => name === address.sheet);
  const cell = sheet ? cellAt(sheet, address.row, address.column) : cellAtAddress(workbook, address);
  return cell && cell.formula === undefined && typeof cell.value !== "object"
    ? String(cell.value)
    : undefined;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, "");
}
