import { importedIn } from "../../codes/import/importedList";
import { withImported } from "../../codes/listsInUse";
import { recogniseWorkbook } from "../../recognition/recognise";
import type { Pack } from "../../tables/definition";
import type { AddSheet, WriteCell } from "../../workbook/edit";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { modelWorkbook } from "../rows/workbookModel";
import { listsIn } from "./codeSheet";
import { planFillMissing } from "./fillMissing";
import { InsertError } from "./insertError";
import type { InsertSettings } from "./keptSettings";
import { officeIn } from "./office";
import type { Office } from "./office";
import type { InsertOptions } from "./options";
import { planInsert } from "./planInsert";
import { readUnits } from "./readUnits";

/** new: the workbook has no such table; copy: one more beside it; fill: what the one there lacks. */
export type InsertHow = "new" | "copy" | "fill";

export interface InsertRequest {
  readonly tables: readonly { readonly id: string; readonly how: InsertHow }[];
  readonly settings: InsertSettings;
  /** Units, codes and projects that the workbook's tables have come into the new ones. */
  readonly withRows: boolean;
}

export interface InsertionPlan {
  readonly sheets: readonly AddSheet[];
  readonly writes: readonly WriteCell[];
  /** Ids asked for as new that the workbook has already: nothing is planned then, the user has to say. */
  readonly present: readonly string[];
}

/**
 * 插入标准表 into a workbook that may have tables: decides everything and changes nothing. Throws InsertError for settings
 * that cannot be read, and for a table to be filled in on a protected sheet.
 */
export function planInsertion(pack: Pack, workbook: WorkbookSnapshot, request: InsertRequest): InsertionPlan {
  const { tables } = recogniseWorkbook(workbook, pack);
  const isThere = (id: string) => tables.some(({ definition }) => definition.id === id);
  const present = request.tables.filter(({ id, how }) => how === "new" && isThere(id)).map(({ id }) => id);
  if (present.length > 0) return { sheets: [], writes: [], present };
  const model = modelWorkbook(pack, workbook);
  const office = officeIn(workbook, pack, tables);
  const options = optionsOf(workbook, office, request);
  const made = request.tables.filter(({ id, how }) => how !== "fill" || !isThere(id)).map(({ id }) => id);
  const sheets =
    made.length === 0
      ? []
      : planInsert(
          pack,
          { ...options, tables: made },
          {
            sheets: workbook.sheets.map(({ name }) => name),
            names: workbook.names ?? [],
            tables: model.targets,
            lists: listsIn(workbook),
          },
        );
  const filled = request.tables.filter(({ id, how }) => how === "fill" && isThere(id));
  const writes = filled.flatMap(({ id }) =>
    model.tables
      .filter(({ definition }) => definition.id === id)
      .flatMap((table) => {
        requireUnprotected(workbook, table.sheet);
        return planFillMissing(model, table, !request.settings.unlinked.includes(id));
      }),
  );
  return { sheets, writes, present: [] };
}

function requireUnprotected({ sheets }: WorkbookSnapshot, name: string): void {
  if (sheets.some((sheet) => sheet.name === name && sheet.isProtected))
    throw new InsertError("insert.protected", { sheet: name });
}

/** 类, 款 or 项 of 支出功能分类. */
const FUNCTIONAL = /^2\d{2}(\d{2}){0,2}$/;

/** Codes as people list them, with commas or blanks between. Throws InsertError for one that is none. */
function readCodes(text: string): string[] {
  const codes = text.split(/[,，、;；\s]+/).filter((code) => code !== "");
  const bad = codes.find((code) => !FUNCTIONAL.test(code));
  if (bad !== undefined) throw new InsertError("insert.badCode", { code: bad });
  return codes;
}

function optionsOf(
  workbook: WorkbookSnapshot,
  office: Office,
  { settings, withRows, tables }: InsertRequest,
): InsertOptions {
  const { units, projects, badLine } = readUnits(settings.list);
  if (badLine !== undefined) {
    const text = settings.list.split(/\r?\n/)[badLine - 1]?.trim() ?? "";
    throw new InsertError("insert.badListLine", { line: String(badLine), text });
  }
  const found = withRows ? office : { units: [], projects: [], codes: [] };
  const listed = new Set(units.map(({ code }) => code));
  return {
    tables: [],
    year: settings.year,
    department: settings.department,
    unit: settings.unit,
    units: [...units, ...found.units.filter(({ code }) => !listed.has(code))].sort((a, b) =>
      a.code < b.code ? -1 : 1,
    ),
    // The projects of the workbook are newer than what was once listed.
    projects: found.projects.length > 0 ? found.projects : projects,
    codes: [...new Set([...readCodes(settings.codes), ...found.codes])],
    blankRows: settings.blankRows,
    unlinked: settings.unlinked,
    lists: withImported(importedIn(workbook.settings)),
    withProjects: found.projects.length > 0 ? tables.map(({ id }) => id) : [],
  };
}
