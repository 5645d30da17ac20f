import { aroundParts } from "../../../src/actions/aroundReport";
import { undoLast } from "../../../src/actions/journal/undoStep";
import { forgetSet, keepSet } from "../../../src/actions/keepSets";
import { forgetInWorkbook, keepInWorkbook } from "../../../src/actions/keptLists";
import { learnableTables } from "../../../src/actions/learnTables";
import { planFromList } from "../../../src/actions/fromList";
import { addListTables } from "../../../src/actions/listTables";
import { publicVersionOf } from "../../../src/actions/publish";
import { putYears } from "../../../src/actions/putYears";
import { reportWorkbook } from "../../../src/actions/report";
import { writeReasons } from "../../../src/actions/writeReasons";
import { CODED_TABLES } from "../oddTables/codedTables";
import { inventedList, listWorkbook } from "../projectList";
import { seedWorkbook, withValue } from "../seedWorkbook";
import { sheetOf, workbookOf } from "../sheet";
import type { Command, Pane } from "./command";

/** A list of projects, as a file that the user has chosen. */
const LIST = listWorkbook(inventedList(6, 20));

/** The workbook into which the tables of a list go. */
const BESIDE = workbookOf(sheetOf("说明", [["2020 年预算"]]), sheetOf("封面", [["部门预算"]]));

/** A table that no set has. */
const ODD = workbookOf(sheetOf("附表", CODED_TABLES[0]?.rows ?? []));

/** Of this year and of last, with a change that asks for a reason. */
const THIS_YEAR = workbookOf(...seedWorkbook().sheets.filter(({ name }) => name === "表12"));
const LAST_YEAR = withValue(THIS_YEAR, "表12", 4, 1, 23.65);

/** The sheets that the list fills, planned once: that takes as long as all the rest. */
let plan: ReturnType<typeof planFromList> | undefined;

async function planned() {
  const made = await (plan ??= planFromList(LIST, { thisYear: 2020, unit: "万元" }));
  if (!("plan" in made)) throw new Error(made.problem.key);
  return made.plan.sheets;
}

type Sheets = Awaited<ReturnType<typeof planned>>;

const learned = async ({ port }: Pane) =>
  learnableTables(await port.read()).keep({ id: "own", name: "本单位" }).text;

const kept = async (pane: Pane) => keepSet(pane.port, "本单位", await learned(pane));

const IMPORTED = {
  kind: "functional",
  title: "本市科目",
  year: 2020,
  isAuthoritative: false,
  entries: [{ code: "2010399", name: "其他政府办公厅（室）及相关机构事务支出" }],
} as const;

const compared = ({ port }: Pane) => putYears(port, LAST_YEAR, "zh-CN");

/** Commands on what stands around the tables: lists, sets of the office's own, last year's, the version for the public. */
export const AROUND_COMMANDS: Readonly<Record<string, Command>> = {
  从清单生成: {
    workbook: BESIDE,
    prepare: planned,
    run: ({ port }, sheets) => addListTables(port, sheets as Sheets),
  },
  撤销从清单生成: {
    workbook: BESIDE,
    prepare: async (pane) => addListTables(pane.port, await planned()),
    run: ({ port }) => undoLast(port),
  },
  学习表样: { workbook: ODD, isReading: true, run: learned },
  保存表样: {
    workbook: ODD,
    prepare: learned,
    run: ({ port }, text) => keepSet(port, "本单位", text as string),
  },
  删去表样: { workbook: ODD, prepare: kept, run: ({ port }) => forgetSet(port, "own") },
  存清单: { run: ({ port }) => keepInWorkbook(port, IMPORTED) },
  去清单: {
    prepare: ({ port }) => keepInWorkbook(port, IMPORTED),
    run: ({ port }) => forgetInWorkbook(port, "functional"),
  },
  加入对比表: { workbook: THIS_YEAR, run: compared },
  再加入对比表: {
    workbook: THIS_YEAR,
    prepare: compared,
    run: ({ port }) => putYears(port, THIS_YEAR, "zh-CN"),
  },
  撤销加入对比表: { workbook: THIS_YEAR, prepare: compared, run: ({ port }) => undoLast(port) },
  保存原因: {
    workbook: THIS_YEAR,
    prepare: compared,
    run: ({ port }) => writeReasons(port, new Map([["一般公共预算", "本年不再购置公务用车"]])),
  },
  说明的报告: {
    workbook: THIS_YEAR,
    run: ({ port }) =>
      reportWorkbook(port, port, {
        date: "2026-03-01",
        parts: async (workbook) =>
          aroundParts(workbook, { lastYear: LAST_YEAR }, { locale: "zh-CN", thresholds: undefined }),
      }),
  },
  公开版: { workbook: THIS_YEAR, isReading: true, run: ({ port }) => publicVersionOf(port) },
};
