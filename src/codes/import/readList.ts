import type { CodeKind } from "../codeLists";
import { guessKind, isCodeLike, isCodeOf, joinedCode, plainCode } from "./codeShape";
import type { TextRow } from "./delimited";
import { CODE_AND_NAME, findColumns } from "./findColumns";
import type { ListColumns } from "./findColumns";

/** One code of a list that is read, and the row it stands in. */
export interface ListRow {
  readonly row: number;
  readonly code: string;
  readonly name: string;
}

/** Why a list is refused; each tells its row. */
export type ListProblem =
  /** Not written as a code of the classification is. */
  | { readonly problem: "malformed"; readonly row: number; readonly code: string; readonly name: string }
  | { readonly problem: "duplicate"; readonly row: number; readonly code: string; readonly firstRow: number }
  | { readonly problem: "noName"; readonly row: number; readonly code: string };

export interface ReadList {
  /** Undefined when no codes were found that could tell it. */
  readonly kind: CodeKind | undefined;
  /** Columns, from 0, in which codes and names were found; several where levels stand apart. */
  readonly columns: Pick<ListColumns, "code" | "name">;
  readonly rows: readonly ListRow[];
  readonly problems: readonly ListProblem[];
  /** Rows in between that hold no code: headings, totals, notes, codes of another classification. */
  readonly skipped: readonly number[];
}

/** A classification with at least so many codes in a list of another is a part of its own there, not a slip. */
const OWN_PART = 20;

const NOT_A_CODE = /^(注|说明|备注|附|合计|总计|小计)|编码|代码|编号/;

/**
 * Reads the codes and names of an office's list: titles above, headings in one or more rows, 类/款/项 in one column or
 * apart, merged cells, notes below. Of `kind` when it is given, of the classification that most codes belong to otherwise.
 */
export function readList(rows: readonly TextRow[], kind?: CodeKind): ReadList {
  const columns = findColumns(rows);
  if (!columns) return { kind, columns: { code: [], name: [] }, rows: [], problems: [], skipped: [] };
  const words = rows
    .slice(0, columns.firstRow)
    .flatMap(({ cells }) => cells)
    .join(" ");
  const read = [columns, ...blocksBeside(rows, columns)].flatMap((block) => readPairs(rows, block));
  const codes = read.flatMap(({ code }) => (isCodeLike(code) ? [code] : []));
  const ofKind = kind ?? guessKind(codes, words);
  if (!ofKind) return { kind: undefined, columns, rows: [], problems: [], skipped: [] };
  const foreign = foreignCodes(codes, ofKind);
  const seen = new Map<string, number>();
  const found: ListRow[] = [];
  const problems: ListProblem[] = [];
  const skipped: number[] = [];
  for (const { row, code, name, text } of read) {
    const isNote = NOT_A_CODE.test(text) || (name === "" && !isCodeLike(code));
    if (code === "" || isNote || foreign.has(code)) skipped.push(row);
    else if (!isCodeOf(ofKind, code)) problems.push({ problem: "malformed", row, code: text, name });
    else if (name === "") problems.push({ problem: "noName", row, code });
    else {
      const firstRow = seen.get(code);
      if (firstRow !== undefined) problems.push({ problem: "duplicate", row, code, firstRow });
      else {
        seen.set(code, row);
        found.push({ row, code, name });
      }
    }
  }
  return { kind: ofKind, columns, rows: found, problems, skipped };
}

/**
 * Further columns of codes and names under the same headings: a long list printed in two or three blocks side by side.
 */
function blocksBeside(rows: readonly TextRow[], { code, name, firstRow }: ListColumns): ListColumns[] {
  const [codeAt, nameAt] = [code[0], name[0]];
  const heads = rows.slice(0, firstRow);
  if (codeAt === undefined || nameAt === undefined || code.length > 1 || name.length > 1) return [];
  const labels = (column: number) =>
    heads.map(({ cells }) => (cells[column] ?? "").replace(/\s+/g, "")).join();
  const [codeLabel, nameLabel] = [labels(codeAt), labels(nameAt)];
  if (/^,*$/.test(codeLabel)) return [];
  const width = Math.max(0, ...heads.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => column)
    .filter((column) => column > Math.max(codeAt, nameAt) && isSameHeading(labels(column), codeLabel))
    .flatMap((column): ListColumns[] => {
      const beside = column + nameAt - codeAt;
      return isSameHeading(labels(beside), nameLabel) ? [{ code: [column], name: [beside], firstRow }] : [];
    });
}

/** Titles stand over the first block alone: the lowest label counts. */
function isSameHeading(one: string, other: string): boolean {
  const lowest = (labels: string) => labels.split(",").at(-1) ?? "";
  return lowest(one) !== "" && lowest(one) === lowest(other);
}

interface Pair {
  readonly row: number;
  readonly code: string;
  /** The code as it stands in the list. */
  readonly text: string;
  readonly name: string;
}

function readPairs(rows: readonly TextRow[], { code, name, firstRow }: ListColumns): Pair[] {
  const above: string[] = [];
  return rows.slice(firstRow).flatMap((row): Pair[] => {
    const cellOf = (column: number) => (row.cells[column] ?? "").trim();
    const label = tidyName(name.map(cellOf).findLast((text) => text !== "") ?? "");
    const parts = code.map(cellOf);
    if (parts.every((part) => part === "") && label === "") return [];
    const text = parts.filter((part) => part !== "").join(" ");
    if (name.length === 0) {
      const [, ownCode = "", ownName = ""] = CODE_AND_NAME.exec(text) ?? [];
      const pair =
        ownCode === ""
          ? { code: plainCode(text), name: "" }
          : { code: plainCode(ownCode), name: tidyName(ownName) };
      return [{ row: row.number, text, ...pair }];
    }
    const own = code.length === 1 ? joinedCode(parts[0] ?? "") : joinLevels(parts, above);
    return [{ row: row.number, code: own, text, name: label }];
  });
}

/**
 * The code of a row whose 类, 款 and 项 stand apart: parts not filled in are those of the rows above, for merged cells
 * and lists that print each part once. A part may also be the whole code down to its level, or a number without its 0.
 */
function joinLevels(parts: readonly string[], above: string[]): string {
  const deepest = parts.findLastIndex((part) => part !== "");
  if (deepest < 0) return "";
  let code = "";
  for (let level = 0; level <= deepest; level++) {
    const own = plainCode(parts[level] ?? "");
    if (own !== "") {
      above[level] = own;
      above.length = level + 1;
    }
    const part = above[level] ?? "";
    code =
      part.length > 2 && part.startsWith(code) && code !== ""
        ? part
        : code + (level > 0 ? part.padStart(2, "0") : part);
  }
  return code;
}

/** Names are kept as printed but for line breaks, the spaces that show their level, and spaces between characters. */
function tidyName(text: string): string {
  return text
    .replace(/[\r\n\u200B\uFEFF]+/g, "")
    .replace(/(?<=[\p{Script=Han}（）()、])[\s\u3000]+(?=[\p{Script=Han}（）()、])/gu, "")
    .trim();
}

function foreignCodes(codes: readonly string[], kind: CodeKind): Set<string> {
  const others = (["functional", "economicDepartment", "economicGovernment", "income"] as const).filter(
    (other) => other !== kind,
  );
  return new Set(
    others.flatMap((other) => {
      const own = codes.filter((code) => isCodeOf(other, code) && !isCodeOf(kind, code));
      return own.length >= OWN_PART ? own : [];
    }),
  );
}
