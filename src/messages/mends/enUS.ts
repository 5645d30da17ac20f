import type { MENDS_ZH_CN } from "./zhCN";

/** Sentences about ways to mend. */
export const MENDS_EN_US: Readonly<Record<keyof typeof MENDS_ZH_CN, string>> = {
  "mend.value": "put {value} into {sheet} {cell}",
  "mend.copied": "put {value} into all {count} cells",
  "mend.row": "put “{label}” into row {row} of {sheet}, with the amounts that the relations tell",
  "mend.row.open": "put “{label}” into row {row} of {sheet}; its amounts are yours to fill in",
  "mend.rows":
    "put “{label}” and others, {count} rows in all, into {sheet}, with the amounts that the relations tell",
  "mend.rows.open":
    "put “{label}” and others, {count} rows in all, into {sheet}; the amounts of {open} are yours to fill in",
  "mend.rowOut": "delete row {row} of {sheet}",
  "mend.rowMoved": "move row {row} of {sheet} to where row {to} is",
  "mend.block.down": "move the block of {sheet} up a row ({count} cells change)",
  "mend.block.up": "move the block of {sheet} down a row ({count} cells change)",
  "mend.block.right": "move the block of {sheet} a column to the left ({count} cells change)",
  "mend.block.left": "move the block of {sheet} a column to the right ({count} cells change)",
  "mend.sumFormula": "put the formula {formula} into {sheet} {cell}",
  "mend.sumFormulaInstead": "change the formula of {sheet} {cell} to {formula}",
  "mend.textNumbers": "turn {count} numbers kept as text on {sheet} into numbers",
  "mend.codeTexts": "turn {count} codes kept as numbers on {sheet} into text",
  "mend.name": "change the name in {cell} to “{official}”",
  "mend.code": "change the code in {cell} to {code}, as in {from}",
  "mend.outdated": "cells of sheet “{sheet}” have changed since the check; nothing was written. Check again",
};
