import type { SheetSnapshot } from "../../../src/workbook/snapshot";
import { Chooser, randomFrom } from "../random";
import { sheetOf } from "../sheet";
import type { TestCell } from "../sheet";
import { ASSET_KINDS } from "./assets";
import { Kit } from "./kit";
import type { OfficeKind } from "./kit";
import { LEDGER_KINDS } from "./ledgers";
import { LIST_KINDS } from "./lists";
import { PURCHASE_KINDS } from "./purchases";
import { REPORT_KINDS } from "./reports";
import { STATISTIC_KINDS } from "./statistics";
import { PEOPLE_KINDS } from "./people";
import { STATEMENT_KINDS } from "./statements";

/** The kinds of sheets that lie in an accountant's workbooks and are no budget. */
export const OFFICE_KINDS: readonly OfficeKind[] = [
  ...PEOPLE_KINDS,
  ...ASSET_KINDS,
  ...LEDGER_KINDS,
  ...STATEMENT_KINDS,
  ...LIST_KINDS,
  ...PURCHASE_KINDS,
  ...REPORT_KINDS,
  ...STATISTIC_KINDS,
];

/** A sheet of each kind in turn, its figures in agreement; the same seed gives the same sheet. */
export function makeOfficeSheet(seed: number): SheetSnapshot {
  const choose = new Chooser(randomFrom(seed * 7919 + 3));
  const kind = OFFICE_KINDS[seed % OFFICE_KINDS.length] as OfficeKind;
  const { title, rows } = kind(new Kit(choose));
  const above: TestCell[][] = [];
  if (title !== "" && choose.chance(0.85)) above.push([choose.chance(0.4) ? `某某局${title}` : title]);
  if (choose.chance(0.4))
    above.push([choose.pick(["单位：元", "编制单位：某某局", "金额单位：元", "2026年11月30日"])]);
  if (above.length > 0 && choose.chance(0.2)) above.push([]);
  const below: TestCell[][] = choose.chance(0.3) ? [["制表：张三", "", "审核：李四"]] : [];
  const isMoved = choose.chance(0.2);
  const all = [...above, ...rows, ...below].map((cells) => (isMoved ? [undefined, ...cells] : cells));
  return sheetOf(`Sheet${seed}`, all);
}
