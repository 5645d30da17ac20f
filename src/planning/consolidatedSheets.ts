import { convertAmount } from "../amounts/unit";
import type { AmountUnit } from "../amounts/unit";
import type { Decimal } from "../amounts/decimal";
import type { Pack } from "../tables/definition";
import { columnPaths, isColumn } from "../tables/definition";
import type { HeaderNode } from "../tables/definition";
import type { CellContent } from "../workbook/edit";
import type { DesignCell, SheetDesign } from "../workbook/sheetDesign";
import type { ConsolidatedAmount, ConsolidatedRow, ConsolidatedTable } from "../units/consolidate";
import { planHeading } from "./insert/headingCells";
import { makeRow } from "./table";
import type { Row, Table } from "./table";
import { FIRST_HEADING_ROW } from "./insert/planTable";
import { sheetOfTable } from "./insert/sheetOfTable";

/** What the sheets of a consolidation are made with. */
export interface ConsolidatedSheets {
  readonly pack: Pack;
  readonly year: number;
  readonly department: string;
  readonly unit: Extract<AmountUnit, "元" | "万元">;
  /** Amounts are written as the units' amounts with + between them, so that each can be seen; else as values. */
  readonly isLinked: boolean;
}

/** A sheet with where each amount of its table stands, by "row,column". */
export interface ConsolidatedSheet {
  readonly design: SheetDesign;
  readonly places: ReadonlyMap<string, { readonly row: ConsolidatedRow; readonly column: number }>;
}

/** The sheet of a department's table: the standard heading, the rows put together, amounts in the unit that is asked for. */
export function consolidatedSheet(table: ConsolidatedTable, options: ConsolidatedSheets): ConsolidatedSheet {
  const { pack, year, department, isLinked } = options;
  const { definition } = table;
  const insertion = pack.insertion.tables[definition.id] ?? { sides: [] };
  const heading = planHeading(present(definition.header, table.columns), FIRST_HEADING_ROW, year);
  const numbersRow = insertion.hasColumnNumbers ? 1 : 0;
  const firstBodyRow = FIRST_HEADING_ROW + heading.height + numbersRow;
  const planned = plannedRows(table, firstBodyRow);
  const noteRow = Math.max(firstBodyRow, ...planned.map(({ row }) => row.sheetRow + 1));
  const columns = new Map(heading.columns.map(({ number }, index) => [number, index]));
  const own: Table = {
    definition,
    insertion,
    sheet: definition.label,
    columns,
    joinedColumns: new Set(),
    year,
    firstHeadingRow: FIRST_HEADING_ROW,
    firstBodyRow,
    noteRow,
    rows: planned.map(({ row }) => row),
  };
  const unit = insertion.unit ?? options.unit;
  const design = sheetOfTable(
    { table: own, heading },
    {
      tables: [],
      year,
      department,
      unit: options.unit,
      units: [],
      projects: [],
      codes: [],
    },
    { figureOf: () => undefined, name: `勾稽_${definition.id}`, lists: { of: () => undefined } },
  );
  const places = new Map(
    planned.flatMap(({ row: { sheetRow }, source }) =>
      [...source.amounts.keys()].map(
        (column) => [`${sheetRow},${columns.get(column) ?? -1}`, { row: source, column }] as const,
      ),
    ),
  );
  const cells = design.cells.map((cell) => {
    const place = places.get(`${cell.row},${cell.column}`);
    return withAmount(cell, place?.row.amounts.get(place.column), unit, isLinked);
  });
  return { design: { ...design, cells }, places };
}

/** The header without columns that no unit has. */
function present(nodes: readonly HeaderNode[], columns: ReadonlySet<number>): HeaderNode[] {
  return nodes.flatMap((node): HeaderNode[] => {
    if (isColumn(node)) return columns.has(node.number) || node.isOptional !== true ? [node] : [];
    const children = present(node.children, columns);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}

function plannedRows(
  { definition, rows }: ConsolidatedTable,
  firstBodyRow: number,
): { readonly row: Row; readonly source: ConsolidatedRow }[] {
  const words = columnPaths(definition.header).filter(({ column }) => column.kind !== "amount");
  return definition.sides.flatMap((side) =>
    rows
      .filter((row) => row.side === side)
      .map((source, index) => {
        const name = source.texts.get(side.nameColumn) ?? "";
        const row = makeRow({
          side,
          rule: source.rule,
          name,
          code: side.codeColumn === undefined ? "" : (source.texts.get(side.codeColumn) ?? ""),
          texts: new Map(words.flatMap(({ column }) => textOf(source, column.number))),
          sheetRow: firstBodyRow + index,
        });
        return { row, source };
      }),
  );
}

function textOf({ texts }: ConsolidatedRow, number: number): [number, string][] {
  const text = texts.get(number);
  return text === undefined ? [] : [[number, text]];
}

function withAmount(
  cell: DesignCell,
  amount: ConsolidatedAmount | undefined,
  unit: AmountUnit,
  isLinked: boolean,
): DesignCell {
  if (!amount || cell.style !== "input") return cell;
  const number = (value: Decimal) => convertAmount(value, "万元", unit);
  const result = number(amount.value).toNumber();
  const content: CellContent =
    isLinked && amount.shares.length > 1
      ? {
          formula: `=${amount.shares
            .map((share) => number(share).toFixed())
            .join("+")
            .replaceAll("+-", "-")}`,
        }
      : { value: result };
  return { ...cell, content, ...("formula" in content ? { result } : {}) };
}
