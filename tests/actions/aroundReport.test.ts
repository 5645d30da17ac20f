import { aroundParts } from "../../src/actions/aroundReport";
import type { AroundTables } from "../../src/actions/aroundReport";
import { reportWorkbook } from "../../src/actions/report";
import type { WriteReport } from "../../src/workbook/edit";
import { unitBook } from "../../src/actions/unitBooks";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { MemoryPort } from "../support/memoryPort";
import { unitRecipes, unitWorkbook } from "../support/departmentUnits";

const seed = seedWorkbook();
const lastYear = { ...withValue(seed, "表12", 4, 1, 23.65), name: "2019年预算.xlsx" };
const parts = (around: AroundTables, locale: "zh-CN" | "en-US" = "zh-CN") =>
  aroundParts(seed, around, { locale, thresholds: undefined });

describe("the report has a part for each thing that was compared with the tables", () => {
  it("has none where nothing was given", () => {
    expect(parts({})).toEqual([]);
  });

  it("tells of the text what is wrong, with its sentence, its cell and what it should be", () => {
    const [part] = parts({ text: "2020年“三公”经费预算8.85万元。" });
    expect(part?.title).toBe("说明核对");
    expect(part?.counts).toMatch(/^读出 1 个数/);
    const [line] = part?.lines ?? [];
    expect(line).toMatchObject({ severity: "error", actual: "8.85", expected: "8.65", difference: "0.2" });
    expect(line?.cell?.sheet).toBe("表12");
    expect(line?.message).toContain("\n2020年“三公”经费预算8.85万元。");
    expect(line?.hint).toContain("8.65");
  });

  it("tells of last year the changes that want a reason", () => {
    const [part] = parts({ lastYear });
    expect(part?.title).toBe("上年对比");
    expect(part?.counts).toMatch(/^共比较 \d+ 项，其中 \d+ 项还须写明原因。$/);
    expect(part?.lines.some(({ severity }) => severity === "warning")).toBe(true);
  });

  it("tells of the units which figures are not their sum", () => {
    const units = unitRecipes(2, 5).map((recipe) => {
      const workbook = unitWorkbook(recipe);
      return unitBook({ file: workbook.name, workbook });
    });
    const [part] = parts({ units });
    expect(part?.title).toBe("单位汇总");
    expect(part?.lines.length).toBeGreaterThan(0);
  });

  it("lists what has to be published, each point with what it rests on", () => {
    const [part] = parts({ isPublic: true });
    expect(part?.title).toBe("公开检查");
    expect(part?.lines.every(({ hint }) => hint.startsWith("依据"))).toBe(true);
    expect(new Set(part?.lines.map(({ label }) => label))).toContain("人工核对");
  });

  it("says why a part could not be made", () => {
    const empty = { ...seed, sheets: [] };
    const [part] = aroundParts(empty, { text: "说明" }, { locale: "zh-CN", thresholds: undefined });
    expect(part?.lines).toEqual([]);
    expect(part?.counts).not.toBe("");
  });

  it("speaks English where that is asked for", () => {
    const titles = parts({ text: "说明", lastYear, isPublic: true }, "en-US").map(({ title }) => title);
    expect(titles).toEqual(["The text against the tables", "Against last year", "What has to be published"]);
  });
});

it("the parts stand in the report behind the tables and before the line to sign on", async () => {
  const port = new MemoryPort(seed);
  let written: WriteReport | undefined;
  const reports = {
    writeReport: async (report: WriteReport) => {
      written = report;
    },
  };
  const around = { text: "2020年“三公”经费预算8.85万元。", isPublic: true };
  await reportWorkbook(port, reports, {
    date: "2026-11-30",
    parts: async (workbook) => aroundParts(workbook, around, { locale: "zh-CN", thresholds: undefined }),
  });
  const titles = written?.rows.flatMap(([first]) => (first?.style === "title" ? [first.text] : []));
  expect(titles).toEqual(["部门预算勾稽校验报告", "说明核对", "公开检查"]);
  expect(written?.rows.at(-1)?.[0]?.text).toContain("复核");
  const line = written?.rows.find((row) => row[5]?.text === "8.85");
  expect(line?.[3]).toMatchObject({ style: "link", link: { sheet: "表12" } });
});
