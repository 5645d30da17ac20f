import { createJournal } from "../../src/actions/journal/journal";
import { undoLast } from "../../src/actions/journal/undoStep";
import { keepSet, ownSetsOf } from "../../src/actions/keepSets";
import { learnableTables } from "../../src/actions/learnTables";
import { addListTables, planIntoWorkbook } from "../../src/actions/listTables";
import { applyMend, findMends } from "../../src/actions/mend";
import { publicVersionOf } from "../../src/actions/publish";
import { putYears } from "../../src/actions/putYears";
import { checkSnapshot } from "../../src/actions/validate";
import { writeReasons } from "../../src/actions/writeReasons";
import { excelPort } from "../../src/excel/excelPort";
import { quoteSheetName } from "../../src/workbook/address";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { reasonsIn } from "../../src/years/reasons";
import { storeFromSnapshot } from "../../workbench/host/store";
import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { joinRuntime } from "../host/loadRuntime";
import { exactText } from "../support/exactText";
import { CODED_TABLES } from "../support/oddTables/codedTables";
import { inventedList, listWorkbook } from "../support/projectList";
import { seedWorkbook } from "../support/seedWorkbook";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import { zeroEngine } from "../support/zeroEngine";
import { HOSTILE_NAMES, HOSTILE_TEXTS } from "./hostileContent";

jest.setTimeout(60_000);

/** An Excel over a workbook, formulas coming to 0. */
function open(workbook: WorkbookSnapshot) {
  const store = storeFromSnapshot(workbook);
  joinRuntime(store, { engine: zeroEngine(store) });
  return { store, port: Object.assign(excelPort(), { journal: createJournal() }) };
}

const cellsOf = ({ cells }: StoredSheet) => [...cells.values()].flatMap((row) => [...row.values()]);
const textsOf = (sheet: StoredSheet) => cellsOf(sheet).map(({ value }) => value);
const formulasOf = (sheet: StoredSheet) => cellsOf(sheet).flatMap(({ formula }) => formula ?? []);
const lastSheet = ({ sheets }: WorkbookStore) => sheets.at(-1) as StoredSheet;

/** Texts that are names: those of many pages are none. */
const NAMES = HOSTILE_TEXTS.filter((text) => text.length < 100);

