import type { MessageRef } from "../messages/messageRef";
import type { AmountCell } from "./amounts";
import type { Change } from "./compareYears";

/** One thing that comparing two years has to say. Amounts are decimal strings in 万元; `difference` is actual − expected. */
export interface YearFinding {
  /** A change that needs a reason, or an amount that is not as it should be by a soft rule: it may stand with a reason. */
  readonly severity: "warning" | "info";
  /** years.reason, years.reason.empty, years.sangong, years.other, years.carryover, years.order */
  readonly rule: string;
  /** Of the change that it is about; a reason kept under this key answers it. Null for one that no reason answers. */
  readonly key: string | null;
  readonly message: MessageRef;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly difference: string | null;
  readonly cells: readonly (AmountCell & { readonly year: "this" | "last" })[];
  /** The reason that answers it; undefined for an open one. */
  readonly reason: string | undefined;
}

/** The cells of a change of both years. */
export function cellsOfChange({ now, last }: Change): YearFinding["cells"] {
  return [
    ...(now?.cells ?? []).map((cell) => ({ ...cell, year: "this" as const })),
    ...(last?.cells ?? []).map((cell) => ({ ...cell, year: "last" as const })),
  ];
}

/** True for one that still wants a reason. */
export function isOpen({ severity, reason }: YearFinding): boolean {
  return severity === "warning" && reason === undefined;
}
