import type { ROWS_ZH_CN } from "./zhCN";

/** The same in English. */
export const ROWS_EN_US: Readonly<Record<keyof typeof ROWS_ZH_CN, string>> = {
  "rows.why.code": "Adds the code {code}",
  "rows.why.parent": "A code above {code} has no row yet",
  "rows.why.listed": "{table} has {code}, so this table lists it too",
  "rows.why.item": "Goes under “{parent}”",
  "rows.why.unit": "Adds the unit {code}",
  "rows.why.line": "A line of that unit",
  "rows.why.asked": "Deleted as asked",
  "rows.why.listedNoMore": "{table} has this code no more, and nothing is typed in this row",
  "rows.typedTotals": "{table}: the totals of {rows} are typed; they were left alone, please adjust them",
  "rows.unsureSums":
    "{table}: it cannot be told whether the formulas in {cells} should add up the new rows; they were left alone, please look",
  "rows.kept": "{table}: {rows} have typed figures and were not deleted",
  "rows.noClassLine":
    "{table} have no line for “{class}”: what stands under this code would be missing from their sums; please add a line there or use another code",
  "rows.overSheets":
    "{table} runs on over several sheets ({sheets}), where rows cannot be added or deleted; please insert or delete the row by hand",
  "rows.overSheetsToo":
    "{table} has to list {code} too, but runs on over several sheets ({sheets}) and was left; please insert a row there by hand",
  "rows.badPair":
    "{code} is no code for {table}; please give a departmental economic code of 5 digits, such as 30217 or 30217/50206",
  "rows.pairUnknown":
    "{table} lists the governmental economic code of {code}, which is not known; please give both, such as 30217/50206",
  "rows.whichPair": "{code} may stand in several places of {table}; please say which: {pairs}",
  "rows.noLinks": "{table} takes no figures from other sheets",
  "rows.notCalculated":
    "The formula in {cell} of the sheet “{sheet}” has no result and cannot become a value; open the file in Excel first",
  "rows.protectedCells": "The sheet “{sheet}” is protected and cannot be changed; please unprotect it first",
  "rows.protected": "Sheet “{sheet}” is protected, so rows cannot come or go; unprotect it first",
  "rows.referenced":
    "{cell} of sheet “{sheet}” takes its figure from a row to be deleted; change that formula first",
  "rows.unitNeeded": "{table} lists codes unit by unit; select a unit or a row under one",
  "rows.noUnit": "{table} has no unit {unit}; add the unit first",
  "rows.codeThere": "{table} has the code {code} already; nothing needs adding",
  "rows.badCode": "{code} is not a code that {table} can list; look it up",
  "rows.itemCode":
    "{table} tells its {kind} rows by their code, and “{name}” has none; give its code as well",
  "rows.notARow":
    "With “{name}” added, row {row} of {table} would not be recognised, so nothing was changed; insert it by hand in Excel, or see Recognition",
  "rows.joinedColumns":
    "Code and name do not stand in columns of their own in {table}; insert the row by hand",
  "rows.unknownCode": "The code list has no {code}; give its name",
  "rows.noItems": "No project row can be added here in {table}; select a unit or a row under one",
  "rows.noParent": "Select a unit or a row under one: in {table} rows of {kind} stand under units",
  "rows.badUnit": "“{code}” is no unit code; it has 3, 6 or 9 digits",
  "rows.noUnitTable":
    "No table lists units of this level, so the unit {code} cannot be added; look at the number of digits",
  "rows.unitThere": "Every table has the unit {code} already; nothing needs adding",
  "rows.hasChildren": "Row {row} “{name}” has {count} rows under it; delete it together with them",
  "rows.notInTable": "Row {row} is not in the body of {table}; select rows of the table",
  "rows.fixed": "Row {row} “{name}” of {table} is a total or a fixed line and cannot be deleted",
  "rows.codeUsed":
    "Row {row} of {table} still has the code {code}, so {own} has to list it; delete that row first",
  "rows.noTable": "There is no such table: {table}; check its number, or see what was recognised",
  "rows.noCode": "Type the code",
  "rows.noUnitCode": "Type the unit's code",
  "rows.noUnitName": "Type the name of the unit {code}",
  "rows.noTableHere":
    "No budget table was recognised on sheet “{sheet}”; select the table to change, or see what was recognised",
  "rows.tablesHere":
    "Sheet “{sheet}” has more than one budget table, so rows cannot come or go by themselves; insert or delete them in Excel",
  "rows.tableTwice": "The workbook has {table} more than once; name the sheet by --sheet",
  "rows.summary": "{added} rows added, {removed} deleted, {moved} moved",
  "rows.following": "{count} other rows close up",
  "rows.recalculate":
    "Rows with figures were deleted: open and save the file in Excel once, so that the totals are new",
  "rows.whatToAdd": "Say what to add by one of --code, --project and --new-unit",
  "rows.unitName": "Give the new unit's name by --name",
  "rows.whichTable": "Say which table by --table or --sheet",
  "rows.whichUnit": "Say by --unit under which unit the project goes",
  "rows.badNumbers": "“{rows}” is no list of rows such as 12-14,20",
  "rows.noOutput": "Name the copy by -o, or list the changes by --dry-run",
  "rows.noProjectTable": "No table of projects was found; name one by --table",
  "rows.outdated":
    "The workbook has changed since the list was made; nothing was done. List the changes again",
  "rows.changedSince":
    "These sheets were changed after the rows came or went, so this cannot take them back; use Excel's own undo",
  "rows.why.missing": "The table has codes under {code} but not itself",
  "rows.why.merged": "Goes into row {row}",
  "rows.treeWhole": "Every code has its rows above it",
  "rows.noDuplicates": "There are no duplicate codes",
  "rows.inOrder": "The rows are in order already",
  "rows.sideBySide":
    "{table} lists codes in two columns side by side: moving or merging a row would take the other column along; arrange it by hand",
  "rows.noTree": "{table} does not list functional codes; choose another table",
  "rows.sortFirst": "{table}: {code} (rows {rows}) have codes under each of them; sort by code first",
  "rows.mergeDiffer":
    "{table}: formulas or words of {code} (rows {rows}) differ; they were not merged. Make them the same first",
  "rows.sortBreaks":
    "The formula in {cell} of sheet “{sheet}” speaks of rows that would not stand together any more; change that formula first",
  "rows.notesStay": "Notes on cells do not move with their rows",
  "rows.figuresDiffer":
    "The figures of sheet “{sheet}” would not be the same as before; nothing was changed. Do it by hand",
  "file.rowsFixed.array":
    "Row {row} of sheet “{sheet}” lies in the array formula {range}; make it ordinary formulas first",
  "file.rowsFixed.merge":
    "Row {row} of sheet “{sheet}” is the first of the merged area {range} and cannot go alone; unmerge it first",
  "file.rowsFixed.table":
    "Row {row} of sheet “{sheet}” belongs to the Excel table {range}, which would lose its heading or all its rows; convert it to a range first",
  "file.rowsFixed.pivot":
    "Sheet “{sheet}” has a pivot table or is its source; add or delete rows there in Excel, not in the file",
  "file.rowsFixed.full":
    "Sheet “{sheet}” is filled down to row {range}; more rows would push cells off the sheet. Delete needless rows below first",
};
