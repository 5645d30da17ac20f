import type { YEARS_ZH_CN } from "./zhCN";

/** The same in English. */
export const YEARS_EN_US: Readonly<Record<keyof typeof YEARS_ZH_CN, string>> = {
  "years.reason.more":
    "{what}: {now} 万元 this year, {last} 万元 last year, {change} 万元 more[[ ({rate} %)]], without a reason; please add one",
  "years.reason.less":
    "{what}: {now} 万元 this year, {last} 万元 last year, {change} 万元 less[[ ({rate} %)]], without a reason; please add one",
  "years.reason.empty": "The reason of {what} is only “{reason}”, which does not say why; please add it",
  "years.sangong":
    "{what} is {now} 万元, {more} 万元 above last year's {last} 万元; it should not rise as a rule: please check, or give the reason",
  "years.carryover":
    "The carry-over from last year is {now} 万元; last year's carry-over into this year was {last} 万元, {difference} 万元 apart: please check, or give the reason",
  "years.other":
    "{what} is {share} % of {whole}, more than {most} %; please break it down, or give the reason",
  "years.order":
    "This year's tables name the year {now}, last year's {last}; please make sure that the files are the right way round",
  "years.heading": "This year {now} ({nowSet}) and last year {last} ({lastSet}), in 万元",
  "years.lines": "Income, expenditure, public expenses",
  "years.change.more": "{what}: {now}, last year {last}, {change} more[[ ({rate} %)]][[, {note}]]",
  "years.change.less": "{what}: {now}, last year {last}, {change} less[[ ({rate} %)]][[, {note}]]",
  "years.change.level": "{what}: {now}, as last year[[, {note}]]",
  "years.change.unread": "{what}: a cell is no amount, not compared",
  "years.note.renamed": "called “{before}” last year",
  "years.note.moved": "{before} last year",
  "years.note.split": "split from last year's {before}",
  "years.note.merged": "merged from last year's {before}",
  "years.note.regrouped": "last year's {before}",
  "years.note.new": "not there last year",
  "years.note.gone": "not there this year",
  "years.note.reason": "reason: {reason}",
  "years.totals": "{changes} items, {needed} need a reason, {given} have one; {soft} soft rules do not hold",
  "years.left": "{list}: only one of the workbooks has it, not compared",
  "years.unreadable":
    "No budget table was recognised; please make sure that it is a budget's or accounts' workbook",
  "years.noComparison":
    "This set of tables ({set}) cannot be compared with last year yet; please use budget tables of Guangzhou, the nationwide ones, or final accounts",
  "years.saved":
    "Saved as {file}: the changes stand on “{sheet}”; reasons go into the column 原因 and are read the next time",
  "years.badRate": "The rate is a number from 0 to 1000, such as 10",
  "years.sheet": "上年对比",
  "years.sheet.title": "{year} and the year before",
  "years.sheet.titleNoYear": "This year and the year before",
  "years.sheet.unit": "Unit: {unit}",
  "years.sheet.rate": "A reason is needed from (%):",
  "years.sheet.code": "Code",
  "years.sheet.name": "Item",
  "years.sheet.now": "This year",
  "years.sheet.last": "Last year",
  "years.sheet.change": "Change",
  "years.sheet.changeRate": "Change (%)",
  "years.sheet.need": "Reason needed",
  "years.sheet.reason": "原因",
  "years.sheet.lastReason": "Last year's reason",
  "years.sheet.before": "Last year's code",
  "years.sheet.key": "对照编号",
  "years.sheet.needed": "needed",
  "years.sheet.below": "see below",
  "years.sheet.same": "as above",
  "years.soft": "Soft rules",
  "years.report.title": "Against last year",
  "years.report.counts": "{all} items compared, {open} still need a reason.",
  "years.report.reason": "Reason: {reason}",
};
