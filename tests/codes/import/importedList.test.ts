import { checkCodeName } from "../../../src/codes/checkCodeName";
import { importedIn, readImported, settingKey, writeImported } from "../../../src/codes/import/importedList";
import type { ImportedList } from "../../../src/codes/import/importedList";
import { listsInUse } from "../../../src/codes/listsInUse";
import { functionalCodes } from "./layouts";

const LIST: ImportedList = {
  kind: "functional",
  title: "2020年科目",
  year: 2020,
  isAuthoritative: true,
  entries: [
    ...functionalCodes().filter(({ code }) => code !== "2010303"),
    { code: "2010377", name: "数据管理" },
  ],
};

test("a list is read as it was kept", () => {
  expect(readImported(writeImported(LIST))).toEqual(LIST);
  expect(importedIn({ [settingKey("functional")]: writeImported(LIST), other: "x" })).toEqual([LIST]);
});

test.each(["", "{", "null", "{}", '{"version":2}', '{"version":1,"kind":"x","title":"","codes":[]}'])(
  "what is not a list is none: %s",
  (text) => {
    expect(readImported(text)).toBeUndefined();
  },
);

const check = (list: ImportedList, code: string, name = "", year: number | undefined = 2020) =>
  checkCodeName("functional", year, code, name, listsInUse({ imported: [list] }));

test("by an authoritative list a code that is not in it is wrong, and its own codes are right", () => {
  expect(check(LIST, "2010303", "机关服务")).toMatchObject({ status: "unknownCode", coverage: "official" });
  expect(check(LIST, "2010377", "数据管理")).toEqual({ status: "ok" });
  expect(check(LIST, "2010377", "别的")).toEqual({ status: "nameDiffers", officialName: "数据管理" });
});

test("in years the list is not for, the shipped one counts", () => {
  expect(check(LIST, "2010303", "机关服务", 2019)).toEqual({ status: "ok" });
  expect(check({ ...LIST, year: undefined }, "2010303", "", 2019)).toMatchObject({ coverage: "official" });
});

test("a list that only adds leaves the shipped codes right", () => {
  const more = { ...LIST, isAuthoritative: false };
  expect(check(more, "2010303", "机关服务")).toEqual({ status: "ok" });
  expect(check(more, "2010377", "数据管理")).toEqual({ status: "ok" });
  expect(check(more, "2010388")).toMatchObject({ status: "unknownCode", coverage: "broad" });
});

test("names of earlier years stay known as such", () => {
  expect(check(LIST, "2080501", "归口管理的行政单位离退休")).toEqual({
    status: "outdatedName",
    officialName: "行政单位离退休",
    lastYear: 2019,
  });
});
