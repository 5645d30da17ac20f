import type { UNITS_ZH_CN } from "./zhCN";

/** The same in English. */
export const UNITS_EN_US: Readonly<Record<keyof typeof UNITS_ZH_CN, string>> = {
  "units.lacksUnit":
    "The department has left out {unit}: all of its figures are missing (as in {tables}); please add them",
  "units.twiceUnit": "The department counts {unit} twice (as in {tables}); please take it out once",
  "units.scaleUnit":
    "The department took 元 of {unit} for 万元, or the other way round (as in {tables}); please convert",
  "units.lacksTable": "{what} leaves out {unit}; please add it",
  "units.twiceTable": "{what} counts {unit} twice; please take it out once",
  "units.scaleTable": "{what} took 元 of {unit} for 万元, or the other way round; please convert",
  "units.lacksRow":
    "The department lacks “{what}” of {unit} ({tables}): {expected} expected, {actual} there, {difference} 万元 too little; please add it",
  "units.lacksRow.open":
    "The department lacks “{what}” of one unit ({tables}): {expected} expected, {actual} there, {difference} 万元 too little; it may be {units}; please check",
  "units.twiceRow":
    "The department counts “{what}” of {unit} twice ({tables}): {expected} expected, {actual} there, {difference} 万元 too much; please take it out once",
  "units.twiceRow.open":
    "The department counts “{what}” of one unit twice ({tables}): {expected} expected, {actual} there, {difference} 万元 too much; it may be {units}; please check",
  "units.scaleRow":
    "“{what}” of {unit} was taken in 元 for 万元, or the other way round ({tables}): {expected} expected, {actual} there; please convert",
  "units.scaleRow.open":
    "“{what}” of one unit was taken in 元 for 万元, or the other way round ({tables}): {expected} expected, {actual} there; it may be {units}; please check",
  "units.moved":
    "“{what}” of {unit} stands under “{other}” ({tables}): {expected} expected, {actual} there; please move it back",
  "units.moved.open":
    "“{what}” of one unit stands under “{other}” ({tables}): it may be {units}; please check",
  "units.movedUnit": "“{what}” of {unit} stands under {units} ({tables}); please move it back",
  "units.differs":
    "“{what}” of {unit} is not what the department has ({tables}): {expected} expected, {actual} there, {difference} 万元 apart; please check",
  "units.differs.open":
    "“{what}” is not the sum of the units ({tables}): {expected} expected, {actual} there, {difference} 万元 apart; units that have it: {units}; please check",
  "units.extra":
    "The department has “{what}” under {unit} ({tables}), which the unit has not: {actual} 万元; please check",
  "units.extra.open":
    "The department has “{what}” ({tables}), which no unit has: {actual} 万元; please check",
  "units.own":
    "“{what}” of {unit} itself is not the sum of what stands below ({tables}), so the department cannot agree: {expected} expected, {actual} there; please check the unit's tables first",
  "units.own.open":
    "“{what}” of the department is not the sum of the units' totals, although what stands below agrees ({tables}): {expected} expected, {actual} there, {difference} 万元 apart; please check the department's total",
  "units.noFile": "The department lists {unit}, and the folder has no workbook of it; please add it",
  "units.twiceFile": "{unit} has two workbooks ({file}, {other}); the latter was used; please keep only one",
  "units.offset":
    "Money between units was taken out on one side only: {expenditure} by {out}, {income} by {in} ({units}); both should be equal; please check",
  "units.adjustment":
    "Sheet “{sheet}” says that {name} is offset by {listed}; the department's tables take out {taken} ({units}); please check",
  "units.notOffset":
    "{expenditure} of {units}, {amount}, equals the units' {income} and was not taken out by the department; money between units should be; please check",
  "units.heading": "{file} ({set}) and {count} units",
  "units.unit": "Unit {name} ({file})",
  "units.counts":
    "{compared} figures compared: {agree} agree, {rounding} within rounding, {differ} do not[[; {unread} are no amounts and were not compared]]",
  "units.totals": "{errors} errors, {warnings} warnings",
  "units.otherSet": "Some units use another set of tables: only what both sets have is compared",
  "units.unreadable": "No budget table was recognised; please make sure that it is a budget's workbook",
  "units.noFolder":
    "The folder of units has no folder of its name, or several; nothing was compared; please put its units into a folder named like the department's workbook",
  "units.unitFile": "The unit's workbook {file} cannot be used: {why}",
  "units.noUnits": "The folder has no budget workbook of a unit; please check the path",
  "units.finalAccounts":
    "The units use different sets of tables ({sets}) and cannot be put into one; please use one set",
  "units.made": "Consolidated {count} units into {tables} tables, saved as {file}",
  "units.madeProblem":
    "The consolidated tables still have {errors} errors, most likely from the units' own; please check this workbook",
  "units.taken": "{name} offset by {amount} 万元 (paid between units, both sides equal)",
  "units.evened":
    "The units' rounding adds up to more than that of one figure of the department: {count} totals are those of their parts",
  "units.report.title": "The department against its units",
};
