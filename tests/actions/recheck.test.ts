import { createRecheck } from "../../src/actions/recheck";
import { reportWorkbook } from "../../src/actions/report";
import { checkSnapshot } from "../../src/actions/validate";
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

/** Counts what is read, and types into cells as a user does. */
class CountingPort extends MemoryPort {
  readonly reads: string[] = [];
  override read() {
    this.reads.push("all");
    return super.read();
  }
  override readContents() {
    this.reads.push("contents");
    return super.readContents();
  }
  type(row: number, column: number, value: number) {
    return this.apply([{ kind: "writeCell", sheet: "表6", row, column, content: { value } }]);
  }
}

describe("after edits alone", () => {
  it("contents are read once, and marks only where they come out other", async () => {
    const port = new CountingPort(CHANGED);
    const recheck = createRecheck(port);
    await recheck();
    const marks = port.marks.size;
    expect(port.reads).toEqual(["all"]);
    await recheck({}, "edits");
    expect(port.reads.splice(0)).toEqual(["all", "contents"]);
    expect(port.batches).toHaveLength(1);
    // A further mistake: its marks come, those of the first stay.
    await port.type(7, 3, 1.23);
    const { findings } = await recheck({}, "edits");
    expect(port.reads.splice(0)).toEqual(["contents", "all"]);
    expect(port.marks.size).toBeGreaterThan(marks);
    expect(findings).toEqual(checkSnapshot(await port.read()).findings);
  });

  it("marks go when the mistake does", async () => {
    const port = new CountingPort(CHANGED);
    const recheck = createRecheck(port);
    await recheck();
    await port.type(11, 5, 1164.39);
    const { findings } = await recheck({}, "edits");
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const clean = new MemoryPort(seedWorkbook());
    await createRecheck(clean)();
    const places = ({ marks }: MemoryPort) =>
      [...marks.values()].map(({ sheet, row, column }) => [sheet, row, column]);
    expect(places(port)).toEqual(places(clean));
  });

  it("the first check reads all the same", async () => {
    const port = new CountingPort(CHANGED);
    await createRecheck(port)({}, "edits");
    expect(port.reads).toEqual(["all"]);
    expect(port.marks.size).toBeGreaterThan(0);
  });
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
