import { median } from "./clock";
import { FOLDER, SEED, table10File } from "./files";
import { inTurn, libreOffice, runNode } from "./processes";
import type { Run } from "./processes";
import type { Row } from "./row";

const GOUJI = "dist/cli/gouji.cjs";
const JOB = "dist/bench/speed-job.cjs";
const A_THIRD = 1 / 3;
const MOST_MEMORY_MB = 700;
const MOST_PER_ROW = 1.2;

/** A file to be measured: what it is called, how often, and how much of exceljs's time its findings may take. */
interface Subject {
  readonly name: string;
  readonly file: string;
  readonly rounds: number;
  readonly most?: number;
}

/** What one file gave: its rows, and the milliseconds that reading and checking it took without the process's start. */
interface Measured {
  readonly rows: readonly Row[];
  readonly work: number;
}

/** The seed and 表10 in three sizes, the whole of the issue; or the seed and the smallest in a short run. */
export function fileRows(isShort: boolean, say: (text: string) => void): Row[] {
  const sizes = isShort ? [10_000] : [10_000, 40_000, 100_000];
  const seed = measure({ name: "seed", file: SEED, rounds: isShort ? 9 : 11, most: 0.5 }, isShort, say);
  const tables = sizes.map((rows) => {
    const subject = {
      name: `表10 of ${rows.toLocaleString("en")} × 14`,
      file: table10File(rows),
      rounds: rows > 10_000 ? 3 : 5,
      ...(rows === 40_000 ? {} : { most: A_THIRD }),
    };
    return { size: rows, ...measure(subject, isShort, say) };
  });
  const [smallest, largest] = [tables[0], tables[tables.length - 1]];
  const perRow: Row[] =
    smallest && largest && largest !== smallest
      ? [
          {
            what: "one row of 100,000: file → findings",
            amount: largest.work / largest.size,
            unit: "ms",
            beside: { what: "one row of 10,000", amount: smallest.work / smallest.size },
            bar: { of: "ratio", most: MOST_PER_ROW },
          },
        ]
      : [];
  return [...seed.rows, ...tables.flatMap(({ rows }) => rows), ...perRow];
}

function measure(
  { name, file, rounds, most }: Subject,
  isShort: boolean,
  say: (text: string) => void,
): Measured {
  say(name);
  const runs = inTurn(rounds, {
    exceljs: () => runNode(["tests/bench/speed/exceljsLoad.cjs", file]),
    read: () => runNode([JOB, "read", file]),
    steps: () => runNode([JOB, "check", file]),
    gouji: () => runNode([GOUJI, "check", file]),
  });
  const office = isShort ? undefined : officeTime(file);
  const timeOf = (own: readonly Run[]) => median(own.map(({ time }) => time));
  const memoryOf = (own: readonly Run[]) => median(own.map(({ memory }) => memory));
  const steps = runs.steps.map(({ out }) => JSON.parse(out) as { read: number; check: number });
  const exceljs = { what: "exceljs loads it", amount: timeOf(runs.exceljs) };
  const memory = { what: "exceljs loads it", amount: memoryOf(runs.exceljs) };
  const rows: Row[] = [
    {
      what: `${name}: file → findings, whole process`,
      amount: timeOf(runs.gouji),
      unit: "ms",
      beside: exceljs,
      ...(most === undefined ? {} : { bar: { of: "ratio", most } }),
    },
    { what: `${name}: bare read, whole process`, amount: timeOf(runs.read), unit: "ms", beside: exceljs },
    {
      what: `${name}: snapshot → findings, nothing warm`,
      amount: median(steps.map(({ check }) => check)),
      unit: "ms",
      beside: exceljs,
    },
    ...(office === undefined
      ? []
      : [{ what: `${name}: LibreOffice to .csv`, amount: office, unit: "ms", beside: exceljs } as const]),
    {
      what: `${name}: most memory, file → findings`,
      amount: memoryOf(runs.gouji),
      unit: "MB",
      beside: memory,
      ...(name.includes("100,000") ? { bar: { of: "amount", most: MOST_MEMORY_MB } } : {}),
    },
    { what: `${name}: most memory, bare read`, amount: memoryOf(runs.read), unit: "MB", beside: memory },
  ];
  return { rows, work: median(steps.map(({ read, check }) => read + check)) };
}

/** The second of two runs: the first makes LibreOffice's profile where there is none yet. */
function officeTime(file: string): number | undefined {
  const folder = `${FOLDER}/libreOffice`;
  return libreOffice(SEED, folder) === undefined ? undefined : libreOffice(file, folder);
}
