import { Decimal } from "../../src/amounts/decimal";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import type { AmountFigure, Figure } from "../../src/recognition/recognised";
import { relate } from "../../src/relations/relate";
import type { Relation, RelationTerm } from "../../src/relations/relation";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { cellKey } from "../../src/validation/cellKey";
import { judge } from "../../src/validation/outcome";
import type { Judgement } from "../../src/validation/outcome";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import type { Chooser } from "./random";
import { sheetOf } from "./sheet";
import type { TestCell } from "./sheet";

/** Relations of a workbook with their judgements, ready for figures to be changed one at a time. */
export interface Prepared {
  readonly workbook: WorkbookSnapshot;
  readonly judgements: readonly Judgement[];
  /** Cells that stand in relations and hold an amount, with the places of their relations. */
  readonly cells: readonly { readonly term: RelationTerm; readonly relations: readonly number[] }[];
}

export function prepare(workbook: WorkbookSnapshot): Prepared {
  const { tables } = recogniseWorkbook(workbook, GUANGZHOU);
  const { relations } = relate(tables, GUANGZHOU);
  const cells = new Map<string, { term: RelationTerm; relations: number[] }>();
  relations.forEach((relation, index) => {
    for (const term of relation.terms) {
      if (term.figure.kind !== "amount") continue;
      const key = cellKey(term.figure.address);
      const known = cells.get(key) ?? { term, relations: [] };
      known.relations.push(index);
      cells.set(key, known);
    }
  });
  return { workbook, judgements: relations.map(judge), cells: [...cells.values()] };
}

/** The judgements after some figures were replaced; the others are kept as they are. */
export function judgeChanged(prepared: Prepared, changes: ReadonlyMap<string, Decimal>): Judgement[] {
  const touched = new Set(
    prepared.cells
      .filter(({ term }) => changes.has(cellKey(term.figure.address)))
      .flatMap(({ relations }) => relations),
  );
  return prepared.judgements.map((judgement, index) =>
    touched.has(index) ? judge(withFigures(judgement.relation, changes)) : judgement,
  );
}

function withFigures(relation: Relation, changes: ReadonlyMap<string, Decimal>): Relation {
  const terms = relation.terms.map((term) => {
    const value = changes.get(cellKey(term.figure.address));
    if (!value || term.figure.kind !== "amount") return term;
    const figure: Figure = {
      ...(term.figure as AmountFigure & Figure),
      kind: "amount",
      value,
      stored: value,
    };
    return { ...term, figure };
  });
  return { ...relation, terms };
}

/** The eight ways in which a figure goes wrong. */
export const KINDS = [
  "digits exchanged",
  "sign",
  "point",
  "yuan",
  "digit wrong",
  "digit lost",
  "part left out",
  "neighbour's amount",
] as const;
export type Kind = (typeof KINDS)[number];

/** A wrong value for the cell, undefined where this kind of error would not change it. */
export function wrongValue(
  kind: Kind,
  { figure }: RelationTerm,
  prepared: Prepared,
  choose: Chooser,
): Decimal | undefined {
  if (figure.kind !== "amount") return undefined;
  const { value, step } = figure;
  const count = value.dividedBy(step).abs().round();
  const digits = count.toFixed();
  const sign = value.isNegative() ? -1 : 1;
  const from = (text: string) => new Decimal(text).times(step).times(sign);
  const at = choose.below(Math.max(1, digits.length - 1));
  const result = {
    "digits exchanged": () =>
      digits.length > 1
        ? from(digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2))
        : undefined,
    sign: () => value.negated(),
    point: () => value.times(choose.pick([10, 100])),
    yuan: () => value.times(10000),
    "digit wrong": () =>
      from(
        digits.slice(0, at) + String((Number(digits[at]) + 1 + choose.below(9)) % 10) + digits.slice(at + 1),
      ),
    "digit lost": () => (digits.length > 1 ? from(digits.slice(0, at) + digits.slice(at + 1)) : undefined),
    "part left out": () => value.minus(amountNear(prepared, choose)),
    "neighbour's amount": () => amountNear(prepared, choose),
  }[kind]();
  return result === undefined || result.equals(value) ? undefined : result;
}

function amountNear({ cells }: Prepared, choose: Chooser): Decimal {
  const { figure } = choose.pick(cells).term;
  return figure.kind === "amount" ? figure.value : new Decimal(0);
}

/** A consistent 表6 of about so many rows, its figures printed from random amounts in 元. */
export function generatedWorkbook(rows: number, choose: Chooser): WorkbookSnapshot {
  const lines: { code: string; amounts: number[] }[] = [];
  const leaf = () => {
    const amount = () => (choose.chance(0.3) ? 0 : choose.below(90_000_000));
    const [basic, own, special] = [amount(), amount(), amount()];
    return [basic + own + special, basic, own + special, own, special];
  };
  const sum = (all: readonly (readonly number[])[]) =>
    [0, 1, 2, 3, 4].map((column) => all.reduce((total, one) => total + one[column]!, 0));
  const classes: number[][] = [];
  for (let first = 201; lines.length < rows && first < 230; first++) {
    const groups: number[][] = [];
    const start = lines.length;
    const width = Math.max(1, Math.ceil(Math.sqrt(rows / 29)));
    for (let second = 1; second <= Math.min(99, width); second++) {
      const leaves = Array.from({ length: 1 + choose.below(2 * width) }, leaf);
      const code = `${first}${String(second).padStart(2, "0")}`;
      lines.push({ code, amounts: sum(leaves) });
      leaves.forEach((amounts, index) =>
        lines.push({ code: code + String(index + 1).padStart(2, "0"), amounts }),
      );
      groups.push(sum(leaves));
    }
    lines.splice(start, 0, { code: String(first), amounts: sum(groups) });
    classes.push(sum(groups));
  }
  const printed = (amounts: readonly number[]): TestCell[] =>
    amounts.map((yuan) => Math.round(yuan / 100) / 100);
  return {
    name: "generated.xlsx",
    sheets: [
      sheetOf("表6", [
        ["一般公共预算支出预算表（按功能分类科目）"],
        ["部门名称：某局", "", "", "", "", "", "单位：万元"],
        ["功能分类科目", "", "一般公共预算支出"],
        ["科目编码", "科目名称", "总计", "基本支出", "项目支出"],
        ["", "", "", "", "小计", "部门项目支出", "财政专项资金(本级支出)"],
        ["1", "2", "3", "4", "5", "6", "7"],
        ["", "合计", ...printed(sum(classes))],
        ...lines.map(({ code, amounts }): TestCell[] => [code, `科目${code}`, ...printed(amounts)]),
      ]),
    ],
  };
}
