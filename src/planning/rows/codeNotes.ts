import { printedName } from "../../codes/codeLists";
import type { MessageRef } from "../../messages/messageRef";
import type { Table } from "../table";
import { sheetsOf } from "./workbookModel";
import type { WorkbookModel } from "./workbookModel";

/**
 * What adding a functional code to a table leaves to the user: statements (表1, 表4) that have no line for its class, so that
 * its amounts would be missing from their sums; tables over several sheets that have to list it too.
 */
export function codeNotes(model: WorkbookModel, from: Table, code: string): MessageRef[] {
  const own = code.slice(0, 3);
  if (!own.startsWith("2")) return [];
  const statements = model.tables.filter(({ rows }) => {
    const classes = rows.flatMap(({ rule }) => rule.standsFor ?? []).filter((one) => one.startsWith("2"));
    return classes.length > 0 && !classes.includes(own);
  });
  const { year, definition } = from;
  const name = printedName(model.lists.get("functional", year), own, year) ?? "";
  const tables = statements.map(({ definition: { label } }) => label);
  const following = model.listing.following(definition.id);
  return [
    ...(tables.length === 0
      ? []
      : [{ key: "rows.noClassLine", args: { class: `${own}${name}`, table: tables } }]),
    ...model.spread
      .filter((one) => following.includes(one.definition.id))
      .map((one) => ({
        key: "rows.overSheetsToo",
        args: { table: one.definition.label, code, sheets: sheetsOf(one) },
      })),
  ];
}
