import { playSequence } from "../../support/commandSequence";

jest.setTimeout(120_000);

/** A handful of the thousand of `npm run bench:reliability`; those that once went wrong stay. */
const SEEDS = [1, 2, 3, 4, 5, 7, 9, 17, 18, 88, 428];

test("twenty commands and user edits, as chance has them, are taken back exactly, step by step", async () => {
  let undone = 0;
  for (const seed of SEEDS) {
    const done = await playSequence(seed);
    expect([seed, done.wrong]).toEqual([seed, undefined]);
    undone += done.undone;
  }
  // Sequences that take nothing back show nothing.
  expect(undone).toBeGreaterThan(30);
});
