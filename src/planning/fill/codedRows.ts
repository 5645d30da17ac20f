import type { CodeKind } from "../../codes/codeLists";
import { normaliseName } from "../../codes/codeName";
import { parseCodeCell, saysNothing } from "../../recognition/text";
import type { Line } from "./bodyLines";
import { treeSides } from "./codeTree";
import type { FillContext, FillTable } from "./fillContext";

/** A row of a code tree that has both code and name. */
export interface CodedRow {
  readonly owner: FillTable;
  readonly line: Line;
  readonly kind: CodeKind;
  readonly code: string;
  readonly name: string;
}

/** Every row of the workbook's code trees that has both code and name: what other tables can learn from. */
export function codedRows({ tables }: FillContext): CodedRow[] {
  return tables.flatMap((owner) =>
    treeSides(owner).flatMap(({ side, kind, codeColumn, lines }) =>
      lines.flatMap((line): CodedRow[] => {
        const { code } = parseCodeCell(line.texts.get(codeColumn) ?? "");
        const name = line.texts.get(side.nameColumn) ?? "";
        if (line.fixedKind !== undefined || code === "" || saysNothing(name)) return [];
        return [{ owner, line, kind, code, name }];
      }),
    ),
  );
}

/**
 * Codes that rows of other tables with the same name and the same figure (not zero) bear, each once. Without a figure the
 * name alone would say too little.
 */
export function codesByFigure(
  rows: readonly CodedRow[],
  { owner, kind, name, line }: Omit<CodedRow, "code">,
): CodedRow[] {
  const { total } = line;
  if (!total || total.value.isZero()) return [];
  const key = normaliseName(name);
  const found = new Map<string, CodedRow>();
  for (const row of rows) {
    if (row.owner === owner || row.kind !== kind || normaliseName(row.name) !== key) continue;
    if (row.line.total?.value.equals(total.value)) found.set(row.code, row);
  }
  return [...found.values()];
}
