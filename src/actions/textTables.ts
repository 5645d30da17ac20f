import { choosePack } from "../recognition/choosePack";
import { PACKS } from "../tables/packs";
import type { TextTables } from "../text/cellSums";
import { makeChecked } from "../validation/checked";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { printedDepartments } from "./departmentOf";

/** A workbook as a text is compared with it: its tables, and what it calls its department. */
export interface TextWorkbook extends TextTables {
  readonly setName: string;
  readonly departments: readonly string[];
}

/** Finds the tables of a workbook and the names of its department (部门名称：…, and the unit with a code of three digits). */
export function textWorkbook(workbook: WorkbookSnapshot): TextWorkbook {
  const { pack, tables, index, judgements } = makeChecked(workbook, choosePack(workbook, PACKS));
  const printed = printedDepartments(workbook);
  const coded = tables.flatMap(({ rows }) =>
    rows.flatMap(({ rule, code, name }) => (rule.kind === "单位" && code.length === 3 ? [name] : [])),
  );
  return {
    packId: pack.id,
    setName: pack.name,
    tables,
    departments: [...new Set([...printed, ...coded])],
    isDisputed: (cell) =>
      index.relationsAt(cell).some((relation) => judgements[relation]?.outcome === "mismatch"),
  };
}
