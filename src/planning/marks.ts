import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { CheckedWorkbook } from "../validation/check";
import type { MessageRef } from "../messages/messageRef";
import type { Relation } from "../relations/relation";
import type { CheckFinding } from "../validation/checkFinding";
import { relationOf } from "../validation/relationFindings";
import type { CellAddress } from "../workbook/address";
import type { AddMark, MarkEdit, MarkSeverity, RemoveMark } from "../workbook/edit";
import { MARK_SIGNATURE } from "../workbook/edit";
import { cellAtAddress } from "../workbook/snapshot";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { stillFails, stillHolds } from "./liveFormula";
import { suspectText } from "./suspectText";

/** With more possible culprits than this, marking them all would say nothing. */
const MOST_SUSPECTS_MARKED = 3;

/** Excel's bound for a conditional format's formula is 8,192; longer ones fall back on the cell's own value. */
const LONGEST_IN_FILES = 8000;

/**
 * Through the interface for add-ins Excel may take no more than its dialog box does, and a refused mark would be a dear way
 * to learn that.
 */
export const LONGEST_LIVE = 255;

/** A text longer than this is told by its length, so that the fallback itself stays short enough. */
const LONGEST_LITERAL = 150;

/** Excel's longest cell note that every version shows whole. */
const LONGEST_NOTE = 1000;

export interface MarkPlan {
  readonly edits: readonly MarkEdit[];
  /** Sheets that would have got marks or still have old ones, but are protected. */
  readonly protectedSheets: readonly string[];
}

interface Reason {
  readonly severity: MarkSeverity;
  /** Undefined: goes away only when the cell itself is changed. */
  readonly condition: string | undefined;
  readonly text: string;
}

/**
 * Marks of a check, in place of those of the last one: errors and warnings get a mark on the cell where they show and
 * on the cells that are likely wrong; rounding, hints, missing rows and what was accepted get none. One mark a cell, with all that is to be
 * said of it. A mark goes out by itself once the figures agree.
 * @param longest characters that a mark's formula may have; one that would have more goes by the cell's own value
 */
export function planMarks(
  workbook: WorkbookSnapshot,
  checked: CheckedWorkbook,
  locale: Locale,
  longest: number = LONGEST_IN_FILES,
): MarkPlan {
  const reasons = new Map<string, { address: CellAddress; reasons: Reason[] }>();
  const add = (address: CellAddress, reason: Reason) => {
    const key = `${address.row},${address.column},${address.sheet}`;
    const known = reasons.get(key) ?? { address, reasons: [] };
    if (!known.reasons.some(({ text }) => text === reason.text)) known.reasons.push(reason);
    reasons.set(key, known);
  };
  for (const finding of checked.findings) {
    const { severity } = finding;
    if (finding.accepted || (severity !== "error" && severity !== "warning")) continue;
    for (const told of toldRelations(finding)) {
      const text = describe(told.message, locale);
      const reason = (cell: CellAddress, words: string) =>
        add(cell, {
          severity,
          condition: told.relation && stillFails(told.relation, cell.sheet),
          text: words,
        });
      for (const cell of told.cells) reason(cell, text);
      if (finding.suspects.length > MOST_SUSPECTS_MARKED) continue;
      for (const suspect of finding.suspects) reason(suspect, `${suspectText(suspect, locale)} ${text}`);
    }
  }
  const isProtected = new Set(workbook.sheets.filter((sheet) => sheet.isProtected).map(({ name }) => name));
  const wanted = [...reasons.values()].map(({ address, reasons: all }) =>
    mark(workbook, address, all, longest),
  );
  const old = planClear(workbook);
  return {
    edits: [...old.edits, ...wanted.filter(({ sheet }) => !isProtected.has(sheet))],
    protectedSheets: [
      ...new Set([
        ...old.protectedSheets,
        ...wanted.filter(({ sheet }) => isProtected.has(sheet)).map(({ sheet }) => sheet),
      ]),
    ],
  };
}

/** Takes all marks of this product out of the workbook. */
export function planClear(workbook: WorkbookSnapshot): MarkPlan {
  const edits: RemoveMark[] = [];
  const protectedSheets: string[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.marks.length === 0) continue;
    if (sheet.isProtected) protectedSheets.push(sheet.name);
    else
      edits.push(
        ...sheet.marks.map(({ id, kind }): RemoveMark => ({
          kind: "removeMark",
          sheet: sheet.name,
          id,
          mark: kind,
        })),
      );
  }
  return { edits, protectedSheets };
}

interface Told {
  readonly message: MessageRef;
  readonly relation: Relation | undefined;
  readonly cells: readonly CellAddress[];
}

/** A failing relation shows at its total; every other remark at each of its cells. */
function toldRelations(finding: CheckFinding): Told[] {
  if (finding.about.length === 0)
    return [{ message: finding.message, relation: undefined, cells: finding.cells }];
  return finding.about.map((judgement) => {
    const { message, cell } = relationOf(judgement);
    return {
      message,
      // Relations that hold by themselves tell nothing of whether they hold together.
      relation: finding.difference === null ? undefined : judgement.relation,
      cells: cell ? [cell] : [],
    };
  });
}

function mark(
  workbook: WorkbookSnapshot,
  address: CellAddress,
  reasons: readonly Reason[],
  longest: number,
): AddMark {
  const { sheet, row, column } = address;
  const severity = reasons.some((reason) => reason.severity === "error") ? "error" : "warning";
  const conditions = [...new Set(reasons.map(({ condition }) => condition))];
  const live = conditions.every((condition) => condition !== undefined) ? conditions : undefined;
  const text = reasons.map((reason) => reason.text).join("\n");
  const unchanged = stillHolds(cellAtAddress(workbook, address), row, column, LONGEST_LITERAL);
  const whole = live && formula(severity, live.length === 1 ? (live[0] ?? "") : `OR(${live.join(",")})`);
  return {
    kind: "addMark",
    sheet,
    row,
    column,
    severity,
    formula: whole && whole.length <= longest ? whole : formula(severity, unchanged),
    text: text.length > LONGEST_NOTE ? `${text.slice(0, LONGEST_NOTE - 1)}…` : text,
  };
}

/** N() of a text is 0, so the signature changes nothing and yet stays with the format wherever it is copied. */
function formula(severity: MarkSeverity, condition: string): string {
  return `=AND(${MARK_SIGNATURE}${severity}")=0,${condition})`;
}
