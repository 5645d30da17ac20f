import { isColumn } from "../definition";
import type { HeaderNode, Pack, RelationDefinition, RowRule, TableDefinition } from "../definition";
import { SET_VERSION } from "./readSet";

/** What a set is kept of in a file; what empty tables begin with follows from it. */
export type KeptSet = Pick<Pack, "id" | "name" | "tables" | "across">;

/** The text of a set's file, which readSet reads: JSON with patterns as text, made to be read and edited by hand. */
export function writeSet({ id, name, tables, across }: KeptSet): string {
  const set = {
    version: SET_VERSION,
    id,
    name,
    tables: tables.map(tableJson),
    across: across.map(relationJson),
  };
  return `${JSON.stringify(set, null, 2)}\n`;
}

function tableJson({ id, label, title, titleVariants, header, sides, relations }: TableDefinition) {
  return {
    id,
    label,
    title,
    ...(titleVariants ? { titleVariants } : {}),
    header: header.map(headerJson),
    sides: sides.map(({ nameColumn, codeColumn, headColumns, amountColumns, parents, rows, continues }) => ({
      nameColumn,
      ...(codeColumn === undefined ? {} : { codeColumn }),
      ...(headColumns ? { headColumns } : {}),
      amountColumns,
      parents,
      rows: rows.map(rowJson),
      ...(continues ? { continues } : {}),
    })),
    relations: relations.map(relationJson),
  };
}

function headerJson(node: HeaderNode): object {
  if (isColumn(node)) return node;
  const { label, synonyms, children } = node;
  return { label, ...(synonyms ? { synonyms } : {}), children: children.map(headerJson) };
}

function rowJson({ code, ...rule }: RowRule): object {
  return { ...rule, ...(code ? { code: code.source } : {}) };
}

function relationJson({ id, text, when, otherwise, severity }: RelationDefinition) {
  return {
    id,
    text,
    ...(when === undefined ? {} : { when }),
    ...(otherwise === undefined ? {} : { otherwise }),
    ...(severity === undefined ? {} : { severity }),
  };
}
