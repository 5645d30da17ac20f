/** What this Excel offers beyond ExcelApi 1.9, which the manifest requires. */
export interface Capabilities {
  /** Cell notes (ExcelApi 1.18). */
  readonly hasNotes: boolean;
  /** Several changes as one step of undo (ExcelApi 1.20). */
  readonly hasUndoGroups: boolean;
}

/**
 * Asks Excel what it offers. Notes need the script as well: where office.js comes from the own host, it may be older
 * than Excel (the last one on npm knows ExcelApi up to 1.15). Older scripts simply pass over the option of undo groups.
 */
export function capabilities(): Capabilities {
  const { requirements } = Office.context;
  return {
    hasNotes: requirements.isSetSupported("ExcelApi", "1.18") && "notes" in Excel.Worksheet.prototype,
    hasUndoGroups: requirements.isSetSupported("ExcelApi", "1.20"),
  };
}
