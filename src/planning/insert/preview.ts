import type { Pack } from "../../tables/definition";
import { planHeading, withoutOptional } from "./headingCells";

/** A cell of a heading with how many rows and columns it covers. */
export interface PreviewCell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

/** How a table's heading will look: its title, and its cells row by row as they are drawn. */
export interface HeadingPreview {
  readonly title: string;
  readonly rows: readonly (readonly PreviewCell[])[];
}

/** The heading that a table of a pack gets for a year. Throws RangeError when the pack has no such table. */
export function previewHeading(pack: Pack, id: string, year: number): HeadingPreview {
  const definition = pack.tables.find((table) => table.id === id);
  const insertion = pack.insertion.tables[id];
  if (!definition || !insertion) throw new RangeError(`${pack.id} has no table ${id}`);
  const { cells, merges, height } = planHeading(
    insertion.withOptional ? definition.header : withoutOptional(definition.header),
    0,
    year,
  );
  const rows = Array.from({ length: height }, (): PreviewCell[] => []);
  for (const { row, column, content } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    if (content === null || !("value" in content)) continue;
    const merge = merges.find(({ firstRow, firstColumn }) => firstRow === row && firstColumn === column);
    rows[row]?.push({
      text: String(content.value),
      rows: merge ? merge.lastRow - merge.firstRow + 1 : 1,
      columns: merge ? merge.lastColumn - merge.firstColumn + 1 : 1,
    });
  }
  return { title: `${year}年${definition.title}`, rows };
}
