import type { RECOGNITION_ZH_CN } from "./zhCN";

/** Wording of recognition in English. */
export const RECOGNITION_EN_US: Readonly<Record<keyof typeof RECOGNITION_ZH_CN, string>> = {
  "sheet.protected": "The sheet “{sheet}” is protected; its marks were not touched. Unprotect it first",
  "sheet.empty": "Empty sheet",
  "sheet.setAside": "you said that this sheet holds no budget table; it is not checked",
  "sheet.goesOn": "goes on from the table of a sheet before it",
  "sheet.listDetail": "Holds the rows of the list that the tables were made from, no table of the budget",
  "sheet.noTitle": "No title of a budget table was found",
  "sheet.otherTitle":
    "{cell} has the title “{title}”, which is none of this set; if it is one of its tables, say so under “What was recognised”",
  "sheet.titleWithoutHeader":
    "{cell} has the title “{title}”, but its headings were not found; look at the headings",
  "sheet.tooLarge":
    "The used range {range} is too large and was not read. Delete the spare rows and columns and check again",
  "reason.structure":
    "no standard table fits; its headings, codes and totals give {relations} relations, which hold in {held} of {places} places",
  "reason.title": "The title in {cell} is “{title}”",
  "reason.sheetName": "no title, but the sheet is named “{sheet}”, which is “{title}”",
  "reason.corrected": "read as you corrected it on sheet “{sheet}”",
  "reason.headerOnly": "No title; the headings are those of “{title}”",
  "reason.column.heading": "the heading in {cell} is “{heading}”",
  "reason.column.meaning": "the heading “{heading}” in {cell} means this",
  "reason.column.numbers": "the heading does not tell; with column {column} the relations of the rows hold",
  "reason.column.content": "by what the cells of column {column} hold",
  "reason.column.names": "there is no column of codes; they were looked up by name",
  "reason.column.user": "you chose column {column}",
  "reason.column.exchange":
    "you gave its column to another, so it has that one’s, column {column}; please look at it",
  "reason.column.missing": "this column was not found",
  "reason.header": "{found} columns found by their headings ({amounts} amount columns expected)",
  "reason.fewRows": "Only {known} of {all} rows with amounts are known; it may be another table",
  "reason.unit": "Amounts in {unit}",
  "reason.unitAssumed": "No unit is stated; {unit} is assumed",
  "reason.withoutUnit": "No unit is stated, so differences are told without one",
};
