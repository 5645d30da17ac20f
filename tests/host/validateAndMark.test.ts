import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSnapshot, clearMarks, validateAndMark } from "../../src/actions/validate";
import { excelPort } from "../../src/excel/excelPort";
import { planMarks } from "../../src/planning/marks";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../src/validation/check";
import { formatA1 } from "../../src/workbook/address";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { storeFromSnapshot } from "../../workbench/host/store";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { loadRuntime } from "./loadRuntime";

/** The real budget with one total of 表1 changed by 1.00. */
function spoiltBudget() {
  const budget = seedWorkbook();
  for (const [row, cells] of budget.sheets[0]?.rows ?? []) {
    for (const [column, { value }] of cells) {
      if (typeof value === "number") return withValue(budget, "表1", row, column, value + 1);
    }
  }
  throw new Error("表1 has no figure.");
}

test("the ribbon's 校验 finds through Excel what the check finds in the same figures, and marks it", async () => {
  const budget = spoiltBudget();
  const { host, store, Office, invoke } = loadRuntime(storeFromSnapshot(budget));
  let findings: unknown;
  const validate = async (event: Office.AddinCommands.Event) => {
    findings = (await validateAndMark(excelPort())).findings;
    event.completed();
  };
  Office.actions.associate("validate", (event: Office.AddinCommands.Event) => void validate(event));
  await invoke("validate");

  expect(findings).toStrictEqual(checkSnapshot(budget).findings);
  const planned = planMarks(budget, checkWorkbook(budget, GUANGZHOU, {}), "zh-CN").edits.map((edit) =>
    edit.kind === "addMark" ? `${edit.sheet}!${formatA1(edit.row, edit.column)}` : edit.kind,
  );
  const marked = store.sheets.flatMap(({ name, conditionalFormats }) =>
    conditionalFormats.map(({ range }) => `${name}!${formatA1(range.firstRow, range.firstColumn)}`),
  );
  expect(planned.length).toBeGreaterThan(0);
  expect(marked.sort()).toStrictEqual(planned.sort());
  // Three to read, one to mark.
  expect(host.roundTrips).toBe(4);
});

test("marking twice is marking once, and clearing leaves the workbook as it was", async () => {
  const { store } = loadRuntime(storeFromSnapshot(spoiltBudget()));
  const looks = () =>
    structuredClone(store.sheets).map(({ conditionalFormats, ...sheet }) => ({
      ...sheet,
      conditionalFormats: conditionalFormats.map((format) => ({ ...format, id: "" })),
    }));
  const before = looks();
  await validateAndMark(excelPort());
  const once = looks();
  await validateAndMark(excelPort());
  expect(looks()).toStrictEqual(once);
  expect(await clearMarks(excelPort())).toBe(
    once.flatMap(({ conditionalFormats }) => conditionalFormats).length,
  );
  expect(looks()).toStrictEqual(before);
});

test.each(["baiyun-2020.xlsx", "baiyun-2020-as-published.xlsx"])(
  "%s open in Excel is read and checked as the file is",
  async (name) => {
    const file = readWorkbook(readFileSync(join(__dirname, "../fixtures", name)), name);
    const { host } = loadRuntime(storeFromSnapshot(file));
    const port = excelPort();
    expect(await port.read()).toStrictEqual(file);
    expect((await validateAndMark(port)).findings).toStrictEqual(checkSnapshot(file).findings);
    // Three to read, three to read again, one to mark the few codes and headings that the budget has wrong.
    expect(host.roundTrips).toBe(7);
  },
);
