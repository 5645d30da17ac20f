import { createRecheck } from "../../src/actions/recheck";
import { reportWorkbook } from "../../src/actions/report";
import type { WriteReport } from "../../src/workbook/edit";
import { MemoryPort } from "../support/memoryPort";
import { seedWorkbook, withValue } from "../support/seedWorkbook";

const CHANGED = withValue(seedWorkbook(), "表6", 11, 5, 1165.39);

test("边改边校 marks what is wrong, and writes nothing while the marks come out the same", async () => {
  const port = new MemoryPort(CHANGED);
  const recheck = createRecheck(port);
  const { findings } = await recheck();
  expect(findings.some(({ severity }) => severity === "error")).toBe(true);
  expect(port.marks.size).toBeGreaterThan(0);
  await recheck();
  expect(port.batches).toHaveLength(1);
});

test("marks that were cleared in between come back", async () => {
  const port = new MemoryPort(CHANGED);
  const recheck = createRecheck(port);
  await recheck();
  const marks = port.marks.size;
  port.marks.clear();
  await recheck();
  expect(port.marks.size).toBe(marks);
});

test("校验报告 says file, date and edition, ends with a line to sign on, and leaves other sheets alone", async () => {
  const port = new MemoryPort(CHANGED);
  const written: WriteReport[] = [];
  await reportWorkbook(
    port,
    { writeReport: async (report) => void written.push(report) },
    { date: "2026-03-01", edition: 2020 },
  );
  const texts = written[0]?.rows.map((row) => row.map(({ text }) => text)) ?? [];
  expect(written[0]?.sheet).toBe("校验报告");
  expect(texts[1]?.[0]).toMatch(/^文件：.+；科目年度：2020；校验日期：2026-03-01$/);
  expect(texts.at(-1)?.[0]).toContain("复核：");
  expect(port.batches).toEqual([]);
});
