import { parentCode } from "../../codes/place";
import { normaliseName } from "../../codes/codeName";
import type { MessageRef } from "../../messages/messageRef";
import type { AmountFigure } from "../../recognition/recognised";
import { saysNothing } from "../../recognition/text";
import type { Line } from "./bodyLines";
import { fillCode } from "./codeCell";
import { codesByFigure } from "./codedRows";
import type { CodedRow } from "./codedRows";
import type { CodeTree } from "./codeTree";
import { isConfirmed } from "./confirmRows";
import type { TreeRow } from "./confirmRows";
import { cellOf } from "./fillContext";
import type { FillContext, FillTable } from "./fillContext";
import type { FillDraft } from "./fillDraft";
import { narrowByOrder } from "./treeOrder";
import type { PossibleCodes } from "./treeOrder";

/**
 * Fills the codes of a code tree (功能科目) from names. A name that one code bears decides by itself. One that several
 * bear (行政运行) is decided by where the row stands, as long as all rows stand in tree order and the sums agree, or by
 * rows of other tables with the same name and figure. What is left is asked for.
 */
export function fillTreeCodes(
  context: FillContext,
  tree: CodeTree,
  coded: readonly CodedRow[],
  draft: FillDraft,
): void {
  for (const lines of tree.sections) {
    const rows = lines.flatMap(({ line, code, name }): TreeRow[] => {
      const cell = cellOf(line, tree.codeColumn);
      const answer = code === "" && cell ? context.answerAt(cell) : undefined;
      const known = code || (answer ?? "");
      if (known === "" && saysNothing(name)) return [];
      return [
        {
          line,
          name,
          known,
          named: known === "" ? tree.index.named(name) : [known],
          code: known,
          why: answer === undefined ? undefined : { key: "fill.answered", args: {} },
          candidates: [],
          reason: "",
        },
      ];
    });
    decide(rows, { tree, coded });
    for (const row of rows) tell(row, tree, draft);
  }
}

interface Knowledge {
  readonly tree: CodeTree;
  readonly coded: readonly CodedRow[];
}

function decide(rows: readonly TreeRow[], knowledge: Knowledge): void {
  const possible = rows.map(({ named }): PossibleCodes => (named.length > 0 ? named : undefined));
  const ordered = narrowByOrder(possible, knowledge.tree.index.codes);
  const all = new Set(possible.flatMap((codes) => codes ?? []));
  rows.forEach((row, index) => {
    if (row.known !== "") return;
    if (row.named.length === 1 && !isContradicted(row, knowledge)) {
      row.code = row.named[0] ?? "";
      row.why = { key: "fill.onlyName", args: { name: shown(row.name), code: row.code } };
      return;
    }
    const left = ordered ? (ordered[index] ?? row.named) : row.named.filter((code) => hasParent(code, all));
    byFigure(row, rows, left, knowledge);
    if (row.code !== "") return;
    if (row.named.length === 0) {
      row.candidates = knowledge.tree.index.near(row.name);
      row.reason = row.candidates.length > 0 ? "ask.nearName" : "ask.unknownName";
      return;
    }
    row.candidates = left.length > 0 ? left : row.named;
    row.reason = "ask.sameName";
    const [only, ...others] = left;
    if (only === undefined || others.length > 0 || row.named.length === 1) return;
    row.code = only;
    row.why = { key: "fill.underParent", args: { name: shown(row.name), code: only } };
  });
  // What rests on a row that does not hold falls with it.
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const row of rows) {
      if (row.why?.key !== "fill.underParent" || isConfirmed(row, rows, ordered !== undefined)) continue;
      reopen(row);
      isChanged = true;
    }
  }
  for (const row of rows) {
    const same = rows.filter(({ code }) => code !== "" && code === row.code);
    if (same.length > 1) for (const one of same) if (one.known === "") reopen(one, one.named);
    if (row.why?.key === "fill.underParent") row.why = underParent(row, rows);
  }
}

function underParent({ name, code }: TreeRow, rows: readonly TreeRow[]): MessageRef {
  const parent = parentCode(code) ?? "";
  const above = rows.find((row) => row.code === parent);
  const args = { name: shown(name), code, parent, parentName: shown(above?.name ?? "") };
  return { key: "fill.underParent", args };
}

