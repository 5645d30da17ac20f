/** @jest-environment jsdom */
import { DEFAULT_PREFERENCES, preferenceStore, readPreferences } from "../../taskpane/preferences";

beforeEach(() => localStorage.clear());

test("a choice is there again at the next start", () => {
  preferenceStore().save({ edition: 2019, isLive: true, isTourSeen: true });
  expect(preferenceStore().load()).toEqual({ edition: 2019, isLive: true, isTourSeen: true });
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
