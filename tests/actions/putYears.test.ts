import { createJournal } from "../../src/actions/journal/journal";
import { undoLast } from "../../src/actions/journal/undoStep";
import { putYears } from "../../src/actions/putYears";
import { excelPort } from "../../src/excel/excelPort";
import { describe as wordingOf } from "../../src/messages/describe";
import { changeSheetOf, reasonsIn } from "../../src/years/reasons";
import { storeFromSnapshot } from "../../workbench/host/store";
import type { StoredSheet } from "../../workbench/host/store";
import { cellToWrite } from "../../workbench/host/store";
import { joinRuntime } from "../host/loadRuntime";
import { loadCalculatingRuntime } from "../support/engineHost";
import { exactText } from "../support/exactText";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { zeroEngine } from "../support/zeroEngine";

const seed = seedWorkbook();
const last = withValue(seed, "表12", 4, 1, 23.65);

test("加入对比表 is a step of 撤销, the first time and anew", async () => {
  loadCalculatingRuntime(storeFromSnapshot(seed));
  const journal = createJournal();
  const port = Object.assign(excelPort(), { journal });
  const names = async () => (await port.read()).sheets.map(({ name }) => name);
  const labels = () => journal.steps().map(({ label }) => wordingOf(label, "zh-CN"));
  const before = await names();

  await putYears(port, last, "zh-CN");
  expect(await names()).toEqual([...before, "上年对比"]);
  expect(labels()).toEqual(["写对比表“上年对比”"]);
  const cells = [...(changeSheetOf(await port.read())?.rows.values() ?? [])].flatMap((row) => [
    ...row.values(),
  ]);
  // A formula in a cell of the text format would be a text.
  expect(cells.filter(({ formula }) => formula?.includes("须写")).length).toBeGreaterThan(10);
  expect(cells.filter(({ value, formula }) => !formula && String(value).startsWith("="))).toEqual([]);
  expect((await undoLast(port))?.kind).toBe("undone");
  expect(await names()).toEqual(before);
  expect(reasonsIn(await port.read()).size).toBe(0);

  await putYears(port, last, "zh-CN");
  const text = JSON.stringify([...(changeSheetOf(await port.read())?.rows ?? [])].map(([, row]) => [...row]));
  await putYears(port, withValue(last, "表12", 5, 1, 9.99), "zh-CN");
  const anew = changeSheetOf(await port.read());
  expect(JSON.stringify([...(anew?.rows ?? [])].map(([, row]) => [...row]))).not.toBe(text);
  expect(labels()).toHaveLength(2);
  expect((await undoLast(port))?.kind).toBe("undone");
  const back = changeSheetOf(await port.read());
  expect(JSON.stringify([...(back?.rows ?? [])].map(([, row]) => [...row]))).toBe(text);
  expect((await undoLast(port))?.kind).toBe("undone");
  expect(await names()).toEqual(before);
});

function open() {
  const store = storeFromSnapshot(seed);
  joinRuntime(store, { engine: zeroEngine(store) });
  return { store, port: Object.assign(excelPort(), { journal: createJournal() }) };
}

test("where it is written anew, what its user had typed beside it comes back with 撤销", async () => {
  const { store, port } = open();
  await putYears(port, last, "zh-CN");
  const sheet = store.sheets.at(-1) as StoredSheet;
  cellToWrite(sheet, 6, 14).value = "与财政科核对过";
  const before = exactText(store);
  await putYears(port, seed, "zh-CN");
  expect(exactText(store)).not.toBe(before);
  expect((await undoLast(port))?.kind).toBe("undone");
  expect(exactText(store)).toBe(before);
});
