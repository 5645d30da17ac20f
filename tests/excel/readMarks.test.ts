import { clearMarks, validateAndMark } from "../../src/actions/validate";
import { excelPort } from "../../src/excel/excelPort";
import type { WorkbookStore } from "../../workbench/host/store";
import { storeFromSnapshot } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";
import { seedWorkbook, withValue } from "../support/seedWorkbook";

const SPOILT = () => withValue(seedWorkbook(), "表1", 6, 1, 1);
const RANGE = { firstRow: 0, lastRow: 9, firstColumn: 0, lastColumn: 3 };

/** The user's own rules on the first sheet, some of which Excel cannot read. */
function withRules(store: WorkbookStore, unreadable: readonly boolean[]) {
  unreadable.forEach((isUnreadable, index) =>
    store.sheets[0]?.conditionalFormats.push({
      id: `{user-${index}}`,
      type: "Custom",
      range: RANGE,
      formula: `=$A1>${index}`,
      stopIfTrue: false,
      isUnreadable,
    }),
  );
}

const rules = (store: WorkbookStore) => store.sheets.flatMap(({ conditionalFormats }) => conditionalFormats);
const ours = (store: WorkbookStore) => rules(store).filter(({ formula }) => formula.includes("gouji-mark"));

test("one rule that Excel cannot read keeps neither 校验 nor 清除标记 from working, and stays", async () => {
  const store = storeFromSnapshot(SPOILT());
  withRules(store, [false, true, false]);
  loadRuntime(store);
  const port = excelPort();
  const { findings } = await validateAndMark(port);
  expect(findings.filter(({ severity }) => severity === "error").length).toBeGreaterThan(0);
  expect(findings.map(({ rule }) => rule)).toContain("marks.unreadable");
  expect(ours(store).length).toBeGreaterThan(0);
  await clearMarks(port);
  expect(rules(store).map(({ id }) => id)).toStrictEqual(["{user-0}", "{user-1}", "{user-2}"]);
});

test("marks are found among forty unreadable rules, with the cells read once", async () => {
  const store = storeFromSnapshot(SPOILT());
  loadRuntime(store);
  await validateAndMark(excelPort());
  const made = ours(store).length;
  withRules(
    store,
    Array.from({ length: 80 }, (_, index) => index % 2 === 0),
  );
  const { host } = loadRuntime(store);
  const { sheets } = await excelPort().read();
  expect(sheets.flatMap(({ marks }) => marks)).toHaveLength(made);
  expect(sheets[0]?.hasUnreadableRules).toBe(true);
  expect(sheets[1]?.hasUnreadableRules).toBeUndefined();
  // The worst case: every other rule is unreadable.
  expect(host.roundTrips).toBeLessThan(200);
});

test("a user's rule that comes back without a formula is not taken for a mark, one with our colours is", async () => {
  const store = storeFromSnapshot(SPOILT());
  const blank = { type: "Custom", range: RANGE, formula: "", stopIfTrue: false };
  store.sheets[0]?.conditionalFormats.push(
    { ...blank, id: "{user}", fill: "#00FF00", fontColor: "#000000" },
    { ...blank, id: "{bare}" },
    { ...blank, id: "{begun}", fill: "#FFC7CE", fontColor: "#9C0006" },
  );
  loadRuntime(store);
  const [sheet] = (await excelPort().read()).sheets;
  expect(sheet?.marks).toStrictEqual([{ id: "{begun}", kind: "format" }]);
});

test("where ids are places, old marks go and the user's rules stay", async () => {
  const store = storeFromSnapshot(SPOILT());
  withRules(store, [false, false, false]);
  loadRuntime(store, { quirks: { hasUnstableIds: true } });
  const port = excelPort();
  await validateAndMark(port);
  const made = ours(store).map(({ formula }) => formula);
  await validateAndMark(port);
  expect(ours(store).map(({ formula }) => formula)).toStrictEqual(made);
  await clearMarks(port);
  expect(rules(store).map(({ formula }) => formula)).toStrictEqual(["=$A1>0", "=$A1>1", "=$A1>2"]);
});
