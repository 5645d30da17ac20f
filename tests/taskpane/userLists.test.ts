import type { ImportedList } from "../../src/codes/import/importedList";
import { listsIn } from "../../taskpane/userLists";

const list = (kind: ImportedList["kind"], title: string): ImportedList => ({
  kind,
  title,
  year: 2021,
  isAuthoritative: true,
  entries: [{ code: "2010388", name: "数据管理" }],
});

function store(limit = Infinity) {
  const kept = new Map<string, string>();
  return {
    get: (key: string): unknown => JSON.parse(kept.get(key) ?? "null"),
    set: (key: string, value: unknown) => {
      const text = JSON.stringify(value);
      if (text.length > limit) throw new Error("QuotaExceededError");
      kept.set(key, text);
    },
  };
}

test("a list is kept in the place of the one of its classification", () => {
  const lists = listsIn(store());
  expect(lists.load()).toEqual([]);
  expect(lists.keep(list("functional", "甲"))).toBe(true);
  expect(lists.keep(list("income", "乙"))).toBe(true);
  expect(lists.keep(list("functional", "丙"))).toBe(true);
  expect(lists.load().map(({ title }) => title)).toEqual(["乙", "丙"]);
  lists.forget("income");
  expect(lists.load().map(({ title }) => title)).toEqual(["丙"]);
});

test("a list that finds no room is told as not kept, and what was there stays", () => {
  const lists = listsIn(store(160));
  expect(lists.keep(list("functional", "甲"))).toBe(true);
  expect(lists.keep({ ...list("income", "乙"), title: "长".repeat(200) })).toBe(false);
  expect(lists.load().map(({ title }) => title)).toEqual(["甲"]);
});

test("a browser that denies its storage, or holds something else there, has no lists", () => {
  const denied = () => {
    throw new Error("SecurityError");
  };
  expect(listsIn({ get: denied, set: denied }).load()).toEqual([]);
  expect(listsIn({ get: denied, set: denied }).keep(list("functional", "甲"))).toBe(false);
  expect(listsIn({ get: () => ["x", 3, "{}"], set: () => undefined }).load()).toEqual([]);
});
