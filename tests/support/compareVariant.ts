import { SURE, SURE_COLUMN } from "../../src/recognition/confidence";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import type { RecognisedTable } from "../../src/recognition/recognised";
import type { Expected, Variant } from "./variants/makeVariant";

/** Right, wrong and missed, for an F1 score. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

export interface Comparison {
  readonly tables: Tally;
  readonly columns: Tally;
  readonly rows: Tally;
  /** Another table, another column or another unit, and no word of doubt. */
  readonly isWrongAndSure: boolean;
  /** What differs, in words for a failing test. */
  readonly problems: readonly string[];
}

/** Recognises a variant and compares what was found with what it was made of. */
export function compareVariant({ pack, workbook, expected }: Variant): Comparison {
  const { tables: found, unplaced } = recogniseWorkbook(workbook, pack);
  const comparison = {
    tables: { right: 0, wrong: 0, missed: 0 },
    columns: { right: 0, wrong: 0, missed: 0 },
    rows: { right: 0, wrong: 0, missed: 0 },
    isWrongAndSure: false,
    problems: [] as string[],
  };
  const open = [...found];
  for (const one of expected) {
    const at = open.findIndex(
      ({ definition, sheet }) => definition === one.definition && sheet === one.sheet,
    );
    const [table] = at < 0 ? [] : open.splice(at, 1);
    if (table) {
      comparison.tables.right++;
      compareTable(table, one, comparison);
    } else {
      comparison.tables.missed++;
      comparison.columns.missed += one.columns.size;
      comparison.rows.missed += one.rows.size;
      comparison.problems.push(`${one.definition.id} is not found: ${JSON.stringify(unplaced)}`);
    }
  }
  for (const { definition, sheet, range, confidence } of open) {
    comparison.tables.wrong++;
    if (confidence >= SURE) comparison.isWrongAndSure = true;
    comparison.problems.push(
      `${definition.id} found on ${sheet} from row ${range.firstRow + 1}, ${confidence}`,
    );
  }
  return comparison;
}

type Open = { -readonly [K in keyof Comparison]: Comparison[K] } & { problems: string[] };

function compareTable(table: RecognisedTable, { columns, rows, unit }: Expected, to: Open): void {
  if (table.unit !== unit) {
    to.problems.push(`${table.definition.id} is in ${table.unit}, not ${unit}`);
    if (table.confidence >= SURE) to.isWrongAndSure = true;
  }
  for (const [number, wanted] of columns) {
    const match = table.columns.get(number);
    const found = match?.sheetColumn;
    if (match && found !== wanted && match.score >= SURE_COLUMN && table.confidence >= SURE)
      to.isWrongAndSure = true;
    if (found === wanted) to.columns.right++;
    else {
      to.columns.missed++;
      if (found !== undefined) to.columns.wrong++;
      to.problems.push(`${table.definition.id} column ${number} at ${found}, not ${wanted}`);
    }
  }
  const kindsAt = new Map<string, string[]>();
  for (const { sheet, sheetRow, rule } of table.rows) {
    const place = `${sheet}!${sheetRow}`;
    kindsAt.set(place, [...(kindsAt.get(place) ?? []), rule.kind]);
  }
  for (const place of new Set([...rows.keys(), ...kindsAt.keys()])) {
    const wanted = rows.get(place) ?? [];
    const found = kindsAt.get(place) ?? [];
    const right = wanted.filter((kind) => found.includes(kind)).length;
    to.rows.right += right;
    to.rows.missed += wanted.length - right;
    to.rows.wrong += found.filter((kind) => !wanted.includes(kind)).length;
    if (right < wanted.length || found.length > right)
      to.problems.push(`${table.definition.id} row ${place} (from 0) is ${found}, not ${wanted}`);
  }
}
