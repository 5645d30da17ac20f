import { existsSync } from "node:fs";
import { join } from "node:path";
import { json } from "./json";
import { bytesOf, COMPLETE, run, temporaryFolder, wrongBudget } from "./run";

describe("gouji balance", () => {
  it("writes a copy without rounding differences, and says what it changed", async () => {
    const copy = join(temporaryFolder(), "balanced.xlsx");
    const before = bytesOf(COMPLETE);
    const { code, out, err } = await run(["balance", COMPLETE, "-o", copy]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/改 \d+ 个数，消除 20 处尾差/);
    expect(bytesOf(COMPLETE)).toEqual(before);
    const { files } = await json(copy);
    expect(files[0]?.relations).toMatchObject({ rounding: 0, mismatch: 0 });
  });

  it("only shows without -o, and leaves locked sheets alone", async () => {
    const { out } = await run(["balance", COMPLETE, "--format", "json", "--lock", "表3 支出总体情况表"]);
    const { changes, left } = JSON.parse(out) as { changes: { sheet: string }[]; left: string[] };
    expect(changes.length).toBeGreaterThan(0);
    expect(left).toEqual([expect.stringMatching(/表3.*处尾差消除不了/)]);
    expect(changes.filter(({ sheet }) => sheet === "表3 支出总体情况表")).toEqual([]);
  });

  it("refuses a lock that names nothing, and writes nothing", async () => {
    const copy = join(temporaryFolder(), "balanced.xlsx");
    const { code, err } = await run(["balance", COMPLETE, "-o", copy, "--lock", "表33!C5"]);
    expect(code).toBe(2);
    expect(err).toContain("看不懂要锁定的“表33!C5”");
    expect(existsSync(copy)).toBe(false);
  });

  it("leaves figures tied to a mistake, says so, and ends with 1", async () => {
    const file = join(temporaryFolder({ "wrong.xlsx": wrongBudget() }), "wrong.xlsx");
    const { code, out } = await run(["balance", file]);
    expect(code).toBe(1);
    expect(out).toContain("请先改正差错");
  });
});
