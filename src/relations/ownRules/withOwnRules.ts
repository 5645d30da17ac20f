import type { Pack, RelationDefinition, TableDefinition } from "../../tables/definition";
import { columnIsAmount, findColumn } from "../../tables/definition";
import type { CellsTerm, RelationPattern } from "../../tables/notation";
import { NotationError, parseRelation } from "../../tables/notation";
import { cellsTerms } from "../sentence";
import type { OwnRule, OwnRules, RuleProblem } from "./ownRule";
import type { MessageArgs } from "../../messages/messageRef";

/**
 * A pack with an office's own rules added to its relations between tables. A rule that cannot be used (not readable,
 * a table or column that is not there) is left out and told as a problem, as is one whose number is taken.
 */
export function withOwnRules(
  pack: Pack,
  { rules, problems }: OwnRules,
): { readonly pack: Pack; readonly problems: readonly RuleProblem[] } {
  if (rules.length === 0) return { pack, problems };
  const found: RuleProblem[] = [...problems];
  const across: RelationDefinition[] = [];
  const taken = new Set(
    [...pack.across, ...pack.tables.flatMap(({ relations }) => relations)].map(({ id }) => id),
  );
  for (const rule of rules) {
    const text = inNotation(rule.text, pack);
    const wrong = taken.has(rule.id) ? { key: "rules.taken", args: { id: rule.id } } : problemOf(text, pack);
    if (wrong) found.push(problemAt(rule, wrong));
    else {
      taken.add(rule.id);
      const { id, severity, title } = rule;
      across.push({
        id,
        text,
        ...(severity === "warning" && { severity }),
        ...(title !== "" && { purpose: title }),
      });
    }
  }
  return { pack: { ...pack, across: [...pack.across, ...across] }, problems: found };
}

interface Wrong {
  readonly key: string;
  readonly args: MessageArgs;
}

function problemAt({ id, cell }: OwnRule, { key, args }: Wrong): RuleProblem {
  return { message: { key, args: { ...args, place: id } }, ...(cell && { cell }) };
}

/** What accountants write for the notation's own signs: ＝ ≤ ≥ ×, full-width brackets, and 表10 for T10. */
function inNotation(text: string, { tables }: Pack): string {
  const byLabel = [...tables].sort((a, b) => b.label.length - a.label.length);
  return byLabel.reduce(
    (line, { label, id }) => line.replaceAll(new RegExp(`${label}(?=[.[\\s]|c\\d)`, "gu"), id),
    text
      .normalize("NFKC")
      .replace(/≤|≦|=</g, "<=")
      .replace(/≥|≧|=>/g, ">=")
      .replace(/×/g, "*")
      .replace(/[【〔]/g, "[")
      .replace(/[】〕]/g, "]")
      .replace(/∑/g, "Σ"),
  );
}

function problemOf(text: string, pack: Pack): Wrong | undefined {
  let pattern: RelationPattern;
  try {
    pattern = parseRelation(text);
  } catch (error) {
    if (!(error instanceof NotationError)) throw error;
    return { key: `rules.notation.${error.problem}`, args: { part: error.part.trim() } };
  }
  const terms = cellsTerms(pattern);
  if (terms.length === 0) return { key: "rules.notation.term", args: { part: text } };
  for (const { term } of terms) {
    const wrong = termProblem(term, pack);
    if (wrong) return wrong;
  }
  return undefined;
}

function termProblem(term: CellsTerm, { tables }: Pack): Wrong | undefined {
  if (term.table === undefined) return { key: "rules.noTable", args: {} };
  const table = tables.find(({ id }) => id === term.table);
  if (!table) return { key: "rules.unknownTable", args: { table: term.table } };
  if (!term.rows) return { key: "rules.noRows", args: { table: table.label } };
  const column = term.columns.find((number) => !isAmountColumn(table, number));
  if (column === undefined) return undefined;
  return { key: "rules.column", args: { table: table.label, column: String(column) } };
}

function isAmountColumn(table: TableDefinition, number: number): boolean {
  const isThere = findColumn(table.header, number) !== undefined;
  return isThere && columnIsAmount(table, number);
}
