import { formatAmount } from "../../amounts/format";
import { ZERO } from "../../amounts/decimal";
import type { Decimal } from "../../amounts/decimal";
import type { MessageRef } from "../../messages/messageRef";
import { amountOf } from "../../relations/balance";
import type { Checked } from "../../validation/checked";
import { isFailing, isWithinSlack } from "../../validation/outcome";
import type { Judgement } from "../../validation/outcome";
import { cellKey } from "../../validation/cellKey";
import { inUnit } from "../../validation/wording";
import type { CellAddress } from "../../workbook/address";
import type { WriteCell } from "../../workbook/edit";
import type { IntegerSolver } from "./integerModel";
import { toLpText } from "./integerModel";
import type { RoundingCell, RoundingGroup, RoundingRules } from "./roundingModel";
import { roundingGroups, stepsOf, toModel } from "./roundingModel";

/** One figure before and after, as printed in its own sheet. */
export interface RoundingChange extends CellAddress {
  readonly from: string;
  readonly to: string;
  /** step: moved by one step. digits: only what is stored behind the printed digits goes. */
  readonly kind: "step" | "digits";
}

export interface RoundingPlan {
  readonly changes: readonly RoundingChange[];
  readonly edits: readonly WriteCell[];
  /** How many rounding differences go. */
  readonly removed: number;
  /** Differences that stay, and why. */
  readonly left: readonly MessageRef[];
}

/**
 * 舍位平衡: the fewest one-step changes of figures after which every relation holds to the last digit. Parts are moved
 * before totals, and lower totals before higher ones; formulas, zeros, blanks and locked cells are never written. Figures that hang together with a
 * mistake are left alone until it is mended: rounding must not hide it. Changes nothing by itself.
 */
export async function planRounding(
  checked: Checked,
  rules: RoundingRules,
  solve: IntegerSolver,
): Promise<RoundingPlan> {
  const changes: RoundingChange[] = [];
  const edits: WriteCell[] = [];
  const left: MessageRef[] = [];
  let removed = 0;
  for (const group of roundingGroups(checked, rules)) {
    const count = group.judgements.filter(isWithinSlack).length;
    if (count === 0) continue;
    const args = { count: String(count), table: tablesOf(group.judgements) };
    if (group.judgements.some(isFailing)) {
      left.push({ key: "balance.mistake", args });
      continue;
    }
    const solution = await solve(toLpText(toModel(group)));
    const steps = solution && stepsOf(group, solution);
    const after = steps && group.judgements.map((judgement) => stateAfter(judgement, steps));
    if (!after || after.includes("worse")) {
      left.push({ key: "balance.impossible", args });
      continue;
    }
    const stays = group.judgements.filter((_, index) => after[index] === "stays");
    removed += count - stays.length;
    if (stays.length > 0)
      left.push({ key: "balance.impossible", args: { count: String(stays.length), table: tablesOf(stays) } });
    for (const cell of group.cells.values()) {
      const change = changeOf(cell, steps, hasFormulas(group));
      if (!change) continue;
      changes.push(change.change);
      edits.push(change.edit);
    }
  }
  return { changes: changes.sort(inSheetOrder), edits, removed, left };
}

/** Changes are found group by group; within a sheet they are told from top to bottom. */
function inSheetOrder(a: CellAddress, b: CellAddress): number {
  return a.sheet === b.sheet
    ? a.row - b.row || a.column - b.column
    : a.sheet.localeCompare(b.sheet, "zh-CN", { numeric: true });
}

function tablesOf(judgements: readonly Judgement[]): readonly string[] {
  const labels = judgements.filter(isWithinSlack).map(({ relation }) => relation.table.definition.label);
  return [...new Set(labels)];
}

function hasFormulas({ cells }: RoundingGroup): boolean {
  return [...cells.values()].some(({ role }) => role === "formula");
}

/**
 * What becomes of a relation: it holds exactly, its rounding difference stays or shrinks, or it is worse than before. The
 * solver reckons in binary; this is decided in decimals.
 */
function stateAfter(judgement: Judgement, steps: ReadonlyMap<string, number>): "holds" | "stays" | "worse" {
  const { terms, constant, operator } = judgement.relation;
  let deviation = constant.negated();
  for (const term of terms) {
    const { figure } = term;
    const moved =
      figure.kind === "amount" ? figure.step.times(steps.get(cellKey(figure.address)) ?? 0) : ZERO;
    const weight = term.side === "left" ? term.coefficient : term.coefficient.negated();
    deviation = deviation.plus(weight.times(amountOf(term).plus(moved)));
  }
  const excess = operator === "=" ? deviation.abs() : operator === "<=" ? deviation : deviation.negated();
  if (excess.lessThanOrEqualTo(0)) return "holds";
  const before = judgement.balance?.deviation.abs() ?? ZERO;
  return isWithinSlack(judgement) && excess.lessThanOrEqualTo(before) ? "stays" : "worse";
}

/**
 * What is written into one cell. Where formulas add up cells that store more digits than they print, those digits go too:
 * else the formula would print another sum than its parts.
 */
function changeOf(
  { address, role, term, row }: RoundingCell,
  steps: ReadonlyMap<string, number>,
  isAddedByFormulas: boolean,
): { readonly change: RoundingChange; readonly edit: WriteCell } | undefined {
  const { figure } = term;
  if (figure.kind !== "amount" || role === "formula" || role === "fixed") return undefined;
  const moved = steps.get(cellKey(address)) ?? 0;
  const hasHiddenDigits = isAddedByFormulas && !figure.stored.equals(figure.value);
  if (moved === 0 && !hasHiddenDigits) return undefined;
  const own = (amount: Decimal) => inUnit(amount, row.table.unit);
  const value = own(figure.value.plus(figure.step.times(moved)));
  const { sheet, row: sheetRow, column } = address;
  const place = { sheet, row: sheetRow, column };
  return {
    change: {
      ...place,
      from: moved === 0 ? own(figure.stored).toFixed() : formatAmount(own(figure.value), figure.decimals),
      to: formatAmount(value, figure.decimals),
      kind: moved === 0 ? "digits" : "step",
    },
    edit: { kind: "writeCell", ...place, content: { value: value.toNumber() } },
  };
}
