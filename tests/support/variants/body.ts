import { getColumn } from "../../../src/tables/definition";
import type { ColumnDefinition } from "../../../src/tables/definition";
import type { Cell } from "../../../src/workbook/snapshot";
import type { ColumnPlan, ExtraColumn } from "./columns";
import { codeColumnOf } from "./columns";
import { isTotal } from "./content";
import type { Content, ContentLine } from "./content";
import type { Habits } from "./habits";
import { plain, put, text } from "./rows";
import type { KindRow, Row } from "./rows";

/** The rows of the body in one piece, each with the kinds it is of. */
export function bodyRows(content: Content, plan: ColumnPlan, unit: string, habits: Habits): KindRow[] {
  const writer = new BodyWriter(content, plan, unit, habits);
  return ordered(content, habits).flatMap((line, index) => [
    ...writer.write(line, index),
    ...writer.writePart(line),
  ]);
}

function ordered({ definition, lines }: Content, habits: Habits): readonly ContentLine[] {
  const [total, ...rest] = lines;
  if (definition.sides.length > 1 || rest.length < 2 || !total) return lines;
  if (isTotal(total)) {
    if (habits.has("total last", 0.2)) return [...rest, total];
    return habits.has("total absent", 0.06) ? rest : lines;
  }
  const last = lines.at(-1);
  return isTotal(last) && last && habits.has("total first", 0.3) ? [last, ...lines.slice(0, -1)] : lines;
}

class BodyWriter {
  private readonly nameColumn: number;
  private readonly codeColumn: number | undefined;

  constructor(
    private readonly content: Content,
    private readonly plan: ColumnPlan,
    private readonly unit: string,
    private readonly habits: Habits,
  ) {
    this.nameColumn = content.definition.sides[0]?.nameColumn ?? 0;
    this.codeColumn = codeColumnOf(content.definition);
  }

  write(line: ContentLine, index: number): KindRow[] {
    const cells: Row = new Map();
    let rest = "";
    let above = "";
    for (const [number, cell] of line.cells) {
      const column = this.plan.places.get(number);
      if (column === undefined || number === this.nameColumn) continue;
      if (number === this.codeColumn) this.writeCode(cells, column, cell);
      else put(cells, column, this.bodyCell(cell, getColumn(this.content.definition, number)));
    }
    const name = line.cells.get(this.nameColumn);
    if (name) {
      const isCut = this.isCut(name);
      const start = isCut ? text(String(name.value).slice(0, 8)) : this.withPart(line, name);
      rest = isCut ? String(name.value).slice(8) : "";
      if (isCut && this.plan.codes !== "with name" && this.habits.has("names around figures", 0.35))
        above = String(start.value);
      else this.writeName(cells, line, start);
    }
    for (const extra of this.plan.extras) this.writeExtra(cells, extra, index);
    const column = this.plan.places.get(this.nameColumn) ?? 0;
    return [
      ...(this.habits.has("blank rows between", 0.15) && this.habits.choose.chance(0.2)
        ? [{ cells: new Map(), kinds: [] }]
        : []),
      ...(above === "" ? [] : [{ cells: new Map([[column, text(above)]]), kinds: [] }]),
      { cells, kinds: line.kinds },
      ...(rest === "" ? [] : [{ cells: new Map([[column, text(rest)]]), kinds: [] }]),
    ];
  }

  private levelOf(line: ContentLine | undefined): number {
    const code = line?.cells.get(this.codeColumn ?? -1)?.value;
    return /^[23]\d{2}(\d{2})*$/.test(String(code ?? "")) ? String(code).length : 0;
  }

  private above: ContentLine | undefined;

  /** The first row below another of a tree says 其中. */
  private withPart(line: ContentLine, name: Cell): Cell {
    const isPart = this.levelOf(line) > this.levelOf(this.above) && this.levelOf(this.above) > 0;
    this.above = line;
    if (!isPart || this.plan.codes !== "own column" || !this.habits.has("其中 before names", 0.1))
      return name;
    return text(`其中：${String(name.value)}`);
  }

