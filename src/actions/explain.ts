import { choosePack } from "../recognition/choosePack";
import { PACKS } from "../tables/packs";
import { explainCells } from "../validation/explainCell";
import type { CellExplanation } from "../validation/explainCell";
import type { CellAddress } from "../workbook/address";
import type { WorkbookPort } from "../workbook/port";

/**
 * 解释此格: reads the workbook and gives a function that explains any of its cells. It stays right until the workbook is
 * changed. Changes nothing.
 */
export async function readExplanations(port: WorkbookPort): Promise<(cell: CellAddress) => CellExplanation> {
  const workbook = await port.read();
  return explainCells(workbook, choosePack(workbook, PACKS));
}
