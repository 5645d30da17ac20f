import { createJournal } from "../../../src/actions/journal/journal";
import type { Step } from "../../../src/actions/journal/journal";
import { undoLast } from "../../../src/actions/journal/undoStep";
import { LastCheck } from "../../../src/actions/lastCheck";
import { WITHOUT_PROGRESS } from "../../../src/actions/task";
import { clearMarks, validateAndMark } from "../../../src/actions/validate";
import { excelEvents } from "../../../src/excel/events";
import { excelPort } from "../../../src/excel/excelPort";
import { createRunBatch } from "../../../src/excel/runBatch";
import { describe as wordingOf, hasWording } from "../../../src/messages/describe";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import type { ExcelHost } from "../../../workbench/host/excelHost";
import { storeFromSnapshot } from "../../../workbench/host/store";
import type { StoredSheet, WorkbookStore } from "../../../workbench/host/store";
import { joinRuntime } from "../../host/loadRuntime";
import { zeroEngine } from "../zeroEngine";
import type { Command, Pane } from "./command";
import { SPOILT } from "./commands";
import type { Way } from "./ways";

/** A command with what it comes to when nothing goes wrong. */
export interface CleanRun {
  readonly command: Command;
  readonly trips: number;
  /** The workbook as the command leaves it. */
  readonly asked: readonly string[];
  /** Kept between checks, as every check comes to the same as one from the beginning. */
  readonly check: LastCheck;
}

/** What a way of going wrong at each round trip of a command came to. */
export interface FaultsDone {
  readonly faults: number;
  /** Faults after which the workbook was neither as before nor as asked, or marks stayed for good, or no words were found. */
  readonly torn: readonly string[];
  /** Checks whose findings were lost although the workbook had been read. */
  readonly withoutResult: number;
}

/** Runs a command on a fresh Excel with nothing in its way. Throws what it throws. */
export async function cleanRun(command: Command): Promise<CleanRun> {
  const check = new LastCheck();
  const clean = await runWith({ command, check }, {}, 0);
  if (clean.error !== undefined) throw new Error("without a fault", { cause: clean.error });
  if (clean.trips < (command.isReading ? 1 : 2))
    throw new Error("a command that reads and writes makes two round trips or more");
  return { command, trips: clean.trips, asked: workbookLines(clean.store), check };
}

/** Lets each round trip of a command go wrong in one way, each time on a fresh Excel. */
export async function faultsOf(clean: CleanRun, way: Way): Promise<FaultsDone> {
  const done = { faults: 0, torn: [] as string[], withoutResult: 0 };
  for (let trip = 0; trip < clean.trips; trip++) {
    done.faults++;
    const ran = await runWith(clean, way, trip);
    const wrong = [...(await stateAfter(clean, way, ran)), ...(await usableAfter(ran))];
    done.torn.push(...wrong.map((one) => `round trip ${trip}: ${one}`));
    // Only what must be known first can keep a check from its findings.
    if (clean.command.isCheck && !way.closes && !way.isCancelled && trip > 0 && !hasResult(way, ran.result))
      done.withoutResult++;
  }
  return done;
}

/** What a command is run on. */
function workbookOf({ workbook = SPOILT }: Command): WorkbookSnapshot {
  return workbook;
}

interface Ran {
  readonly store: WorkbookStore;
  readonly sheet: StoredSheet;
  readonly pane: Pane;
  readonly before: readonly string[];
  readonly error: unknown;
  readonly result: unknown;
  readonly trips: number;
}

async function runWith(
  { command, check }: Pick<CleanRun, "command" | "check">,
  way: Way,
  trip: number,
): Promise<Ran> {
  const store = storeFromSnapshot(workbookOf(command));
  const sheet = store.sheets[0] as StoredSheet;
  const { host } = joinRuntime(store, { engine: zeroEngine(store) });
  let steps: readonly Step[] = [];
  let isGivenUp = false;
  const user = { onWaiting: () => {}, isGivenUp: () => isGivenUp };
  const open = (): Pane => {
    const journal = createJournal({ load: () => steps, save: (kept) => (steps = structuredClone(kept)) });
    const run = createRunBatch(user);
    return { port: { ...excelEvents(run), ...excelPort(run), journal }, check };
  };
  const pane = open();
  const prepared = await command.prepare?.(pane);
  const before = workbookLines(store);
  const trips = host.roundTrips;
  if (way.failure) host.failNext({ ...way.failure, afterRoundTrips: trip });
  const { meanwhile } = way;
  if (meanwhile) atTrip(host, trip, () => meanwhile(store, sheet));
  if (way.isCancelled)
    atTrip(host, trip, () => {
      isGivenUp = true;
      host.setCellEditing(true);
    });
  const isClosed = way.closes && closed(host, trips + trip, way.closes);
  let error: unknown;
  const running = command.run(pane, prepared).catch((reason: unknown) => {
    error = reason;
  });
  const result = await (isClosed ? Promise.race([running, isClosed]) : running);
  const made = host.roundTrips - trips;
  isGivenUp = false;
  host.setCellEditing(false);
  if (!way.closes) return { store, sheet, pane, before, error, result, trips: made };
  // Opened again: a fresh client, and the journal as it was kept.
  joinRuntime(store, { engine: zeroEngine(store) }, true);
  return { store, sheet, pane: open(), before, error, result: undefined, trips: made };
}

