import { holdLists, withLists } from "../../src/actions/listsFor";
import { checkSnapshot } from "../../src/actions/validate";
import { settingKey, writeImported } from "../../src/codes/import/importedList";
import type { ImportedList } from "../../src/codes/import/importedList";
import { shippedLists } from "../../src/codes/shippedLists";
import { seedWorkbook } from "../support/seedWorkbook";
import { workbookOf } from "../support/sheet";

const OWN: ImportedList = {
  kind: "functional",
  title: "2027年科目",
  year: 2027,
  isAuthoritative: true,
  entries: [{ code: "2010388", name: "数据管理" }],
};

const budget = (year: number) => ({ ...workbookOf(), name: `${year}年预算.xlsx` });

it("lists are the same object as long as nothing they are made of has changed", async () => {
  const held = holdLists();
  const first = await held.of(budget(2027), { codeLists: [OWN] });
  const kept = { ...OWN, entries: OWN.entries.map((entry) => ({ ...entry })) };
  expect((await held.of(budget(2027), { codeLists: [kept] })).lists).toBe(first.lists);
  const renamed = { ...OWN, entries: [{ code: "2010388", name: "数据服务" }] };
  expect((await held.of(budget(2027), { codeLists: [renamed] })).lists).not.toBe(first.lists);
});

it("a list kept with the workbook comes before the user's", async () => {
  const settings = { [settingKey("functional")]: writeImported(OWN) };
  const { lists } = await withLists({ ...budget(2027), settings }, { codeLists: [{ ...OWN, entries: [] }] });
  expect(lists.names("functional", 2027).nameOf("2010388")).toBe("数据管理");
});

it("a list that cannot be loaded is said to be unchecked, and the rest is checked all the same", async () => {
  const shipped = shippedLists();
  const [wanted] = (await shipped.load("procurement")).map(({ entries: _, ...about }) => about);
  const gone = { ...shipped, loadFor: async () => ({ loaded: [], failed: wanted ? [wanted] : [] }) };
  const options = await withLists(seedWorkbook(), {}, holdLists(gone));
  const { findings } = checkSnapshot(seedWorkbook(), options);
  const said = findings.filter(({ rule }) => rule === "codes.unloaded");
  expect(said.map(({ severity, message }) => [severity, message.args["list"]])).toEqual([
    ["warning", "政府采购品目分类目录（2022年印发）"],
  ]);
  expect(findings).toHaveLength(checkSnapshot(seedWorkbook()).findings.length + 1);
});
