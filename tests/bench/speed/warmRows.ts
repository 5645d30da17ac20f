import { median, quantile } from "./clock";
import { ACTS } from "./errors";
import { runNode } from "./processes";
import type { Row } from "./row";

const MOST = { median: 10, p95: 20, seedEdit: 5, sixtyEdit: 16, errorsP95: 150, errorsLongest: 800 };
/** What recognising a workbook of 60 sheets has always had to stay below. */
const MOST_RECOGNITION_MS = 300;
/** Of the runs of the whole benchmark. */
const SHORT = 0.15;

type Times = Readonly<Record<string, readonly number[]>>;

/** What happens again and again in one process: checks of the seed, re-checks after edits, workbooks with errors. */
export function warmRows(isShort: boolean, say: (text: string) => void): Row[] {
  say("one process that stays: checks, edits, errors");
  const { out } = runNode(["dist/bench/speed-warm.cjs", String(isShort ? SHORT : 1)]);
  const times = JSON.parse(out) as Times;
  return [...seedRows(times), ...liveRows(times), ...errorRows(times)];
}

function timesOf(times: Times, what: string): readonly number[] {
  const own = times[what];
  if (!own) throw new Error(`nothing was measured of ${what}`);
  return own;
}

function seedRows(times: Times): Row[] {
  const exceljs = { what: "exceljs loads it", amount: median(timesOf(times, "seed: exceljs loads it")) };
  const row = (what: string, amount: number, bar?: Row["bar"]): Row => ({
    what: `warm, ${what}`,
    amount,
    unit: "ms",
    beside: exceljs,
    ...(bar && { bar }),
  });
  const checks = timesOf(times, "seed: snapshot → findings");
  const recognised = timesOf(times, "60 sheets of all kinds recognised, nothing warm");
  return [
    row("seed: snapshot → findings, median", median(checks), { of: "amount", most: MOST.median }),
    row("seed: snapshot → findings, p95", quantile(checks, 0.95), { of: "amount", most: MOST.p95 }),
    row("seed: file → findings", median(timesOf(times, "seed: file → findings")), {
      of: "ratio",
      most: 0.5,
    }),
    row("seed: bare read", median(timesOf(times, "seed: bare read"))),
    {
      what: "60 sheets of all kinds recognised, nothing warm",
      amount: median(recognised),
      unit: "ms",
      bar: { of: "amount", most: MOST_RECOGNITION_MS },
    },
  ];
}

function liveRows(times: Times): Row[] {
  const bars: Readonly<Record<string, number | undefined>> = {
    seed: MOST.seedEdit,
    "nationwide set": undefined,
    "published account": undefined,
    "60 sheets": MOST.sixtyEdit,
  };
  return Object.entries(bars).map(([what, most]) => ({
    what: `live re-check of one edit, ${what}`,
    amount: median(timesOf(times, `live, ${what}: after one edit`)),
    unit: "ms",
    beside: {
      what: "from the beginning",
      amount: median(timesOf(times, `live, ${what}: from the beginning`)),
    },
    ...(most === undefined ? {} : { bar: { of: "amount", most } }),
  }));
}

function errorRows(times: Times): Row[] {
  const none = { what: "the seed without errors", amount: median(timesOf(times, "errors, none")) };
  return Object.keys(ACTS).flatMap((act): Row[] => {
    const own = timesOf(times, `errors, ${act}`);
    const row = (how: string, amount: number): Row => ({
      what: `errors, ${act}: ${how}`,
      amount,
      unit: "ms",
      beside: none,
    });
    return [
      row("median", median(own)),
      { ...row("p95", quantile(own, 0.95)), bar: { of: "amount", most: MOST.errorsP95 } },
      { ...row("longest", Math.max(...own)), bar: { of: "amount", most: MOST.errorsLongest } },
    ];
  });
}
