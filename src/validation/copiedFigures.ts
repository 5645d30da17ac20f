import { Decimal } from "../amounts/decimal";
import { formatAmount, plainAmount } from "../amounts/format";
import { convertAmount } from "../amounts/unit";
import { COMMON_UNIT } from "../recognition/figures";
import type { AmountFigure } from "../recognition/recognised";
import { formatA1 } from "../workbook/address";
import { amountOf } from "../relations/balance";
import type { Place, Scene } from "./acts/scene";
import { cellKey } from "./cellKey";
import type { CheckFinding } from "./checkFinding";
import type { Act, FindingCell, Suspect } from "./finding";
import { turnsNegative } from "./verdict";
import { unitText } from "./wording";

/** Figures of fewer digits are alike by chance: two wrong cells that hold 50 tell nothing. */
const LEAST_DIGITS = 3;

/** A finding that may blame more cells than this tells too little of one of them. */
const MOST_OPEN = 3;

/** A cell to blame of a finding that blames it alone, or of an act all of whose cells hold the same, and what that cell holds and may hold, in 万元. */
interface Blamed {
  readonly finding: CheckFinding;
  readonly suspect: Suspect;
  readonly term: Place;
  readonly low: Decimal;
  readonly high: Decimal;
}

/**
 * A figure typed wrong once and then copied, to the row above and to the next table, is one mistake and not one in each
 * place: findings that each blame one cell are one where these cells hold the same figure and one and the same figure
 * would be right in all of them. All others are given back as they are, in their order.
 * @param placeOf where a cell stands in its table: a relation may speak of a blamed cell only through formulas
 */
export function joinCopies(found: readonly CheckFinding[], placeOf: Scene["placeOf"]): CheckFinding[] {
  const groups = new Map<string, Blamed[]>();
  for (const finding of found) {
    for (const blamed of blamedOf(finding, placeOf)) {
      const key = `${finding.severity} ${plainAmount(amountOf(blamed.term))}`;
      groups.set(key, [...(groups.get(key) ?? []), blamed]);
    }
  }
  const open = openIn(found, placeOf);
  const joined = new Map<CheckFinding, readonly Blamed[]>();
  const inside = new Set<CheckFinding>();
  for (const group of groups.values())
    for (const sure of copiesIn([...group].sort(inOrder))) {
      const copies = [...sure, ...alsoCopies(sure, open)];
      // What is told of one row by an act is told well.
      if (copies.every(({ finding, term }) => finding.act && term.row === copies[0]?.term.row)) continue;
      const [first, ...others] = copies as [Blamed, ...Blamed[]];
      joined.set(first.finding, copies);
      for (const { finding } of others) if (finding !== first.finding) inside.add(finding);
    }
  return found.flatMap((finding) => {
    if (inside.has(finding)) return [];
    const copies = joined.get(finding);
    return [copies ? copiedFinding(copies) : finding];
  });
}

/** Of findings that may blame one of a few cells each of these under what it holds and its code. */
function openIn(found: readonly CheckFinding[], placeOf: Scene["placeOf"]): ReadonlyMap<string, Blamed[]> {
  const open = new Map<string, Blamed[]>();
  for (const finding of found) {
    const suspects = finding.act ? [] : possible(finding, placeOf);
    if (suspects.length < 2 || suspects.length > MOST_OPEN) continue;
    for (const blamed of suspects.flatMap((suspect) => blamedAt(finding, suspect, placeOf))) {
      const key = likenessOf(blamed);
      open.set(key, [...(open.get(key) ?? []), blamed]);
    }
  }
  return open;
}

function likenessOf({ finding, term }: Blamed): string {
  return `${finding.severity} ${plainAmount(amountOf(term))} ${term.row.code}`;
}

/** Where two places tell the wrong figure, the same one under the same code is a copy though others there might be wrong too. */
function alsoCopies(sure: readonly Blamed[], open: ReadonlyMap<string, readonly Blamed[]>): Blamed[] {
  const [first] = sure;
  const right = sure.flatMap((one) => proposed(one) ?? [])[0];
  if (!first || !right || first.term.row.code === "") return [];
  return (open.get(likenessOf(first)) ?? []).filter((one) => admits(one, right));
}

/** Each cell once, as it was blamed first. */
function oncePerCell(copies: readonly Blamed[]): readonly Blamed[] {
  const cells = new Map<string, Blamed>();
  for (const one of copies) {
    const key = cellKey(one.suspect);
    if (!cells.has(key)) cells.set(key, one);
  }
  return [...cells.values()];
}

/** By table, then from top to bottom. */
function inOrder({ term: a }: Blamed, { term: b }: Blamed): number {
  const [one, other] = [a.row.table.definition.id, b.row.table.definition.id];
  if (one !== other) return one < other ? -1 : 1;
  return a.row.sheetRow - b.row.sheetRow || a.figure.address.column - b.figure.address.column;
}

function blamedOf(finding: CheckFinding, placeOf: Scene["placeOf"]): Blamed[] {
  const { act } = finding;
  if (finding.suspects.length > 1 && act && act.others.length > 0) return [];
  const suspects = act ? finding.suspects : possible(finding, placeOf);
  if (suspects.length > 1 && !act) return [];
  const found = suspects.flatMap((suspect) => blamedAt(finding, suspect, placeOf));
  const [first] = found;
  const isAlike = found.every(
    (one) => first && amountOf(one.term).equals(amountOf(first.term)) && one.low.equals(first.low),
  );
  return found.length === suspects.length && (found.length < 2 || isAlike) ? found : [];
}

