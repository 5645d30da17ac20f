import { planRounding } from "../planning/rounding/planRounding";
import type { RoundingPlan } from "../planning/rounding/planRounding";
import type { IntegerSolver } from "../planning/rounding/integerModel";
import { choosePack } from "../recognition/choosePack";
import { recogniseWorkbook } from "../recognition/recognise";
import { relate } from "../relations/relate";
import { PACKS } from "../tables/packs";
import { judge } from "../validation/outcome";
import type { CellAddress } from "../workbook/address";
import { cellAtAddress } from "../workbook/snapshot";
import type { WorkbookSnapshot } from "../workbook/snapshot";

export interface BalanceOptions {
  /** Cells that must stay as they are: locked by the user, or given by another authority. None when left out. */
  readonly isLocked?: (address: CellAddress) => boolean;
}

/** 舍位平衡 for a workbook already read: what would be changed to make its rounded figures add up. Changes nothing. */
export function planBalance(
  workbook: WorkbookSnapshot,
  solve: IntegerSolver,
  { isLocked = () => false }: BalanceOptions = {},
): Promise<RoundingPlan> {
  const pack = choosePack(workbook, PACKS);
  const { tables } = recogniseWorkbook(workbook, pack);
  const judgements = relate(tables, pack).relations.map(judge);
  const cellOf = (address: CellAddress) => cellAtAddress(workbook, address);
  return planRounding(judgements, { cellOf, isLocked }, solve);
}
