import { recogniseWorkbook } from "../../src/recognition/recognise";
import type { RecognisedTable } from "../../src/recognition/recognised";
import { isColumn } from "../../src/tables/definition";
import type { ColumnDefinition, HeaderNode, TableDefinition } from "../../src/tables/definition";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import type { Cell, CellValue, SheetSnapshot } from "../../src/workbook/snapshot";
import { Chooser, randomFrom } from "./random";
import { seedWorkbook } from "./seedWorkbook";

/** What recognition should find in a variant. */
export interface Variant {
  readonly sheet: SheetSnapshot;
  readonly definition: TableDefinition;
  /** Printed column number → sheet column; columns that the layout leaves out or splits are absent. */
  readonly columns: ReadonlyMap<number, number>;
  /** Sheet row → kinds of row, one for each side that says something there. */
  readonly rows: ReadonlyMap<number, readonly string[]>;
  /** The habits that went into it, for reading failures. */
  readonly habits: readonly string[];
}

/** The seed's tables as content without layout. */
interface Content {
  readonly table: RecognisedTable;
  readonly lines: readonly ContentLine[];
}

interface ContentLine {
  readonly kinds: readonly string[];
  readonly cells: ReadonlyMap<number, Cell>;
}

let contents: readonly Content[] | undefined;

function seedContents(): readonly Content[] {
  if (contents) return contents;
  const workbook = seedWorkbook();
  contents = recogniseWorkbook(workbook, GUANGZHOU).tables.map((table): Content => {
    const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
    const sheetRows = [...new Set(table.rows.map(({ sheetRow }) => sheetRow))];
    const lines = sheetRows.map((sheetRow): ContentLine => {
      const cells = new Map<number, Cell>();
      for (const [number, { sheetColumn }] of table.columns) {
        const cell = sheet?.rows.get(sheetRow)?.get(sheetColumn);
        if (cell) cells.set(number, cell);
      }
      const kinds = table.rows.filter((row) => row.sheetRow === sheetRow).map(({ rule }) => rule.kind);
      return { kinds, cells };
    });
    return { table, lines };
  });
  return contents;
}

/** The same content in a layout of its own; the same table and seed give the same variant. */
export function makeVariant(tableId: string, seed: number): Variant {
  const content = seedContents().find(({ table }) => table.definition.id === tableId);
  if (!content) throw new Error(`no seed table ${tableId}`);
  return new VariantMaker(content, new Chooser(randomFrom(seed * 7919 + Number(tableId.slice(1))))).make();
}

const text = (value: string): Cell => ({ value, numberFormat: "General" });

class VariantMaker {
  private readonly rows = new Map<number, Map<number, Cell>>();
  private readonly habits: string[] = [];
  private readonly kinds = new Map<number, readonly string[]>();
  private at = 0;
  private readonly left: number;
  private codeStyle: "own column" | "with name" | "levels" = "own column";

  constructor(
    private readonly content: Content,
    private readonly choose: Chooser,
  ) {
    this.left = this.habit("offset", 0.2) ? 1 + choose.below(3) : 0;
  }

