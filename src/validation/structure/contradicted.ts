import type { Finding } from "../finding";
import type { Contradicted } from "./withStructure";

/** structure.contradicted: a table of a budget that is not checked, and how little of what its words say holds. */
export function contradictedFinding({ sheet, title, held, of }: Contradicted): Finding {
  return {
    severity: "warning",
    rule: "structure.contradicted",
    table: null,
    sheet,
    cell: null,
    message: {
      key: "structure.contradicted",
      args: { sheet, title: title.trim(), held: String(held), of: String(of) },
    },
    expected: null,
    actual: null,
    difference: null,
    cells: [],
    suspects: [],
  };
}
