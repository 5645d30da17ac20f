import type { CellRange } from "../../../src/workbook/address";
import { invalidArgument, itemNotFound, notImplemented } from "../hostError";
import type { Argument, HostObject, ObjectType } from "../objectType";
import { hostObject } from "../objectType";
import type { BorderSide, BorderStyle, StoredBorder } from "../store";
import { cellToWrite, storedCell } from "../store";
import type { Json } from "../wire";
import type { RangeTarget } from "./rangeTarget";
import { color, oneOf, requireSize, requireUnprotected } from "./rangeTarget";

/** Excel.BorderIndex, diagonals left out, with the side of each cell that it means, seen from inside the range. */
const INDEXES = {
  EdgeTop: "top",
  EdgeBottom: "bottom",
  EdgeLeft: "left",
  EdgeRight: "right",
  InsideVertical: "right",
  InsideHorizontal: "bottom",
} as const;

type BorderIndex = keyof typeof INDEXES;

interface BorderTarget {
  readonly at: RangeTarget;
  readonly index: BorderIndex;
}

/** Line styles and weights of Excel (Excel.BorderLineStyle, BorderWeight) for those of files (ECMA-376, 18.18.3). */
const LINES: Readonly<Record<BorderStyle, readonly [style: string, weight: string]>> = {
  thin: ["Continuous", "Thin"],
  hair: ["Continuous", "Hairline"],
  medium: ["Continuous", "Medium"],
  thick: ["Continuous", "Thick"],
  dotted: ["Dot", "Thin"],
  dashed: ["Dash", "Thin"],
  mediumDashed: ["Dash", "Medium"],
  dashDot: ["DashDot", "Thin"],
  mediumDashDot: ["DashDot", "Medium"],
  dashDotDot: ["DashDotDot", "Thin"],
  mediumDashDotDot: ["DashDotDot", "Medium"],
  slantDashDot: ["SlantDashDot", "Medium"],
  double: ["Double", "Thick"],
};

const USUAL: StoredBorder = { style: "thin", color: "#000000" };

/** Source: Excel JavaScript API reference, Excel.RangeBorder. Setting any property of an edge without a line draws one. */
const rangeBorder: ObjectType<BorderTarget> = {
  name: "RangeBorder",
  identity: ({ index }) => ({ SideIndex: index }),
  scalars: {
    sideIndex: { get: ({ index }) => index },
    style: {
      get: (target) => commonOf(target, (border) => (border ? LINES[border.style][0] : "None")),
      set: (target, value) => {
        const location = "RangeBorder.style";
        const names = ["None", ...Object.values(LINES).map(([style]) => style)];
        const style = oneOf(value, location, (text) => names.includes(text));
        if (style === "None") return setBorder(target, location, () => undefined);
        setBorder(target, location, (border) => {
          const old = border ?? USUAL;
          return { ...old, style: styleOf(style, LINES[old.style][1]) };
        });
      },
    },
    weight: {
      get: (target) => commonOf(target, (border) => LINES[(border ?? USUAL).style][1]),
      set: (target, value) => {
        const location = "RangeBorder.weight";
        const weight = oneOf(value, location, (text) =>
          ["Hairline", "Thin", "Medium", "Thick"].includes(text),
        );
        setBorder(target, location, (border) => {
          const old = border ?? USUAL;
          return { ...old, style: styleOf(LINES[old.style][0], weight) };
        });
      },
    },
    color: {
      get: (target) => commonOf(target, (border) => (border ?? USUAL).color),
      set: (target, value) => {
        const checked = color(value, "RangeBorder.color");
        setBorder(target, "RangeBorder.color", (border) => ({ ...(border ?? USUAL), color: checked }));
      },
    },
  },
};

/** The line for a style and a weight; where Excel has none of that weight, the style goes before. */
function styleOf(style: string, weight: string): BorderStyle {
  const all = Object.entries(LINES) as [BorderStyle, (typeof LINES)[BorderStyle]][];
  const exact = all.find(([, line]) => line[0] === style && line[1] === weight);
  return (exact ?? all.find(([, line]) => line[0] === style))?.[0] ?? "thin";
}

