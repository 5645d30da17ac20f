import type { STRUCTURE_ZH_CN } from "./zhCN";

/** The same in English. */
export const STRUCTURE_EN_US: Readonly<Record<keyof typeof STRUCTURE_ZH_CN, string>> = {
  "relation.purpose": "(own relation: {purpose})",
  "relation.inferred": "(inferred from the headings; holds in {held} of {inferredFrom} places)",
  "reason.structure":
    "no standard table fits; its headings, codes and totals give {relations} relations, which hold in {held} of {places} places",
  "structure.product":
    "{table} {cell} ({row}): {column} {amount} {unit} should be the price {price} × the quantity {quantity} = {product} {unit}",
  "structure.otherSum.over":
    "{table} {cell} ({row}): with the columns that the standard table does not have, “{column}” {amount} should be the sum of its parts {sum}: {difference} {unit} too much; please check",
  "structure.otherSum.short":
    "{table} {cell} ({row}): with the columns that the standard table does not have, “{column}” {amount} should be the sum of its parts {sum}: {difference} {unit} too little; please check",
  "structure.contradicted":
    "sheet “{sheet}” ({title}): no standard table fits, and of {of} places where its headings and codes say that figures add up only {held} do; the others were not checked. Please look for blocks or columns out of place, rows left out, or another unit",
  "sheets.title": "What each sheet was taken for:",
  "sheets.byName": "{sheet}: {name} (by title and headings, {percent} % sure)",
  "sheets.byStructure": "{sheet}: {table} “{title}” (no standard table; by its structure, {percent} % sure)",
  "learn.nothing": "There is no table to learn: each sheet holds a standard table, or none that can be told",
  "learn.table": "{table} sheet “{sheet}”: {title}",
  "learn.columns": "Columns: {columns}",
  "learn.rows": "Rows: {kinds}",
  "learn.used": "used {id}: {text} (holds in {held} of {of} places)",
  "learn.offered": "not used {id}: {text} (holds in {held} of {of} places)",
  "learn.between": "Between tables:",
  "learn.written": "Saved as {file}: {tables} tables, {relations} relations. Check with --set {file}",
  "learn.noSuchTable": "There is no table {table}",
  "learn.noSuchRelation": "There is no relation {relation}",
  "learn.more": "Add -o and a file name to keep them as the office's own set",
  "set.standardId": "{file} has the id {found} of a standard set; please give it another",
  "set.notJson": "{file} line {line}: no valid JSON at “{found}”",
  "set.missing": "{file} line {line}: [[{at} ]]lacks “{wanted}”",
  "set.type": "{file} line {line}: {at} should be a {wanted}",
  "set.unknownField": "{file} line {line}: {at} is no known field; look for a slip",
  "set.id": "{file} line {line}: {at} is “{found}”; it should be a capital letter and digits, as U01",
  "set.idTwice": "{file} line {line}: the id {found} is used twice",
  "set.choice": "{file} line {line}: {at} is “{found}”; it should be {wanted}",
  "set.pattern": "{file} line {line}: {at} “{found}” is no valid regular expression",
  "set.column": "{file} line {line}: {at} names column {found}, which is not in the heading",
  "set.relation": "{file} line {line}: {at} cannot be read at “{found}”",
};
