import { SURE, SURE_COLUMN } from "../../src/recognition/confidence";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import type { Variant } from "./variants";

/** Right, wrong and missed, for an F1 score. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

export interface Comparison {
  readonly isTableRight: boolean;
  readonly columns: Tally;
  readonly rows: Tally;
  /** Another table, or another column, and no word of doubt. */
  readonly isWrongAndSure: boolean;
  /** What differs, in words for a failing test. */
  readonly problems: readonly string[];
}

/** Recognises a variant and compares what was found with what it was made of. */
export function compareVariant({ sheet, definition, columns, rows }: Variant): Comparison {
  const { tables, unplaced } = recogniseWorkbook({ name: "variant.xlsx", sheets: [sheet] }, GUANGZHOU);
  const [table] = tables;
  const columnTally: Tally = { right: 0, wrong: 0, missed: 0 };
  const rowTally: Tally = { right: 0, wrong: 0, missed: 0 };
  const problems: string[] = [];
  if (tables.length !== 1 || table?.definition !== definition) {
    const found = tables.map((one) => one.definition.id).join("+") || JSON.stringify(unplaced);
    return {
      isTableRight: false,
      columns: { ...columnTally, missed: columns.size },
      rows: { ...rowTally, missed: rows.size },
      isWrongAndSure: tables.some((one) => one.confidence >= SURE && one.definition !== definition),
      problems: [`${definition.id} is taken for ${found}`],
    };
  }
  let isWrongAndSure = false;
  for (const [number, wanted] of columns) {
    const match = table.columns.get(number);
    const found = match?.sheetColumn;
    if (match && found !== wanted && match.score >= SURE_COLUMN && table.confidence >= SURE)
      isWrongAndSure = true;
    if (found === wanted) columnTally.right++;
    else {
      columnTally.missed++;
      if (found !== undefined) columnTally.wrong++;
      problems.push(`column ${number} at ${found}, not ${wanted}`);
    }
  }
  const kindsAt = new Map<number, string[]>();
  for (const { sheetRow, rule } of table.rows)
    kindsAt.set(sheetRow, [...(kindsAt.get(sheetRow) ?? []), rule.kind]);
  for (const row of new Set([...rows.keys(), ...kindsAt.keys()])) {
    const wanted = rows.get(row) ?? [];
    const found = kindsAt.get(row) ?? [];
    const right = wanted.filter((kind) => found.includes(kind)).length;
    rowTally.right += right;
    rowTally.missed += wanted.length - right;
    rowTally.wrong += found.filter((kind) => !wanted.includes(kind)).length;
    if (right < wanted.length || found.length > right)
      problems.push(`row ${row + 1} is ${found}, not ${wanted}`);
  }
  return { isTableRight: true, columns: columnTally, rows: rowTally, isWrongAndSure, problems };
}
