import type { CodeKind } from "../../codes/codeLists";
import { normaliseName } from "../../codes/codeName";
import type { NameIndex } from "../../codes/nameIndex";
import type { MessageRef } from "../../messages/messageRef";
import { parseCodeCell, saysNothing } from "../../recognition/text";
import type { Line } from "./bodyLines";
import { fillCode } from "./codeCell";
import { codesByFigure, treeSide } from "./codedRows";
import type { CodedRow } from "./codedRows";
import { cellOf } from "./fillContext";
import type { FillContext, FillTable } from "./fillContext";
import type { FillDraft } from "./fillDraft";
import { sumsHold } from "./treeSums";
import { narrowByOrder, parentCode } from "./treeOrder";
import type { PossibleCodes } from "./treeOrder";

/** A row of the tree while its code is being looked for. */
interface TreeRow {
  readonly line: Line;
  readonly name: string;
  /** As it stands in the sheet or was answered. */
  readonly known: string;
  /** Every code that bears the name. */
  readonly named: readonly string[];
  code: string;
  why: MessageRef | undefined;
  /** What is left to choose from when nothing decides. */
  candidates: readonly string[];
  reason: string;
}

/**
 * Fills the codes of a code tree (功能科目) from names. A name that one code bears decides by itself. One that several
 * bear (行政运行) is decided by where the row stands, as long as all rows stand in tree order and the sums agree, or by
 * rows of other tables with the same name and figure. What is left is asked for.
 */
export function fillTreeCodes(
  context: FillContext,
  owner: FillTable,
  coded: readonly CodedRow[],
  isUnit: (line: Line) => boolean,
  draft: FillDraft,
): void {
  const tree = treeSide(owner);
  if (!tree) return;
  const { kind, codeColumn, side } = tree;
  const index = context.index(kind, owner.year);
  let section: TreeRow[] = [];
  const close = () => {
    decide(section, { index, kind, owner, coded });
    for (const row of section) tell(row, { draft, owner, kind, index, codeColumn });
    section = [];
  };
  for (const line of owner.lines) {
    if (isUnit(line)) close();
    const name = line.texts.get(side.nameColumn) ?? "";
    const cell = cellOf(line, codeColumn);
    const written = parseCodeCell(line.texts.get(codeColumn) ?? "").code;
    const answer = written === "" && cell ? context.answerAt(cell) : undefined;
    const known = written || (answer ?? "");
    if (line.fixedKind !== undefined || isUnit(line) || (known === "" && saysNothing(name))) continue;
    section.push({
      line,
      name,
      known,
      named: known === "" ? index.named(name) : [known],
      code: known,
      why: answer === undefined ? undefined : { key: "fill.answered", args: {} },
      candidates: [],
      reason: "",
    });
  }
  close();
}

interface Knowledge {
  readonly index: NameIndex;
  readonly kind: CodeKind;
  readonly owner: FillTable;
  readonly coded: readonly CodedRow[];
}

function decide(rows: readonly TreeRow[], knowledge: Knowledge): void {
  const possible = rows.map(({ named }): PossibleCodes => (named.length > 0 ? named : undefined));
  const ordered = narrowByOrder(possible, knowledge.index.codes);
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
      row.candidates = knowledge.index.near(row.name);
      row.reason = row.candidates.length > 0 ? "ask.nearName" : "ask.unknownName";
      return;
    }
    row.candidates = left.length > 0 ? left : row.named;
    row.reason = "ask.sameName";
    const [only, ...others] = left;
    if (only === undefined || others.length > 0 || row.named.length === 1) return;
    row.code = only;
    const above = rows.find(({ code }) => code === parentCode(only));
    row.why = {
      key: "fill.underParent",
      args: {
        name: shown(row.name),
        code: only,
        parent: parentCode(only),
        parentName: shown(above?.name ?? ""),
      },
    };
  });
  const isOpen = rows.some(({ code }) => code === "");
  for (const row of rows) {
    if (row.why?.key !== "fill.underParent") continue;
    const sums = sumsHold(parentCode(row.code), rows);
    // Out of order only figures can confirm where a row belongs; in order they must not speak against it.
    if (sums === false && !isOpen) reopen(row);
    else if (!ordered && (isOpen || sums !== true)) reopen(row);
  }
  for (const row of rows) {
    const same = rows.filter(({ code }) => code !== "" && code === row.code);
    if (same.length > 1) for (const one of same) if (one.known === "") reopen(one, one.named);
  }
}

/** Rows of other tables with the same name and figure decide, when no other row here could be meant by them. */
function byFigure(
  row: TreeRow,
  rows: readonly TreeRow[],
  left: readonly string[],
  { owner, kind, coded }: Knowledge,
): void {
  const found = codesByFigure(coded, owner, kind, row.name, row.line);
  const [only, ...others] = found;
  const total = row.line.total;
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
  // 20699 and 2069999 have one name and often one figure.
  if (left.some((code) => code !== only.code && (code.startsWith(only.code) || only.code.startsWith(code))))
    return;
  row.code = only.code;
  row.why = {
    key: "fill.sameFigure",
    args: { table: only.owner.table.definition.label, row: String(only.line.sheetRow + 1), code: only.code },
  };
}

function isOnlyFigure({ total }: Line, { lines }: FillTable): boolean {
  return lines.filter((line) => total && line.total?.value.equals(total.value)).length === 1;
}

/** Rows of other tables give the name, and none of them the code that the list has for it. */
function isContradicted({ name, named }: TreeRow, { owner, kind, coded }: Knowledge): boolean {
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
  return parent === "" || codes.has(parent);
}

interface Telling {
  readonly draft: FillDraft;
  readonly owner: FillTable;
  readonly kind: CodeKind;
  readonly index: NameIndex;
  readonly codeColumn: number;
}

function tell(row: TreeRow, { draft, owner, kind, index, codeColumn }: Telling): void {
  const cell = cellOf(row.line, codeColumn);
  if (!cell) return;
  if (row.code !== "" && row.why) {
    fillCode(draft, owner, row.line, codeColumn, { code: row.code, name: row.name }, [row.why]);
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
