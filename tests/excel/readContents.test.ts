import { readContents } from "../../src/excel/readContents";
import { readWorkbook } from "../../src/excel/readWorkbook";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { addSheet, cellToWrite, storeFromSnapshot } from "../../workbench/host/store";
import type { WorkbookStore } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";
import { seedWorkbook } from "../support/seedWorkbook";

/** The published budget with a setting of this product. */
const kept = () =>
  storeFromSnapshot({ ...seedWorkbook(), settings: { insertion: JSON.stringify({ year: 2027 }) } });

describe("reading for an insertion", () => {
  /** Both ways of reading, of the same workbook. */
  async function bothWays(store: WorkbookStore): Promise<[WorkbookSnapshot, WorkbookSnapshot]> {
    loadRuntime(store);
    const quick = (await readContents()).snapshot;
    const { snapshot } = await readWorkbook();
    return [quick, { ...snapshot, sheets: snapshot.sheets.map((sheet) => ({ ...sheet, marks: [] })) }];
  }

  test("gives what reading step by step gives: contents, protection, names, settings", async () => {
    const store = kept();
    store.names.push({ name: "部门", sheet: "", formula: '="某某局"' });
    const far = addSheet(store, "远");
    cellToWrite(far, 2500, 70).value = "远处";
    cellToWrite(far, 3, 3).value = 1;
    addSheet(store, "空");
    const hidden = addSheet(store, "藏");
    hidden.visibility = "Hidden";
    cellToWrite(hidden, 1999, 63).value = "角上";
    store.sheets[1]!.isProtected = true;
    const [quick, whole] = await bothWays(store);
    expect(quick).toEqual(whole);
    expect(
      quick.sheets
        .find(({ name }) => name === "远")
        ?.rows.get(2500)
        ?.get(70)?.value,
    ).toBe("远处");
    expect(quick.sheets[1]?.isProtected).toBe(true);
    expect(quick.settings?.["insertion"]).toContain("2027");
  });

  test("of settings that stand in several parts too", async () => {
    const store = kept();
    const [part] = store.customXml;
    store.customXml.push({ ...part!, id: "{2}", xml: part!.xml.replace("insertion", "accepted") });
    const [quick, whole] = await bothWays(store);
    expect(quick.settings).toEqual(whole.settings);
    expect(Object.keys(quick.settings ?? {}).sort()).toEqual(["accepted", "insertion"]);
  });
});
