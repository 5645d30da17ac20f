import { compareWorkbooks, planYears } from "../../src/actions/compareYears";
import { writeReasons } from "../../src/actions/writeReasons";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { changeSheetOf, reasonsIn } from "../../src/years/reasons";
import { isOpen } from "../../src/years/yearFinding";
import { MemoryPort } from "../support/memoryPort";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { sheetOf } from "../support/sheet";

const seed = seedWorkbook();
const last = withValue(seed, "表12", 4, 1, 23.65);

function compared(now: WorkbookSnapshot) {
  const found = compareWorkbooks(now, last);
  if ("problem" in found) throw new Error(found.problem.key);
  return found;
}

const openKeys = (now: WorkbookSnapshot) =>
  compared(now).findings.flatMap((one) => (isOpen(one) && one.key !== null ? [one.key] : []));

describe("reasons typed in the pane", () => {
  it("are kept with the workbook, and answer what asked for them", async () => {
    const [key = ""] = openKeys(seed);
    expect(key).not.toBe("");
    const port = new MemoryPort(seed);
    await writeReasons(port, new Map([[key, "本年不再购置公务用车"]]));
    const now = await port.readContents();
    expect(reasonsIn(now).get(key)).toBe("本年不再购置公务用车");
    expect(openKeys(now)).not.toContain(key);
    expect(port.batches).toHaveLength(1);
  });

  it("stand in the sheet of changes too, where there is one", async () => {
    const [key = ""] = openKeys(seed);
    const { edits, sheet } = planYears(seed, compared(seed), "zh-CN");
    const design = edits.find((edit) => edit.kind === "addSheet");
    if (design?.kind !== "addSheet") throw new Error("no sheet");
    const cells: (string | number)[][] = [];
    for (const { row, column, content } of design.design.cells) {
      const values = (cells[row] ??= []);
      if (content && "value" in content) values[column] = content.value as string | number;
    }
    const rows = Array.from(cells, (row) => Array.from(row ?? [], (value) => value ?? ""));
    const port = new MemoryPort({ ...seed, sheets: [...seed.sheets, sheetOf(sheet, rows)] });
    await writeReasons(port, new Map([[key, "车辆已更新"]]));
    const now = await port.readContents();
    const texts = [...(changeSheetOf(now)?.rows.values() ?? [])].flatMap((row) =>
      [...row.values()].map(({ value }) => value),
    );
    expect(texts).toContain("车辆已更新");
    expect(reasonsIn(now).get(key)).toBe("车辆已更新");
    await writeReasons(port, new Map([[key, ""]]));
    expect(reasonsIn(await port.readContents()).has(key)).toBe(false);
  });

  it("leave the workbook alone when there are none", async () => {
    const port = new MemoryPort(seed);
    await writeReasons(port, new Map());
    expect(port.batches).toEqual([]);
  });

  it("of last year's workbook are offered", () => {
    const [key = ""] = openKeys(seed);
    const setting = JSON.stringify({ [key]: "上年购置了公务用车" });
    const withReason = editedWorkbook(last, [{ kind: "writeSetting", key: "reasons", value: setting }]);
    const found = compareWorkbooks(seed, withReason);
    expect("lastReasons" in found && found.lastReasons.get(key)).toBe("上年购置了公务用车");
  });
});
