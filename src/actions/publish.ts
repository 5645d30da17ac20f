import { planPublic } from "../planning/publish/planPublic";
import type { PublicOptions, PublicPlan } from "../planning/publish/planPublic";
import { choosePack } from "../recognition/choosePack";
import { recogniseWorkbook } from "../recognition/recognise";
import { PACKS } from "../tables/packs";
import type { WorkbookSnapshot } from "../workbook/snapshot";

export type { HiddenLines } from "../planning/publish/printedTable";
export type { PublicOptions, PublicPlan } from "../planning/publish/planPublic";

/** 公开版 of a workbook already read: the sheets of a new one for the public. Changes nothing. */
export function planPublicVersion(workbook: WorkbookSnapshot, options: PublicOptions = {}): PublicPlan {
  return planPublic(workbook, recogniseWorkbook(workbook, choosePack(workbook, PACKS)), options);
}