/** Rows of other tables with the same name and figure decide, when no other row here could be meant by them. */
function byFigure(
  row: TreeRow,
  rows: readonly TreeRow[],
  left: readonly string[],
  { tree: { owner, kind }, coded }: Knowledge,
): void {
  const found = codesByFigure(coded, { owner, kind, name: row.name, line: row.line });
  const [only, ...others] = found;
  const { total } = row.line;
  const isTwin = rows.some(
    (one) =>
      one !== row &&
      normaliseName(one.name) === normaliseName(row.name) &&
      total &&
      one.line.total?.value.equals(total.value),
  );
  if (!only || others.length > 0 || isTwin) return;
  // A name that no list has may be another row's with a slip, unless the figure stands only once in both tables.
  if (row.named.length === 0 && !(isOnlyFigure(row.line, owner) && isOnlyFigure(only.line, only.owner)))
    return;
  if (row.named.length > 0 && !left.includes(only.code)) return;
  if (row.named.length > 1 && !isTelling(total) && !isOnlyBearer(row, rows, only, coded)) return;
  // 20699 and 2069999 have one name and often one figure.
  const isOnePath = (code: string) => code.startsWith(only.code) || only.code.startsWith(code);
  if (row.named.some((code) => code !== only.code && isOnePath(code))) return;
  row.code = only.code;
  row.why = {
    key: "fill.sameFigure",
    args: { table: only.owner.table.definition.label, row: String(only.line.sheetRow + 1), code: only.code },
  };
}

/** Digits from which on a figure is hardly another's by chance: 571.92, but not 25.5 or 100. */
const TELLING_DIGITS = 4;

function isTelling(total: AmountFigure | undefined): boolean {
  return (total?.value.precision() ?? 0) >= TELLING_DIGITS;
}

/** No other row here has the name, and all rows of other tables that have it bear the one code. */
function isOnlyBearer(
  row: TreeRow,
  rows: readonly TreeRow[],
  only: CodedRow,
  coded: readonly CodedRow[],
): boolean {
  const key = normaliseName(row.name);
  return (
    rows.every((one) => one === row || normaliseName(one.name) !== key) &&
    coded.every(
      ({ kind, name, code }) => kind !== only.kind || normaliseName(name) !== key || code === only.code,
    )
  );
}

function isOnlyFigure({ total }: Line, { lines }: FillTable): boolean {
  return lines.filter((line) => total && line.total?.value.equals(total.value)).length === 1;
}

/** Rows of other tables give the name, and none of them the code that the list has for it. */
function isContradicted({ name, named }: TreeRow, { tree: { owner, kind }, coded }: Knowledge): boolean {
  const key = normaliseName(name);
  const others = coded.filter(
    (row) => row.owner !== owner && row.kind === kind && normaliseName(row.name) === key,
  );
  return others.length > 0 && others.every(({ code }) => !named.includes(code));
}

function reopen(row: TreeRow, candidates: readonly string[] = row.candidates): void {
  row.candidates = candidates.length > 0 ? candidates : [row.code];
  row.code = "";
  row.why = undefined;
  row.reason = "ask.sameName";
}

function hasParent(code: string, codes: ReadonlySet<string>): boolean {
  const parent = parentCode(code);
  return parent === undefined || codes.has(parent);
}

function tell(row: TreeRow, { owner, kind, index, codeColumn }: CodeTree, draft: FillDraft): void {
  const cell = cellOf(row.line, codeColumn);
  if (!cell) return;
  if (row.code !== "" && row.why) {
    fillCode(draft, { owner, line: row.line, number: codeColumn }, { code: row.code, name: row.name }, [
      row.why,
    ]);
  } else if (row.code === "") {
    const candidates = row.candidates.map((code) => ({ code, name: index.nameOf(code) ?? "" }));
    draft.ask(row.line, {
      cell,
      subject: shown(row.name),
      wanted: "code",
      system: kind,
      candidates,
      why: { key: row.reason, args: { name: shown(row.name), count: String(candidates.length) } },
    });
  }
}

/** A name on one line. */
function shown(name: string): string {
  return name.replace(/\s+/g, "");
}
