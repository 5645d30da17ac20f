import type { FINDINGS_ZH_CN } from "./zhCN";

/** Wording in English of what is found about the make of a workbook rather than its figures. */
export const FINDINGS_EN_US: Readonly<Record<keyof typeof FINDINGS_ZH_CN, string>> = {
  "formula.overwritten":
    "{table} {cells}: a number was typed where a formula belongs. It is right at the moment and will not follow when another figure changes; put the formula back",
  "formula.overwritten.many":
    "{table} {cells} and others, {count} cells: numbers were typed where formulas belong. They are right at the moment and will not follow when another figure changes; put the formulas back",
  "finding.lead.value":
    "{table} {cell}[[ {now}]] should probably be {right}[[ {unit}]]: [[{count} relations fail because of it, such as ]]{told}",
  "finding.lead.between":
    "{table} {cell}[[ {now}]] should probably be from {low} to {high}[[ {unit}]]: [[{count} relations fail because of it, such as ]]{told}",
  "finding.lead.atLeast":
    "{table} {cell}[[ {now}]] should probably be {low}[[ {unit}]] or more: [[{count} relations fail because of it, such as ]]{told}",
  "finding.lead.atMost":
    "{table} {cell}[[ {now}]] should probably be {high}[[ {unit}]] or less: [[{count} relations fail because of it, such as ]]{told}",
  "relation.lacks": "[[{place}: ]]{left} {operator} {right} ({cells}: no amount)",
  "finding.cut": "{told}; too many cells have a part in it for each to be tried",
  "finding.open": "{told}; which of them is wrong cannot be told, please compare {places}",
  "mend.restoreFormula": "Put the formula {formula} back into {sheet} {cell}",
  "mend.restoreFormulas": "Put the formulas back into {count} cells of {sheet}",
  "mend.exchangeHeadings": "Exchange the headings {first} and {second} of {sheet}",
  "mend.convertUnit": "Convert the {count} typed figures of {sheet} from {from} to {to}",
  "mend.unitWords": "Write “{unit}” as the unit in {sheet} {cell}; figures stay",
  "rounding.shared": "{table}: {count} relations differ by rounding alone, within what it allows: {cells}",
  // 公开版
  "publish.made":
    "Public version saved as {file}: title page, directory and {tables} tables on {pages} pages",
  "publish.nothing": "No table was recognised that could be published",
  "publish.errors": "{count} errors are left; mend them before you publish",
  "publish.hiddenRows": "Rows {lines} of {table} are hidden and were left out; unhide them to publish them",
  "publish.hiddenColumns":
    "Columns {lines} of {table} are hidden and were left out; unhide them to publish them",
  "publish.hiddenSheet": "Sheet “{sheet}” is hidden and was left out",
  "publish.leftOut": "Sheet “{sheet}” is no budget table and was left out",
  "publish.tooWide": "{table} is too wide for one page of A3 even in print of 7 points, and runs over two",
};
