/** One proxy for each sheet that the edits name, by name or id; one that no sheet has fails at the next sync. */
export function sheetsOf(
  context: Excel.RequestContext,
  edits: readonly { readonly sheet: string }[],
): ReadonlyMap<string, Excel.Worksheet> {
  const names = new Set(edits.map(({ sheet }) => sheet));
  return new Map([...names].map((name) => [name, context.workbook.worksheets.getItem(name)]));
}
