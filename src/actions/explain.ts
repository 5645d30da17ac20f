import { PACKS } from "../tables/packs";
import { makeChecked } from "../validation/checked";
import { explainCell } from "../validation/explainCell";
import type { CellExplanation } from "../validation/explainCell";
import type { CellAddress } from "../workbook/address";
import type { WorkbookPort } from "../workbook/port";
import { withLists } from "./listsFor";
import type { ListOptions } from "./listsFor";
import type { ValidateOptions } from "./validate";

/**
 * 解释此格: reads the workbook and gives a function that explains any of its cells. It stays right until the workbook is
 * changed. Changes nothing.
 * @param options the lists, and the office's own tables and relations, that the user goes by, as for a check
 */
export async function readExplanations(
  port: WorkbookPort,
  options: ListOptions & Pick<ValidateOptions, "rules" | "sets"> = {},
): Promise<(cell: CellAddress) => CellExplanation> {
  const workbook = await port.read();
  const checked = makeChecked(workbook, PACKS, await withLists(workbook, options));
  return (cell) => explainCell(checked, cell);
}
