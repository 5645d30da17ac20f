/** What this Excel offers beyond ExcelApi 1.9, which the manifest requires. */
export interface Capabilities {
  /** Cell notes (ExcelApi 1.18). */
  readonly hasNotes: boolean;
  /** Several changes as one step of undo (ExcelApi 1.20). */
  readonly hasUndoGroups: boolean;
  /** What add-ins change can be undone (ExcelApi 1.20); before that each change of theirs empties the user's list of undo steps. */
  readonly keepsUndo: boolean;
  /** Cells may hold data types (ExcelApi 1.16), whatever the script knows: they are told by their text alone. */
  readonly hasDataTypes: boolean;
  /**
   * Merged areas may be asked for (ExcelApi 1.13): that empties the list of undo steps, so not where Excel would keep it.
   */
  readonly tellsMerges: boolean;
}

/**
 * Asks Excel and the script what they offer. Excel tells of itself alone: where office.js comes from the own host, it may
 * be older than Excel (the last one on npm knows ExcelApi up to 1.15) and silently pass over what it does not know. So
 * everything is asked of the script as well; undo groups, an option and no member, by what came in the same set.
 * Sources: Excel JavaScript API requirement sets; office-js-docs, docs/excel/excel-add-ins-undo-capabilities.md.
 */
export function capabilities(): Capabilities {
  const { requirements } = Office.context;
  const groups: object | undefined = (Excel as { readonly CustomFunctionManager?: object })
    .CustomFunctionManager;
  return {
    hasNotes: requirements.isSetSupported("ExcelApi", "1.18") && "notes" in Excel.Worksheet.prototype,
    hasUndoGroups:
      requirements.isSetSupported("ExcelApi", "1.20") && groups !== undefined && "setVisibility" in groups,
    // The workbench has a list of steps of its own and says so by a set that no Excel has.
    keepsUndo:
      requirements.isSetSupported("ExcelApi", "1.20") || requirements.isSetSupported("GoujiKeepsUndo", "1.1"),
    hasDataTypes: requirements.isSetSupported("ExcelApi", "1.16"),
    tellsMerges:
      requirements.isSetSupported("ExcelApi", "1.13") &&
      !requirements.isSetSupported("ExcelApi", "1.20") &&
      "getMergedAreasOrNullObject" in Excel.Range.prototype,
  };
}
