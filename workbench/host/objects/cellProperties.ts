import { invalidArgument, notImplemented } from "../hostError";
import type { Argument, HostObject, Method, ObjectType } from "../objectType";
import { hostObject, isHostObject } from "../objectType";
import type { Json } from "../wire";
import { rangeFormat } from "./rangeFormat";
import type { RangeTarget } from "./rangeTarget";
import { columnCount, rowCount } from "./rangeTarget";

type Given = Readonly<Record<string, Json>>;

/** The sides of a cell as CellBorderCollection names them, and as Excel.BorderIndex does. */
const SIDES = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight" } as const;

/** All that is asked for by `true` alone. */
const PROTECTION = { locked: true };

/**
 * Properties of each cell of a range, in one array. Source: Excel JavaScript API reference, Range.getCellProperties and
 * setCellProperties (ExcelApi 1.9), Excel.CellPropertiesLoadOptions, Excel.SettableCellProperties.
 */
export const cellProperties: Readonly<Record<string, Method<RangeTarget>>> = {
  getCellProperties: {
    since: "1.9",
    call: (target, [options]) => eachCell(target, (cell) => readCell(cell, given(options))),
  },
  setCellProperties: {
    since: "1.9",
    call: (target, [properties]) => {
      const grid = properties as readonly (readonly Json[])[];
      const isOfSize =
        Array.isArray(grid) &&
        grid.length === rowCount(target) &&
        grid.every((row) => row.length === columnCount(target));
      if (!isOfSize) throw invalidArgument("Range.setCellProperties");
      eachCell(target, (cell, row, column) => {
        writeCell(cell, given(grid[row]?.[column]));
        return null;
      });
      return undefined;
    },
  },
};

function given(value: Argument | undefined): Given {
  if (typeof value !== "object" || value === null || Array.isArray(value) || isHostObject(value))
    throw invalidArgument("Range.getCellProperties");
  return value as Given;
}

function eachCell(
  { store, sheet, range }: RangeTarget,
  visit: (cell: RangeTarget, row: number, column: number) => Json,
): Json {
  return Array.from({ length: range.lastRow - range.firstRow + 1 }, (_, row) =>
    Array.from({ length: range.lastColumn - range.firstColumn + 1 }, (__, column) => {
      const [at, to] = [range.firstRow + row, range.firstColumn + column];
      return visit(
        { store, sheet, range: { firstRow: at, lastRow: at, firstColumn: to, lastColumn: to } },
        row,
        column,
      );
    }),
  );
}

function readCell(cell: RangeTarget, { format, hyperlink, ...others }: Given): Json {
  refuseMore(others, "Range.getCellProperties");
  return {
    ...(hyperlink === true && {
      hyperlink: (cell.sheet.cells.get(cell.range.firstRow)?.get(cell.range.firstColumn)?.hyperlink ??
        null) as Json,
    }),
    ...(format !== undefined &&
      format !== null && { format: read(hostObject(rangeFormat, cell), given(format)) }),
  };
}

/** What a cell's format has of what is asked for. */
function read(object: HostObject, options: Given): Json {
  const { type, target } = object as { type: ObjectType<unknown>; target: unknown };
  return Object.fromEntries(
    Object.entries(options)
      .filter(([, wanted]) => wanted !== false && wanted !== null)
      .map(([name, wanted]): [string, Json] => {
        const scalar = type.scalars?.[name];
        if (scalar && wanted === true) return [name, scalar.get(target)];
        const child = type.children?.[name]?.get(target);
        if (!child) throw notImplemented(`${type.name}.${name} by getCellProperties`);
        const parts = wanted === true && name === "protection" ? PROTECTION : given(wanted);
        if (name !== "borders") return [name, read(child, parts)];
        return [
          name,
          Object.fromEntries(Object.keys(SIDES).map((side) => [side, read(borderOf(child, side), parts)])),
        ];
      }),
  );
}

function borderOf({ type, target }: HostObject, side: string): HostObject {
  const index = SIDES[side as keyof typeof SIDES];
  if (index === undefined) throw notImplemented(`CellBorderCollection.${side}`);
  return type.methods?.["getItem"]?.call(target, [index]) as HostObject;
}

function writeCell(cell: RangeTarget, { format, hyperlink, ...others }: Given): void {
  refuseMore(others, "Range.setCellProperties");
  if (format !== undefined && format !== null) write(hostObject(rangeFormat, cell), given(format));
  if (hyperlink !== undefined && hyperlink !== null) {
    const row = cell.sheet.cells.get(cell.range.firstRow);
    const stored = row?.get(cell.range.firstColumn);
    if (stored) stored.hyperlink = hyperlink as object;
  }
}

function write(object: HostObject, properties: Given): void {
  const { type, target } = object as { type: ObjectType<unknown>; target: unknown };
  for (const [name, value] of Object.entries(properties)) {
    if (value === null) continue;
    const scalar = type.scalars?.[name];
    const child = scalar ? undefined : type.children?.[name]?.get(target);
    if (scalar?.set) scalar.set(target, value);
    else if (child && name === "borders") {
      for (const [side, line] of Object.entries(given(value))) write(borderOf(child, side), given(line));
    } else if (child) write(child, given(value));
    else throw notImplemented(`${type.name}.${name} by setCellProperties`);
  }
}

function refuseMore(others: Given, location: string): void {
  const [more] = Object.entries(others).filter(([, value]) => value !== null && value !== false);
  if (more) throw notImplemented(location, `of ${more[0]} is not known to this host`);
}