/** Calls back just before a round trip, counted from now. */
function atTrip(host: ExcelHost, trip: number, act: () => void): void {
  if (trip === 0) return act();
  let done = 0;
  const stop = host.onProcessed(() => {
    if (++done < trip) return;
    stop();
    act();
  });
}

/** Settles once the pane is closed: the request with that number is not sent, or carried out and never answered. */
function closed(host: ExcelHost, atTrips: number, when: "before" | "after"): Promise<void> {
  const answer = host.process.bind(host);
  return new Promise((resolve) => {
    const never = new Promise<string>(() => {});
    const process: ExcelHost["process"] = (body, flags) => {
      // Ranges are let go of in between; that is no round trip of the command.
      if (host.roundTrips < atTrips || body.includes('"_RemoveReference"')) return answer(body, flags);
      if (when === "after" && host.roundTrips === atTrips) void answer(body, flags).then(() => resolve());
      else resolve();
      return never;
    };
    Object.assign(host, { process });
  });
}

/** What is wrong with the workbook, and with what was said: nothing when it is as before or as asked, never between. */
async function stateAfter(clean: CleanRun, way: Way, ran: Ran): Promise<string[]> {
  const { store, sheet, pane, before, error } = ran;
  const wrong = error === undefined || isWorded(error) ? [] : [`no words for ${String(error)}`];
  way.lift?.(sheet);
  const isHalfDone = pane.port.journal?.steps().at(-1)?.isOpen ?? false;
  // What the user has cancelled before it began is no step.
  if (way.isCancelled && isHalfDone && workbookLines(store).join() === before.join())
    wrong.push("a step though nothing was done");
  if (isHalfDone) {
    const undone = await undoLast(pane.port);
    if (undone?.kind !== "undone" && undone?.kind !== "gone") wrong.push(JSON.stringify(undone));
  }
  const { ownLines = (lines) => lines } = way;
  const now = ownLines(workbookLines(store), workbookOf(clean.command)).join("\n");
  // Lines of what somebody else has done are in neither.
  const isAs = (lines: readonly string[]) =>
    now === sameLines(way, lines, workbookOf(clean.command)).join("\n");
  if (!(isAs(clean.asked) && !isHalfDone) && !(isAs(before) && !way.isOvercome)) wrong.push(now);
  return wrong;
}

/** Lines of a workbook that nobody else has changed, as they are told of one that somebody has. */
function sameLines(
  { ownLines, meanwhile }: Way,
  lines: readonly string[],
  at: WorkbookSnapshot,
): readonly string[] {
  if (!ownLines || !meanwhile) return lines;
  const own = ownLines(lines, at);
  // A line more says that what somebody has typed is lost.
  return own.length > lines.length ? lines : own;
}

/** The pane goes on: a check and clearing put in order what was left. */
async function usableAfter({ store, pane: { port, check } }: Ran): Promise<string[]> {
  await validateAndMark(port, {}, WITHOUT_PROGRESS, check);
  await clearMarks(port);
  const left = ownRules(store).filter((rule) => rule.includes("gouji-mark") || rule.endsWith('""]'));
  return left.length > 0 ? [`left ${left.join()}`] : [];
}

/** What a user finds in the workbook: contents, names, order of sheets, settings, a line each; marks are told apart. */
function workbookLines({ sheets, names, customXml }: WorkbookStore): string[] {
  return [
    ...sheets.flatMap(({ name, visibility, cells }) => [
      `${name} ${visibility}`,
      ...[...cells]
        .flatMap(([row, line]) =>
          [...line].flatMap(([column, { formula, value }]) =>
            formula === undefined && value === undefined ? [] : [[row, column, formula ?? value] as const],
          ),
        )
        .sort(([row, column], [otherRow, otherColumn]) => row - otherRow || column - otherColumn)
        .map((cell) => `${name} ${JSON.stringify(cell)}`),
    ]),
    ...names.map(({ name, sheet, formula, range }) => JSON.stringify([name, sheet, formula, range])).sort(),
    ...customXml.map(({ xml }) => xml),
  ];
}

function ownRules({ sheets }: WorkbookStore): string[] {
  return sheets.flatMap(({ name, conditionalFormats }) =>
    conditionalFormats.map(({ range, formula }) => JSON.stringify([name, range, formula])),
  );
}

function isWorded(error: unknown): boolean {
  const { key, args } = error as { readonly key?: string; readonly args?: Record<string, string> };
  if (key === undefined || args === undefined || !hasWording(key)) return false;
  return /[一-鿿]/.test(wordingOf({ key, args }, "zh-CN"));
}

/** Findings; of a workbook that somebody else has changed they may be others. */
function hasResult({ meanwhile }: Way, result: unknown): boolean {
  const { findings } = (result ?? {}) as { readonly findings?: readonly { readonly severity: string }[] };
  return (
    findings !== undefined &&
    (meanwhile !== undefined || findings.some(({ severity }) => severity === "error"))
  );
}