/** A text as names are compared: signs of one kind alike, without blanks. */
const plain = (text: string) => text.normalize("NFKC").replace(/[\s'"“”]/g, "");

/** A formula without the texts in it, among them what SUMIFS compares with. */
const withoutTexts = (formula: string) => formula.replace(/"(?:[^"]|"")*"/g, '""');

/** 表6 on a sheet of some name, its last row with a text in place of its name. */
const budget = (sheet: string, name = "其他支出", amount = 1164.39) =>
  workbookOf(sheetOf(sheet, smallT06({ "10,1": name, "10,5": amount, "10,4": amount, "10,2": amount })));

test.each(HOSTILE_NAMES)(
  "the sheet of changes looks at the cells of the sheet %j by its quoted name, and goes again",
  async (name) => {
    const { store, port } = open(budget(name));
    const before = exactText(store);
    expect(await putYears(port, budget("表6", "其他支出", 164.39), "zh-CN")).toHaveProperty("sheet");
    const looking = formulasOf(lastSheet(store)).filter((formula) => formula.includes("!"));
    expect(looking.length).toBeGreaterThan(0);
    const quoted = [`${quoteSheetName(name)}!`, `'${name.replaceAll("'", "''")}'!`];
    for (const formula of looking) expect(quoted.some((one) => formula.includes(one))).toBe(true);
    expect((await undoLast(port))?.kind).toBe("undone");
    expect(exactText(store)).toBe(before);
  },
);

test.each(NAMES)("a row called %j stands in the sheet of changes as the text it is", async (text) => {
  const { store, port } = open(budget("表6", text));
  await putYears(port, budget("表6", text, 164.39), "zh-CN");
  const sheet = lastSheet(store);
  expect(plain(textsOf(sheet).map(String).join())).toContain(plain(text));
  for (const formula of formulasOf(sheet)) expect(formula).toMatch(/^=(IF|IFERROR|ROUND|'?表6|[A-Z]+\d)/);
});

test("reasons stay the texts they are, in their sheet and with the workbook, however often they are written", async () => {
  const { store, port } = open(budget("表6"));
  await putYears(port, budget("表6", "其他支出", 164.39), "zh-CN");
  const [key = ""] = textsOf(lastSheet(store)).flatMap((text) =>
    typeof text === "string" && /2010399/.test(text) ? [text] : [],
  );
  for (const text of NAMES) {
    await writeReasons(port, new Map([[key, text]]));
    expect(
      reasonsIn(await port.read())
        .get(key)
        ?.trim(),
    ).toBe(text.trim());
  }
  expect(formulasOf(lastSheet(store)).filter((formula) => /HYPERLINK|1\+1/.test(formula))).toEqual([]);
});

test("projects of a list called like formulas and markup stand in its tables as the texts they are", async () => {
  const rows = inventedList(NAMES.length, 20).map((row, index) => ({
    ...row,
    project: NAMES[index] as string,
  }));
  const { store, port } = open(workbookOf(sheetOf("说明", [["2020 年预算"]])));
  const before = exactText(store);
  const made = await planIntoWorkbook(port, listWorkbook(rows), {
    thisYear: 2020,
    unit: "万元",
    isLinked: true,
  });
  if ("problem" in made) throw new Error(made.problem.key);
  await addListTables(port, made.plan.sheets);
  const all = plain(store.sheets.flatMap(textsOf).map(String).join());
  for (const text of NAMES) expect(all).toContain(plain(text));
  const wild = store.sheets
    .flatMap(formulasOf)
    .filter((formula) => /HYPERLINK|^=1\+1|SUM\(1\+1/.test(withoutTexts(formula)));
  expect(wild).toEqual([]);
  await undoLast(port);
  expect(exactText(store)).toBe(before);
});

test.each(HOSTILE_NAMES)("a table on the sheet %j is learned and kept with the workbook", async (name) => {
  const { port } = open(workbookOf(sheetOf(name, CODED_TABLES[0]?.rows ?? [])));
  const { tables, keep } = learnableTables(await port.read());
  expect(tables.map(({ sheet }) => sheet)).toContain(name);
  const text = keep({ id: "own", name: `本单位 ${name}` }).text;
  await keepSet(port, "本单位", text);
  const { sets, problems } = await ownSetsOf(port);
  expect([sets.map((set) => [set.name, set.text]), problems]).toEqual([[[`本单位 ${name}`, text]], []]);
});

test.each(HOSTILE_NAMES)("a row that the sheet %j has lost is put back, and goes again", async (name) => {
  const seed = seedWorkbook();
  const sheets = seed.sheets
    .filter((sheet) => sheet.name === "表2" || sheet.name === "表6")
    .map((sheet) => (sheet.name === "表6" ? { ...sheet, name } : sheet));
  const without = editedWorkbook(workbookOf(...sheets), [
    { kind: "deleteRows", sheet: name, row: 11, count: 1 },
  ]);
  const { store, port } = open(without);
  const before = exactText(store);
  const finding = checkSnapshot(without).findings.find(({ rule }) => rule === "rows.missing");
  const [mend] = finding ? await findMends(port, finding) : [];
  if (!mend) throw new Error("no mend");
  await applyMend(port, mend);
  expect(textsOf(store.sheets.find((sheet) => sheet.name === name) as StoredSheet)).toContain("2010399");
  await undoLast(port);
  expect(exactText(store)).toBe(before);
});

test("the version for the public has texts where a row is called like a formula or markup", async () => {
  for (const text of NAMES) {
    const { port } = open(budget("表6", text));
    const { designs } = await publicVersionOf(port);
    const contents = designs.flatMap(({ cells }) => cells.flatMap(({ content }) => content ?? []));
    expect(contents.filter((content) => "formula" in content)).toEqual([]);
  }
});
