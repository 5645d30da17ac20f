import type { Packs } from "./definition";
import { FINAL_ACCOUNTS } from "./finalAccounts/pack";
import { GUANGZHOU } from "./guangzhou/pack";
import { NATIONAL } from "./national/pack";

/** All sets of tables this product knows; a workbook is read by the one that fits it best, the first where none does. */
export const PACKS: Packs = [GUANGZHOU, NATIONAL, FINAL_ACCOUNTS];