  /** A part of a row that is no row of the table: 其中：当年财政拨款. */
  writePart(line: ContentLine): KindRow[] {
    const isTree = this.levelOf(line) > 0 && this.content.definition.sides.length === 1;
    if (!isTree || !this.habits.has("其中 rows", 0.08) || !this.habits.choose.chance(0.2)) return [];
    const cells: Row = new Map();
    for (const [number, cell] of line.cells) {
      const column = this.plan.places.get(number);
      const definition = getColumn(this.content.definition, number);
      if (column !== undefined && definition.kind === "amount")
        put(cells, column, this.bodyCell(cell, definition));
    }
    const column = this.plan.places.get(this.nameColumn) ?? 0;
    put(
      cells,
      column,
      text(this.habits.choose.pick(["其中：当年财政拨款", "  其中: 上年结转", "其中：在职人员"])),
    );
    return [{ cells, kinds: [] }];
  }

  /** Long enough to be cut at the end of a line, and no pair of code and name. */
  private isCut({ value }: Cell): boolean {
    return (
      this.content.definition.sides.length === 1 &&
      this.habits.has("names cut", 0.15) &&
      typeof value === "string" &&
      value.length > 10 &&
      !/[:：[\]]/.test(value)
    );
  }

  private writeCode(cells: Row, column: number, cell: Cell): void {
    const code = String(cell.value);
    if (this.plan.codes === "own column") {
      const asNumber = this.habits.has("codes as numbers", 0.15) && /^[1-9]\d{2,8}$/.test(code);
      put(cells, column, asNumber ? plain(Number(code)) : cell);
    }
    if (this.plan.codes !== "levels") return;
    if (!/^[23]\d{2}(\d{2})*$/.test(code)) put(cells, column, text(code));
    else {
      const isWhole = this.habits.has("whole codes in levels", 0.3);
      [3, 5, 7].forEach((end, level) => {
        const part = code.slice(level === 0 || isWhole ? 0 : end - 2, end);
        if (code.length >= end) put(cells, column + level, text(part));
      });
    }
  }

  private writeName(cells: Row, line: ContentLine, name: Cell): void {
    const { choose } = this.habits;
    const column = this.plan.places.get(this.nameColumn) ?? 0;
    const code = line.cells.get(this.codeColumn ?? -1);
    const own = String(name.value);
    if (this.plan.codes === "with name" && code && /[\dA-Z]/.test(String(code.value))) {
      const pair = this.habits.has("code in brackets", 0.5)
        ? `[${String(code.value)}]${own}`
        : `${String(code.value)} ${own}`;
      put(cells, column, text(pair));
    } else if (this.plan.codes === "indentation" && code) {
      put(cells, column, text("　".repeat((String(code.value).length - 1) / 2) + own));
    } else if (typeof name.value === "string" && this.habits.has("indented names", 0.2)) {
      put(cells, column, text(`${"　".repeat(choose.below(3))}${own} `));
    } else put(cells, column, name);
  }

  private writeExtra(cells: Row, { column, holds }: ExtraColumn, index: number): void {
    const { choose } = this.habits;
    if (holds === "count") put(cells, column, plain(index + 1));
    if (holds === "words" && choose.chance(0.2))
      put(cells, column, text(choose.pick(["见说明", "预算一科", "含上年"])));
    if (holds === "percent")
      put(cells, column, { value: choose.below(400) / 1000 - 0.2, numberFormat: "0.0%" });
  }

  private bodyCell(cell: Cell, { kind }: ColumnDefinition): Cell {
    const { value } = cell;
    if (kind !== "amount" || typeof value !== "number") return cell;
    const shift = this.factor();
    const amount = Number((value * shift).toPrecision(15));
    const decimals = shift === 1 ? 2 : shift > 1 ? 0 : 6;
    if (this.habits.has("zeros left blank", 0.15) && amount === 0) return text("");
    if (this.habits.has("amounts as text", 0.15))
      return text(
        amount.toLocaleString("en-US", {
          minimumFractionDigits: Math.min(decimals, 2),
          maximumFractionDigits: decimals,
        }),
      );
    return { ...cell, value: amount, ...(shift < 1 ? { numberFormat: "#,##0.000000" } : {}) };
  }

  /** What the figures of the content are multiplied by to stand in the layout's unit. */
  private factor(): number {
    const own = this.content.unit;
    if (own === this.unit) return 1;
    return own === "万元" ? 10_000 : 1 / 10_000;
  }
}
