import type { WriteSetting } from "../../workbook/edit";
import { fieldsOf, keptJson } from "../../workbook/keptJson";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import type { InsertOptions } from "./options";

/** What the user has said of new tables, kept with the workbook. */
export interface InsertSettings {
  readonly year: number;
  readonly department: string;
  readonly unit: InsertOptions["unit"];
  /** Units and projects as they were listed (readUnits.ts). */
  readonly list: string;
  /** Functional codes, with commas or blanks between. */
  readonly codes: string;
  readonly blankRows: number;
  /** Ids of tables that take no figures from others. */
  readonly unlinked: readonly string[];
}

const KEY = "insertion";
/** Raised when the form of what is kept changes. */
const VERSION = 1;

/** The settings kept with a workbook; undefined where there are none, or none that this version knows. */
export function readKept({ settings }: WorkbookSnapshot): InsertSettings | undefined {
  const { version, year, department, unit, list, codes, blankRows, unlinked } = fieldsOf(
    keptJson(settings?.[KEY]),
  );
  const isKnown =
    version === VERSION &&
    typeof year === "number" &&
    typeof department === "string" &&
    (unit === "元" || unit === "万元") &&
    typeof list === "string" &&
    typeof codes === "string" &&
    typeof blankRows === "number" &&
    Array.isArray(unlinked) &&
    unlinked.every((id): id is string => typeof id === "string");
  return isKnown ? { year, department, unit, list, codes, blankRows, unlinked } : undefined;
}

/** Keeps settings with the workbook. */
export function keepSettings(settings: InsertSettings): WriteSetting {
  return { kind: "writeSetting", key: KEY, value: JSON.stringify({ version: VERSION, ...settings }) };
}
