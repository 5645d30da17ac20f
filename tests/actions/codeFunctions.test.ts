import { codeOfName, levelOfCode, nameOfCode, parentOfCode } from "../../src/actions/codeFunctions";

test.each([
  ["2210201", "", undefined, "住房公积金"],
  ["２２１０２０１", "", undefined, "住房公积金"],
  ["30113", "部门经济", undefined, "住房公积金"],
  ["207", "功能", 2018, "文化体育与传媒支出"],
  ["207", "functional", 2020, "文化旅游体育与传媒支出"],
  ["A02010104", "", undefined, "服务器"],
  ["A02010104", "采购", 2020, "台式计算机"],
  ["10101", "收入", undefined, "增值税"],
])("the name of %s (%s, %s) is %s", async (code, kind, year, name) => {
  expect(await nameOfCode(code, kind, year)).toEqual({ value: name });
});

test("an unknown code is not available, what is no code has a wrong value", async () => {
  expect(await nameOfCode("2999999")).toMatchObject({ error: "notAvailable" });
  expect(await nameOfCode("2210201", "收入")).toMatchObject({ error: "notAvailable" });
  expect(await nameOfCode("行政运行")).toMatchObject({ error: "invalidValue" });
  expect(await nameOfCode("201", "科幻")).toMatchObject({
    error: "invalidValue",
    problem: { key: "function.noSuchKind" },
  });
});

test("a name is looked up; of several the one above decides, and nothing is guessed", async () => {
  expect(await codeOfName("提租补贴")).toEqual({ value: "2210202" });
  expect(await codeOfName("住房公积金", "", "部门经济")).toEqual({ value: "30113" });
  expect(await codeOfName("行政运行", "20103")).toEqual({ value: "2010301" });
  expect(await codeOfName("行政运行", "教育管理事务")).toEqual({ value: "2050101" });
  expect(await codeOfName("行政运行")).toMatchObject({
    error: "notAvailable",
    problem: { key: "function.severalCodes", args: { name: "行政运行" } },
  });
  expect(await codeOfName("没有的科目")).toMatchObject({ error: "notAvailable" });
  expect(await codeOfName(" ")).toMatchObject({ error: "invalidValue" });
});

test("parent and level are told by the form of the code", () => {
  expect(parentOfCode("2010301")).toEqual({ value: "20103" });
  expect(parentOfCode("201")).toMatchObject({ error: "notAvailable", problem: { key: "function.noParent" } });
  expect(parentOfCode("甲")).toMatchObject({ error: "invalidValue" });
  expect(["201", "20103", "2010301"].map(levelOfCode)).toEqual([{ value: 1 }, { value: 2 }, { value: 3 }]);
  expect(levelOfCode("")).toMatchObject({ error: "invalidValue" });
});

test("an imported list comes before the shipped one of its classification and year", async () => {
  const own = {
    kind: "functional" as const,
    title: "本地科目",
    year: 2021,
    isAuthoritative: true,
    entries: [{ code: "2010388", name: "数据管理" }],
  };
  expect(await nameOfCode("2010388", "", 2021, { imported: [own] })).toEqual({ value: "数据管理" });
  expect(await codeOfName("数据管理", "", "功能", undefined, { imported: [own] })).toEqual({
    value: "2010388",
  });
  expect(await nameOfCode("2010388", "", 2020, { imported: [own] })).toMatchObject({ error: "notAvailable" });
});
