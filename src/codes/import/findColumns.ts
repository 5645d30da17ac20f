import { isCodeLike, plainCode } from "./codeShape";
import type { TextRow } from "./delimited";

/** Where codes and names stand in a list. */
export interface ListColumns {
  /** Columns whose parts make up the code: one, or 类, 款, 项 apart. */
  readonly code: readonly number[];
  /** Columns of the name: one, or one a level of which the last filled counts; empty when it stands behind the code. */
  readonly name: readonly number[];
  /** Index of the first row that can be an entry. */
  readonly firstRow: number;
}

const CODE_HEADING = /编码|代码|编号|科目号|^code$/i;
const NAME_HEADING = /名称|科目$|品目$|^name$/i;
const LEVEL_HEADING = /^[（(]?(类|款|项|目)[）)]?$/;
const HAN = /\p{Script=Han}/u;

/** Headings stand within the first rows, below titles and notes on how to use the list. */
const MOST_ROWS_ABOVE = 60;

/** `[2010301]行政运行`, `2010301 行政运行`, `2010301-行政运行`: a code with its name in one cell. */
export const CODE_AND_NAME =
  /^[[【(（]?\s*([A-Za-z]?\d{2,12})\s*[\]】)）]?[\s\-—_:：.、]*(?!(?<=\d)年(?!初))(?=[“"《]?\p{Script=Han})(.+)$/su;

/** Finds the columns by their headings and, where these say nothing, by what stands in them. Undefined when there are none. */
export function findColumns(rows: readonly TextRow[]): ListColumns | undefined {
  const headings = findHeadings(rows);
  const firstRow = headings.lastRow + 1;
  const body = rows.slice(firstRow);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  const countOf = (column: number, test: (text: string) => boolean) =>
    body.filter(({ cells }) => test((cells[column] ?? "").trim())).length;
  const codes = (column: number) => countOf(column, (text) => isCodeLike(plainCode(text)));
  const words = (column: number) => countOf(column, (text) => HAN.test(text));
  const mostOf = (from: readonly number[], count: (column: number) => number) =>
    from.filter((column) => count(column) > 0).sort((a, b) => count(b) - count(a) || a - b)[0];

  const codeLevels = headings.levels.filter((column) => codes(column) > words(column));
  const nameLevels = headings.levels.filter((column) => words(column) > codes(column));
  const single = mostOf(headings.code, codes) ?? mostOf(columns, (column) => longCodes(body, column));
  const code = codeLevels.length > 1 ? codeLevels : single === undefined ? [] : [single];
  const rest = columns.filter((column) => !code.includes(column));
  const behind = mostOf(columns, (column) => countOf(column, (text) => CODE_AND_NAME.test(text)));
  if (
    code.length === 0 ||
    body.every(({ cells }) => code.every((column) => (cells[column] ?? "").trim() === ""))
  ) {
    return behind === undefined ? undefined : { code: [behind], name: [], firstRow };
  }
  const last = code[code.length - 1] ?? 0;
  const named = headings.name.filter((column) => rest.includes(column) && words(column) > 0);
  const name =
    nameLevels.length > 1
      ? nameLevels
      : [named.find((column) => column > last) ?? named[0] ?? nextText(rest, last, words)].filter(
          (column) => column !== undefined,
        );
  if (name.length > 0) return { code, name, firstRow };
  return behind === undefined ? undefined : { code: [behind], name: [], firstRow };
}

/** Cells of a column that are whole codes: three digits and more, or a letter with digits. */
function longCodes(body: readonly TextRow[], column: number): number {
  return body.filter(({ cells }) => /^(\d{3,12}|[A-Z]\d{2,12})$/.test(plainCode(cells[column] ?? ""))).length;
}

/** The nearest column right of the codes with about as much text as any other has. */
function nextText(
  rest: readonly number[],
  last: number,
  words: (column: number) => number,
): number | undefined {
  const most = Math.max(0, ...rest.map(words));
  if (most === 0) return undefined;
  const full = rest.filter((column) => words(column) >= most * 0.8);
  return full.find((column) => column > last) ?? full[0];
}

interface Headings {
  readonly code: readonly number[];
  readonly name: readonly number[];
  readonly levels: readonly number[];
  /** Index of the last heading row; -1 where there is none. */
  readonly lastRow: number;
}

/** Headings may take two or three rows: 科目编码 | 科目名称 above 类 | 款 | 项. */
function findHeadings(rows: readonly TextRow[]): Headings {
  const top = rows.slice(0, MOST_ROWS_ABOVE);
  const labels = (row: TextRow | undefined, pattern: RegExp) =>
    (row?.cells ?? []).flatMap((text, column) => {
      const label = text.replace(/\s+/g, "");
      return label.length <= 14 && pattern.test(label) ? [column] : [];
    });
  const isHeading = (row: TextRow | undefined) =>
    (labels(row, CODE_HEADING).length > 0 && labels(row, NAME_HEADING).length > 0) ||
    labels(row, LEVEL_HEADING).length > 1;
  const first = top.findIndex(isHeading);
  if (first < 0) return { code: [], name: [], levels: [], lastRow: -1 };
  let last = first;
  while (last < first + 2 && isHeading(rows[last + 1])) last++;
  const all = rows.slice(first, last + 1);
  const name = all.flatMap((row) => labels(row, NAME_HEADING)).filter(unique);
  return {
    code: all.flatMap((row) => labels(row, CODE_HEADING)).filter(unique),
    name,
    levels: all.flatMap((row) => labels(row, LEVEL_HEADING)).filter(unique),
    lastRow: last,
  };
}

function unique<T>(value: T, index: number, all: readonly T[]): boolean {
  return all.indexOf(value) === index;
}
