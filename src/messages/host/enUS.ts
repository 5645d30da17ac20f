import type { HOST_ZH_CN } from "./zhCN";

/** The same in English. */
export const HOST_EN_US: Readonly<Record<keyof typeof HOST_ZH_CN, string>> = {
  "host.cellEditMode": "A cell is being edited; press Enter and try again",
  "host.protected":
    "A sheet or the workbook is protected or read-only; nothing was changed. Unprotect it first",
  "host.sheetProtected": "The sheet “{sheets}” is protected; nothing was changed. Unprotect it first",
  "file.cannotWrite.folder":
    "Cannot write {file}: there is no such folder; make it first or choose another place",
  "file.cannotWrite.access":
    "Cannot write {file}: no permission, or it is open in Excel. Close it and try again, or choose another place",
  "file.cannotWrite.full": "Cannot write {file}: the disk is full; choose another place",
  "file.cannotWrite.isFolder": "Cannot write {file}: it is a folder; name a file",
  "host.busy": "Excel is busy; try again in a moment",
  "host.inactiveWorkbook": "Another workbook is in front; go back to this one and try again",
  "host.payloadTooLarge":
    "The workbook is too much for Excel to hand over at once; delete sheets that do not belong here",
  "host.apiNotFound": "This version of Excel cannot do it; Excel 2021 or Microsoft 365 is needed",
  "host.insertConflict":
    "Rows cannot be added or deleted here: a table, pivot table, spilled or array formula is in the way. Nothing was changed; move it away or convert it to a range first",
  "host.offSheet":
    "There is content at the end of the sheet that new rows would push off. Nothing was changed; clear the surplus rows at the end first",
  "host.merged": "Merged cells are in the way; nothing was changed. Unmerge them and try again",
  "host.filtered": "The sheet is filtered; nothing was changed. Clear the filter and try again",
  "host.formulaTooLong": "The formula is too long for Excel; shorten it and try again",
  "host.unsupported":
    "This kind of workbook or sheet does not allow it (a legacy shared workbook, a chart sheet); nothing was changed. Stop sharing it, or use an ordinary sheet",
  "host.changed": "The workbook was changed meanwhile; try again",
  "host.sheetMissing": "There is no sheet “{sheet}”; it may have been renamed or deleted. Check again",
  "host.sheetHidden": "The sheet “{sheet}” is hidden; unhide it and try again",
  "host.rowHidden":
    "Row {row} of sheet “{sheet}” is hidden or filtered out; unhide it or clear the filter first",
  "host.columnHidden": "Column {column} of sheet “{sheet}” is hidden; unhide it first",
  "host.halfDone":
    "Excel stopped halfway: the sheets “{sheets}” are unfinished and could not be taken away; delete them and try again",
  "host.unknown":
    "Excel did not finish; try again, with this workbook in front of others; or save and reopen the workbook",
  "sheet.refused":
    "Excel did not hand over this sheet (used range {range}); it was not checked. Check again; if that does not help, save and reopen the workbook",
  "sheet.notWanted":
    "Very large ({range}) and without a title or headings of a budget table at its beginning; the rest was not read",
  "workbook.stale":
    "The workbook calculates manually and was changed since; totals may be stale. Press F9 and check again",
  "marks.unreadable":
    "The sheet “{sheet}” has conditional formats that Excel cannot read; old marks among them cannot be cleared. Save and reopen the workbook, then check again",
  "marks.notWritten.protected":
    "{count} marks were not written ({cells}): the sheet is protected or the workbook read-only. The findings stand",
  "marks.notWritten.busy":
    "{count} marks were not written ({cells}): Excel is busy. The findings stand; check again in a moment",
  "marks.notWritten.changed":
    "{count} marks were not written ({cells}): the workbook was changed meanwhile. The findings stand; check again",
  "marks.notWritten.unsupported":
    "{count} marks were not written ({cells}): this kind of workbook (a legacy shared one) takes no conditional formats. The findings stand",
  "marks.notWritten.cellEditMode":
    "{count} marks were not written ({cells}): a cell is being edited. The findings stand; press Enter and check again",
  "marks.notWritten.unknown":
    "{count} marks were not written ({cells}): Excel did not take them. The findings stand",
  "file.missing": "No such file or folder; check the path",
  "file.noAccess": "The file may not be read; close the program that holds it and try again",
  "file.unreadable": "The file cannot be read ({why}); check disk and network and try again",
  "file.noWorkbooks": "The folder has no .xlsx, .xls or .et files; check the path",
  "file.empty": "The file is empty (0 bytes); copy it again",
  "file.notZip": "Not an Excel workbook (.xlsx); open it in Excel and save it as one",
  "file.truncated": "The file is incomplete, as after a broken copy; copy it again",
  "file.encrypted": "The file opens with a password only; remove the password in Excel first",
  "file.legacyXls":
    "The file has the old .xls format and cannot be read; open it in Excel and save it as .xlsx",
  "format.xmlSpreadsheet": "The file holds an XML spreadsheet of Excel 2003; it was read as that",
  "format.htmlTable": "The file holds a web page (HTML) and no Excel workbook; its tables were read",
  "format.copy":
    "The file was no .xlsx and the copy is one: figures, formulas, number formats, merged cells and widths are there, fonts, borders and colours are not",
  "file.writesXlsx": "The copy is an .xlsx; give -o a name that ends with .xlsx",
  "file.bomb": "The file unpacks to an absurd size and was not opened; make sure where it comes from",
  "file.notWorkbook": "An archive without Excel worksheets; make sure it is the right file",
  "file.damaged": "The file is damaged ({part}); open and repair it in Excel first",
  "file.noTables": "No budget table was found; check titles and headings",
  "file.sheetTooLarge":
    "The used range {range} of sheet “{sheet}” is too large and was not checked; delete the spare rows and columns",
  "file.sameFile": "The copy cannot be the file itself; choose another name",
  "file.isFolder": "Is a folder; name one workbook, or give a folder for the copies with -o",
  "file.fault":
    "This file was not finished: the program failed ({why}); please hand the file to support. The others go on",
  "file.outOfMemory":
    "This file is too large for the memory there is and was not finished; try on a computer with more. The others go on",
  "file.cannotWrite": "Cannot write {file} ({why}); try another place",
};
