import type { RecognisedTable } from "../recognition/recognised";
import type { CheckFinding } from "./checkFinding";
import type { Mistake } from "./mistakes/findMistakes";
import type { Judgement } from "./outcome";
import { remark } from "./readability";

/**
 * What a check has not looked for, as every search is bounded (performance.md): one info `search.cut` for relations that fail
 * and of which no cell is named, one `search.acts` where acts were not all tried and relations fail that none explains.
 * @param isCut whether acts were not all tried
 */
export function searchNotes(mistakes: readonly Mistake[], isCut: boolean): CheckFinding[] {
  const failing = mistakes.filter((mistake) => mistake.failing.length > 0);
  const untold = failing.filter(({ sets }) => sets.length === 0).flatMap((mistake) => mistake.failing);
  const found = untold.length > 0 ? [note("search.cut", untold)] : [];
  return isCut && failing.length > 0
    ? [
        ...found,
        note(
          "search.acts",
          failing.flatMap((mistake) => mistake.failing),
        ),
      ]
    : found;
}

function note(rule: "search.cut" | "search.acts", about: readonly Judgement[]): CheckFinding {
  const tables = [...new Set(about.map(({ relation }) => relation.table))];
  const args = { tables: tables.map(({ definition }) => definition.label), count: String(about.length) };
  const message = { key: rule, args };
  return { ...remark(tables[0] as RecognisedTable, { severity: "info", rule, cells: [], message }), about };
}
