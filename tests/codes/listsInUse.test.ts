import { checkCodeName } from "../../src/codes/checkCodeName";
import type { ImportedList } from "../../src/codes/import/importedList";
import { listsInUse } from "../../src/codes/listsInUse";
import { shippedLists } from "../../src/codes/shippedLists";

const loadListsFor = async (years: readonly number[]) => (await shippedLists().loadFor(years)).loaded;

const own = (year: number | undefined, name: string, isAuthoritative = true): ImportedList => ({
  kind: "functional",
  title: "本地科目",
  year,
  isAuthoritative,
  entries: [{ code: "2010388", name }],
});

test("procurement goes by the catalogue of 2022 in the years it is for, and by that of 2013 before", async () => {
  const lists = listsInUse({ large: await loadListsFor([2020, 2024]) });
  expect(lists.get("procurement", 2024).id).toBe("procurement-2022");
  expect(lists.get("procurement", 2020).id).toBe("procurement-2013");
  expect(lists.get("procurement", undefined).id).toBe("procurement-2013");
  expect(lists.get("purchasedService", 2020).title).toContain("白云区");
  expect(checkCodeName("procurement", 2024, "A02010104", "服务器", lists)).toEqual({ status: "ok" });
  expect(checkCodeName("procurement", 2024, "A02010188", "", lists)).toMatchObject({ coverage: "complete" });
});

test("no large list is loaded for years that the lists at hand are for", async () => {
  expect(await loadListsFor([2020])).toEqual([]);
  expect((await loadListsFor([2023])).map(({ id }) => id)).toEqual(["procurement-2022"]);
});

test("of several imported lists the last one for the year counts", () => {
  const lists = listsInUse({ imported: [own(2021, "旧名"), own(2021, "新名"), own(2020, "别年")] });
  const nameIn = (year: number) => lists.get("functional", year).entries.get("2010388")?.names.at(-1)?.name;
  expect([nameIn(2021), nameIn(2020), nameIn(2019)]).toEqual(["新名", "别年", undefined]);
});

test("a supplement to the procurement codes of 2024 adds to the catalogue of 2022", async () => {
  const more: ImportedList = {
    kind: "procurement",
    title: "补充品目",
    year: 2024,
    isAuthoritative: false,
    entries: [{ code: "A02019999", name: "自定义设备" }],
  };
  const list = listsInUse({ imported: [more], large: await loadListsFor([2024]) }).get("procurement", 2024);
  expect(list.entries.get("A02010104")?.names[0]?.name).toBe("服务器");
  expect(list.entries.get("A02019999")?.evidence).toBe("importSupplement");
});
