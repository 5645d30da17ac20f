import { excelPort } from "../../src/excel/excelPort";
import type { WriteSetting } from "../../src/workbook/edit";
import { storeFromSnapshot } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";
import { seedWorkbook } from "../support/seedWorkbook";

const setting = (key: string, value: string | null): WriteSetting => ({ kind: "writeSetting", key, value });
const FOREIGN = '<data xmlns="urn:other">1</data>';

test("texts kept with the workbook are read in the usual three round trips", async () => {
  const budget = { ...seedWorkbook(), settings: { recognition: '{"表6":"<T06>"}' } };
  const { host } = loadRuntime(storeFromSnapshot(budget));
  expect(await excelPort().read()).toStrictEqual(budget);
  expect(host.roundTrips).toBe(3);
});

test("they are written in one round trip after a reading, and others' custom XML stays", async () => {
  const { host, store } = loadRuntime(storeFromSnapshot(seedWorkbook()));
  store.customXml.push({ id: "{foreign}", xml: FOREIGN });
  const port = excelPort();
  await port.read();
  const before = host.roundTrips;
  await port.apply([setting("a", "1\n<2>")]);
  expect(host.roundTrips - before).toBe(1);
  await port.apply([setting("b", "2")]);
  expect(host.roundTrips - before).toBe(2);
  expect((await port.read()).settings).toEqual({ a: "1\n<2>", b: "2" });
  expect(store.customXml).toHaveLength(2);
  await port.apply([setting("a", null), setting("b", null)]);
  expect(store.customXml.map(({ xml }) => xml)).toEqual([FOREIGN]);
  expect((await port.read()).settings).toBeUndefined();
});

test("without a reading before, what stands in the workbook is not lost", async () => {
  const { store, host } = loadRuntime(storeFromSnapshot({ ...seedWorkbook(), settings: { a: "1" } }));
  await excelPort().apply([setting("b", "2")]);
  expect(host.roundTrips).toBe(3);
  expect(store.customXml).toHaveLength(1);
  expect((await excelPort().read()).settings).toEqual({ a: "1", b: "2" });
});

test("two parts left by a merge of files become one", async () => {
  const { store } = loadRuntime(storeFromSnapshot({ ...seedWorkbook(), settings: { a: "1" } }));
  store.customXml.push({
    id: "{second}",
    xml: '<settings xmlns="urn:gouji:workbook"><setting key="b">2</setting></settings>',
  });
  const port = excelPort();
  expect((await port.read()).settings).toEqual({ a: "1", b: "2" });
  await port.apply([setting("c", "3")]);
  expect(store.customXml).toHaveLength(1);
  expect((await port.read()).settings).toEqual({ a: "1", b: "2", c: "3" });
});
