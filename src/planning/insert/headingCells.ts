import { isColumn } from "../../tables/definition";
import type { ColumnDefinition, HeaderNode } from "../../tables/definition";
import type { CellRange } from "../../workbook/address";
import type { DesignCell } from "../../workbook/sheetDesign";

export interface Heading {
  readonly cells: readonly DesignCell[];
  readonly merges: readonly CellRange[];
  /** Columns from left to right. */
  readonly columns: readonly ColumnDefinition[];
  /** How many rows it takes. */
  readonly height: number;
}

/**
 * The merged heading of a table from a row of the sheet on: a heading over several columns is merged across them, one
 * that stands over nothing down to the last row. A heading that begins with 年 gets the year in front (2020年预算).
 */
export function planHeading(nodes: readonly HeaderNode[], firstRow: number, year: number): Heading {
  const height = depthOf(nodes);
  const cells: DesignCell[] = [];
  const merges: CellRange[] = [];
  const columns: ColumnDefinition[] = [];
  const place = (list: readonly HeaderNode[], row: number): void => {
    for (const node of list) {
      const firstColumn = columns.length;
      if (isColumn(node)) columns.push(node);
      else place(node.children, row + 1);
      const lastColumn = columns.length - 1;
      const lastRow = isColumn(node) ? firstRow + height - 1 : row;
      const text = node.label.startsWith("年") ? `${year}${node.label}` : node.label;
      for (let at = row; at <= lastRow; at++) {
        for (let column = firstColumn; column <= lastColumn; column++) {
          const isFirst = at === row && column === firstColumn;
          cells.push({ row: at, column, content: isFirst ? { value: text } : null, style: "heading" });
        }
      }
      if (lastRow > row || lastColumn > firstColumn)
        merges.push({ firstRow: row, firstColumn, lastRow, lastColumn });
    }
  };
  place(nodes, firstRow);
  return { cells, merges, columns, height };
}

function depthOf(nodes: readonly HeaderNode[]): number {
  return Math.max(...nodes.map((node) => (isColumn(node) ? 1 : 1 + depthOf(node.children))));
}

/** The tree without columns that offices may leave out, and without headings that then stand over nothing. */
export function withoutOptional(nodes: readonly HeaderNode[]): HeaderNode[] {
  return nodes.flatMap((node): HeaderNode[] => {
    if (isColumn(node)) return node.isOptional ? [] : [node];
    const children = withoutOptional(node.children);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}