/** The suspects of a finding that would not have to turn negative, as its verdict leaves those out. */
function possible({ suspects }: CheckFinding, placeOf: Scene["placeOf"]): readonly Suspect[] {
  return suspects.filter((suspect) => !turnsNegative(suspect, placeOf(cellKey(suspect))));
}

function blamedAt(finding: CheckFinding, suspect: Suspect, placeOf: Scene["placeOf"]): Blamed[] {
  if (suspect.low === null || suspect.high === null) return [];
  const term = placeOf(cellKey(suspect));
  if (term?.figure.kind !== "amount" || term.figure.value.precision() < LEAST_DIGITS) return [];
  const common = (amount: string) => convertAmount(new Decimal(amount), term.row.table.unit, COMMON_UNIT);
  return [{ finding, suspect, term, low: common(suspect.low), high: common(suspect.high) }];
}

/** Those of a group for which one of the figures proposed is right in every place; each group of two or more. */
function copiesIn(group: readonly Blamed[]): (readonly Blamed[])[] {
  const found: Blamed[][] = [];
  let rest = group;
  while (rest.length > 1) {
    const best = rest
      .flatMap((one) => {
        const right = proposed(one);
        return right ? [rest.filter((other) => admits(other, right))] : [];
      })
      .sort((a, b) => b.length - a.length)[0];
    if (!best || best.length < 2) break;
    found.push(best);
    rest = rest.filter((one) => !best.includes(one));
  }
  return found;
}

/** What the cell should hold, in 万元, where there is just one figure. */
function proposed({ suspect, term, low, high }: Blamed): Decimal | undefined {
  if (suspect.suggested !== null)
    return convertAmount(new Decimal(suspect.suggested), term.row.table.unit, COMMON_UNIT);
  return low.equals(high) ? low : undefined;
}

function admits({ low, high }: Blamed, right: Decimal): boolean {
  return right.greaterThanOrEqualTo(low) && right.lessThanOrEqualTo(high);
}

function copiedFinding(blamed: readonly Blamed[]): CheckFinding {
  const copies = oncePerCell(blamed);
  const [first] = copies as [Blamed];
  const about = [...new Set(blamed.flatMap((one) => one.finding.about))];
  const right = copies
    .flatMap((one) => proposed(one) ?? [])
    .find((one) => blamed.every((other) => admits(other, one))) as Decimal;
  const { definition: table } = first.term.row.table;
  const own = (amount: Decimal, by: Place) => convertAmount(amount, COMMON_UNIT, by.row.table.unit);
  const present = amountOf(first.term);
  const { decimals } = first.term.figure as AmountFigure;
  const cells = new Map<string, FindingCell>();
  for (const cell of blamed.flatMap(({ finding }) => finding.cells))
    if (!cells.has(cellKey(cell))) cells.set(cellKey(cell), cell);
  // One cell that several mistakes blame is one mistake.
  if (copies.length === 1)
    return {
      ...first.finding,
      cells: [...cells.values()],
      about,
      suspects: [mending(first.suspect, about.length)],
    };
  const { sheet, row, column } = first.suspect;
  return {
    ...first.finding,
    rule: "figure.copied",
    table: table.id,
    sheet,
    cell: { sheet, row, column },
    message: {
      key: "figure.copied",
      args: {
        table: table.label,
        cell: formatA1(row, column),
        count: String(copies.length),
        places: placesText(copies),
        present: formatAmount(own(present, first.term), decimals),
        right: formatAmount(own(right, first.term), decimals),
        unit: unitText(first.term.row.table),
      },
    },
    expected: plainAmount(own(right, first.term)),
    actual: plainAmount(own(present, first.term)),
    difference: plainAmount(own(present.minus(right), first.term)),
    cells: [...cells.values()],
    suspects: copies.map(({ suspect, term }) => ({ ...suspect, suggested: plainAmount(own(right, term)) })),
    about,
    act: {
      kind: "figureCopied",
      rows: rowsOf(copies),
      others: [],
    },
  };
}

/** A suspect whose change mends so many relations. */
function mending(suspect: Suspect, count: number): Suspect {
  const why = suspect.why.map((reason) =>
    reason.key === "suspect.mends" ? { ...reason, args: { count: String(count) } } : reason,
  );
  return { ...suspect, why };
}

function rowsOf(copies: readonly Blamed[]): Act["rows"] {
  const rows = copies.map(({ suspect: { sheet, row } }) => ({ sheet, row }));
  return [...new Map(rows.map((one) => [`${one.row},${one.sheet}`, one])).values()];
}

/** "支出决算表 D62", "D63", "一般公共预算支出决算表 D61": the cells under the names of their tables. */
function placesText(copies: readonly Blamed[]): readonly string[] {
  const byTable = new Map<string, string[]>();
  for (const { suspect, term } of copies) {
    const { label } = term.row.table.definition;
    byTable.set(label, [...(byTable.get(label) ?? []), formatA1(suspect.row, suspect.column)]);
  }
  return [...byTable].flatMap(([label, [first = "", ...others]]) => [`${label} ${first}`, ...others]);
}
