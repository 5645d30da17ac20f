import { choosePack } from "../recognition/choosePack";
import { PACKS } from "../tables/packs";
import type { TextTables } from "../text/cellSums";
import { makeChecked } from "../validation/checked";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/** A workbook as a text is compared with it: its tables, and what it calls its department. */
export interface TextWorkbook extends TextTables {
  readonly setName: string;
  readonly departments: readonly string[];
}

/** Rows above a table in which 部门名称 stands. */
const TOP_ROWS = 6;
const DEPARTMENT =
  /(?:部门名称|单位名称|编制单位|编制部门|预算部门|预算单位|填报单位|部门)\s*[:：]\s*(\S{3,40})/;

/** Finds the tables of a workbook and the names of its department (部门名称：…, and the unit with a code of three digits). */
export function textWorkbook(workbook: WorkbookSnapshot): TextWorkbook {
  const { pack, tables } = makeChecked(workbook, choosePack(workbook, PACKS));
  const printed = workbook.sheets.flatMap(({ rows }) =>
    [...rows]
      .filter(([row]) => row < TOP_ROWS)
      .flatMap(([, cells]) => [...cells.values()])
      .flatMap(({ value }) => (typeof value === "string" ? (DEPARTMENT.exec(value)?.[1] ?? []) : [])),
  );
  const coded = tables.flatMap(({ rows }) =>
    rows.flatMap(({ rule, code, name }) => (rule.kind === "单位" && code.length === 3 ? [name] : [])),
  );
  return { packId: pack.id, setName: pack.name, tables, departments: [...new Set([...printed, ...coded])] };
}
