import { withFollowers } from "../../../src/planning/rows/rowMoves";
import { Chooser, randomFrom } from "../../support/random";

/** Rows of one table in the places given: the row at first + n goes to the n-th place. */
function movesTo(places: readonly number[], first = 15, table = "T06") {
  return places.flatMap((to, index) =>
    to === first + index ? [] : [{ table, sheet: "表6", from: first + index, to, label: `${to}` }],
  );
}

const taken = (moves: ReturnType<typeof movesTo>) =>
  withFollowers(moves).flatMap(({ from, to, isFollowing }) => (isFollowing ? [] : [[from + 1, to + 1]]));

test("row 25 that goes to row 16 is one move, and the nine below it close up", () => {
  expect(taken(movesTo([16, 17, 18, 19, 20, 21, 22, 23, 24, 15]))).toEqual([[25, 16]]);
  expect(taken(movesTo([24, 15, 16, 17, 18, 19, 20, 21, 22, 23]))).toEqual([[16, 25]]);
});

test("two rows that change places are one move, and two tables are told each by itself", () => {
  expect(taken(movesTo([16, 15]))).toHaveLength(1);
  expect(taken([...movesTo([16, 17, 15]), ...movesTo([17, 15, 16], 15, "T07")])).toEqual([
    [18, 16],
    [16, 18],
  ]);
});

test("of random orders the rows that close up keep theirs, and no more of them could", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const choose = new Chooser(randomFrom(seed));
    const places = [0, 1, 2, 3, 4, 5, 6].map((place) => [place, choose.below(1000)] as const);
    const moves = movesTo(
      [...places].sort(([, a], [, b]) => a - b).map(([place]) => place),
      0,
    );
    const following = withFollowers(moves).filter(({ isFollowing }) => isFollowing);
    const rising = following.map(({ to }) => to);
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    expect(following).toHaveLength(longestRise(moves.map(({ to }) => to)));
  }
});

/** By trying all choices of places. */
function longestRise([first, ...others]: readonly number[], above = -1): number {
  if (first === undefined) return 0;
  const without = longestRise(others, above);
  return first > above ? Math.max(without, 1 + longestRise(others, first)) : without;
}