  make(): Variant {
    const { definition } = this.content.table;
    const isInYuan = this.habit("元", 0.2);
    const whole = this.columnOrder(definition.header);
    this.codeStyle = this.chooseCodeStyle(definition);
    const order = this.codeStyle === "with name" ? without(whole, codeColumnOf(definition)) : whole;
    const leaves = flatten(order);
    const columns = new Map<number, number>();
    const extra = this.habit("序号", 0.15) ? 1 : 0;
    let next = this.left + extra;
    for (const { number } of leaves) {
      columns.set(number, next);
      next += this.codeStyle === "levels" && number === codeColumnOf(definition) ? 3 : 1;
    }
    const width = next - this.left;
    const [side] = definition.sides;
    if (this.codeStyle === "with name" && side?.codeColumn !== undefined)
      columns.set(side.codeColumn, columns.get(side.nameColumn) ?? 0);
    const trailing = this.habit("备注列", 0.15);

    if (this.habit("rows above", 0.25)) this.at += 1 + this.choose.below(4);
    const titleRow = this.at;
    this.title(definition, width, isInYuan);
    const headerStart = this.at;
    const depth = this.header(order, columns);
    if (extra) this.put(headerStart, this.left, text("序号"));
    if (trailing) this.put(headerStart, this.left + width, text("备注"));
    if (this.habit("column numbers", 0.6)) {
      leaves.forEach(({ number }, index) =>
        this.put(
          this.at,
          columns.get(number) ?? 0,
          this.choose.chance(0.5) ? number0(index + 1) : text(String(index + 1)),
        ),
      );
      this.at++;
    }
    this.body(columns, extra, isInYuan, titleRow, headerStart, depth);
    if (this.habit("note", 0.5)) {
      if (this.choose.chance(0.5)) this.at++;
      this.put(this.at++, this.left, text("注：本表按收付实现制编制，单位为万元。"));
    }
    const sorted = [...this.rows]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) => [row, new Map([...cells].sort(([a], [b]) => a - b))] as const);
    return {
      sheet: { name: "Sheet1", rows: new Map(sorted), marks: [], isProtected: false, isHidden: false },
      definition,
      columns,
      rows: this.kinds,
      habits: this.habits,
    };
  }

  private habit(name: string, share: number): boolean {
    const is = this.choose.chance(share);
    if (is) this.habits.push(name);
    return is;
  }

  private put(row: number, column: number, cell: Cell): void {
    if (cell.value === "") return;
    const cells = this.rows.get(row) ?? new Map<number, Cell>();
    this.rows.set(row, cells.set(column, cell));
  }

  private chooseCodeStyle({ sides }: TableDefinition): "own column" | "with name" | "levels" {
    const [side, second] = sides;
    if (!side || second || side.codeColumn === undefined) return "own column";
    const kinds = new Set(this.content.lines.flatMap((line) => line.kinds));
    const isCoded = this.content.lines.filter(({ cells }) => cells.has(side.codeColumn ?? 0)).length * 2;
    const isPlain = side.rows.every(({ codeColumns }) => codeColumns === undefined);
    if (!isPlain || isCoded <= this.content.lines.length) return "own column";
    if (this.habit("code with name", 0.1)) return "with name";
    const isTree = kinds.has("项") && !kinds.has("单位") && !kinds.has("项目");
    return isTree && this.habit("code in levels", 0.15) ? "levels" : "own column";
  }

  /** Columns outside groups keep their place to the left; groups and single amounts may change places. */
  private columnOrder(nodes: readonly HeaderNode[]): readonly HeaderNode[] {
    const isFixed = (node: HeaderNode) => isColumn(node) && node.kind !== "amount";
    if (nodes.some((node) => !isColumn(node) && node.children.some(isFixed))) return nodes;
    if (!this.habit("columns moved", 0.2)) return nodes;
    const movable = nodes.filter((node) => !isFixed(node));
    const fixed = nodes.filter(isFixed);
    return [...fixed, ...this.choose.shuffle(movable)];
  }

  private title({ title, titleVariants = [] }: TableDefinition, width: number, isInYuan: boolean): void {
    const base = this.choose.chance(0.3) ? this.choose.pick([title, ...titleVariants]) : title;
    const lead = this.choose.pick(["", "", "", "2020年", "2020年度", "附件3：", "附表6 ", "某某局2020年"]);
    let words = lead + base;
    if (this.habit("title spaced", 0.15)) words = [...words].join(" ");
    if (this.habit("title with break", 0.1)) words = words.replace(/年度?/, "$&\n");
    if (this.habit("half-width brackets", 0.3)) words = words.replace(/（/g, "(").replace(/）/g, ")");
    const column = this.left + (this.habit("title in the middle", 0.1) ? Math.floor(width / 2) : 0);
    this.put(this.at++, column, text(words));
    if (this.habit("blank row", 0.2)) this.at++;
    const unit = isInYuan ? "元" : "万元";
    const line = this.choose.pick([
      `单位：${unit}`,
      `单位:${unit}`,
      `单 位：${unit}`,
      `（单位：${unit}）`,
      `金额单位：${unit}`,
    ]);
    if (this.choose.chance(0.5)) this.put(this.at, this.left, text("部门名称：某某局"));
    this.put(this.at++, this.left + width - 1, text(line));
    if (this.habit("blank row below", 0.1)) this.at++;
  }

  /** Writes the headings level by level; gives the number of rows. */
  private header(nodes: readonly HeaderNode[], columns: ReadonlyMap<number, number>): number {
    const levels = this.codeStyle === "levels";
    const codeColumn = codeColumnOf(this.content.table.definition);
    const depth = Math.max(depthOf(nodes), levels ? depthTo(nodes, codeColumn ?? 0) + 1 : 0);
    const isRepeated = this.habit("headings repeated", 0.2);
    const start = this.at;
    const place = (children: readonly HeaderNode[], level: number) => {
      for (const node of children) {
        const own = flatten([node]).map(({ number }) => columns.get(number) ?? 0);
        const words = this.heading(node);
        const first = Math.min(...own);
        if (isColumn(node) && levels && node.number === codeColumn) {
          this.put(start + level, first, text(words));
          ["类", "款", "项"].forEach((name, index) => this.put(start + level + 1, first + index, text(name)));
        } else if (isColumn(node)) {
          for (let row = level; row < depth; row++)
            if (row === level || isRepeated) this.put(start + row, first, text(words));
        } else {
          for (const column of own)
            if (column === first || isRepeated) this.put(start + level, column, text(words));
          place(node.children, level + 1);
        }
      }
    };
    place(nodes, 0);
    this.at += depth;
    return depth;
  }

  private heading(node: HeaderNode): string {
    let words = node.label;
    if (node.synonyms && this.choose.chance(0.15)) {
      this.habits.push(`synonym of ${node.label}`);
      words = this.choose.pick(node.synonyms);
    }
    if (words.startsWith("年预算") && this.choose.chance(0.7)) words = `2020${words}`;
    if (words.length > 3 && this.choose.chance(0.2)) words = `${words.slice(0, 2)}\n${words.slice(2)}`;
    if (words.length === 2 && this.choose.chance(0.2)) words = `${words[0]}  ${words[1]}`;
    return this.choose.chance(0.3) ? words.replace(/\(/g, "（").replace(/\)/g, "）") : words;
  }

  private body(
    columns: ReadonlyMap<number, number>,
    extra: number,
    isInYuan: boolean,
    titleRow: number,
    headerStart: number,
    depth: number,
  ): void {
    const { lines, table } = this.content;
    const isStatement = table.definition.sides.length > 1;
    const ordered =
      !isStatement && lines.length > 2 && isTotal(lines[0]) && this.habit("total last", 0.2)
        ? [...lines.slice(1), lines[0] as ContentLine]
        : lines;
    const [{ codeColumn, nameColumn } = { codeColumn: undefined, nameColumn: 0 }] = table.definition.sides;
    const asText = this.habit("amounts as text", 0.15);
    const asNumbers = this.habit("codes as numbers", 0.15);
    const spaced = this.habit("blank rows between", 0.15);
    const pageLength = lines.length > 12 && this.habit("page breaks", 0.15) ? 6 + this.choose.below(10) : 0;
    const cut = !isStatement && this.habit("names cut", 0.15);
    const indented = this.habit("indented names", 0.2);
    const withTitle = pageLength > 0 && !isStatement && this.habit("titles repeated", 0.4);
    const above = [...this.rows].filter(([row]) => row >= titleRow && row < headerStart);
    const page = [...this.rows].filter(([row]) => row >= headerStart && row < headerStart + depth);
    ordered.forEach((line, index) => {
      if (spaced && this.choose.chance(0.2)) this.at++;
      if (pageLength > 0 && index > 0 && index % pageLength === 0) {
        if (withTitle)
          for (const [row, cells] of above) this.rows.set(this.at + row - titleRow, new Map(cells));
        if (withTitle) this.at += headerStart - titleRow;
        for (const [row, cells] of page) this.rows.set(this.at + row - headerStart, new Map(cells));
        this.at += depth;
      }
      let rest = "";
      for (const [number, cell] of line.cells) {
        const column = columns.get(number);
        if (column === undefined) continue;
        const definition = columnOf(table.definition, number);
        if (number === codeColumn && this.codeStyle !== "own column") {
          if (this.codeStyle === "levels") this.levels(column, String(cell.value));
          continue;
        }
        if (number === nameColumn && cut && isLongName(cell)) {
          const name = String(cell.value);
          rest = name.slice(8);
          const start = text(name.slice(0, 8));
          this.put(
            this.at,
            column,
            this.codeStyle === "with name" ? this.withCode(line.cells.get(codeColumn ?? 0), start) : start,
          );
          continue;
        }
        if (number === nameColumn && this.codeStyle === "with name") {
          this.put(this.at, column, this.withCode(line.cells.get(codeColumn ?? 0), cell));
          continue;
        }
        this.put(this.at, column, this.bodyCell(cell, definition, { isInYuan, asText, asNumbers, indented }));
      }
      if (extra) this.put(this.at, this.left, number0(index + 1));
      this.kinds.set(this.at++, line.kinds);
      if (rest !== "") this.put(this.at++, columns.get(nameColumn) ?? 0, text(rest));
    });
  }

  private levels(column: number, code: string): void {
    if (!/^2\d{2}(\d{2})*$/.test(code)) {
      this.put(this.at, column, text(code));
      return;
    }
    [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].forEach((part, index) =>
      this.put(this.at, column + index, text(part)),
    );
  }

  private withCode(code: Cell | undefined, name: Cell): Cell {
    if (!code || String(code.value) === "-") return name;
    return text(
      this.habits.length % 2 === 0
        ? `[${String(code.value)}]${String(name.value)}`
        : `${String(code.value)} ${String(name.value)}`,
    );
  }

  private bodyCell(
    cell: Cell,
    { kind }: ColumnDefinition,
    habits: { isInYuan: boolean; asText: boolean; asNumbers: boolean; indented: boolean },
  ): Cell {
    const { value } = cell;
    if (kind === "amount" && typeof value === "number") {
      const amount = habits.isInYuan ? Math.round(value * 1000000) / 100 : value;
      return habits.asText
        ? text(amount.toLocaleString("en-US", { minimumFractionDigits: 2 }))
        : { ...cell, value: amount };
    }
    if (kind === "code" && habits.asNumbers && typeof value === "string" && /^[1-9]\d{2,8}$/.test(value))
      return number0(Number(value));
    if (kind === "name" && habits.indented && typeof value === "string")
      return text(`${"　".repeat(this.choose.below(3))}${value} `);
    return cell;
  }
}

