import { Link } from "@fluentui/react-components";
import { formatA1 } from "../../src/workbook/address";
import type { CellAddress } from "../../src/workbook/address";
import { useServices } from "./PaneContext";

/** A cell by its place; clicked, the workbook shows it. */
export function CellLink({ cell }: { readonly cell: CellAddress }) {
  const { goTo } = useServices();
  return (
    <Link as="button" onClick={() => void goTo(cell)}>
      {placeOf(cell)}
    </Link>
  );
}

/** "表6 C7". */
export function placeOf({ sheet, row, column }: CellAddress): string {
  return `${sheet} ${formatA1(row, column)}`;
}
