import { fillEdits, planFill } from "../../../src/planning/fill/planFill";
import type { FillOptions } from "../../../src/planning/fill/planFill";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { formatA1, parseRange } from "../../../src/workbook/address";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { blankCells, changed, tallyFills } from "../../support/blankedCells";
import { disturbed } from "../../support/disturbedTables";
import { seedWorkbook } from "../../support/seedWorkbook";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";

const plan = (workbook: WorkbookSnapshot, options?: FillOptions) => planFill(workbook, GUANGZHOU, options);

/** The seed with texts put into cells, by "表6 A9"; "" empties one. */
function seedWith(texts: Readonly<Record<string, string>>): WorkbookSnapshot {
  const places = Object.entries(texts).map(([place, text]): [string, string] => {
    const [sheet = "", cell = ""] = place.split(" ");
    const range = parseRange(cell);
    return [`${sheet} ${range?.firstRow} ${range?.firstColumn}`, text];
  });
  return changed(seedWorkbook(), new Map(places));
}

const fillsOf = (workbook: WorkbookSnapshot, options?: FillOptions) =>
  plan(workbook, options).fills.map(({ cell, to, why }) => [
    `${cell.sheet} ${formatA1(cell.row, cell.column)}`,
    to,
    why.map(({ key }) => key).join(),
  ]);

test("the whole budget needs nothing", () => {
  expect(plan(seedWorkbook()).fills).toEqual([]);
  expect(plan(seedWorkbook()).asked).toEqual([]);
});

describe("blank codes", () => {
  test.each(["T02", "T03", "T06", "T09", "T14"])("of %s come back, all of them right", (id) => {
    const { workbook, cells } = blankCells(seedWorkbook(), [id], { kind: "codes" });
    const tally = tallyFills(plan(workbook), cells).get(id);
    expect(tally).toMatchObject({ filled: cells.length, asked: 0, wrong: 0, silent: 0 });
  });

  test("of T10: the units' from the other tables; the projects' are asked for, with codes to choose from", () => {
    const { workbook, cells } = blankCells(seedWorkbook(), ["T10"], { kind: "codes" });
    const found = plan(workbook);
    expect(tallyFills(found, cells).get("T10")).toMatchObject({ filled: 3, asked: 18, wrong: 0 });
    expect(found.fills.map(({ to }) => to)).toEqual(["156001", "156003", "156004"]);
    expect(found.asked[0]).toMatchObject({
      subject: "第三方暗访调查费",
      wanted: "code",
      system: "functional",
    });
    expect(found.asked[0]?.candidates.map(({ code }) => code)).toContain("2010399");
  });

  test("a name that 80 codes bear is decided by the row above, in a table that stands alone", () => {
    const seed = seedWorkbook();
    const alone = { ...seed, sheets: seed.sheets.filter(({ name }) => name === "表6") };
    const { workbook } = blankCells(alone, ["T06"], { kind: "codes" });
    const fill = plan(workbook).fills.find(({ to }) => to === "2010301");
    expect(fill?.why).toEqual([
      {
        key: "fill.underParent",
        args: {
          name: "行政运行",
          code: "2010301",
          parent: "20103",
          parentName: "政府办公厅（室）及相关机构事务",
        },
      },
    ]);
  });

  test("a slip in the row above is made good by a row below that only its code can have above it", () => {
    const seed = seedWorkbook();
    const alone = { ...seed, sheets: seed.sheets.filter(({ name }) => name === "表3") };
    const { workbook } = blankCells(alone, ["T03"], { kind: "codes" });
    const slipped = changed(workbook, new Map([["表3 6 1", "政府办公厅（室）及有关机构的事务"]]));
    const found = plan(slipped);
    expect(found.fills.find(({ cell }) => cell.row === 7)?.to).toBe("2010301");
    expect(found.asked.map(({ cell, candidates }) => [cell.row, candidates[0]?.code])).toEqual([
      [6, "20103"],
    ]);
    // With a slip there too nothing tells, and 行政运行 is asked for.
    const twice = changed(slipped, new Map([["表3 9 1", "其他政府办公厅（室）及有关机构的事务支出"]]));
    const left = plan(twice);
    expect(left.fills.filter(({ cell }) => cell.row >= 6 && cell.row <= 9)).toEqual([]);
    const question = left.asked.find(({ subject }) => subject === "行政运行");
    expect(question?.candidates.map(({ code }) => code)).toContain("2010301");
  });

  test("an answer settles its cell and what follows from it", () => {
    const { workbook } = blankCells(seedWorkbook(), ["T10", "T13", "T14"], { kind: "codes" });
    const question = plan(workbook).asked.find(({ table, system }) => table === "T14" && system === "unit");
    expect(question?.follows).toHaveLength(13);
    const answers = question ? [{ cell: question.cell, value: "156001" }] : [];
    const settled = plan(workbook, { answers }).fills.filter(
      ({ table, to }) => table === "T14" && to === "156001",
    );
    expect(settled).toHaveLength(14);
  });
});

