import type { MessageRef } from "../messages/messageRef";
import type { CellAddress } from "../workbook/address";
import { formatA1 } from "../workbook/address";
import type { Checked } from "./checked";
import type { Judgement } from "./outcome";
import { placeText, sideText } from "./wording";

/** A relation that was not checked, which one and for want of what. */
export interface UntoldRelation {
  readonly kind: "cannotTell" | "notApplicable";
  /** Id of the rule. */
  readonly rule: string;
  /** What the table is called that it belongs to; "" where that is not there. */
  readonly table: string;
  /** The first cell that holds no amount; null where whole rows, columns or tables are missing. */
  readonly cell: CellAddress | null;
  readonly reason: MessageRef;
}

/** The relations of a workbook that were not checked: those that lack a figure first, then those that do not apply. */
export function untoldRelations({ judgements, unchecked, pack }: Checked): UntoldRelation[] {
  const labels = new Map(pack.tables.map(({ id, label }) => [id, label]));
  const lacking = judgements
    .filter(({ outcome }) => outcome === "cannotTell")
    .map((judgement): UntoldRelation => ({ kind: "cannotTell", ...lackOf(judgement) }));
  const absent = unchecked.map(({ id, outcome, table, reason }): UntoldRelation => ({
    kind: outcome,
    rule: id,
    table: table?.definition.label ?? "",
    cell: null,
    reason: named(reason, labels),
  }));
  return [
    ...lacking,
    ...absent.filter(({ kind }) => kind === "cannotTell"),
    ...absent.filter(({ kind }) => kind === "notApplicable"),
  ];
}

/** A table that is not there is told by its id, which users do not know. */
function named({ key, args }: MessageRef, labels: ReadonlyMap<string, string>): MessageRef {
  const { table } = args;
  const label = typeof table === "string" ? labels.get(table) : undefined;
  return label === undefined ? { key, args } : { key, args: { ...args, table: label } };
}

/** Key relation.lacks: both sides as they stand, and the cells that are no amount. */
function lackOf({ relation }: Judgement): Omit<UntoldRelation, "kind"> {
  const bad = relation.terms.filter(({ figure }) => figure.kind === "bad");
  const [first] = bad;
  const at = first?.figure.address;
  return {
    rule: relation.id,
    table: relation.table.definition.label,
    cell: at ? { sheet: at.sheet, row: at.row, column: at.column } : null,
    reason: {
      key: "relation.lacks",
      args: {
        place: placeText(relation),
        left: sideText(relation, "left"),
        operator: { "=": "=", "<=": "≤", ">=": "≥" }[relation.operator],
        right: sideText(relation, "right"),
        cells: bad.map(({ figure: { address }, row }) => {
          const cell = formatA1(address.row, address.column);
          return row.table === relation.table ? cell : `${row.table.definition.label} ${cell}`;
        }),
      },
    },
  };
}
