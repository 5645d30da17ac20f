import { join } from "node:path";
import { checkSnapshot } from "../../src/actions/validate";
import { applyEdits } from "../../src/xlsx/patch/applyEdits";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { hasLibreOffice, recalculated } from "../support/libreOffice";
import { nationalWorkbook } from "../support/nationalWorkbook";
import { fileOf } from "../support/snapshotFile";
import { COMPLETE, addressBook, bytesOf, changedBudget, run, temporaryFolder } from "./run";

interface Printed {
  readonly version: number;
  readonly unit: string;
  readonly this: { readonly set: string; readonly year: number | null };
  readonly counts: Readonly<Record<string, number>>;
  readonly changes: readonly {
    readonly key: string;
    readonly part: string;
    readonly kind: string;
    readonly code: string | null;
    readonly lastCode: string | null;
    readonly this: string | null;
    readonly last: string | null;
    readonly change: string | null;
    readonly rate: string | null;
    readonly need: string;
    readonly reason: string | null;
    readonly lastReason: string | null;
    readonly cells: readonly { readonly sheet: string; readonly cell: string }[];
  }[];
  readonly findings: readonly {
    readonly severity: string;
    readonly rule: string;
    readonly key: string | null;
    readonly message: string;
    readonly reason: string | null;
  }[];
}

async function json(...args: readonly string[]): Promise<Printed & { readonly exit: number }> {
  const { code, out, err } = await run(["compare", ...args, "--format", "json"]);
  if (out === "") throw new Error(err);
  return { ...(JSON.parse(out) as Printed), exit: code };
}

/** The complete budget with 接待费 of 表12 less by 0.10 and 行政运行 of 表3 and 表6 by 100.00: last year's. */
function lastYear(): string {
  const changed = changedBudget("xl/worksheets/sheet12.xml", (xml) =>
    xml.replaceAll("<v>32.96</v>", "<v>20.00</v>"),
  );
  return join(temporaryFolder({ "去年.xlsx": changed }), "去年.xlsx");
}

