import type { CodeAndName } from "../codes/import/compareLists";
import { separatedText } from "../workbook/textInput";

/**
 * A list as the text of a .tsv or .csv file, code and name in each line. .csv has a byte order mark, or Excel would read
 * Chinese wrongly; lines end as Windows has it. Names that begin as a formula does get an apostrophe in front.
 */
export function listText(
  entries: readonly CodeAndName[],
  format: "tsv" | "csv",
  heading: CodeAndName,
): string {
  const field = (given: string) => {
    const text = separatedText(given);
    return format === "csv" && /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  const lines = [heading, ...entries].map(
    ({ code, name }) => `${field(code)}${format === "csv" ? "," : "\t"}${field(name)}`,
  );
  return `${format === "csv" ? "\uFEFF" : ""}${lines.join("\r\n")}\r\n`;
}
