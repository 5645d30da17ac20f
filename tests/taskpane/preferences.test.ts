/** @jest-environment jsdom */
import {
  DEFAULT_PREFERENCES,
  editionsOn,
  preferenceStore,
  readPreferences,
} from "../../taskpane/preferences";

beforeEach(() => localStorage.clear());

test("a choice is there again at the next start", () => {
  const chosen = { edition: 2019, isLive: true, isListOnly: true, isUndoTold: true, isTourSeen: true };
  preferenceStore().save(chosen);
  expect(preferenceStore().load()).toEqual(chosen);
});

test("the years to choose from go up to the next one, for which budgets are made", () => {
  expect(editionsOn(new Date(2021, 10, 30))).toEqual(["auto", 2019, 2020, 2021, 2022]);
  expect(editionsOn(new Date(2026, 10, 30)).at(-1)).toBe(2027);
  expect(readPreferences({ edition: 2027 }).edition).toBe(2027);
});

test("without a stored choice the defaults hold", () => {
  expect(preferenceStore().load()).toEqual(DEFAULT_PREFERENCES);
});

test("the storage helper keeps everything under this product's own name", () => {
  preferenceStore().save(DEFAULT_PREFERENCES);
  expect(Object.keys(localStorage).sort()).toEqual(["@gouji/preferences", "gouji"]);
});

test("what another version stored falls back field by field", () => {
  expect(readPreferences({ edition: 1998, isLive: true, isTourSeen: "yes" })).toEqual({
    edition: "auto",
    isLive: true,
    isListOnly: false,
    isUndoTold: false,
    isTourSeen: false,
  });
  expect(readPreferences("nonsense")).toEqual(DEFAULT_PREFERENCES);
});

test("where the browser denies storage, the pane works with defaults", () => {
  const denied = jest.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  try {
    const store = preferenceStore();
    expect(() => store.save({ ...DEFAULT_PREFERENCES, edition: 2019 })).not.toThrow();
  } finally {
    denied.mockRestore();
  }
  expect(preferenceStore().load()).toEqual(DEFAULT_PREFERENCES);
});
