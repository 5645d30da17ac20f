import { join } from "node:path";
import { json, rulesOf } from "./json";
import { AS_PUBLISHED, changedBudget, COMPLETE, run, temporaryFolder, wrongBudget } from "./run";

const WARNINGS = [
  "T01 code.outdated C18",
  "T04 code.outdated C18",
  "T09 heading.swapped A3",
  "T13 code.mismatch E32",
];

describe("the complete budget as JSON", () => {
  test("has 14 tables, at least 371 relations, none that fails, and the findings known of it alone", async () => {
    const { code, err, files } = await json(COMPLETE);
    const [file] = files;
    if (!file) throw new Error("no file");
    expect({ code, err, count: files.length, error: file.error }).toEqual({
      code: 0,
      err: "",
      count: 1,
      error: null,
    });
    expect(file.tables.map(({ table }) => table)).toEqual(
      Array.from({ length: 14 }, (_, index) => `T${String(index + 1).padStart(2, "0")}`),
    );
    const { checked = 0, exact = 0, rounding = 0, mismatch } = file.relations;
    expect(checked).toBeGreaterThanOrEqual(371);
    expect(mismatch).toBe(0);
    expect(exact + rounding).toBe(checked);
    expect(rulesOf(file, "error")).toEqual([]);
    expect(rulesOf(file, "warning")).toEqual(WARNINGS);
    expect(rulesOf(file, "rounding")).toEqual([
      "T02 rounding C27",
      "T03 rounding C5",
      "T06 rounding C27",
      "T09 rounding C24",
      "T10 rounding C6",
      "T13 rounding H9",
    ]);
    expect(rulesOf(file, "info")).toEqual([]);
  });

  test("places each table by sheet, range, columns, rows and confidence", async () => {
    const [file] = (await json(COMPLETE)).files;
    expect(file?.tables[5]).toEqual({
      table: "T06",
      sheet: "表6 一般公共预算支出预算表",
      range: "A1:G29",
      columns: { "1": "A", "2": "B", "3": "C", "4": "D", "5": "E", "6": "F", "7": "G" },
      rows: 23,
      confidence: 1,
      by: "name",
    });
  });
});

describe("the budget as published", () => {
  test("adds the findings on missing rows and no other, and ends with 1", async () => {
    const { code, files } = await json(AS_PUBLISHED);
    const [file] = files;
    expect(code).toBe(1);
    expect(file && rulesOf(file, "error").map((line) => line.split(" ").slice(0, 2))).toEqual([
      ["T02", "rows.missing"],
      ["T10", "rows.missing"],
    ]);
    expect(file && rulesOf(file, "warning")).toEqual(WARNINGS);
    expect(file?.relations["mismatch"]).toBe(0);
    expect(file?.relations["cannotTell"]).toBeGreaterThan(0);
  });
});

