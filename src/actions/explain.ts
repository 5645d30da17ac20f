import { PACKS } from "../tables/packs";
import { makeChecked } from "../validation/checked";
import { explainCell } from "../validation/explainCell";
import type { CellExplanation } from "../validation/explainCell";
import type { CellAddress } from "../workbook/address";
import type { WorkbookPort } from "../workbook/port";

/**
 * 解释此格: reads the workbook and gives a function that explains any of its cells. It stays right until the workbook is
 * changed. Changes nothing.
 */
export async function readExplanations(port: WorkbookPort): Promise<(cell: CellAddress) => CellExplanation> {
  const workbook = await port.read();
  const checked = makeChecked(workbook, PACKS);
  return (cell) => explainCell(checked, cell);
}
