import type { LiveEdit, WriteSetting } from "../workbook/edit";

/** One proxy for each sheet that the edits name; a name that no sheet has fails at the next sync. */
export function sheetsOf(
  context: Excel.RequestContext,
  edits: readonly Exclude<LiveEdit, WriteSetting>[],
): ReadonlyMap<string, Excel.Worksheet> {
  const names = new Set(edits.map(({ sheet }) => sheet));
  return new Map([...names].map((name) => [name, context.workbook.worksheets.getItem(name)]));
}
