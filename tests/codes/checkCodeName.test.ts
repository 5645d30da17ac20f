import { checkCodeName } from "../../src/codes/checkCodeName";
import { isSameClassName, isSameName } from "../../src/codes/codeName";
import { readCorrespondence } from "../../src/codes/correspondence";

const functional = (year: number | undefined, code: string, name?: string) =>
  checkCodeName("functional", year, code, name);

describe("a code and its name", () => {
  test.each([
    ["2010301", "行政运行"],
    ["20103", "政府办公厅(室)及相关机构事务"],
    ["20103", " 政府办公厅（室）\n及相关机构事务 "],
    ["201", "一、一般公共服务支出"],
    ["201", "一般公共服务"],
    ["205", "教育"],
    ["2010301", ""],
  ])("%s %j is right: spaces, brackets' width, numbering and a class's 支出 do not count", (code, name) => {
    expect(functional(2020, code, name)).toEqual({ status: "ok" });
  });

  test("with another name says the official one", () => {
    expect(functional(2020, "2010301", "一般行政管理事务")).toEqual({
      status: "nameDiffers",
      officialName: "行政运行",
    });
    expect(checkCodeName("economicDepartment", 2020, "30101", "津贴补贴")).toEqual({
      status: "nameDiffers",
      officialName: "基本工资",
    });
  });

  test("支出 counts at the end of a name that is no class", () => {
    expect(functional(2020, "2010399", "其他政府办公厅（室）及相关机构事务").status).toBe("nameDiffers");
  });
});

describe("a name of an earlier year", () => {
  test("is right in its own year and outdated from the next on", () => {
    const name = "资源勘探信息等支出";
    expect(functional(2019, "215", name)).toEqual({ status: "ok" });
    expect(functional(2020, "215", name)).toEqual({
      status: "outdatedName",
      officialName: "资源勘探工业信息等支出",
      lastYear: 2019,
    });
    expect(functional(2020, "20805", "行政事业单位离退休")).toMatchObject({
      status: "outdatedName",
      officialName: "行政事业单位养老支出",
    });
  });

  test("of a later year differs, since nothing is outdated about it", () => {
    expect(functional(2019, "215", "资源勘探工业信息等支出")).toEqual({
      status: "nameDiffers",
      officialName: "资源勘探信息等支出",
    });
  });

  test("is right beside the new one in a year that is not certain", () => {
    // 2010305 was renamed in 2020 or in 2021.
    expect(functional(2020, "2010305", "专项业务活动")).toEqual({ status: "ok" });
    expect(functional(2020, "2010305", "专项业务及机关事务管理")).toEqual({ status: "ok" });
    expect(functional(2021, "2010305", "专项业务活动")).toMatchObject({
      status: "outdatedName",
      lastYear: 2020,
    });
  });

  test("is right when the year is not known", () => {
    expect(functional(undefined, "215", "资源勘探信息等支出")).toEqual({ status: "ok" });
    expect(functional(undefined, "215", "资源勘探工业信息等支出")).toEqual({ status: "ok" });
  });
});

describe("a code taken out of the list", () => {
  test("is right up to its last year, then says where it went", () => {
    expect(functional(2020, "2049901", "其他公共安全支出")).toEqual({ status: "ok" });
    expect(functional(2021, "2049901", "其他公共安全支出")).toEqual({
      status: "removedCode",
      lastYear: 2020,
      movedTo: "2049999",
    });
    expect(functional(2021, "2049999", "其他公共安全支出")).toEqual({ status: "ok" });
  });

  test("may have gone nowhere", () => {
    expect(functional(2020, "2080504")).toEqual({
      status: "removedCode",
      lastYear: 2019,
      movedTo: undefined,
    });
  });

  test("and one not yet in it are told apart", () => {
    expect(functional(2018, "224", "灾害防治及应急管理支出")).toMatchObject({
      status: "unknownCode",
      coverage: "partial",
    });
    expect(functional(2019, "224", "灾害防治及应急管理支出")).toEqual({ status: "ok" });
  });
});

describe("an unknown code", () => {
  test("means more or less by how far the list goes in that year", () => {
    const coverage = (
      ...[kind, year, code]: [Parameters<typeof checkCodeName>[0], number | undefined, string]
    ) => {
      const check = checkCodeName(kind, year, code);
      return check.status === "unknownCode" ? check.coverage : check.status;
    };
    expect(coverage("functional", 2020, "2999999")).toBe("broad");
    expect(coverage("functional", 2026, "2999999")).toBe("partial");
    expect(coverage("functional", undefined, "2999999")).toBe("broad");
    expect(coverage("economicDepartment", 2019, "30188")).toBe("complete");
    expect(coverage("economicDepartment", 2017, "30188")).toBe("partial");
    expect(coverage("income", 2020, "1999999")).toBe("partial");
    expect(coverage("purchasedService", 2020, "Z01")).toBe("sample");
  });
});

describe("names are the same", () => {
  test.each([
    ["因公出国（境）费用", "因公出国(境)费用"],
    ["行政单位国有资产出租、出借收入", "行政单位国有资产出租出借收入"],
    ["（一）因公出国（境）费", "因公出国（境）费"],
    ["1.公务用车购置费", "公务用车购置费"],
    ["“三公”经费", "三公经费"],
    ["Ａ类", "A类"],
  ])("%s and %s", (a, b) => {
    expect(isSameName(a, b)).toBe(true);
  });

  test.each([
    ["基本支出", "项目支出"],
    ["十三五规划", "五规划"],
    ["教育支出", "教育"],
  ])("but not %s and %s", (a, b) => {
    expect(isSameName(a, b)).toBe(false);
  });

  test("of classes with and without 支出", () => {
    expect(isSameClassName("教育支出", "五、教育")).toBe(true);
    expect(isSameClassName("教育支出", "科学技术支出")).toBe(false);
  });
});

describe("a pair of economic codes", () => {
  test.each([
    ["30101", "50101", true],
    ["30101", "50501", true],
    ["301", "501", true],
    ["30101", "50201", false],
    ["301", "502", false],
    ["30101", "", false],
    ["39988", "50101", undefined],
  ])("%s beside %s: %s", (department, government, isLegal) => {
    expect(readCorrespondence().isLegal(department, government)).toBe(isLegal);
  });
});