describe("gouji compare", () => {
  test("finds nothing to explain in a budget that is last year's", async () => {
    const { exit, version, unit, counts, changes, findings } = await json(COMPLETE, COMPLETE);
    expect({ exit, version, unit }).toEqual({ exit: 0, version: 1, unit: "万元" });
    expect(counts).toMatchObject({ needed: 0, given: 0, open: 0 });
    expect(changes.length).toBeGreaterThan(60);
    expect(changes.filter(({ kind, change }) => kind !== "same" || change !== "0")).toEqual([]);
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  test("asks for the reason of what changed by ten per cent or more, with its cell", async () => {
    const { exit, changes, findings } = await json(COMPLETE, lastYear());
    expect(exit).toBe(1);
    const found = changes.find(({ key }) => key === "行政经费");
    expect(found).toMatchObject({
      this: "32.96",
      last: "20",
      change: "12.96",
      rate: "64.80",
      need: "needed",
      reason: null,
    });
    expect(found?.cells).toEqual([{ sheet: "表12 行政经费及三公经费预算表", cell: "B5" }]);
    expect(
      findings.filter(({ severity }) => severity === "warning").map(({ rule, key }) => [rule, key]),
    ).toEqual([["years.reason", "行政经费"]]);
  });

  test("asks for nothing below the rate that is given", async () => {
    expect((await json(COMPLETE, lastYear(), "--rate", "64.81")).exit).toBe(0);
    expect((await json(COMPLETE, lastYear(), "--rate", "64.8")).exit).toBe(1);
  });

  test("keeps the reason that was typed into the sheet of changes, and offers it the year after", async () => {
    const folder = temporaryFolder();
    const [first, second] = [join(folder, "一.xlsx"), join(folder, "二.xlsx")];
    const last = lastYear();
    expect((await run(["compare", COMPLETE, last, "-o", first])).code).toBe(1);
    const sheet = readWorkbook(bytesOf(first), "一.xlsx").sheets.find(({ name }) => name === "上年对比");
    const row = [...(sheet?.rows ?? [])].find(([, cells]) => cells.get(10)?.value === "行政经费")?.[0] ?? 0;
    const typed = applyEdits(bytesOf(first), [
      { kind: "writeCell", sheet: "上年对比", row, column: 7, content: { value: "新增两名编制" } },
    ]);
    const withReason = join(temporaryFolder({ "写好.xlsx": typed }), "写好.xlsx");
    const { exit, changes, counts } = await json(withReason, last, "-o", second);
    expect(exit).toBe(0);
    expect(counts).toMatchObject({ needed: 1, given: 1, open: 0 });
    expect(changes.find(({ key }) => key === "行政经费")?.reason).toBe("新增两名编制");
    const book = readWorkbook(bytesOf(second), "二.xlsx");
    expect(book.settings?.["reasons"]).toBe('{"行政经费":"新增两名编制"}');
    expect(book.sheets.filter(({ name }) => name.startsWith("上年对比"))).toHaveLength(1);
    const next = await json(COMPLETE, second);
    expect(next.changes.find(({ key }) => key === "行政经费")?.lastReason).toBe("新增两名编制");
  });

  test("takes a reason that says nothing for none", async () => {
    const edits = [{ kind: "writeSetting", key: "reasons", value: '{"行政经费":"无"}' }] as const;
    const folder = temporaryFolder({ "今年.xlsx": applyEdits(bytesOf(COMPLETE), edits) });
    const { exit, findings } = await json(join(folder, "今年.xlsx"), lastYear());
    expect(exit).toBe(1);
    expect(findings.find(({ key }) => key === "行政经费")?.rule).toBe("years.reason.empty");
  });

  test("adds a sheet that is no budget table and leaves the check as it was", async () => {
    const file = join(temporaryFolder(), "带表.xlsx");
    await run(["compare", COMPLETE, lastYear(), "-o", file]);
    const [before, after] = [COMPLETE, file].map((path) =>
      checkSnapshot(readWorkbook(bytesOf(path), "x.xlsx")),
    );
    expect(after?.relations).toEqual(before?.relations);
    expect(after?.findings).toEqual(before?.findings);
    expect(after?.tables.map(({ table }) => table)).toEqual(before?.tables.map(({ table }) => table));
  });

  (hasLibreOffice ? test : test.skip)(
    "writes formulas that give what it says",
    async () => {
      const file = join(temporaryFolder(), "带表.xlsx");
      await run(["compare", COMPLETE, lastYear(), "-o", file]);
      const valuesOf = (bytes: Uint8Array) => {
        const sheet = readWorkbook(bytes, "x.xlsx").sheets.find(({ name }) => name === "上年对比");
        return [...(sheet?.rows ?? [])].flatMap(([row, cells]) =>
          [...cells].map(([column, { value }]) => [
            row,
            column,
            typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value,
          ]),
        );
      };
      const filled = (all: ReturnType<typeof valuesOf>) => all.filter(([, , value]) => value !== "");
      expect(filled(valuesOf(recalculated(bytesOf(file))))).toEqual(filled(valuesOf(bytesOf(file))));
    },
    120_000,
  );

  test("compares with a workbook of another set, in 元, by meaning", async () => {
    const folder = temporaryFolder({ "去年.xlsx": fileOf(nationalWorkbook()) });
    const { changes } = await json(COMPLETE, join(folder, "去年.xlsx"));
    const found = (key: string) => changes.find((change) => change.key === key);
    expect(found("收入")).toMatchObject({ this: "31600.01", last: "3258.62", change: "28341.39" });
    expect(found("三公")).toMatchObject({ this: "8.65", last: "41.16" });
    expect(found("支出·一般公共预算/2080505")).toMatchObject({ kind: "same", last: "240.05" });
    expect(found("支出/2120101")).toMatchObject({
      kind: "gone",
      code: null,
      lastCode: "2120101",
      last: "2010.03",
    });
  });

  test.each([
    ["a file that is not there", "没有.xlsx", "没有.xlsx"],
    ["a workbook without tables", "通讯录.xlsx", "认不出"],
  ])("refuses %s", async (_what, name, words) => {
    const folder = temporaryFolder({ "通讯录.xlsx": await addressBook() });
    for (const args of [
      [COMPLETE, join(folder, name)],
      [join(folder, name), COMPLETE],
    ]) {
      const { code, out, err } = await run(["compare", ...args]);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain(name);
      expect(err).toContain(words);
    }
  });

  test("says in Chinese what changed and what is wanted", async () => {
    const { out } = await run(["compare", COMPLETE, lastYear()]);
    expect(out).toContain("机关运行经费（行政经费）：32.96，上年 20.00，增加 12.96（64.80%）");
    expect(out).toContain(
      "[提醒] 机关运行经费（行政经费）：本年 32.96 万元，上年 20.00 万元，增加 12.96 万元（64.80%），没有写原因，请补上",
    );
  });
});
