import { checkSnapshot, validateAndMark } from "../../src/actions/validate";
import { excelPort } from "../../src/excel/excelPort";
import { planMarks } from "../../src/planning/marks";
import { PACKS } from "../../src/tables/packs";
import { checkWorkbook } from "../../src/validation/check";
import type { AddMark } from "../../src/workbook/edit";
import type { MarksRefused } from "../../src/workbook/marksRefused";
import type { WorkbookStore } from "../../workbench/host/store";
import { createWorkbookStore, storeFromSnapshot } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";
import { seedWorkbook, withValue } from "../support/seedWorkbook";

const SPOILT = () => withValue(seedWorkbook(), "表1", 6, 1, 1);
const rules = (store: WorkbookStore) => store.sheets.flatMap(({ conditionalFormats }) => conditionalFormats);

const mark = (row: number, formula = `=AND(N("gouji-mark:error")=0,$C$${row + 1}<>1)`): AddMark => ({
  kind: "addMark",
  sheet: "表1",
  row,
  column: 2,
  severity: "error",
  formula,
  text: "总计应为 1,890.17，现为 1,890.18，差 0.01。",
});

test.each(["InvalidArgument", "GeneralException", "AccessDenied", "UnsupportedOperation", "RequestAborted"])(
  "however Excel refuses while marking (%s), the findings are those of the check, and what was not marked is said",
  async (code) => {
    const { host } = loadRuntime(storeFromSnapshot(SPOILT()));
    host.failNext({ code, afterRoundTrips: 3, afterActions: 5 });
    const { findings } = await validateAndMark(excelPort());
    const expected = checkSnapshot(SPOILT()).findings;
    expect(findings.slice(0, expected.length)).toStrictEqual(expected);
    const said = findings.slice(expected.length).map(({ message }) => message.key);
    // A busy Excel is asked once more.
    expect(said).toHaveLength(code === "RequestAborted" ? 0 : 1);
    for (const key of said) expect(key).toMatch(/^marks\.notWritten\./);
  },
);

test("of a workbook that is read-only the findings are shown, and that it has no marks", async () => {
  const { store } = loadRuntime(storeFromSnapshot(SPOILT()), { quirks: { isReadOnly: true } });
  const { findings } = await validateAndMark(excelPort());
  expect(findings.filter(({ severity }) => severity === "error").length).toBeGreaterThan(0);
  expect(findings.at(-1)?.message.key).toBe("marks.notWritten.protected");
  expect(rules(store)).toStrictEqual([]);
});

test("of a workbook that is shared in the old way too", async () => {
  const { store } = loadRuntime(storeFromSnapshot(SPOILT()), { quirks: { isShared: true } });
  const { findings } = await validateAndMark(excelPort());
  expect(findings.filter(({ severity }) => severity === "error").length).toBeGreaterThan(0);
  expect(findings.at(-1)?.message.key).toBe("marks.notWritten.unsupported");
  expect(rules(store)).toStrictEqual([]);
});

test("marks whose formula Excel finds too long are left out, all others made", async () => {
  const { store } = loadRuntime(createWorkbookStore("a.xlsx", ["表1"]), { quirks: { longestRule: 255 } });
  const long = `=AND(N("gouji-mark:error")=0,${"$C$9+".repeat(60)}1>0)`;
  const refused = await excelPort()
    .apply([mark(1), mark(2, long), mark(3), mark(4, long), mark(5)])
    .catch((error: MarksRefused) => error);
  expect(refused).toMatchObject({
    key: "marks.notWritten.unknown",
    args: { count: "2", cells: ["表1!C3", "表1!C5"] },
  });
  expect(rules(store).map(({ range }) => range.firstRow)).toStrictEqual([5, 3, 1]);
  expect(rules(store).filter(({ formula }) => formula === "")).toStrictEqual([]);
});

test("marks of a check are short enough for an Excel that takes 255 characters", async () => {
  // 表9 合计 is the sum of so many rows that a file's mark needs more.
  const spoilt = withValue(seedWorkbook(), "表9", 6, 2, 5);
  const inFiles = planMarks(spoilt, checkWorkbook(spoilt, PACKS), "zh-CN").edits;
  const lengths = inFiles.map((edit) => (edit.kind === "addMark" ? edit.formula.length : 0));
  expect(Math.max(...lengths)).toBeGreaterThan(255);
  const { store } = loadRuntime(storeFromSnapshot(spoilt), { quirks: { longestRule: 255 } });
  const { findings } = await validateAndMark(excelPort());
  expect(findings.map(({ rule }) => rule)).not.toContain("marks.notWritten");
  expect(rules(store).length).toBeGreaterThan(1);
});

test("3,000 marks take a few requests of less than 4 MB each", async () => {
  const { host, store } = loadRuntime(createWorkbookStore("a.xlsx", ["表1"]));
  const process = jest.spyOn(host, "process");
  await excelPort().apply(Array.from({ length: 3000 }, (_mark, row) => mark(row)));
  expect(rules(store)).toHaveLength(3000);
  const sizes = process.mock.calls.map(([body]) => Buffer.byteLength(body));
  expect(Math.max(...sizes)).toBeLessThan(4_000_000);
  expect(host.roundTrips).toBe(3);
});

test("an Excel that does no longer answer is given up, not asked for ever", async () => {
  const { host } = loadRuntime(createWorkbookStore("a.xlsx", ["表1"]));
  for (let trip = 0; trip < 500; trip++) host.failNext({ code: "GeneralException", afterRoundTrips: trip });
  const refused = await excelPort()
    .apply([mark(1), mark(2)])
    .catch((error: MarksRefused) => error);
  expect(refused).toMatchObject({ key: "marks.notWritten.unknown", args: { count: "2" } });
  expect(host.roundTrips).toBeLessThan(50);
});
