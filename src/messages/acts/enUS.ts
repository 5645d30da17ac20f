import type { ACTS_ZH_CN } from "./zhCN";

/** Sentences about acts (src/validation/acts). */
export const ACTS_EN_US: Readonly<Record<keyof typeof ACTS_ZH_CN, string>> = {
  "act.figure": "{table} {cell}: {now} should probably be {right} {unit}[[; it may also be {or}]]",
  "act.totalsStale":
    "{table} {row}: {count} figures ({column}) were changed and neither totals nor other tables followed: {cell} is {now} and would be {right} {unit} by all others. If the change is right, change totals and other tables too[[; it may also be {or}]]",
  "act.partnersStale":
    "{table} {row} was changed with its totals, and {tables} did not follow: {cell} is {now}, the other tables have {right} {unit}. Check which is right[[; it may also be {or}]]",
  "act.figureCopied":
    "{table} {row}: the same wrong figure was copied to {tables}: {cell} is {now} and should probably be {right} {unit}; {count} cells have to be changed[[; it may also be {or}]]",
  "act.rowsExchanged":
    "{table} {row} and {other} hold each other's figures (columns {columns})[[; it may also be {or}]]",
  "act.columnCopied":
    "{table} column {columns} seems to be a copy of {otherColumn}: {count} cells disagree with the other columns and tables[[; it may also be {or}]]",
  "act.totalInChild":
    "{table} {row} holds the amounts of {other} above it: {cell} is {now} and should probably be {right} {unit}[[; it may also be {or}]]",
  "act.subtotalTwice":
    "{table} {row} counts {other} twice: {cell} is {now} and should probably be {right} {unit}[[; it may also be {or}]]",
  "act.rowDeleted":
    "{table} {row}: {rows} rows below it are gone[[: {code}]][[ “{name}”]] ({amounts} {unit}); please put them back[[; it may also be {or}]]",
  "act.rowDeleted.codes":
    "{table} {row}: no rows below it have {code} ({amounts} {unit}); probably deleted with the row above them; please put them back[[; it may also be {or}]]",
  "act.rowDuplicated":
    "{table} {row} is {other} once more and no total counts it; please delete one of them[[; it may also be {or}]]",
  "act.rowDuplicated.counted":
    "{table} {row} is {other} once more and the totals count both; please check and delete one of them[[; it may also be {or}]]",
  "act.rowExtra.counted":
    "{table} {row} is counted in totals, which agree with the other tables without it: probably one row too many; please check and delete it[[; it may also be {or}]]",
  "act.rowExtra":
    "{table} {row} is in no total and in no other table: probably one row too many; please check and delete it[[; it may also be {or}]]",
  "act.rowLeftOver":
    "{table} {row} is hidden, in no total and in no other table: probably left over; please check and delete it[[; it may also be {or}]]",
  "act.codeWrong":
    "{table} {row}: its code should probably be {code}[[ “{name}”]]: with it everything agrees[[; it may also be {or}]]",
  "act.rowMoved":
    "{table} {row} probably belongs under {other}: moved there, both totals agree[[; it may also be {or}]]",
  "act.sumMisses":
    "{table} {row} is not added in {totals}: these {count} totals leave this row out[[; it may also be {or}]]",
  "act.tableOld":
    "{table} agrees with itself and disagrees with {tables} in {relations} places: it may be another draft; check which one is current[[; it may also be {or}]]",
  "act.block.down":
    "{table} rows {from} to {to}, columns {columns}: these figures seem to stand {by} rows too low; please move them back[[; it may also be {or}]]",
  "act.block.up":
    "{table} rows {from} to {to}, columns {columns}: these figures seem to stand {by} rows too high; please move them back[[; it may also be {or}]]",
  "act.block.right":
    "{table} rows {from} to {to}, columns {columns}: these figures seem to stand {by} columns too far right; please move them back[[; it may also be {or}]]",
  "act.block.left":
    "{table} rows {from} to {to}, columns {columns}: these figures seem to stand {by} columns too far left; please move them back[[; it may also be {or}]]",
  "act.textFigure":
    "{table} {cell}: {now} is kept as text and the sums leave it out; please make it a number[[; it may also be {or}]]",
  "mend.cells": "{sheet} {cell} and others, {count} cells in all, put right together",
  "suspect.act": "what belongs here if this is what happened",
};
