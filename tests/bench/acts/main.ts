import { describe } from "../../../src/messages/describe";
import { makeChecked } from "../../../src/validation/checked";
import { checkWorkbook } from "../../../src/validation/check";
import type { ActKind } from "../../../src/validation/finding";
import { isFailing } from "../../../src/validation/outcome";
import { formatA1 } from "../../../src/workbook/address";
import { Chooser, randomFrom } from "../../support/random";
import { columnCopied, blockShifted, partShifted, unitWrong } from "./blockActs";
import { BOOK_KINDS, bookOf } from "./books";
import type { BookKind } from "./books";
import type { Maker } from "./done";
import {
  copiedToAll,
  digitWrong,
  formulaOverwritten,
  partnersLeft,
  rowsExchanged,
  signTurned,
  subtotalTwice,
  tableOld,
  textFigure,
  totalInChild,
  totalsLeft,
} from "./figureActs";
import { calculated } from "./liveBook";
import { branchDeleted, codeWrong, rowDeleted, rowDuplicated, rowLeftOver, rowMoved } from "./rowActs";
import { nameOf, scoreOf } from "./score";
import type { Score } from "./score";

/*
 * npm run bench:acts -- [acts=a,b] [books=seed,made-live] [count=6] [rows=60] [show] — does the mistakes people make to
 * consistent workbooks, one act each, and prints by act and kind of workbook what is found. The same in every run.
 */

const MAKERS: Readonly<Record<string, Maker>> = {
  digitWrong,
  signTurned,
  totalsLeft,
  rowDeleted,
  branchDeleted,
  rowDuplicated,
  rowsExchanged,
  blockShifted,
  partShifted,
  totalInChild,
  columnCopied,
  unitWrong,
  formulaOverwritten,
  codeWrong,
  rowMoved,
  partnersLeft,
  textFigure,
  subtotalTwice,
  rowLeftOver,
  tableOld,
  copiedToAll,
};

const OPTIONS = new Map(process.argv.slice(2).map((one) => one.split("=") as [string, string | undefined]));
const listed = (name: string, all: readonly string[]) => OPTIONS.get(name)?.split(",") ?? all;
const COUNT = Number(OPTIONS.get("count") ?? "6");
const ROWS = Number(OPTIONS.get("rows") ?? "60");

function tryActs(name: string, kind: BookKind): Score[] {
  const maker = MAKERS[name];
  if (!maker) throw new Error(`no act is called ${name}`);
  const scores: Score[] = [];
  for (let number = 0; scores.length < COUNT && number < 4 * COUNT; number++) {
    const choose = new Chooser(randomFrom(20 + 1000 * number + 7 * name.length + 31 * kind.length));
    const { workbook, pack } = bookOf(kind, ROWS, choose);
    const act = maker({ checked: makeChecked(workbook, pack), choose });
    if (!act) continue;
    const workbookAfter = calculated(act.workbook);
    const { judgements, missing } = makeChecked(workbookAfter, pack);
    // One relation that fails says no more than that one figure is wrong.
    const isOne = missing.length === 0 && judgements.filter(isFailing).length === 1;
    const kinds: readonly ActKind[] = isOne && act.cells.length > 0 ? [...act.kinds, "figure"] : act.kinds;
    const done = { ...act, kinds, workbook: workbookAfter };
    const isSeen = missing.length > 0 || judgements.some(({ outcome }) => outcome === "mismatch");
    const before = new Set(checkWorkbook(workbook, pack).result.findings.map(nameOf));
    if (!isSeen && name !== "textFigure" && name !== "branchDeleted") continue;
    const score = scoreOf(done, pack, before);
    scores.push(score);
    if (OPTIONS.has("show")) show(name, kind, number, done.cells, done.rows, score);
  }
  return scores;
}

function show(
  name: string,
  kind: BookKind,
  number: number,
  cells: readonly { readonly sheet: string; readonly row: number; readonly column: number }[],
  rows: readonly { readonly sheet: string; readonly row: number }[],
  score: Score,
): void {
  if (
    score.findings === 1 &&
    score.isNamed &&
    score.isPlaced &&
    score.right === score.proposed &&
    OPTIONS.get("show") !== "all"
  )
    return;
  const place =
    cells.length > 0
      ? cells.slice(0, 6).map((one) => `${one.sheet}!${formatA1(one.row, one.column)}`)
      : rows.map((one) => `${one.sheet}!${one.row + 1}`);
  say(
    `${name} ${kind} ${number} at ${place.join(" ")}  named ${score.isNamed} placed ${score.isPlaced} values ${score.right}/${score.proposed} ${score.time.toFixed(0)} ms`,
  );
  for (const one of score.told.slice(0, 3))
    say(
      `   ${one.act?.kind ?? one.rule} ${describe(one.message, "zh-CN").slice(0, 90)} [${one.suspects
        .slice(0, 4)
        .map((s) => `${s.sheet}!${formatA1(s.row, s.column)}=${s.suggested ?? "?"}`)
        .join(" ")}]`,
    );
}

function line(name: string, kind: string, scores: readonly Score[]): string {
  const part = (is: (score: Score) => boolean) => percent(scores.filter(is).length, scores.length);
  const sum = (of: (score: Score) => number) => scores.reduce((all, one) => all + of(one), 0);
  const times = scores.map(({ time }) => time).sort((a, b) => a - b);
  return [
    name.padEnd(20),
    kind.padEnd(14),
    String(scores.length).padStart(5),
    part(({ detected }) => detected),
    part(({ findings }) => findings === 1),
    String(Math.max(0, ...scores.map(({ findings }) => findings))).padStart(5),
    part(({ isNamed, isPlaced }) => isNamed && isPlaced),
    part(({ isPlaced }) => isPlaced),
    percent(
      sum(({ right }) => right),
      sum(({ proposed }) => proposed),
    ),
    part(({ isMisled }) => isMisled),
    String(sum(({ outside }) => outside)).padStart(5),
    `${(times[Math.floor(times.length * 0.95)] ?? 0).toFixed(0)} ms`.padStart(9),
  ].join(" ");
}

function percent(count: number, all: number): string {
  return (all === 0 ? "–" : `${((100 * count) / all).toFixed(0)} %`).padStart(6);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

const everything: Score[] = [];
say(
  "act                  workbook       cases  found   once  most  right  place values misled  out      p95",
);
for (const name of listed("acts", Object.keys(MAKERS))) {
  for (const kind of listed("books", BOOK_KINDS)) {
    const scores = tryActs(name, kind as BookKind);
    everything.push(...scores);
    if (scores.length > 0) say(line(name, kind, scores));
  }
}
say(line("all", "", everything));