function number0(value: CellValue): Cell {
  return { value, numberFormat: "General" };
}

/** Long enough to be cut at the end of a line, and no pair of code and name. */
function isLongName({ value }: Cell): boolean {
  return typeof value === "string" && value.length > 10 && !/[:：[\]]/.test(value);
}

function codeColumnOf({ sides }: TableDefinition): number | undefined {
  return sides[0]?.codeColumn;
}

function without(nodes: readonly HeaderNode[], number: number | undefined): readonly HeaderNode[] {
  return nodes.flatMap((node): HeaderNode[] => {
    if (isColumn(node)) return node.number === number ? [] : [node];
    return [{ ...node, children: without(node.children, number) }];
  });
}

/** The level of a column in a header tree, 1 for the topmost. */
function depthTo(nodes: readonly HeaderNode[], number: number): number {
  for (const node of nodes) {
    if (isColumn(node)) {
      if (node.number === number) return 1;
    } else if (flatten([node]).some((column) => column.number === number)) {
      return 1 + depthTo(node.children, number);
    }
  }
  return 0;
}

function isTotal(line: ContentLine | undefined): boolean {
  return line?.kinds.some((kind) => kind === "合计" || kind === "总计") === true;
}

function flatten(nodes: readonly HeaderNode[]): ColumnDefinition[] {
  return nodes.flatMap((node) => (isColumn(node) ? [node] : flatten(node.children)));
}

function depthOf(nodes: readonly HeaderNode[]): number {
  return Math.max(...nodes.map((node) => (isColumn(node) ? 1 : 1 + depthOf(node.children))));
}

function columnOf(definition: TableDefinition, number: number): ColumnDefinition {
  return flatten(definition.header).find((column) => column.number === number) as ColumnDefinition;
}
