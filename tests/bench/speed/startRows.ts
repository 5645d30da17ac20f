import { median } from "./clock";
import { folderOfSeeds, SEED } from "./files";
import { inTurn, runNode } from "./processes";
import type { Row } from "./row";

const GOUJI = "dist/cli/gouji.cjs";
const MOST_OF_EMPTY = 3;

/** One file cold, and many of them in a folder, beside a process of Node's that does nothing. */
export function startRows(isShort: boolean, say: (text: string) => void): Row[] {
  const copies = isShort ? 40 : 300;
  say("start-up");
  const folder = folderOfSeeds(copies);
  const runs = inTurn(isShort ? 9 : 21, {
    empty: () => runNode(["-e", "0"]),
    nothing: () => runNode([GOUJI, "check", "--help"]),
    seed: () => runNode([GOUJI, "check", SEED]),
  });
  const many = inTurn(3, { folder: () => runNode([GOUJI, "check", folder]) });
  const timeOf = (name: keyof typeof runs) => median(runs[name].map(({ time }) => time));
  const empty = { what: "an empty node -e 0", amount: timeOf("empty") };
  const seed = timeOf("seed");
  return [
    {
      what: "one file cold",
      amount: seed,
      unit: "ms",
      beside: empty,
      bar: { of: "ratio", most: MOST_OF_EMPTY },
    },
    {
      what: "the command line's own start (check --help)",
      amount: timeOf("nothing"),
      unit: "ms",
      beside: empty,
    },
    {
      what: `one of ${copies} copies of the seed in a folder`,
      amount: (median(many.folder.map(({ time }) => time)) - seed) / (copies - 1),
      unit: "ms",
      beside: empty,
    },
  ];
}
