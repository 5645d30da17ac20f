import { planPublic } from "../planning/publish/planPublic";
import type { PublicOptions, PublicPlan } from "../planning/publish/planPublic";
import { choosePack } from "../recognition/choosePack";
import type { RecognisedTable } from "../recognition/recognised";
import { recogniseWorkbook } from "../recognition/recognise";
import { PACKS } from "../tables/packs";
import { withOwnSets } from "../tables/setFile/keptSets";
import type { CellRange } from "../workbook/address";
import type { SheetPort } from "../workbook/port";
import type { WorkbookSnapshot } from "../workbook/snapshot";

export type { PublicOptions, PublicPlan } from "../planning/publish/planPublic";

/** 公开版 of a workbook already read: the sheets of a new one for the public. Changes nothing. */
export function planPublicVersion(workbook: WorkbookSnapshot, options: PublicOptions = {}): PublicPlan {
  return planPublic(
    workbook,
    recogniseWorkbook(workbook, choosePack(workbook, withOwnSets(PACKS, workbook.settings))),
    options,
  );
}

/** 公开版 of the open workbook, with the name of its file. Changes nothing. */
export async function publicVersionOf(
  port: Pick<SheetPort, "readContents" | "hiddenLines">,
): Promise<PublicPlan & { readonly name: string }> {
  const workbook = await port.readContents();
  const recognition = recogniseWorkbook(
    workbook,
    choosePack(workbook, withOwnSets(PACKS, workbook.settings)),
  );
  const areas = recognition.tables.flatMap(areasOf);
  const hidden = await port.hiddenLines?.(areas);
  const plan = planPublic(workbook, recognition, {
    hiddenOf: (sheet) => hidden?.get(sheet) ?? { rows: new Set(), columns: new Set() },
  });
  return { ...plan, name: workbook.name };
}

/** Where the cells of a table lie: on its own sheet and on those on which it runs on. */
function areasOf({ sheet, range, bodyRows }: RecognisedTable): { sheet: string; range: CellRange }[] {
  const areas = new Map([[sheet, { sheet, range }]]);
  for (const { sheet: own, row } of bodyRows) {
    const known = areas.get(own)?.range ?? { ...range, firstRow: row, lastRow: row };
    const firstRow = Math.min(known.firstRow, row);
    const lastRow = Math.max(known.lastRow, row);
    areas.set(own, { sheet: own, range: { ...known, firstRow, lastRow } });
  }
  return [...areas.values()];
}
