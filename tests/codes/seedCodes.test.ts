import { checkCodeName } from "../../src/codes/checkCodeName";
import { readCorrespondence } from "../../src/codes/correspondence";
import { FUNCTIONAL_CLASS_LINES } from "../../src/tables/guangzhou/functionalClasses";
import { seedRows } from "../support/seedWorkbook";

/** Body rows of a seed table without the field that marks headings. */
function bodyOf(id: string): string[][] {
  return seedRows(id, "complete").flatMap(([mark, ...fields]) => (mark === "#H" ? [] : [fields]));
}

/** "[30101]基本工资" → ["30101", "基本工资"]. */
function bracketed(text = ""): [code: string, name: string] | undefined {
  const [, code, name] = /^\[(\w+)\](.+)$/.exec(text) ?? [];
  return code === undefined || name === undefined ? undefined : [code, name];
}

/** Code and name of every row of 表2, 表3 and 表6 that has a functional code; units (156, 156001) are no such rows. */
const functional = ["T02", "T03", "T06"].flatMap((id) =>
  bodyOf(id).flatMap(([code = "", name = ""]) => (/^2\d{2,6}$/.test(code) ? [[code, name] as const] : [])),
);

/** 部门 and 政府 economic code and name of every row of 表9, in this order although its headings say the reverse. */
const economic = bodyOf("T09").flatMap(([department, government]) => {
  const pair = [bracketed(department), bracketed(government)] as const;
  return pair[0] && pair[1] ? [[pair[0], pair[1]] as const] : [];
});

describe("in the 2020 budget", () => {
  test("every functional code of 表2, 表3 and 表6 bears its name of 2020", () => {
    expect(functional).toHaveLength(66);
    const wrong = functional.filter(
      ([code, name]) => checkCodeName("functional", 2020, code, name).status !== "ok",
    );
    expect(wrong).toEqual([]);
  });

  test("the projects of 表10 stand under known functional codes", () => {
    const codes = bodyOf("T10").flatMap(([code = ""]) => (code.length === 7 ? [code] : []));
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.map((code) => checkCodeName("functional", 2020, code).status)).toEqual(
      codes.map(() => "ok"),
    );
  });

  test.each(["T01", "T04"])(
    "the class lines of %s bear their names, but for 十四 with that of 2019",
    (id) => {
      const lines = bodyOf(id).flatMap((fields) =>
        fields.filter((field) => /^[一二三四五六七八九十]+、.*支出$/.test(field)),
      );
      const classes = lines.slice(0, 22);
      expect(classes[21]).toBe("二十二、其他支出");
      const found = classes.flatMap((line, index) => {
        const check = checkCodeName("functional", 2020, FUNCTIONAL_CLASS_LINES[index]?.standsFor ?? "", line);
        return check.status === "ok" ? [] : [[line, check] as const];
      });
      expect(found).toEqual([
        [
          "十四、资源勘探信息等支出",
          { status: "outdatedName", officialName: "资源勘探工业信息等支出", lastYear: 2019 },
        ],
      ]);
    },
  );

  test("every economic code of 表9 bears its name in both classifications", () => {
    expect(economic.length).toBeGreaterThan(30);
    const wrong = economic.filter(
      ([department, government]) =>
        checkCodeName("economicDepartment", 2020, ...department).status !== "ok" ||
        checkCodeName("economicGovernment", 2020, ...government).status !== "ok",
    );
    expect(wrong).toEqual([]);
  });

  test("every pair of economic codes of 表9 may stand together", () => {
    const wrong = economic.filter(
      ([[department], [government]]) => !readCorrespondence().isLegal(department, government),
    );
    expect(wrong).toEqual([]);
  });

  test("the income code of 表5 bears its name", () => {
    expect(checkCodeName("income", 2020, "103070601", "行政单位国有资产出租、出借收入")).toEqual({
      status: "ok",
    });
  });

  test("every item of 表14 is in the catalogue of purchased services", () => {
    const items = bodyOf("T14").flatMap((fields) =>
      fields.flatMap((field) => {
        const found = bracketed(field);
        return found ? [found] : [];
      }),
    );
    expect(items.length).toBeGreaterThan(30);
    expect(items.filter((one) => checkCodeName("purchasedService", 2020, ...one).status !== "ok")).toEqual(
      [],
    );
  });
});
