import type { TEXT_ZH_CN } from "./zhCN";

/** The same in English. */
export const TEXT_EN_US: Readonly<Record<keyof typeof TEXT_ZH_CN, string>> = {
  "text.noneInFolder": "The folder has no explanations (.docx, .txt, .md); check the path",
  "text.noWorkbook":
    "In the folder of --tables there is no budget for this text, or more than one; give both the same name, or check it alone",
  "text.noLastYear":
    "In the folder of --last-year there is no budget for this text, or more than one; give both the same name, or check it alone",
  "text.otherFile": "Its workbook {file} cannot be used: {why}",
  "text.table": "The text says {actual}, the table ({places}) {expected}: {difference} apart; please check",
  "text.table.sum":
    "The text says {actual}, the tables ({places}) add up to {expected}: {difference} apart; please check",
  "text.table.rounding":
    "The text says {actual}, the table ({places}) {expected}: {difference} apart, a rounding difference",
  "text.twice": "The same figure is written in two ways: {actual} here, {expected} elsewhere; please check",
  "text.change":
    "The change is written as {actual}; by this and last year's figures ({others}) it should be {expected}; please check",
  "text.rate": "The rate is written as {actual}; by {others} it should be {expected}; please check",
  "text.rate.rounding":
    "The rate is written as {actual}; by the printed figures ({others}) it is {expected}: a rounding difference",
  "text.share.rounding":
    "The share is written as {actual}; by the printed figures ({others}) it is {expected}: a rounding difference",
  "text.direction.up":
    "The direction of “{figure}” is the wrong way round: it should be an increase; please check",
  "text.direction.down":
    "The direction of “{figure}” is the wrong way round: it should be a decrease; please check",
  "text.level":
    "Written as unchanged, but this year is {actual} and last year ({places}) {expected}; please check",
  "text.share": "The share is written as {actual}; by {others} it should be {expected}; please check",
  "text.sum":
    "The total is written as {actual}; the items listed ({others}) add up to {expected}: {difference} apart; please check",
  "text.sum.rounding":
    "The total is written as {actual}; the items listed add up to {expected}: {difference} apart, a rounding difference",
  "text.lastSum":
    "By these changes and rates ({figure}, {others}) last year's items do not add up to last year's total; please check",
  "text.why.digit": "one digit may be wrong",
  "text.why.swapped": "two digits may have changed places",
  "text.why.lost": "a digit may be missing",
  "text.why.extra": "there may be a digit too many",
  "text.why.point": "the decimal point may be in the wrong place",
  "text.why.unit": "元 and 万元 may be mixed up",
  "text.why.direction": "the direction may be the wrong way round",
  "text.reason.missing": "“{words}” has no reason; please add it",
  "text.reason.empty": "No reason follows “{words}”; please add it",
  "text.leftover": "“{words}” looks like something not filled in or not removed; please correct it",
  "text.year": "{words} is neither this year nor last year; please check the year",
  "text.unit.missing": "“{words}” has no unit; please add it",
  "text.unit.mixed": "One sentence has both 元 and 万元 ({words}); please check the units",
  "text.office": "The text says both 本部门 and 本单位; please check “{words}” here",
  "text.personal":
    "“{words}” looks like a mobile number or an identity number; please remove it before publishing",
  "text.section.duties": "There is no part on the department's duties; please add it",
  "text.section.offices": "There is no part on its organisation; please add it",
  "text.section.terms": "There is no part that explains the terms; please add it",
  "text.section.changes": "There is no part on income and expenditure; please add it",
  "text.section.sangong": "There is no part on the three public expenses; please add it",
  "text.section.running": "There is no part on running costs; please add it",
  "text.section.purchases": "There is no part on government procurement; please add it",
  "text.section.assets": "There is no part on state assets; please add it",
  "text.section.performance": "There is no part on performance; please add it",
  "text.suspects": "May be wrong: {places}",
  "text.suspect": "“{words}”[[ (should be {suggested})]][[, {why}]]",
  "text.suspectCell": "sheet “{sheet}” {cell}",
  "text.counts":
    "{read} figures read: {agree} agree with the tables or the text, {rounding} within rounding, {differ} do not; {alone} have nothing to be compared with; {unread} not understood",
  "text.openReasons": "Reasons still to be written (……): {count}",
  "text.totals": "{errors} errors, {warnings} warnings, {roundings} rounding differences",
  "text.at": "line {line}",
  "text.notDocument": "It is no Word document (.docx) with text; please save it as .docx or .txt",
  "text.legacyDoc": "It is a Word document of the old kind (.doc); please save it as .docx in Word",
  "text.noText": "The file has no text; please make sure that it is the explanation of a budget",
  "text.noFigures":
    "No figure was found that could be compared with the tables; please make sure that the text is the explanation of this budget",
  "text.badLayout":
    "The layout cannot be read: it is a list of heading and lines; please see the documentation",
  "text.noYear": "The tables name no year; please give it with --year",
  "text.noMeanings":
    "This set of tables ({set}) cannot be compared with a text yet; please use the budget tables of Guangzhou or the nationwide ones",
  "text.report.title": "The text against the tables",
};
