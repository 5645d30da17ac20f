import { normaliseName } from "../../codes/codeName";
import { parseCodeCell, saysNothing } from "../../recognition/text";
import type { Line } from "./bodyLines";
import type { FillContext, FillTable } from "./fillContext";

/** The code column of a table's units: its first column that holds unit codes. */
export function unitColumn({ table }: FillTable): number | undefined {
  return [...table.columns].find(
    ([, { definition }]) => definition.kind === "code" && definition.systems?.includes("unit"),
  )?.[0];
}

/** The name column beside a table's unit codes. */
export function unitNameColumn(owner: FillTable): number | undefined {
  const column = unitColumn(owner);
  return owner.table.definition.sides.find(({ codeColumn }) => codeColumn === column)?.nameColumn;
}

/** True when the column holds unit codes alone, so that rows under a unit may repeat its code. */
export function holdsUnitsOnly(owner: FillTable): boolean {
  const column = unitColumn(owner);
  const systems = column === undefined ? [] : (owner.table.columns.get(column)?.definition.systems ?? []);
  return systems.length === 1;
}

/** Names that stand under any unit, so that they tell nothing of which one. */
const GENERAL_NAMES: ReadonlySet<string> = new Set(
  [
    "",
    "人员支出",
    "人员经费",
    "公用支出",
    "公用经费",
    "日常公用经费",
    "日常公用支出",
    "对个人和家庭的补助",
    "对个人和家庭的补助支出",
    "工资福利支出",
    "商品和服务支出",
    "资本性支出",
    "其他",
  ].map(normaliseName),
);

/**
 * The rows that stand for a unit and have its code. Where rows under a unit repeat its code, the first of them is the
 * unit's own.
 */
export function unitHeads(owner: FillTable): Set<number> {
  const column = unitColumn(owner) ?? -1;
  const rows = new Set(
    owner.table.rows.filter(({ rule }) => rule.kind === "单位").map(({ sheetRow }) => sheetRow),
  );
  const heads = new Set<number>();
  let current = "";
  for (const line of owner.lines) {
    const { code } = parseCodeCell(line.texts.get(column) ?? "");
    if (line.fixedKind !== undefined || !rows.has(line.sheetRow) || code === current || code === "") continue;
    current = code;
    heads.add(line.sheetRow);
  }
  return heads;
}

/** A unit as one table of the workbook knows it. */
export interface UnitFact {
  readonly owner: FillTable;
  readonly line: Line;
  readonly code: string;
  readonly name: string;
  /** Names of the rows that stand under it, as they are compared, without such as stand under any unit. */
  readonly below: ReadonlySet<string>;
}

/** Every unit row of the workbook that has both code and name, with what stands under it. */
export function unitFacts({ tables }: FillContext): UnitFact[] {
  return tables.flatMap((owner) => {
    const column = unitColumn(owner);
    const nameColumn = unitNameColumn(owner);
    if (column === undefined || nameColumn === undefined) return [];
    const rows = unitHeads(owner);
    const units: (UnitFact & { below: Set<string> })[] = [];
    for (const line of owner.lines) {
      const name = line.texts.get(nameColumn) ?? "";
      const { code } = parseCodeCell(line.texts.get(column) ?? "");
      if (rows.has(line.sheetRow)) {
        if (!saysNothing(name)) units.push({ owner, line, code, name, below: new Set() });
      } else if (line.fixedKind === undefined && !GENERAL_NAMES.has(normaliseName(name)))
        units[units.length - 1]?.below.add(normaliseName(name));
    }
    return units;
  });
}
