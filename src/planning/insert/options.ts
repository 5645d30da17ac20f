import type { AmountUnit } from "../../amounts/unit";
import type { CodeLists } from "../../codes/listsInUse";
import type { EconomicCodes } from "../../codes/correspondence";
import type { GivenContent } from "./given";

/** A budget unit (预算单位): three digits for a department, six for a unit of it. */
export interface UnitOption {
  readonly code: string;
  readonly name: string;
}

export interface ProjectOption {
  readonly name: string;
  /** Its functional code, 7 digits; "" when not known yet. */
  readonly code: string;
  /** Code of its unit; "" for the only unit there is. */
  readonly unit: string;
}

/** What new tables are made for. Everything an office has none of is an empty list. */
export interface InsertOptions {
  /** Ids of the tables; each once. */
  readonly tables: readonly string[];
  readonly year: number;
  readonly department: string;
  readonly unit: Extract<AmountUnit, "元" | "万元">;
  readonly units: readonly UnitOption[];
  readonly projects: readonly ProjectOption[];
  /** Functional codes; their parents and the codes of the projects are added. */
  readonly codes: readonly string[];
  /** Rows of economic codes in the order in which they are printed; the usual ones of a 机关 when left out. */
  readonly economic?: readonly EconomicCodes[];
  /** Blank rows in each place where rows are typed; 5 when left out. */
  readonly blankRows?: number;
  /** Ids of tables that begin with the projects' names where they can (EachTemplate.isOffered). */
  readonly withProjects?: readonly string[];
  /** The code lists in use; those shipped when left out. */
  readonly lists?: CodeLists;
  /** Ids of tables whose figures are all typed, none taken from other tables; true: all of them. */
  readonly unlinked?: readonly string[] | true;
  /** Rows and figures that are known beforehand; none when left out. */
  readonly given?: GivenContent;
}

export const USUAL_BLANK_ROWS = 5;
