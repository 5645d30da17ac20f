import { Decimal } from "../../amounts/decimal";
import type { CellAddress, CellRange } from "../../workbook/address";
import { parseFormula } from "../../workbook/formula/parse";
import type { Expression } from "../../workbook/formula/parse";
import type { SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot";
import { cellAt } from "../../workbook/snapshot";
import { cellKey } from "../cellKey";
import type { Rational } from "../system/rational";
import { meetsCriterion } from "./criterion";
import {
  amountFrom,
  asAmount,
  asText,
  binary,
  constant,
  Sum,
  times,
  UnreadableFormula,
} from "./formulaValues";
import type { Amount, Scalar } from "./formulaValues";

/** Cells by cellKey and how often a formula adds each; amounts as the cells hold them. */
export type TakenCells = ReadonlyMap<string, Rational>;

interface Area {
  readonly sheet: SheetSnapshot;
  readonly range: CellRange;
}

/** Values of an area or of a calculation over some, row by row. */
interface Block {
  readonly width: number;
  readonly values: readonly Scalar[];
}

type Operand = { readonly area: Area } | { readonly block: Block };

/** Values looked at for all formulas of a workbook; beyond it formulas are not read any more. */
const MOST_LOOKED = 3_000_000;

/** A result further from the one the cell shows than this part of it was not worked out as Excel does. */
const NEARNESS = 1e-6;

/**
 * Reads which cells the formulas of a workbook add up and how often each: SUM, SUMIF, SUMIFS, SUMPRODUCT over tests,
 * + − and factors, cells of other sheets. Conditions are taken as they are answered now.
 */
export class FormulaReader {
  private readonly sheets: ReadonlyMap<string, SheetSnapshot>;
  private readonly scalars = new Map<string, Scalar>();
  private readonly addresses = new Map<string, CellAddress>();
  private readonly read = new Map<string, TakenCells | undefined>();
  private readonly bounds = new Map<SheetSnapshot, { readonly row: number; readonly column: number }>();
  private looked = 0;
  private formulas: readonly CellAddress[] | undefined;

  /** @param isStale cells show what their formulas gave before something was changed: their results are not asked for */
  constructor(
    { sheets }: WorkbookSnapshot,
    private readonly isStale = false,
  ) {
    this.sheets = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  }

  /** Whether any cell of the workbook has a formula: many budgets hold values alone. */
  get hasFormulas(): boolean {
    return this.formulaCells().length > 0;
  }

  /** All cells with formulas, sheet by sheet. */
  formulaCells(): readonly CellAddress[] {
    if (this.formulas) return this.formulas;
    const found: CellAddress[] = [];
    for (const { name, rows } of this.sheets.values())
      for (const [row, cells] of rows)
        for (const [column, { formula }] of cells)
          if (formula !== undefined) found.push({ sheet: name, row, column });
    return (this.formulas = found);
  }

  /**
   * What the formula of a cell adds up; undefined where it has none, where its formula is no such sum, and where the sum
   * read is not the amount the cell shows.
   */
  takenBy(address: CellAddress): TakenCells | undefined {
    const key = cellKey(address);
    if (!this.read.has(key)) this.read.set(key, this.readCell(address));
    return this.read.get(key);
  }

  /** The place of a cell that a formula read so far takes. */
  addressOf(key: string): CellAddress | undefined {
    return this.addresses.get(key);
  }

  private readCell(address: CellAddress): TakenCells | undefined {
    const sheet = this.sheets.get(address.sheet.toLowerCase());
    const cell = sheet && cellAt(sheet, address.row, address.column);
    if (!sheet || cell?.formula === undefined || typeof cell.value !== "number") return undefined;
    const tree = parseFormula(cell.formula);
    if (!tree || this.looked > MOST_LOOKED) return undefined;
    try {
      const { value, terms } = asAmount(this.scalarOf(tree, sheet));
      const isNear = Math.abs(value - cell.value) <= NEARNESS * Math.max(1, Math.abs(cell.value));
      return isNear || this.isStale ? terms : undefined;
    } catch (error) {
      if (error instanceof UnreadableFormula) return undefined;
      throw error;
    }
  }

  private scalarOf(tree: Expression | undefined, sheet: SheetSnapshot): Scalar {
    const found = tree && this.operandOf(tree, sheet);
    if (!found) throw new UnreadableFormula();
    const [only, ...others] = this.blockOf(found).values;
    if (only === undefined || others.length > 0) throw new UnreadableFormula();
    return only;
  }

  private operandOf(tree: Expression, sheet: SheetSnapshot): Operand {
    switch (tree.kind) {
      case "number":
        return single(constant(tree.value));
      case "text":
      case "logical":
        return single(tree.value);
      case "reference":
        return { area: this.areaOf(tree.reference.sheet, tree.reference.range, sheet) };
      case "sign": {
        const factor = tree.sign === "-" ? -1 : 1;
        return mapped(this.blockOf(this.operandOf(tree.of, sheet)), (one) =>
          times(asAmount(one), constant(factor)),
        );
      }
      case "percent":
        return mapped(this.blockOf(this.operandOf(tree.of, sheet)), (one) =>
          times(asAmount(one), constant(0.01)),
        );
      case "binary":
        return this.binaryOf(tree.operator, tree.left, tree.right, sheet);
      case "call":
        return this.callOf(tree.name, tree.args, sheet);
    }
  }

  private binaryOf(operator: string, left: Expression, right: Expression, sheet: SheetSnapshot): Operand {
    const [one, other] = [this.operandOf(left, sheet), this.operandOf(right, sheet)];
    if (operator === ":") return { area: spanOf(areaIn(one), areaIn(other)) };
    return { block: this.joined(this.blockOf(one), this.blockOf(other), (a, b) => binary(operator, a, b)) };
  }

  private callOf(name: string, args: readonly (Expression | undefined)[], sheet: SheetSnapshot): Operand {
    const argument = (place: number): Operand => {
      const tree = args[place];
      if (!tree) throw new UnreadableFormula();
      return this.operandOf(tree, sheet);
    };
    const number = (place: number) => asAmount(this.scalarOf(args[place], sheet)).value;
    const texts = (make: (text: string) => Scalar) =>
      mapped(this.blockOf(argument(0)), (one) => make(asText(one)));
    switch (name) {
      case "SUM":
        return single(this.sum(args.map((_, place) => argument(place))));
      case "SUMIF": {
        const tested = areaIn(argument(0));
        const summed = args.length > 2 ? likeShaped(areaIn(argument(2)), tested) : tested;
        return single(this.sumWhere(summed, [[tested, this.scalarOf(args[1], sheet)]]));
      }
      case "SUMIFS": {
        const tests = [];
        for (let place = 1; place + 1 < args.length; place += 2)
          tests.push([areaIn(argument(place)), this.scalarOf(args[place + 1], sheet)] as const);
        return single(this.sumWhere(areaIn(argument(0)), tests));
      }
      case "SUMPRODUCT":
        return single(this.sumProduct(args.map((_, place) => argument(place))));
      case "IF": {
        const branch = asAmount(this.scalarOf(args[0], sheet)).value === 0 ? 2 : 1;
        return branch < args.length ? argument(branch) : single(false);
      }
      case "IFERROR":
        return argument(0);
      case "ROUND": {
        const { value, terms } = asAmount(this.scalarOf(args[0], sheet));
        const places = args[1] ? number(1) : 0;
        // The result follows what is rounded but for less than a step.
        return single({ value: new Decimal(value).toDecimalPlaces(Math.max(0, places)).toNumber(), terms });
      }
      case "INDEX":
        return { area: cellOf(areaIn(argument(0)), number(1), args[2] ? number(2) : undefined) };
      case "ROWS": {
        const { firstRow, lastRow } = areaIn(argument(0)).range;
        return single(constant(lastRow - firstRow + 1));
      }
      case "LEN":
        return texts((text) => constant(text.length));
      case "TRIM":
        return texts((text) => text.trim());
      case "LEFT": {
        const count = args[1] ? number(1) : 1;
        return texts((text) => text.slice(0, count));
      }
      case "RIGHT": {
        const count = args[1] ? number(1) : 1;
        return texts((text) => text.slice(Math.max(0, text.length - count)));
      }
      case "MID": {
        const [from, count] = [number(1) - 1, number(2)];
        return texts((text) => text.slice(from, from + count));
      }
      default:
        throw new UnreadableFormula();
    }
  }

  /** SUM passes over words that stand in cells. */
  private sum(operands: readonly Operand[]): Amount {
    const sum = new Sum();
    for (const operand of operands)
      for (const value of this.blockOf(operand).values)
        if (typeof value === "object") sum.add(value);
        else if ("block" in operand) sum.add(asAmount(value));
    return sum.amount();
  }

  private sumWhere(summed: Area, tests: readonly (readonly [Area, Scalar])[]): Amount {
    const { values } = this.blockOf({ area: summed });
    const tested = tests.map(
      ([area, criterion]) => [this.blockOf({ area }).values, meetsCriterion(criterion)] as const,
    );
    if (tested.some(([own]) => own.length !== values.length)) throw new UnreadableFormula();
    const sum = new Sum();
    values.forEach((value, index) => {
      if (typeof value === "object" && tested.every(([own, meets]) => meets(own[index] as Scalar)))
        sum.add(value);
    });
    return sum.amount();
  }

  /** SUMPRODUCT counts words and answers of tests as nothing. */
  private sumProduct(operands: readonly Operand[]): Amount {
    const [first, ...others] = operands.map((operand) => this.blockOf(operand));
    if (!first || others.some(({ values }) => values.length !== first.values.length))
      throw new UnreadableFormula();
    const sum = new Sum();
    first.values.forEach((_, index) => {
      let product = constant(1);
      for (const { values } of [first, ...others]) {
        const value = values[index];
        if (typeof value !== "object" || (value.value === 0 && value.terms.size === 0)) return;
        product = times(product, value);
      }
      sum.add(product);
    });
    return sum.amount();
  }

  private joined(one: Block, other: Block, make: (a: Scalar, b: Scalar) => Scalar): Block {
    const [a, b] = [one.values, other.values];
    if (a.length !== b.length && a.length !== 1 && b.length !== 1) throw new UnreadableFormula();
    const [longer, width] = a.length >= b.length ? [a, one.width] : [b, other.width];
    this.looked += longer.length;
    const at = (values: readonly Scalar[], index: number) =>
      (values.length === 1 ? values[0] : values[index]) as Scalar;
    return { width, values: longer.map((_, index) => make(at(a, index), at(b, index))) };
  }

  private blockOf(operand: Operand): Block {
    if ("block" in operand) return operand.block;
    const { sheet, range } = operand.area;
    const values: Scalar[] = [];
    this.looked += (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1);
    if (this.looked > MOST_LOOKED) throw new UnreadableFormula();
    for (let row = range.firstRow; row <= range.lastRow; row++)
      for (let column = range.firstColumn; column <= range.lastColumn; column++)
        values.push(this.cell(sheet, row, column));
    return { width: range.lastColumn - range.firstColumn + 1, values };
  }

  private cell(sheet: SheetSnapshot, row: number, column: number): Scalar {
    const address = { sheet: sheet.name, row, column };
    const key = cellKey(address);
    const known = this.scalars.get(key);
    if (known !== undefined) return known;
    const value = cellAt(sheet, row, column)?.value;
    if (typeof value === "object") throw new UnreadableFormula();
    const scalar = typeof value === "string" || typeof value === "boolean" ? value : amountFrom(key, value);
    this.scalars.set(key, scalar);
    if (typeof scalar === "object") this.addresses.set(key, address);
    return scalar;
  }

  /** Whole rows and columns end where the sheet does. */
  private areaOf(name: string | undefined, range: CellRange, own: SheetSnapshot): Area {
    const sheet = name === undefined ? own : this.sheets.get(name.toLowerCase());
    if (!sheet) throw new UnreadableFormula();
    const end = this.endOf(sheet);
    const lastRow = Math.max(range.firstRow, Math.min(range.lastRow, end.row));
    const lastColumn = Math.max(range.firstColumn, Math.min(range.lastColumn, end.column));
    return { sheet, range: { ...range, lastRow, lastColumn } };
  }

  private endOf(sheet: SheetSnapshot): { readonly row: number; readonly column: number } {
    const known = this.bounds.get(sheet);
    if (known) return known;
    let [row, column] = [0, 0];
    for (const [place, cells] of sheet.rows) {
      row = Math.max(row, place);
      for (const one of cells.keys()) column = Math.max(column, one);
    }
    this.bounds.set(sheet, { row, column });
    return { row, column };
  }
}

function single(value: Scalar): Operand {
  return { block: { width: 1, values: [value] } };
}

function mapped({ width, values }: Block, make: (value: Scalar) => Scalar): Operand {
  return { block: { width, values: values.map(make) } };
}

function areaIn(operand: Operand): Area {
  if ("block" in operand) throw new UnreadableFormula();
  return operand.area;
}

function spanOf({ sheet, range: a }: Area, { sheet: other, range: b }: Area): Area {
  if (sheet !== other) throw new UnreadableFormula();
  return {
    sheet,
    range: {
      firstRow: Math.min(a.firstRow, b.firstRow),
      lastRow: Math.max(a.lastRow, b.lastRow),
      firstColumn: Math.min(a.firstColumn, b.firstColumn),
      lastColumn: Math.max(a.lastColumn, b.lastColumn),
    },
  };
}

/** SUMIF sums an area of the shape of the one tested, from the first cell on. */
function likeShaped({ sheet, range: { firstRow, firstColumn } }: Area, { range: shape }: Area): Area {
  const lastRow = firstRow + shape.lastRow - shape.firstRow;
  const lastColumn = firstColumn + shape.lastColumn - shape.firstColumn;
  return { sheet, range: { firstRow, firstColumn, lastRow, lastColumn } };
}

/** INDEX with one number counts along a single row or column. */
function cellOf({ sheet, range }: Area, place: number, second: number | undefined): Area {
  const isRow = range.firstRow === range.lastRow && second === undefined;
  const [down, across] = isRow ? [1, place] : [place, second ?? 1];
  const row = range.firstRow + down - 1;
  const column = range.firstColumn + across - 1;
  const isInside = down >= 1 && across >= 1 && row <= range.lastRow && column <= range.lastColumn;
  if (!isInside || (second === undefined && !isRow && range.firstColumn !== range.lastColumn))
    throw new UnreadableFormula();
  return { sheet, range: { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column } };
}