describe("a wrong figure", () => {
  const folder = () => temporaryFolder({ "错.xlsx": wrongBudget() });

  test("is an error with the amounts as decimal strings, its cells and its suspects", async () => {
    const { code, files } = await json(join(folder(), "错.xlsx"));
    const [file] = files;
    const errors = file?.findings.filter(({ severity }) => severity === "error") ?? [];
    expect(code).toBe(1);
    expect(errors).toHaveLength(1);
    const [own] = errors;
    expect(own).toMatchObject({
      table: "T06",
      sheet: "表6 一般公共预算支出预算表",
      cell: "C10",
      expected: "571.92",
      actual: "572.92",
      difference: "1",
    });
    expect(own?.message).toContain("多 1.00 万元");
    expect(own?.relations?.[0]?.cells).toEqual(
      ["C10", "D10", "E10"].map((cell, index) => ({
        sheet: "表6 一般公共预算支出预算表",
        cell,
        role: index === 0 ? "total" : "part",
      })),
    );
    expect(own?.suspects).toContainEqual(
      expect.objectContaining({ sheet: "表6 一般公共预算支出预算表", cell: "C10", suggested: "571.92" }),
    );
    // 表3 holds the same row, so a relation between the tables fails as well.
    expect(own?.relations?.filter(({ rule }) => /^X\d\d$/.test(rule)).length).toBeGreaterThan(0);
  });

  test("has the fields that the format promises and no other", async () => {
    const [file] = (await json(join(folder(), "错.xlsx"))).files;
    expect(Object.keys(file ?? {})).toEqual(["file", "error", "tables", "unplaced", "relations", "findings"]);
    expect(Object.keys(file?.relations ?? {})).toEqual([
      "checked",
      "exact",
      "rounding",
      "mismatch",
      "notApplicable",
      "cannotTell",
    ]);
    const amount = /^-?\d+(\.\d+)?$/;
    for (const finding of file?.findings ?? []) {
      expect(Object.keys(finding)).toEqual([
        "severity",
        "rule",
        "table",
        "sheet",
        "cell",
        "message",
        "expected",
        "actual",
        "difference",
        "cells",
        "suspects",
        "relations",
        ...(finding.severity === "error" ? ["act"] : []),
      ]);
      if (finding.act) expect(Object.keys(finding.act)).toEqual(["kind", "rows", "others"]);
      for (const text of [finding.expected, finding.actual, finding.difference]) {
        if (text !== null) expect(text).toMatch(amount);
      }
      for (const cell of finding.cells) {
        expect(Object.keys(cell)).toEqual(["sheet", "cell", "role"]);
        expect(cell["cell"]).toMatch(/^[A-Z]+\d+$/);
      }
      for (const relation of finding.relations) {
        expect(Object.keys(relation)).toEqual([
          "rule",
          "table",
          "sheet",
          "cell",
          "message",
          "expected",
          "actual",
          "difference",
          "cells",
        ]);
      }
      for (const suspect of finding.suspects) {
        expect(Object.keys(suspect)).toEqual(["sheet", "cell", "low", "high", "suggested", "why"]);
        expect(suspect["why"]).toEqual(expect.arrayContaining([expect.any(String)]));
        for (const key of ["low", "high", "suggested"]) {
          if (suspect[key] !== null) expect(suspect[key]).toMatch(amount);
        }
      }
    }
  });

  test("is told in a terminal with its place, both sides and the difference", async () => {
    const { code, out, err } = await run(["check", join(folder(), "错.xlsx")]);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toMatch(/错\.xlsx\n {2}找到 14 张表，核对 \d+ 条勾稽关系：/);
    expect(out).toMatch(/差错 {2}表6 C10（.*2010301 行政运行.*）：总计 572\.92.*571\.92.*多 1\.00 万元/);
    expect(out).toMatch(/可能错在 .*C10，应为 571\.92。/);
  });
});

describe("--edition", () => {
  test("takes the code lists of that year", async () => {
    const [file] = (await json(COMPLETE, "--edition", "2019")).files;
    const rules = file ? rulesOf(file, "warning") : [];
    // In 2019 the name of 十四 was right.
    expect(rules.filter((line) => line.startsWith("T01 code"))).toEqual([]);
    expect(rules.length).toBeGreaterThan(0);
  });
});

describe("--lang en-US", () => {
  test("words findings and totals in English", async () => {
    const { out } = await run(["check", "--lang", "en-US", COMPLETE]);
    expect(out).toContain("14 tables found");
    expect(out).toContain("0 errors, 4 warnings, 0 hints.");
  });
});

test("a sheet too large to read makes the file unusable, and its other tables are checked", async () => {
  const large = changedBudget("xl/worksheets/sheet14.xml", (xml) =>
    xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
  );
  const folder = temporaryFolder({ "大.xlsx": large });
  const { code, files } = await json(join(folder, "大.xlsx"));
  expect(code).toBe(2);
  expect(files[0]?.error).toEqual({
    code: "file.sheetTooLarge",
    message:
      "工作表“表14 政府购买服务预算表”的已用区域 A1:XFD1048576 过大，没有核对；请删去多余的行列后再校验",
  });
  expect(files[0]?.tables).toHaveLength(13);
  expect(files[0]?.unplaced).toEqual([
    { sheet: "表14 政府购买服务预算表", reason: expect.stringContaining("A1:XFD1048576 过大") as string },
  ]);
  const { out } = await run(["check", join(folder, "大.xlsx")]);
  expect(out).toContain("\n  找到 13 张表");
  expect(out).toContain("\n  表14 政府购买服务预算表：已用区域 A1:XFD1048576 过大，没有读取");
});
