import { choosePack } from "../recognition/choosePack";
import { recogniseWorkbook } from "../recognition/recognise";
import { PACKS } from "../tables/packs";
import { withOwnSets } from "../tables/setFile/keptSets";
import { checkUnits } from "../units/checkUnits";
import type { UnitsCheck } from "../units/checkUnits";
import { identifyUnit } from "../units/unitBook";
import type { UnitBook } from "../units/unitBook";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { printedDepartments } from "./departmentOf";

/** A workbook with the name of its file. */
export interface NamedWorkbook {
  readonly file: string;
  readonly workbook: WorkbookSnapshot;
}

/** Finds the tables of a workbook, and whose it is. Without a table it has none: it is no budget. */
export function unitBook({ file, workbook }: NamedWorkbook): UnitBook {
  const pack = choosePack(workbook, withOwnSets(PACKS, workbook.settings));
  const { tables } = recogniseWorkbook(workbook, pack);
  const printed = [...new Set(printedDepartments(workbook))];
  return { file, packId: pack.id, setName: pack.name, tables, ...identifyUnit(file, tables, printed) };
}

/**
 * 单位汇总: a department's workbook beside those of its units. Pure. An adjustment sheet (调整表) may stand in the department's
 * workbook or in one of its own among `others`.
 */
export function compareUnits(
  department: NamedWorkbook,
  units: readonly UnitBook[],
  others: readonly WorkbookSnapshot[] = [],
): UnitsCheck {
  const { workbook } = department;
  const sheets = [...workbook.sheets, ...others.flatMap((other) => other.sheets)];
  return checkUnits(unitBook(department), units, { ...workbook, sheets });
}
