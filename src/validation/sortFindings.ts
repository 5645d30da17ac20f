import type { Pack } from "../tables/definition";
import type { Finding, Severity } from "./finding";

const SEVERITIES: readonly Severity[] = ["error", "warning", "rounding", "info"];

/** Orders findings as people work through them: table by table, the graver first, then from top to bottom. */
export function sortFindings<T extends Finding>(findings: readonly T[], { tables }: Pack): T[] {
  const order = new Map(tables.map(({ id }, index) => [id, index]));
  const place = ({ table }: Finding) => (table === null ? -1 : (order.get(table) ?? tables.length));
  return [...findings].sort(
    (a, b) =>
      place(a) - place(b) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      (a.cell?.row ?? -1) - (b.cell?.row ?? -1) ||
      (a.cell?.column ?? -1) - (b.cell?.column ?? -1),
  );
}
