import { planReport } from "../../src/planning/report";
import { check } from "../support/check";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { sheetOf, workbookOf } from "../support/sheet";

const texts = (result: ReturnType<typeof check>) =>
  planReport(result, "校验报告", "zh-CN").rows.map((row) => row.map(({ text }) => text));

const ORDER: readonly (string | undefined)[] = ["差错", "提醒", "尾差", "提示"];

describe("the report sheet", () => {
  const changed = check(withValue(seedWorkbook(), "表6", 11, 5, 1165.39));
  const { rows } = planReport(changed, "校验报告", "zh-CN");

  it("begins with what was checked and how it came out", () => {
    const [title, relations, counts] = texts(changed);
    expect(title).toEqual(["部门预算勾稽校验报告"]);
    expect(relations?.[0]).toMatch(/^找到 14 张表，核对 \d+ 条勾稽关系：相符 \d+，尾差 20，不符 2。$/);
    expect(counts).toEqual(["差错 1 条，提醒 4 条，提示 0 条。"]);
  });

  it("tells what is wrong before what is only to be looked at", () => {
    const told = rows.map((row) => row[1]?.text).filter((text) => /^(差错|提醒|尾差|提示)$/.test(text ?? ""));
    expect(told).toEqual([...told].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
    expect(new Set(told).size).toBe(3);
  });

  it("has a line for each finding with its figures and a link to its cell", () => {
    const line = rows.find((row) => row[1]?.style === "error");
    expect(line?.map(({ text }) => text)).toEqual([
      "1",
      "差错",
      "表6",
      "F12",
      expect.stringMatching(
        /^表6 F12 1,165\.39 看来应为 1,164\.39 万元：.*少 1\.00 万元.*\n同一处错误还使另外 1 条关系不符：\n表6 F9/,
      ),
      "1,165.39",
      "1,164.39",
      "1.00",
      "可能错在 表6!F12，应为 1,164.39。",
    ]);
    expect(line?.[3]).toMatchObject({ style: "link", link: { sheet: "表6", row: 11, column: 5 } });
  });

  it("says why each table was recognised, and why a sheet was not", () => {
    const all = texts(check(workbookOf(...seedWorkbook().sheets, sheetOf("封面", [["2020年部门预算"]]))));
    expect(all.find((row) => row[1] === "表14")?.[4]).toContain("的表名是“政府购买服务预算表”");
    expect(all[all.length - 1]).toEqual(["", "—", "封面", "", "没有找到部门预算表的表名"]);
  });

  it("tells what is wrong first, then what was checked around the tables, the grounds, and is signed at the end", () => {
    const parts = [{ title: "说明核对", counts: "差错 0", lines: [] }];
    const texts = planReport(changed, "校验报告", "zh-CN", { parts }).rows.map((row) =>
      row.map(({ text }) => text),
    );
    const places = ["程度", "说明核对", "依据"].map((word) => texts.findIndex((row) => row.includes(word)));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(texts.at(-1)?.[0]).toMatch(/^编制：.*复核：.*负责人：.*日期：/);
  });

  it("says so when there is nothing to say", () => {
    const [, , , , , none] = texts({ ...check(seedWorkbook()), findings: [] });
    expect(none).toEqual(["没有发现问题。"]);
  });
});
