import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import { amountOf } from "../relations/balance";
import type { Balance } from "../relations/balance";
import type { Relation, RelationPart, RelationTerm, Side } from "../relations/relation";
import type { MissingRow } from "./missingRows";
import { setAside } from "./outcome";
import type { Judgement } from "./outcome";

/**
 * A sum that fails only because rows of it are not there says nothing about the figures that are. Such relations are
 * set to "cannot tell"; the missing rows themselves are the finding. All others are given back as they are.
 */
export function setAsideExplained(
  judgements: readonly Judgement[],
  missing: readonly MissingRow[],
): Judgement[] {
  if (missing.length === 0) return [...judgements];
  const gaps = totalGaps(judgements, missing);
  const ofTable = new Map<RecognisedTable, MissingRow[]>();
  for (const row of missing) {
    const known = ofTable.get(row.table);
    if (known) known.push(row);
    else ofTable.set(row.table, [row]);
  }
  const isExplained = (judgement: Judgement) =>
    [...new Set(judgement.relation.parts.map(({ table }) => table))].some((table) =>
      ofTable.get(table)?.some((row) => explains(row, judgement, gaps)),
    );
  return judgements.map((judgement) =>
    judgement.outcome === "mismatch" && isExplained(judgement)
      ? setAside(judgement, "missingRow")
      : judgement,
  );
}

/** Table → column → by how much its total exceeds the rows that are there, for tables with missing rows. */
type Gaps = ReadonlyMap<RecognisedTable, ReadonlyMap<number, Decimal>>;

function totalGaps(judgements: readonly Judgement[], missing: readonly MissingRow[]): Gaps {
  const gaps = new Map<RecognisedTable, Map<number, Decimal>>();
  for (const { table } of missing) if (!gaps.has(table)) gaps.set(table, new Map());
  for (const judgement of judgements) {
    const { relation } = judgement;
    const part = childPart(relation);
    const columns = part && gaps.get(part.table);
    const [total] = columns ? relation.terms : [];
    if (!columns || !total || total.row.rule.level !== 0) continue;
    // Added up for these few alone: most relations of a workbook hold by their counts.
    const { balance } = judgement;
    if (balance) columns.set(total.column, balance.deviation);
  }
  return gaps;
}

/** The [>…] part of a sum over children, e.g. [合计] = Σ[>单位]. */
function childPart({ parts }: Relation): RelationPart | undefined {
  return parts.find(({ parent, side }) => parent !== undefined && side === "right");
}

function explains(missing: MissingRow, judgement: Judgement, gaps: Gaps): boolean {
  const { relation, balance } = judgement;
  if (!balance || relation.operator !== "=") return false;
  const part = childPart(relation);
  if (part) {
    if (part.table !== missing.table || !part.parent) return false;
    return balance.deviation.greaterThan(ZERO)
      ? isAncestor(part.parent, missing)
      : isOverByStrayRows(part.parent, missing, judgement);
  }
  return isShortJoin(missing, judgement, gaps) || lacksOwnRow(missing, judgement);
}

/**
 * The very row that a relation looks up by its code is gone, and something else than this relation says so: rows under it
 * that are still there, or a table that it does not speak of. Whatever its other side holds, it was not compared.
 */
function lacksOwnRow(missing: MissingRow, { relation, balance }: Judgement): boolean {
  if (missing.kind === "total" || missing.key !== relation.key || !balance) return false;
  const { seenIn, table } = missing;
  if (missing.kind !== "parent" && relation.parts.some((part) => part.table === seenIn?.table)) return false;
  return relation.parts.some(
    ({ table: own, side }) =>
      own === table &&
      shortageOn(side, balance).greaterThan(ZERO) &&
      !relation.terms.some((term) => term.row.table === table && term.side === side),
  );
}

/** By how much a side of a relation is less than the other. */
function shortageOn(side: Side, { deviation }: Balance): Decimal {
  return side === "right" ? deviation : deviation.negated();
}

/** A missing row would have counted below this one. */
function isAncestor(parent: RecognisedRow, missing: MissingRow): boolean {
  if (missing.kind === "total") return false;
  if (parent.rule.level === 0) return true;
  if (missing.kind === "unit") return parent.rule.kind === "单位" && missing.key.startsWith(parent.code);
  return parent.rule.kind === "单位" || missing.key.startsWith(parent.code);
}

/**
 * Where a unit's own row is lost, the rows under it look as if they belonged to the unit above, which then has too much
 * below it: exactly its last rows.
 */
function isOverByStrayRows(
  parent: RecognisedRow,
  missing: MissingRow,
  { relation: { terms }, balance, slack }: Judgement,
): boolean {
  const excess = balance?.deviation.negated();
  if (
    !excess ||
    missing.kind !== "unit" ||
    parent.rule.kind !== "单位" ||
    !followsDirectly(parent, missing.key)
  )
    return false;
  let stray = ZERO;
  for (const term of terms.filter(({ side }) => side === "right").reverse()) {
    stray = stray.plus(amountOf(term));
    if (stray.minus(excess).abs().lessThanOrEqualTo(slack)) return true;
  }
  return false;
}

/** In code order the missing unit would stand between this unit's row and the next one's. */
function followsDirectly(unit: RecognisedRow, key: string): boolean {
  const units = unit.table.rows.filter(({ rule, side }) => rule.kind === "单位" && side === unit.side);
  const next = units[units.indexOf(unit) + 1];
  return unit.code < key && (next === undefined || key < next.code);
}

/** A sum over the table that is short by no more than what the table's total says is missing from it. */
function isShortJoin(missing: MissingRow, { relation, balance, slack }: Judgement, gaps: Gaps): boolean {
  const summed = relation.parts.filter(({ table, pattern }) => table === missing.table && pattern.isSum);
  if (summed.length === 0 || !balance) return false;
  if (missing.kind === "parent" || (missing.kind === "code" && missing.key !== relation.key)) return false;
  return summed.some(({ side }) => {
    const shortage = shortageOn(side, balance);
    if (!shortage.greaterThan(ZERO)) return false;
    const column = columnOf(
      relation.terms.find((term) => term.row.table === missing.table && term.side === side),
    );
    const gap = column === undefined ? undefined : gaps.get(missing.table)?.get(column);
    return gap === undefined ? missing.kind === "total" : shortage.lessThanOrEqualTo(gap.plus(slack));
  });
}

function columnOf(term: RelationTerm | undefined): number | undefined {
  return term?.column;
}
