import fc from "fast-check";
import type { Cell, CellValue, SheetSnapshot, WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { NOT_CALCULATED } from "../../../src/workbook/snapshot";

/** One thing done to a table: plain data, so that a case that went wrong can be kept. */
interface SheetChange {
  readonly what:
    | "put"
    | "formula"
    | "error"
    | "blank"
    | "swapRows"
    | "swapColumns"
    | "repeatRow"
    | "dropRow"
    | "dropColumn"
    | "far"
    | "turn";
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly number: number;
}

export interface OddWorkbook {
  readonly sheets: readonly {
    readonly base: number;
    readonly name: string;
    readonly changes: readonly SheetChange[];
    readonly isHidden: boolean;
    readonly isProtected: boolean;
  }[];
}

const TEXTS = [
  "",
  " ",
  "合计",
  "总计",
  "小计",
  "科目编码",
  "科目名称",
  "2010301",
  "201",
  "２０１０３０１",
  "20103 政府办公厅",
  "其中：",
  "部门名称：某局",
  "单位：万元",
  "单位：元",
  "单位：亿元",
  "1,234.50",
  "-",
  "—",
  "０．００",
  "（1,234.5）",
  "12.3%",
  "=1+1",
  "@SUM(1)",
  "+86",
  "-1",
  "'带撇号",
  "<img src=x onerror=alert(1)>",
  "&lt;b&gt;",
  "\u202E倒写",
  "🀄合计",
  "\u0000",
  "\uD800",
  "表6",
  "表6 一般公共预算支出预算表",
  "收支总表",
  "2027年",
  "一、",
  "1",
  "2",
  "#REF!",
  "#N/A",
  "TRUE",
  "长".repeat(32_767),
  "a".repeat(400),
  "\n\n",
  "一般公共服务\n支出",
  "2010301\t行政运行",
];
const NAMES = [
  "表6",
  "表1",
  "它's",
  "a!b",
  "=1+1",
  "🀄",
  "\u202E表",
  "表6 (2)",
  "  ",
  "x".repeat(31),
  "校验报告",
  "科目字典",
  "__proto__",
  "constructor",
];
const FORMULAS = [
  "=A1",
  "=SUM(A1:A9)",
  "=SUM(",
  "=表6!A1",
  "='[1]表6'!A1",
  "=#REF!",
  "=A1:A9",
  '=INDIRECT("A1")',
  "=NOW()",
  "=SUM(XFD1048576:A1)",
  "=SUM(A:A)",
  "=SUM(1:1)",
  `=${"1+".repeat(3000)}1`,
  "=C7",
  "=表9999!ZZZ9",
];

const CHANGE: fc.Arbitrary<SheetChange> = fc.record({
  what: fc.constantFrom(
    "put",
    "put",
    "put",
    "formula",
    "error",
    "blank",
    "swapRows",
    "swapColumns",
    "repeatRow",
    "dropRow",
    "dropColumn",
    "far",
    "turn",
  ),
  row: fc.nat(40),
  column: fc.nat(14),
  text: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  ),
  number: fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constantFrom(0, -0, 1e-320, 1e308, 0.1 + 0.2, 99999999999.995),
  ),
});

export const ODD_WORKBOOK: fc.Arbitrary<OddWorkbook> = fc.record({
  sheets: fc.array(
    fc.record({
      base: fc.nat(99),
      name: fc.oneof(fc.constantFrom(...NAMES), fc.string({ minLength: 1, maxLength: 12 })),
      changes: fc.array(CHANGE, { maxLength: 14 }),
      isHidden: fc.boolean(),
      isProtected: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

/** The workbook of a case, of tables at hand. Names of sheets are made to differ, as in every workbook. */
export function oddWorkbook(bases: readonly SheetSnapshot[], { sheets }: OddWorkbook): WorkbookSnapshot {
  const taken = new Set<string>();
  return {
    name: "模糊.xlsx",
    sheets: sheets.map(({ base, name, changes, isHidden, isProtected }) => {
      let own = name;
      while (taken.has(own.toLowerCase())) own += "二";
      taken.add(own.toLowerCase());
      const grid = changes.reduce(changed, gridOf(bases[base % bases.length] as SheetSnapshot));
      return { name: own, rows: rowsOf(grid), marks: [], isHidden, isProtected };
    }),
  };
}

/** A table before anybody has filled it in: texts alone. */
export function withoutFigures(sheet: SheetSnapshot): SheetSnapshot {
  const rows = [...sheet.rows].flatMap(([row, cells]) => {
    const texts = [...cells].filter(([, { value }]) => typeof value !== "number");
    return texts.length > 0 ? [[row, new Map(texts)] as const] : [];
  });
  return { ...sheet, rows: new Map(rows) };
}

type Grid = (Cell | undefined)[][];

function gridOf({ rows }: SheetSnapshot): Grid {
  const last = Math.max(0, ...rows.keys());
  return Array.from({ length: last + 1 }, (_, row) => {
    const cells = rows.get(row);
    return Array.from({ length: 1 + Math.max(-1, ...(cells?.keys() ?? [])) }, (__, column) =>
      cells?.get(column),
    );
  });
}

function rowsOf(grid: Grid): SheetSnapshot["rows"] {
  const rows = new Map<number, ReadonlyMap<number, Cell>>();
  grid.forEach((line, row) => {
    const cells = new Map<number, Cell>();
    line.forEach((cell, column) => cell && cells.set(column, cell));
    if (cells.size > 0) rows.set(row, cells);
  });
  return rows;
}

function changed(grid: Grid, { what, row, column, text, number }: SheetChange): Grid {
  const at = row % Math.max(1, grid.length);
  const put = (value: CellValue, formula?: string): Grid => {
    const line = [...(grid[at] ?? [])];
    line[column] = { value, numberFormat: "General", ...(formula !== undefined && { formula }) };
    return grid.map((one, index) => (index === at ? line : one));
  };
  switch (what) {
    case "put":
      return put(row % 2 === 0 ? text : number);
    case "formula":
      return put(row % 3 === 0 ? { error: NOT_CALCULATED } : number, FORMULAS[column % FORMULAS.length]);
    case "error":
      return put({ error: ["#REF!", "#DIV/0!", "#BOGUS!", NOT_CALCULATED][column % 4] as string });
    case "blank":
      return grid.map((line, index) =>
        index === at ? line.map((cell, place) => (place === column ? undefined : cell)) : line,
      );
    case "swapRows": {
      const other = column % Math.max(1, grid.length);
      return grid.map((line, index) =>
        index === at ? (grid[other] ?? line) : index === other ? (grid[at] ?? line) : line,
      );
    }
    case "swapColumns":
      return grid.map((line) =>
        line.map((cell, place) =>
          place === column ? line[row % 14] : place === row % 14 ? line[column] : cell,
        ),
      );
    case "repeatRow":
      return [
        ...grid.slice(0, at),
        ...Array.from({ length: 1 + column }, () => grid[at] ?? []),
        ...grid.slice(at),
      ];
    case "dropRow":
      return grid.filter((_, index) => index !== at);
    case "dropColumn":
      return grid.map((line) => line.filter((_, place) => place !== column));
    case "far":
      return [...grid, ...Array.from({ length: 200 }, () => []), ...(grid[at] ? [grid[at]] : [])];
    case "turn":
      return Array.from({ length: Math.max(0, ...grid.map(({ length }) => length)) }, (_, place) =>
        grid.map((line) => line[place]),
      );
  }
}
