import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What Excel does to an add-in, and the test that fails where that is not reckoned with: its file below tests, its name. */
type Reality = readonly [what: string, file: string, test: string];

/**
 * All that is proved or suspected of Excel from Microsoft's documentation, in the order of docs/excel.md. Of each there is a
 * test; what none can show (a comment that was wrong, how catalogs are to be used) is in the documents alone.
 */
export const REALITIES: readonly Reality[] = [
  ["a rule that cannot be read", "excel/readMarks", "one rule that Excel cannot read"],
  ["marks that are refused", "excel/applyMarks", "however Excel refuses while marking (%s)"],
  ["5 MB a response", "excel/readParts", "an extra sheet of 12,000 x 12"],
  ["5 MB a request: marks", "excel/applyMarks", "3,000 marks take a few requests"],
  ["5 MB a request: report", "excel/readParts", "a report of 3,000 rows is written in requests"],
  ["5 MB a request: rows", "excel/restoreLooks", "hundreds of rows go and come back in requests"],
  ["one control in a context menu", "manifest", "a context menu has one control"],
  ["a script older than Excel", "excel/notes", "a client older than its Excel is asked neither"],
  ["which office.js: a folder", "scripts/office", "a folder of downloaded files is taken"],
  ["a cell that is being edited", "excel/runBatch", "取消 wins over the waiting"],
  ["an undo list that is emptied: told", "taskpane/undoBar", "where Excel empties its undo list"],
  ["an undo list that is emptied: live mode", "host/undoList", "live mode writes nothing and still finds"],
  [
    "sheets that no group of undo takes: report",
    "excel/writeReport",
    "a second report comes where Excel cannot",
  ],
  ["sheets that no group of undo takes: tables", "excel/addSheets", "sheets go where Excel cannot undo that"],
  ["codes of errors", "excel/hostError", "Excel's %s becomes %s"],
  ["rules that reach over new rows", "excel/takeMarksOffNewRows", "has no mark of the rows around it"],
  ["links to files on a Mac", "taskpane/publishSection", "Mac"],
  ["a pane of its own", "manifest", "the pane is opened by the runtime itself"],
  ["icons that must be kept", "scripts/release", "Cache-Control"],
  ["255 characters of a rule", "excel/applyMarks", "marks of a check are short enough"],
  ["ids that are places", "excel/readMarks", "where ids are places, old marks go"],
  ["rules that come back blank", "excel/readMarks", "a user's rule that comes back without a formula"],
  ["manual calculation", "excel/readParts", "figures that were not calculated"],
  ["no printer", "excel/addSheets", "without a printer the sheets are there"],
  ["five seconds without an answer", "taskpane/solver/workerSolver", "a model is solved in the worker"],
  ["old browsers", "scripts/office", "a browser that cannot run the pane is told so"],
  ["null objects", "excel/readContents", "of settings that stand in several parts too"],
  ["data types", "excel/readDataTypes", "a cell with a data type is the text that it shows"],
  [
    "texts over 255 characters in a report",
    "excel/writeReport",
    "a text over 255 characters is not in the text",
  ],
  ["dates from text", "hostile/inExcel", "texts written into cells stay the texts they are"],
  ["tables, spills, filtered rows", "actions/rowsRefused", "rows that %s keeps from coming"],
  ["workbooks shared in the old way", "excel/applyMarks", "of a workbook that is shared in the old way too"],
  ["read-only workbooks", "excel/applyMarks", "of a workbook that is read-only"],
  ["writes that get lost after an edit", "excel/runBatch", "nothing gets lost in an Excel that loses"],
  ["more than 5 million cells", "excel/readWorkbook", "a sheet filled to its last cell stays unread"],
  ["whole columns that are selected", "hostile/inExcel", "whole columns that are selected count"],
  ["lines between two cells", "excel/restoreLooks", "stay with the rows beside %j that went"],
];

/** Those of which the test is not there. */
export function withoutTest(root: string): string[] {
  return REALITIES.filter(
    ([, file, test]) => !textOf(join(root, "tests", `${file}.test.ts`)).includes(test),
  ).map(([what, file, test]) => `${what}: ${file} has no “${test}”`);
}

/** Empty for a file that is not there; a test of a screen ends in tsx. */
function textOf(path: string): string {
  for (const file of [path, `${path}x`]) {
    try {
      return readFileSync(file, "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  return "";
}
