import type { ImportedList } from "../../../src/codes/import/importedList";
import { settingKey, writeImported } from "../../../src/codes/import/importedList";
import { listsInUse } from "../../../src/codes/listsInUse";
import { shippedLists } from "../../../src/codes/shippedLists";
import { planFill } from "../../../src/planning/fill/planFill";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { smallT06, sheetOf, workbookOf } from "../../support/sheet";
import { seedWorkbook } from "../../support/seedWorkbook";
import { blankCells, changed } from "../../support/blankedCells";

const LIST: ImportedList = {
  kind: "functional",
  title: "2021年本地科目",
  year: 2021,
  isAuthoritative: true,
  entries: [
    { code: "201", name: "一般公共服务支出" },
    { code: "20103", name: "政府办公厅（室）及相关机构事务" },
    { code: "2010301", name: "行政运行" },
    { code: "2010377", name: "数据管理" },
  ],
};

const workbook = () => ({
  ...workbookOf(sheetOf("表6", smallT06({ "10,0": "", "10,1": "数据管理" }))),
  name: "2021年预算.xlsx",
});

const filled = (plan: ReturnType<typeof planFill>) => plan.fills.map(({ to }) => to);

test("codes are filled by a list kept with the workbook, by one of the user, and not without", () => {
  const kept = { ...workbook(), settings: { [settingKey("functional")]: writeImported(LIST) } };
  expect(filled(planFill(kept, GUANGZHOU))).toEqual(["2010377"]);
  expect(filled(planFill(workbook(), GUANGZHOU, { codeLists: [LIST] }))).toEqual(["2010377"]);
  expect(filled(planFill(workbook(), GUANGZHOU))).toEqual([]);
});

test("a name that the authoritative list has otherwise is a suggestion", () => {
  const own = {
    ...LIST,
    entries: LIST.entries.map((one) => ({ ...one, name: one.name.replace("行政运行", "机关运行") })),
  };
  const { suggestions } = planFill(workbook(), GUANGZHOU, { codeLists: [own] });
  expect(suggestions.map(({ from, to }) => [from, to])).toContainEqual(["行政运行", "机关运行"]);
});

test("procurement items of 2024 are filled by the catalogue of 2022", async () => {
  const { workbook: blank, cells } = blankCells(seedWorkbook(), ["T13"], { kind: "codes" });
  const pair = cells.find(({ was }) => was.startsWith("[A0"))?.cell;
  const renamed = changed(blank, new Map([[`${pair?.sheet} ${pair?.row} ${pair?.column}`, "便携式计算机"]]));
  const { loaded } = await shippedLists().loadFor([2024]);
  const { fills } = planFill(renamed, GUANGZHOU, {
    edition: 2024,
    lists: listsInUse({ large: loaded }),
  });
  expect(fills.find(({ cell }) => cell.row === pair?.row && cell.column === pair.column)?.to).toBe(
    "[A02010108]便携式计算机",
  );
});