describe("blank names", () => {
  test.each(["T02", "T03", "T06", "T09"])("of %s come back as official, all of them right", (id) => {
    const { workbook, cells } = blankCells(seedWorkbook(), [id], { kind: "names" });
    const tally = tallyFills(plan(workbook), cells).get(id);
    expect(tally).toMatchObject({ filled: cells.length, asked: 0, wrong: 0, silent: 0 });
  });

  test("a code that no list has is asked for and not named", () => {
    const found = plan(seedWith({ "表3 A8": "2010377", "表3 B8": "" }));
    expect(found.fills).toEqual([]);
    expect(found.asked).toMatchObject([{ subject: "2010377", wanted: "name", candidates: [] }]);
  });
});

describe("economic codes", () => {
  test("the governmental half follows from the departmental one once the section's kind is known", () => {
    const { workbook, cells } = blankCells(seedWorkbook(), ["T09"], { kind: "pairs", column: 2 });
    const found = plan(workbook);
    const tally = tallyFills(found, cells).get("T09");
    expect(tally?.wrong).toBe(0);
    // 绩效工资 is paid by public institutions alone, so the other section of 301 is the administrative body's.
    const to = found.fills.map((fill) => fill.to);
    expect(to).toContain("[501]机关工资福利支出");
    expect(to).toContain("[505]对事业单位经常性补助");
    expect(found.asked.map(({ why }) => why.key)).toEqual(["ask.unitKind", "ask.unitKind", "ask.unitKind"]);
  });

  test("one answer settles a section, and with it the other section of its class", () => {
    const { workbook, cells } = blankCells(seedWorkbook(), ["T09"], { kind: "pairs", column: 2 });
    const asked = plan(workbook).asked;
    const answers = [
      { cell: asked[0]!.cell, value: "502" },
      { cell: asked[2]!.cell, value: "506" },
    ];
    const tally = tallyFills(plan(workbook, { answers }), cells).get("T09");
    expect(tally).toMatchObject({ filled: 54, asked: 0, wrong: 0 });
  });
});

describe("what stands is never changed", () => {
  test("a name that is not the code's is a suggestion", () => {
    const found = plan(seedWith({ "表3 B8": "一般行政管理事务" }));
    expect(found.fills).toEqual([]);
    expect(found.suggestions.filter(({ table }) => table === "T03")).toMatchObject([
      { from: "一般行政管理事务", to: "行政运行", why: { key: "suggest.nameDiffers" } },
    ]);
  });

  test("dashes and 无 say that there is nothing to fill", () => {
    expect(plan(seedWith({ "表14 A8": "-" })).fills).toEqual([]);
  });

  test("a protected sheet is left alone", () => {
    const { workbook } = blankCells(seedWorkbook(), ["T06"], { kind: "codes" });
    const sheets = workbook.sheets.map((sheet) => ({ ...sheet, isProtected: sheet.name === "表6" }));
    expect(plan({ ...workbook, sheets }).fills).toEqual([]);
  });
});

describe("disturbed tables", () => {
  test.each([
    ["shuffled", 1],
    ["shuffled", 2],
    ["cut", 3],
    ["slips", 4],
    ["slips", 5],
  ] as const)("with rows %s (%i) have no wrong fill", (how, seed) => {
    const tables = ["T02", "T03", "T06", "T09", "T10", "T13", "T14"];
    const { workbook, cells } = blankCells(disturbed(seedWorkbook(), [how], seed), tables, { kind: "codes" });
    const tallies = tallyFills(plan(workbook), cells);
    expect([...tallies.values()].reduce((sum, { wrong }) => sum + wrong, 0)).toBe(0);
    expect([...tallies.values()].reduce((sum, { filled }) => sum + filled, 0)).toBeGreaterThan(150);
  });
});

test("a scope takes in its own cells alone, and what is written is text that the next plan leaves as it is", () => {
  const { workbook } = blankCells(seedWorkbook(), ["T03", "T06"], { kind: "codes" });
  expect(plan(workbook, { scope: { kind: "table", sheet: "表3" } }).fills).toHaveLength(22);
  const range = parseRange("A6:B8")!;
  const chosen = fillsOf(workbook, { scope: { kind: "selection", sheet: "表3", range } });
  expect(chosen.map(([cell, to]) => [cell, to])).toEqual([
    ["表3 A6", "201"],
    ["表3 A7", "20103"],
    ["表3 A8", "2010301"],
  ]);
  const filled = editedWorkbook(workbook, fillEdits(plan(workbook).fills));
  expect(plan(filled).fills).toEqual([]);
});
