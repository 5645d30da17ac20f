import { normaliseName } from "../../codes/codeName";
import type { CodeKind } from "../../codes/codeLists";
import { parseCodeCell, saysNothing } from "../../recognition/text";
import type { Line } from "./bodyLines";
import type { CodedRow } from "./codedRows";
import { cellOf, isClassification } from "./fillContext";
import type { FillContext, FillTable } from "./fillContext";
import type { Filling } from "./fillDraft";
import type { Candidate } from "./fillPlan";

/** The column of a table whose rows carry a classification code that is not their name's (a project's 功能科目). */
function projectColumns({
  table,
}: FillTable): { readonly column: number; readonly name: number; readonly kind: CodeKind } | undefined {
  for (const { codeColumn, nameColumn, rows } of table.definition.sides) {
    const systems = table.columns.get(codeColumn ?? -1)?.definition.systems ?? [];
    const kind = systems.find(isClassification);
    const isProject = rows.some(({ kind: name, code }) => name === "项目" && code !== undefined);
    if (codeColumn !== undefined && kind && isProject) return { column: codeColumn, name: nameColumn, kind };
  }
  return undefined;
}

/**
 * Fills the functional code of a project where another row of the workbook has the same project with a code, all of them
 * the same one. A project's name alone never tells its code: the rest is asked for, with the codes that the workbook's
 * tables of functional codes list at the lowest level.
 */
export function fillProjects(
  { context, owner, draft }: Filling,
  coded: readonly CodedRow[],
  units: ReadonlySet<number>,
): void {
  const own = projectColumns(owner);
  if (!own) return;
  const known = knownProjects(context);
  const listed = lowestCodes(coded, own.kind);
  for (const line of owner.lines) {
    const name = line.texts.get(own.name) ?? "";
    const cell = cellOf(line, own.column);
    const isBlank = saysNothing(line.texts.get(own.column) ?? "");
    if (!cell || !isBlank || line.fixedKind !== undefined || units.has(line.sheetRow) || saysNothing(name))
      continue;
    const answer = context.answerAt(cell);
    const others = (known.get(normaliseName(name)) ?? []).filter((one) => one.line !== line);
    const codes = new Set(others.map(({ code }) => code));
    const [other] = others;
    if (answer !== undefined)
      draft.fill(line, { cell, from: "", to: answer, why: [{ key: "fill.answered", args: {} }] });
    else if (codes.size === 1 && other) {
      const args = {
        name,
        code: other.code,
        table: other.owner.table.definition.label,
        row: String(other.line.sheetRow + 1),
      };
      draft.fill(line, { cell, from: "", to: other.code, why: [{ key: "fill.sameProject", args }] });
    } else {
      const candidates = codes.size > 0 ? listed.filter(({ code }) => codes.has(code)) : listed;
      draft.ask(line, {
        cell,
        subject: name,
        wanted: "code",
        system: own.kind,
        candidates,
        why: { key: "ask.project", args: { name } },
      });
    }
  }
}

interface KnownProject {
  readonly owner: FillTable;
  readonly line: Line;
  readonly code: string;
}

function knownProjects({ tables }: FillContext): Map<string, KnownProject[]> {
  const known = new Map<string, KnownProject[]>();
  for (const owner of tables) {
    const columns = projectColumns(owner);
    if (!columns) continue;
    for (const line of owner.lines) {
      const { code } = parseCodeCell(line.texts.get(columns.column) ?? "");
      const name = normaliseName(line.texts.get(columns.name) ?? "");
      // Units stand in the same column with codes of three or six digits.
      if (line.fixedKind !== undefined || code.length !== 7 || name === "") continue;
      known.set(name, [...(known.get(name) ?? []), { owner, line, code }]);
    }
  }
  return known;
}

function lowestCodes(coded: readonly CodedRow[], kind: CodeKind): Candidate[] {
  const own = coded.filter((row) => row.kind === kind);
  const codes = new Map(own.map(({ code, name }) => [code, { code, name: name.replace(/\s+/g, "") }]));
  return [...codes.values()]
    .filter(({ code }) => code.length === 7)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
