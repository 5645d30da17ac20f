import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { CheckedWorkbook } from "../validation/check";
import { cellKey } from "../validation/cellKey";
import type { CheckFinding } from "../validation/checkFinding";
import { relationOf } from "../validation/relationFindings";
import type { CellAddress } from "../workbook/address";
import type { AddMark, MarkEdit, MarkSeverity, RemoveMark } from "../workbook/edit";
import { MARK_SIGNATURE } from "../workbook/edit";
import { cellAtAddress } from "../workbook/snapshot";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { stillFails, stillHolds } from "./liveFormula";
import { findingText } from "./findingText";
import { suspectText } from "./suspectText";

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

/** Why a cell is marked. */
interface Reason {
  readonly severity: MarkSeverity;
  /** While one of these holds the mark stays; undefined: it goes away only when the cell itself is changed. */
  readonly conditions: readonly (string | undefined)[];
  readonly text: string;
}

/** A reason and the cell that it marks. */
interface Marked extends Reason {
  readonly cell: CellAddress;
}

/**
 * Marks of a check, in place of those of the last one: of errors and warnings the cells that are to be looked at get a mark,
 * and the totals of relations that fail because of them a pale one; rounding, hints, missing rows and what was accepted get
 * none. One mark a cell, with all that is to be said of it. A mark goes out by itself once the figures agree.
 * @param longest characters that a mark's formula may have; one that would have more goes by the cell's own value
 */
export function planMarks(
  workbook: WorkbookSnapshot,
  checked: CheckedWorkbook,
  locale: Locale,
  longest: number = LONGEST_IN_FILES,
): MarkPlan {
  const reasons = new Map<string, { address: CellAddress; reasons: Reason[] }>();
  for (const finding of checked.findings) {
    const { severity } = finding;
    if (finding.accepted || (severity !== "error" && severity !== "warning")) continue;
    for (const { cell, ...reason } of [
      ...ownMarks(finding, severity, locale),
      ...involved(finding, locale),
    ]) {
      const key = cellKey(cell);
      const known = reasons.get(key) ?? { address: cell, reasons: [] };
      if (!known.reasons.some(({ text }) => text === reason.text)) known.reasons.push(reason);
      reasons.set(key, known);
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

/** The cells that a finding is about itself: what is to blame, what is to be compared, else where it shows. */
function ownMarks(finding: CheckFinding, severity: "error" | "warning", locale: Locale): Marked[] {
  const { about, cells, suspects, cell, act, verdict } = finding;
  const sentence = findingText(finding, locale);
  const conditionsOn = (sheet: string) =>
    // Relations that hold by themselves tell nothing of whether they hold together.
    about.length === 0 || finding.difference === null
      ? [undefined]
      : about.map(({ relation }) => stillFails(relation, sheet));
  const marked = (place: CellAddress, text = sentence): Marked => ({
    cell: place,
    severity,
    conditions: conditionsOn(place.sheet),
    text,
  });
  if (about.length === 0) return cells.map((one) => marked(one));
  if (verdict) return verdict.places.map((one) => marked(one));
  // Differences that rounding does not make stand at each of their totals.
  if (!act) return involved(finding, locale).map((one) => ({ ...one, severity }));
  // In a table of another unit no figure is wrong by itself.
  if (act.kind === "unitWrong") return cell ? [marked(cell)] : [];
  const known = new Set(suspects.map(cellKey));
  const others = cells.filter((one) => one.role === "other" && !known.has(cellKey(one)));
  return [
    ...suspects.map((one) => marked(one, [suspectText(finding, one, locale), sentence].join(" "))),
    ...others.map((one) => marked(one)),
  ];
}

/** The totals of the relations that fail. */
function involved({ about, difference }: CheckFinding, locale: Locale): Marked[] {
  return about.flatMap((judgement) => {
    const { message, cell } = relationOf(judgement);
    const condition = cell && difference !== null ? stillFails(judgement.relation, cell.sheet) : undefined;
    const text = describe(message, locale);
    return cell ? [{ cell, severity: "involved" as const, conditions: [condition], text }] : [];
  });
}

/** The graver first. */
const RANKS: readonly MarkSeverity[] = ["error", "warning", "involved"];

function mark(
  workbook: WorkbookSnapshot,
  address: CellAddress,
  reasons: readonly Reason[],
  longest: number,
): AddMark {
  const { sheet, row, column } = address;
  const severity = RANKS.find((rank) => reasons.some((reason) => reason.severity === rank)) ?? "involved";
  // What is only involved stands behind what is to be looked at.
  const ordered = [...reasons].sort((a, b) => RANKS.indexOf(a.severity) - RANKS.indexOf(b.severity));
  const conditions = [...new Set(reasons.flatMap((reason) => reason.conditions))];
  const live = conditions.every((condition) => condition !== undefined) ? conditions : undefined;
  const text = ordered.map((reason) => reason.text).join("\n");
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
