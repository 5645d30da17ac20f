import type { CodeKind } from "../../codes/codeLists";
import type { NameIndex } from "../../codes/nameIndex";
import { parseCodeCell } from "../../recognition/text";
import type { SideDefinition } from "../../tables/definition";
import { lineOfSide } from "./bodyLines";
import type { Line } from "./bodyLines";
import { isClassification } from "./fillContext";
import type { FillContext, FillTable } from "./fillContext";

/** Rows whose name is that of their code. */
const TREE_KINDS = new Set(["类", "款", "项"]);

/** A side of a table whose rows are a code tree, with its classification and its rows. */
export interface TreeSide {
  readonly side: SideDefinition;
  readonly kind: CodeKind;
  readonly codeColumn: number;
  readonly lines: readonly Line[];
}

/** The sides of a table whose rows are code trees: mostly one, none, or two lists side by side. */
export function treeSides({ table, lines }: FillTable): TreeSide[] {
  const { sides } = table.definition;
  return sides.flatMap((side): TreeSide[] => {
    const { codeColumn } = side;
    if (codeColumn === undefined || !side.rows.some(({ kind }) => TREE_KINDS.has(kind))) return [];
    const column = table.columns.get(codeColumn)?.definition;
    const kind = column?.systems?.find(isClassification);
    if (column?.kind !== "code" || !kind) return [];
    const own = sides.length > 1 ? lines.map((line) => lineOfSide(line, side)) : lines;
    return [{ side, kind, codeColumn, lines: own }];
  });
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

/** Reads a table as its code trees; empty when it has none. */
export function readCodeTrees(
  context: FillContext,
  owner: FillTable,
  isUnit: (line: Line) => boolean,
): CodeTree[] {
  return treeSides(owner).map(({ side: { nameColumn }, kind, codeColumn, lines }) => {
    const sections: TreeLine[][] = [[]];
    for (const line of lines) {
      if (isUnit(line)) sections.push([]);
      else if (line.fixedKind === undefined) {
        const { code } = parseCodeCell(line.texts.get(codeColumn) ?? "");
        sections[sections.length - 1]?.push({ line, code, name: line.texts.get(nameColumn) ?? "" });
      }
    }
    return { owner, kind, index: context.index(kind, owner.year), codeColumn, nameColumn, sections };
  });
}
