import type { RuleProblem } from "../relations/ownRules/ownRule";
import type { Finding } from "./finding";

/** The finding for an own relation that cannot be used: a warning, since what it asks for was not checked. */
export function ruleProblemFinding({ message, cell }: RuleProblem): Finding {
  return {
    severity: "warning",
    rule: "rules.unread",
    table: null,
    sheet: cell?.sheet ?? "",
    cell: cell ?? null,
    message,
    expected: null,
    actual: null,
    difference: null,
    cells: cell ? [{ ...cell, role: "other" }] : [],
    suspects: [],
  };
}
