import type { CodeKind } from "../../codes/codeLists";
import type { NameIndex } from "../../codes/nameIndex";
import { parseCodeCell } from "../../recognition/text";
import type { SideDefinition } from "../../tables/definition";
import type { Line } from "./bodyLines";
import { isClassification } from "./fillContext";
import type { FillContext, FillTable } from "./fillContext";

/** Rows whose name is that of their code. */
const TREE_KINDS = new Set(["类", "款", "项"]);

/** The side of a table whose rows are a code tree, with its classification; undefined when it has none. */
export function treeSide({
  table,
}: FillTable):
  { readonly side: SideDefinition; readonly kind: CodeKind; readonly codeColumn: number } | undefined {
  for (const side of table.definition.sides) {
    const { codeColumn } = side;
    if (codeColumn === undefined || !side.rows.some(({ kind }) => TREE_KINDS.has(kind))) continue;
    const column = table.columns.get(codeColumn)?.definition;
    const kind = column?.systems?.find(isClassification);
    if (column?.kind === "code" && kind) return { side, kind, codeColumn };
  }
  return undefined;
}

/** A row of a code tree with its code and name as written, "" where blank. */
export interface TreeLine {
  readonly line: Line;
  readonly code: string;
  readonly name: string;
}

/** A table whose rows are a code tree (功能科目). */
export interface CodeTree {
  readonly owner: FillTable;
  readonly kind: CodeKind;
  readonly index: NameIndex;
  readonly codeColumn: number;
  readonly nameColumn: number;
  /** Its rows without totals and units; a tree of its own under each unit. */
  readonly sections: readonly (readonly TreeLine[])[];
}

/** Reads a table as a code tree; undefined when it is none. */
export function readCodeTree(
  context: FillContext,
  owner: FillTable,
  isUnit: (line: Line) => boolean,
): CodeTree | undefined {
  const tree = treeSide(owner);
  if (!tree) return undefined;
  const { kind, codeColumn } = tree;
  const { nameColumn } = tree.side;
  const sections: TreeLine[][] = [[]];
  for (const line of owner.lines) {
    if (isUnit(line)) sections.push([]);
    else if (line.fixedKind === undefined) {
      const { code } = parseCodeCell(line.texts.get(codeColumn) ?? "");
      sections[sections.length - 1]?.push({ line, code, name: line.texts.get(nameColumn) ?? "" });
    }
  }
  return { owner, kind, index: context.index(kind, owner.year), codeColumn, nameColumn, sections };
}
