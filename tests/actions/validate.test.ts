import { checkSnapshot, clearMarks, validate, validateAndMark } from "../../src/actions/validate";
import { MemoryPort } from "../support/memoryPort";
import { seedWorkbook, withValue } from "../support/seedWorkbook";

const changed = withValue(seedWorkbook(), "表6", 11, 5, 1165.39);

describe("校验", () => {
  it("reads and changes nothing", async () => {
    const port = new MemoryPort(changed);
    expect(await validate(port)).toEqual(checkSnapshot(changed));
    expect(port.batches).toEqual([]);
  });
});

describe("校验并标记", () => {
  it("finds the same and marks in one batch", async () => {
    const port = new MemoryPort(changed);
    expect(await validateAndMark(port)).toEqual(checkSnapshot(changed));
    expect(port.batches).toHaveLength(1);
    expect(port.marks.size).toBeGreaterThan(0);
  });

  it("twice leaves the marks of once", async () => {
    const port = new MemoryPort(changed);
    await validateAndMark(port);
    const once = [...port.marks.values()];
    await validateAndMark(port);
    expect([...port.marks.values()]).toEqual(once);
  });

  it("writes the notes in the language asked for", async () => {
    const port = new MemoryPort(changed);
    await validateAndMark(port, { locale: "en-US" });
    expect([...port.marks.values()].some(({ text }) => text.includes("should equal"))).toBe(true);
  });

  it("names protected sheets, which it leaves alone", async () => {
    const sheets = changed.sheets.map((sheet) => ({ ...sheet, isProtected: true }));
    const port = new MemoryPort({ ...changed, sheets });
    const { findings } = await validateAndMark(port);
    expect(port.batches).toEqual([]);
    expect(findings.filter(({ rule }) => rule === "sheet.protected").map(({ sheet }) => sheet)).toContain(
      "表6",
    );
  });
});

describe("清除标记", () => {
  it("takes away every mark and says how many there were", async () => {
    const port = new MemoryPort(changed);
    await validateAndMark(port);
    const count = port.marks.size;
    expect(await clearMarks(port)).toBe(count);
    expect(port.marks.size).toBe(0);
    expect(await clearMarks(port)).toBe(0);
  });
});
