/** Rows of tab-separated text as records by the names in its first line; a field that a row lacks is empty. */
export function parseTsv(text: string): Record<string, string>[] {
  const [head = "", ...lines] = text.split(/\r?\n/).filter((line) => line !== "");
  const names = head.split("\t");
  return lines.map((line) => {
    const fields = line.split("\t");
    const row: Record<string, string> = {};
    for (let index = 0; index < names.length; index++)
      row[names[index] as string] = fields[index]?.trim() ?? "";
    return row;
  });
}
