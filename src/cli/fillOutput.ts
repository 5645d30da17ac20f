import { describe, listed } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import type { FillPlan, Question } from "../planning/fill/fillPlan";
import { formatA1 } from "../workbook/address";
import type { CellAddress } from "../workbook/address";

/** Raised when a field changes its meaning or goes away. */
const VERSION = 1;

/** The plan as JSON; `error` says why there is none. */
export function fillJson(
  file: string,
  error: MessageRef | null,
  plan: FillPlan | undefined,
  locale: Locale,
): string {
  const whole = { version: VERSION, file, error: errorJson(error, locale), ...planJson(plan, locale) };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** What a line of JSON Lines says of one file of many. */
export interface FillLine {
  readonly error: MessageRef | null;
  readonly plan: FillPlan | null;
  readonly department: string;
  readonly copy: string | null;
}

/** One file as a line of JSON Lines (docs/command-line.md), with the fields of the JSON. */
export function fillLine(file: string, { error, plan, department, copy }: FillLine, locale: Locale): string {
  const about = { version: VERSION, command: "fill", file, department, copy };
  const planned = planJson(plan ?? undefined, locale);
  return `${JSON.stringify({ ...about, error: errorJson(error, locale), ...planned })}\n`;
}

function errorJson(error: MessageRef | null, locale: Locale) {
  return error && { code: error.key, message: describe(error, locale) };
}

function planJson(plan: FillPlan | undefined, locale: Locale) {
  const { fills = [], asked = [], suggestions = [] } = plan ?? {};
  const place = (cell: CellAddress) => ({ sheet: cell.sheet, cell: a1(cell) });
  const said = (message: MessageRef) => describe(message, locale);
  return {
    summary: {
      filled: fills.length,
      asked: asked.reduce((sum, { follows }) => sum + 1 + follows.length, 0),
      questions: asked.length,
      suggested: suggestions.length,
    },
    fills: fills.map(({ cell, table, from, to, why }) => ({
      table,
      ...place(cell),
      from,
      to,
      why: why.map(said),
    })),
    asked: asked.map(({ cell, table, subject, wanted, system, candidates, why, follows }) => ({
      table,
      ...place(cell),
      subject,
      wanted,
      system,
      candidates,
      why: said(why),
      follows: follows.map(a1),
    })),
    suggestions: suggestions.map(({ cell, table, from, to, why }) => ({
      table,
      ...place(cell),
      from,
      to,
      why: said(why),
    })),
  };
}

/** The plan for reading: what is filled sheet by sheet, then what is left to choose, then what disagrees. */
export function fillText(file: string, { fills, asked, suggestions }: FillPlan, locale: Locale): string {
  const said = (key: string, args: MessageRef["args"]) => describe({ key, args }, locale);
  const lines = [
    `${file}`,
    said("fill.summary", {
      filled: String(fills.length),
      asked: String(asked.reduce((sum, { follows }) => sum + 1 + follows.length, 0)),
      suggested: String(suggestions.length),
    }),
  ];
  for (const { cell, from, to, why } of fills) {
    const reasons = why.map((one) => describe(one, locale)).join("；");
    lines.push(`  ${cell.sheet} ${a1(cell)}  ${from === "" ? "" : `${from} → `}${to}  ${reasons}`);
  }
  for (const question of asked)
    lines.push(`  ? ${question.cell.sheet} ${a1(question.cell)}  ${questionText(question, locale)}`);
  for (const { cell, from, to, why } of suggestions)
    lines.push(`  ! ${cell.sheet} ${a1(cell)}  ${from} → ${to}  ${describe(why, locale)}`);
  return `${lines.join("\n")}\n`;
}

/** Candidates beyond these are not printed. */
const MOST_PRINTED = 8;

function questionText({ why, candidates, follows }: Question, locale: Locale): string {
  const choices = candidates.slice(0, MOST_PRINTED).map(({ code, name }) => `${code} ${name}`.trim());
  const more = candidates.length > MOST_PRINTED ? ["…"] : [];
  const followed =
    follows.length > 0
      ? [describe({ key: "fill.followed", args: { count: String(follows.length) } }, locale)]
      : [];
  return [describe(why, locale), listed([...choices, ...more], locale), ...followed]
    .filter((text) => text !== "")
    .join("  ");
}

function a1({ row, column }: CellAddress): string {
  return formatA1(row, column);
}
