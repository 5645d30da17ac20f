import type { DISCLOSURE_ZH_CN } from "./zhCN";

/** The same in English. */
export const DISCLOSURE_EN_US: Readonly<Record<keyof typeof DISCLOSURE_ZH_CN, string>> = {
  "complete.table": "Table {label}, {title}, is there",
  "complete.table.missing":
    "Table {label}, {title}, was not found; please add it, as an empty table with a note where there is nothing",
  "complete.table.byPlace":
    "Table {label}, {title}, was not found; please add it where the place asks for it",
  "complete.empty": "{label}, {title}: a note where it is empty, none where it is not",
  "complete.empty.noNote":
    "{label} on sheet “{sheet}” is empty and does not say so; please add a note that the department has none",
  "complete.empty.wrongNote":
    "{label} on sheet “{sheet}” says that there is nothing, but has figures; please correct it",
  "complete.detail": "{label}, {title}, goes down to {level}",
  "complete.detail.missing": "{label} does not go down to {level}: {rows}; please add the codes below",
  "complete.sangong.all": "Three public expenses: total",
  "complete.sangong.abroad": "Three public expenses: travel abroad",
  "complete.sangong.cars": "Three public expenses: cars",
  "complete.sangong.bought": "Three public expenses: cars bought",
  "complete.sangong.run": "Three public expenses: running of cars",
  "complete.sangong.guests": "Three public expenses: receptions",
  "complete.sangong.missing": "The table of public expenses has no such item; please add it",
  "complete.units":
    "The budget covers the office itself and all its units[[ (the tables list {count}: {units})]]",
  "complete.units.differ": "The text counts {told} units, the tables list {count} ({units}); please check",
  "complete.units.unnamed": "Units of the tables that the text does not name: {units}; please check",
  "complete.section.duties": "The text has the department's duties",
  "complete.section.offices": "The text has its organisation",
  "complete.section.terms": "The text explains the terms",
  "complete.section.changes": "The text has income and expenditure with their changes",
  "complete.section.sangong": "The text has the public expenses with the reasons of changes",
  "complete.section.running": "The text has the running costs",
  "complete.section.purchases": "The text has government procurement",
  "complete.section.assets": "The text has state assets",
  "complete.section.performance": "The text has performance",
  "complete.manual.deadline": "Published within twenty days of approval",
  "complete.manual.place":
    "Published on the department's own site and on the platform of the finance bureau, and kept there",
  "complete.manual.performance": "Performance aims of projects as the place asks for them",
  "complete.manual.reasons": "Changes have reasons that say something",
  "complete.basis.table": "Basis: 财预〔2016〕143号, tables to be published",
  "complete.basis.empty": "Basis: 财预〔2016〕143号, empty tables with a note",
  "complete.basis.detail":
    "Basis: Budget Law art. 14, 财预〔2016〕143号: functional codes to 项, economic ones to 款",
  "complete.basis.sangong": "Basis: 财预〔2016〕143号, public expenses by item",
  "complete.basis.units": "Basis: Budget Law art. 8: a department's budget is that of itself and its units",
  "complete.basis.section": "Basis: 财预〔2016〕143号, the text beside the tables",
  "complete.basis.manual": "Basis: Budget Law art. 14, 财预〔2016〕143号",
  "complete.status.met": "there",
  "complete.status.unmet": "missing",
  "complete.status.doubt": "to be checked",
  "complete.status.manual": "to be ticked",
  "complete.status.unknown": "no text given",
  "complete.status.notApplicable": "does not apply",
  "complete.heading": "{file}: {set}, what has to be published",
  "complete.totals":
    "{all} points: {met} there, {unmet} missing, {doubt} to be checked, {manual} to be ticked",
  "complete.noTables":
    "No budget table was recognised; please make sure that it is the workbook to be published",
  "complete.report.title": "What has to be published",
};