/** Source: Excel JavaScript API reference, Excel.RangeBorderCollection. */
export const rangeBorders: ObjectType<RangeTarget> = {
  name: "RangeBorderCollection",
  scalars: { count: { get: () => Object.keys(INDEXES).length } },
  items: (at) => (Object.keys(INDEXES) as BorderIndex[]).map((index) => borderAt(at, index)),
  methods: {
    getItem: {
      call: (at, [index]) => {
        const name = String(index);
        if (name.startsWith("Diagonal")) {
          throw notImplemented(`RangeBorderCollection.getItem ${name}`);
        }
        if (!Object.hasOwn(INDEXES, name)) throw invalidArgument("RangeBorderCollection.getItem");
        return borderAt(at, name as BorderIndex);
      },
    },
    getItemAt: {
      call: (at, [index]: readonly Argument[]) => {
        const name = Object.keys(INDEXES)[Number(index)];
        if (name === undefined) throw itemNotFound("RangeBorderCollection.getItemAt");
        return borderAt(at, name as BorderIndex);
      },
    },
  },
};

function borderAt(at: RangeTarget, index: BorderIndex): HostObject {
  return hostObject(rangeBorder, { at, index });
}

/** The cells whose side a border is. */
function cellsOf(range: CellRange, index: BorderIndex): CellRange | undefined {
  const part = {
    EdgeTop: { ...range, lastRow: range.firstRow },
    EdgeBottom: { ...range, firstRow: range.lastRow },
    EdgeLeft: { ...range, lastColumn: range.firstColumn },
    EdgeRight: { ...range, firstColumn: range.lastColumn },
    InsideVertical: { ...range, lastColumn: range.lastColumn - 1 },
    InsideHorizontal: { ...range, lastRow: range.lastRow - 1 },
  }[index];
  return part.lastRow < part.firstRow || part.lastColumn < part.firstColumn ? undefined : part;
}

const OPPOSITE: Readonly<Record<BorderSide, BorderSide>> = {
  top: "bottom",
  bottom: "top",
  left: "right",
  right: "left",
};

/** A line between two cells is one line, whichever of them has it. */
function lineAt({ sheet }: RangeTarget, row: number, column: number, side: BorderSide) {
  const [nextRow, nextColumn] = neighbour(row, column, side);
  return (
    storedCell(sheet, row, column)?.borders?.[side] ??
    storedCell(sheet, nextRow, nextColumn)?.borders?.[OPPOSITE[side]]
  );
}

function neighbour(row: number, column: number, side: BorderSide): readonly [row: number, column: number] {
  if (side === "top") return [row - 1, column];
  if (side === "bottom") return [row + 1, column];
  return side === "left" ? [row, column - 1] : [row, column + 1];
}

function commonOf({ at, index }: BorderTarget, read: (border: StoredBorder | undefined) => Json): Json {
  const cells = cellsOf(at.range, index);
  if (!cells) return read(undefined);
  requireSize({ ...at, range: cells }, true, "RangeBorder");
  const first = read(lineAt(at, cells.firstRow, cells.firstColumn, INDEXES[index]));
  for (let row = cells.firstRow; row <= cells.lastRow; row++) {
    for (let column = cells.firstColumn; column <= cells.lastColumn; column++) {
      if (read(lineAt(at, row, column, INDEXES[index])) !== first) return null;
    }
  }
  return first;
}

function setBorder(
  { at, index }: BorderTarget,
  location: string,
  change: (border: StoredBorder | undefined) => StoredBorder | undefined,
): void {
  requireUnprotected(at.sheet, location, "allowFormatCells");
  const cells = cellsOf(at.range, index);
  if (!cells) return;
  requireSize({ ...at, range: cells }, true, location);
  const side = INDEXES[index];
  for (let row = cells.firstRow; row <= cells.lastRow; row++) {
    for (let column = cells.firstColumn; column <= cells.lastColumn; column++) {
      const border = change(lineAt(at, row, column, side));
      putBorder(at, row, column, side, border);
      // The line is the last one's that it was set for: "it should keep only D5's top border". Source: OfficeDev/office-js issue 1920.
      const [nextRow, nextColumn] = neighbour(row, column, side);
      if (storedCell(at.sheet, nextRow, nextColumn)?.borders?.[OPPOSITE[side]])
        putBorder(at, nextRow, nextColumn, OPPOSITE[side], undefined);
    }
  }
}

function putBorder(
  { sheet }: RangeTarget,
  row: number,
  column: number,
  side: BorderSide,
  border: StoredBorder | undefined,
): void {
  if (!border && !storedCell(sheet, row, column)?.borders) return;
  const cell = cellToWrite(sheet, row, column);
  const borders = { ...cell.borders };
  if (border) borders[side] = border;
  else delete borders[side];
  if (Object.keys(borders).length > 0) cell.borders = borders;
  else delete cell.borders;
}
