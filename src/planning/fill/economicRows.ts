import { saysNothing } from "../../recognition/text";
import type { Line } from "./bodyLines";
import { readPair } from "./codeCell";
import { cellOf } from "./fillContext";
import type { FillContext, FillTable } from "./fillContext";
import type { CellAddress } from "../../workbook/address";
import type { MessageRef } from "../../messages/messageRef";

export type EconomicSystem = "economicDepartment" | "economicGovernment";

/** The half of a row that is in one of the two classifications. */
export interface Half {
  readonly system: EconomicSystem;
  readonly number: number;
  readonly cell: CellAddress;
  readonly text: string;
  readonly name: string;
  /** As it stands in the sheet or was answered; "" when it is to be found. */
  readonly written: string;
  code: string;
  why: MessageRef | undefined;
  /** What its name, or what stands beside it, allows. */
  possible: readonly string[];
  /** Another row of the section says the same, so that one of the two names must be wrong. */
  isTwin: boolean;
}

export interface EconomicRow {
  readonly line: Line;
  readonly department: Half;
  readonly government: Half;
}

/**
 * The columns of the two economic classifications in a table that has both; each is read by what it holds where headings
 * are exchanged, as 表9 is sometimes printed.
 */
export function economicColumns(
  context: FillContext,
  owner: FillTable,
): { readonly department: number; readonly government: number } | undefined {
  const column = (system: EconomicSystem) =>
    [...owner.table.columns].find(
      ([, { definition }]) => definition.kind !== "amount" && definition.systems?.includes(system),
    )?.[0];
  const department = column("economicDepartment");
  const government = column("economicGovernment");
  if (department === undefined || government === undefined || department === government) return undefined;
  const fits = (number: number, system: EconomicSystem) => fitting(context, owner, number, system);
  const asHeaded = fits(department, "economicDepartment") + fits(government, "economicGovernment");
  const exchanged = fits(department, "economicGovernment") + fits(government, "economicDepartment");
  return exchanged > asHeaded
    ? { department: government, government: department }
    : { department, government };
}

/** How many cells of a column hold a code or a name of a classification and not of the other. */
function fitting(context: FillContext, owner: FillTable, number: number, system: EconomicSystem): number {
  const other = system === "economicDepartment" ? "economicGovernment" : "economicDepartment";
  const has = (kind: EconomicSystem, text: string) => {
    const { code, name } = readPair(text);
    if (code !== "") return context.lists.get(kind, owner.year).entries.has(code);
    return context.index(kind, owner.year).named(name).length > 0;
  };
  return owner.lines.filter(({ texts }) => {
    const text = texts.get(number) ?? "";
    return text !== "" && has(system, text) && !has(other, text);
  }).length;
}

/** The rows with their halves; total rows and rows where neither half says anything are left out. */
export function economicRows(
  context: FillContext,
  owner: FillTable,
  columns: { readonly department: number; readonly government: number },
): EconomicRow[] {
  const half = (line: Line, system: EconomicSystem, number: number): Half | undefined => {
    const cell = cellOf(line, number);
    if (!cell) return undefined;
    const text = line.texts.get(number) ?? "";
    const { code, name } = saysNothing(text) ? { code: "", name: "" } : readPair(text);
    const answer = code === "" ? context.answerAt(cell) : undefined;
    const written = code || (answer ?? "");
    const named = name === "" ? [] : context.index(system, owner.year).named(name);
    const why = answer === undefined ? undefined : { key: "fill.answered", args: {} };
    return {
      system,
      number,
      cell,
      text,
      name,
      written,
      code: written,
      why,
      possible: written ? [written] : named,
      isTwin: false,
    };
  };
  return owner.lines.flatMap((line): EconomicRow[] => {
    const department = half(line, "economicDepartment", columns.department);
    const government = half(line, "economicGovernment", columns.government);
    if (line.fixedKind !== undefined || !department || !government) return [];
    const isSilent = [department, government].every(({ written, name }) => written === "" && name === "");
    return isSilent ? [] : [{ line, department, government }];
  });
}
