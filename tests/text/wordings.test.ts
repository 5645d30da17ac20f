import { FRESH_WORDINGS, OTHER_WORDINGS, WORDINGS } from "../support/wordedText";
import { wordingFare } from "../support/wordingFare";

describe("200 texts in other words, verbs, order, units and commas", () => {
  test("have no figure read wrongly and hardly one unread", () => {
    const { all, unread, wrong } = wordingFare(WORDINGS, 11, 200);
    expect(all).toBeGreaterThan(6000);
    expect(wrong).toEqual([]);
    expect(unread / all).toBeLessThan(0.02);
  });

  test.each([
    ["a second set", OTHER_WORDINGS],
    ["a third", FRESH_WORDINGS],
  ])(
    "of %s, made apart from the reader, have none read wrongly either, and at most one in ten unread",
    (_set, wordings) => {
      const { all, unread, wrong } = wordingFare(wordings, 12, 200);
      expect(all).toBeGreaterThan(3000);
      expect(wrong).toEqual([]);
      expect(unread / all).toBeLessThanOrEqual(0.1);
    },
  );
});
