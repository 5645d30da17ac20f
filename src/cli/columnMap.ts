import { readFile } from "node:fs/promises";
import { fieldNamed, LIST_FIELDS } from "../actions/fromList";
import type { BudgetList, ColumnCorrections, ListField } from "../actions/fromList";
import type { MessageRef } from "../messages/messageRef";
import { errorCode } from "./files";

/** What columns of a list mean, by their headings, as an office keeps it in a file; or why it cannot be read. */
export type ColumnMap = { readonly columns: ColumnCorrections } | { readonly problem: MessageRef };

/** Reads { "columns": { "项目预算数": "金额", "处室": "不使用" } }. Never throws. */
export async function readColumnMap(file: string): Promise<ColumnMap> {
  try {
    const said: unknown = JSON.parse(await readFile(file, "utf8"));
    const own = typeof said === "object" && said !== null && "columns" in said ? said.columns : undefined;
    if (typeof own !== "object" || own === null) return bad(file, "columns");
    const columns: Record<string, ListField> = {};
    for (const [heading, name] of Object.entries(own)) {
      const field = typeof name === "string" ? fieldNamed(name) : undefined;
      if (field === undefined)
        return {
          problem: { key: "lists.badField", args: { field: String(name), known: LIST_FIELDS } },
        };
      columns[heading] = field;
    }
    return { columns };
  } catch (error) {
    return bad(file, errorCode(error));
  }
}

function bad(file: string, why: string): ColumnMap {
  return { problem: { key: "lists.badMap", args: { file, why } } };
}

/** The file that readColumnMap reads, of what the columns of a list were taken for. */
export function columnMapText({ sheets }: BudgetList): string {
  const columns = Object.fromEntries(
    sheets.flatMap((sheet) => sheet.columns.map(({ heading, field }) => [heading, field])),
  );
  return `${JSON.stringify({ version: 1, columns }, null, 2)}\n`;
}
