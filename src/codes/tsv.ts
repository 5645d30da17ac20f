/** Rows of tab-separated text as records by the names in its first line. */
export function parseTsv(text: string): Record<string, string>[] {
  const [head = "", ...lines] = text.split(/\r?\n/).filter((line) => line !== "");
  const names = head.split("\t");
  return lines.map((line) => {
    const fields = line.split("\t");
    return Object.fromEntries(names.map((name, index) => [name, fields[index]?.trim() ?? ""]));
  });
}
