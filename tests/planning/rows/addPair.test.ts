import { planRowsOf } from "../../../src/actions/rows";
import { checkSnapshot } from "../../../src/actions/validate";
import { inverseEdits } from "../../../src/planning/inverse";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { calculatedByUniver } from "../../support/calculated";
import { insertedWorkbook } from "../../support/insertedWorkbook";
import { seedWorkbook } from "../../support/seedWorkbook";
import { brief } from "../../support/check";

jest.setTimeout(120_000);

const plan = (workbook: WorkbookSnapshot, code: string, name?: string) =>
  planRowsOf(workbook, { kind: "code", in: { table: "T09" }, code, name });
const rowsOf = ({ sheets }: WorkbookSnapshot) =>
  [...(sheets.find(({ name }) => name === "表9")?.rows ?? [])].map(([row, cells]) => ({
    row,
    government: String(cells.get(0)?.value ?? ""),
    department: String(cells.get(1)?.value ?? ""),
    cell: cells.get(2),
  }));

test("an economic code goes under its classes in the order of codes, and the class goes on adding it up", async () => {
  const inserted = insertedWorkbook();
  const { edits, refusal, added } = plan(inserted, "30103");
  expect(refusal).toMatchObject({
    key: "rows.whichPair",
    args: { code: "30103", pairs: ["30103/50101", "30103/50501"] },
  });
  expect([edits, added]).toEqual([[], []]);
  const one = plan(inserted, "30103/50101");
  expect(one.added.map(({ label }) => label)).toEqual(["30103/50101 奖金"]);
  const after = editedWorkbook(inserted, [
    ...one.edits,
    {
      kind: "writeCell",
      sheet: "表9",
      row: one.added[0]!.row,
      column: 2,
      content: { value: 12.34 },
      numberFormat: "#,##0.00",
    },
  ]);
  const rows = rowsOf(after);
  const at = rows.findIndex(({ department }) => department === "[30103]奖金");
  expect(rows[at]?.government).toBe("[50101]工资奖金津补贴");
  expect(rows[at - 1]?.department).toBe("[30102]津贴补贴");
  const worked = await calculatedByUniver(after);
  const klass = rowsOf(worked).find(({ government }) => government.startsWith("[501]"));
  expect(klass?.cell?.value).toBeCloseTo(12.34, 5);
  const { findings } = checkSnapshot(worked);
  // The figure typed has to come from somewhere: only the relation to 表6 says so.
  expect(findings.filter(({ rule }) => rule.startsWith("T09"))).toEqual([]);
  const back = editedWorkbook(after, inverseEdits(inserted, one.edits));
  expect(rowsOf(back).map(({ department }) => department)).toEqual(
    rowsOf(inserted).map(({ department }) => department),
  );
});

test("a class that has no row yet comes with it", () => {
  const inserted = insertedWorkbook();
  const { added } = plan(inserted, "30905/50402");
  expect(added.map(({ label }) => label.split(" ")[0])).toEqual(["309/504", "30905/50402"]);
  const after = editedWorkbook(inserted, plan(inserted, "30905/50402").edits);
  expect(checkSnapshot(after).findings.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("the published table takes one too, and nothing typed changes", () => {
  const seed = seedWorkbook();
  const before = brief(checkSnapshot(seed).findings).length;
  const { edits, refusal } = plan(seed, "30218/50204");
  expect(refusal).toBeUndefined();
  const after = editedWorkbook(seed, edits);
  const typed = (workbook: WorkbookSnapshot) =>
    rowsOf(workbook).flatMap(({ cell }) =>
      typeof cell?.value === "number" && cell.value !== 0 ? [cell.value] : [],
    );
  expect(typed(after)).toEqual(typed(seed));
  expect(brief(checkSnapshot(after).findings).length).toBe(before);
});

test("a code that is there, unknown or no economic code is refused with a way out", () => {
  const inserted = insertedWorkbook();
  expect(plan(inserted, "30101/50101").refusal).toMatchObject({ key: "rows.codeThere" });
  expect(plan(inserted, "2010301").refusal).toMatchObject({ key: "rows.badPair" });
  expect(plan(inserted, "30188").refusal).toMatchObject({ key: "rows.pairUnknown" });
  expect(plan(inserted, "30188/50101").refusal).toMatchObject({ key: "rows.unknownCode" });
  expect(plan(inserted, "30188/50101", "新科目").refusal).toBeUndefined();
});

test("a functional code whose class the statements have no line for is told of, with the tables", () => {
  const inserted = insertedWorkbook();
  const notesOf = (code: string) =>
    planRowsOf(inserted, { kind: "code", in: { table: "T06" }, code }).notes.filter(
      ({ key }) => key === "rows.noClassLine",
    );
  expect(notesOf("2310301")).toEqual([
    { key: "rows.noClassLine", args: { class: expect.stringMatching(/^231/), table: ["表1", "表4"] } },
  ]);
  expect(notesOf("2050803")).toEqual([]);
});
