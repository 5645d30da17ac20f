import { acceptFinding, unacceptFinding } from "../../../src/actions/accept";
import { insertDictionary } from "../../../src/actions/codeDictionary";
import { applyFill, previewFill } from "../../../src/actions/fillCodes";
import { insertTables, undoInsert } from "../../../src/actions/insertTables";
import { undoLast } from "../../../src/actions/journal/undoStep";
import { applyMend, findMends } from "../../../src/actions/mend";
import { createRecheck } from "../../../src/actions/recheck";
import { reportWorkbook } from "../../../src/actions/report";
import { applyRows, planRowsOf, undoRows } from "../../../src/actions/rows";
import { takeBack } from "../../../src/actions/takeBack";
import { WITHOUT_PROGRESS } from "../../../src/actions/task";
import { clearMarks, validateAndMark } from "../../../src/actions/validate";
import type { Finding } from "../../../src/validation/finding";
import { SMALL_T06, sheetOf, smallT06, workbookOf } from "../sheet";
import type { Command, Pane } from "./command";
import { AROUND_COMMANDS } from "./aroundCommands";
import { MENDING_COMMANDS } from "./mendingCommands";

/** 表6 with a total that is wrong by one, and another sheet. */
export const SPOILT = workbookOf(sheetOf("表6", smallT06({ "10,5": 1165.39 })), sheetOf("表1", [["说明"]]));
/** 表6 with a code left out. */
const BLANKS = workbookOf(
  sheetOf(
    "表6",
    SMALL_T06.map((row, index) => (index === 9 ? ["", ...row.slice(1)] : row)),
  ),
);
const INTENTION = { kind: "code", in: { table: "T06" }, code: "2050803" } as const;
const DELETION = { kind: "delete", in: { table: "T06" }, rows: [9], isAlone: true } as const;
const ORDER = { tables: [{ id: "T08", how: "new" as const }], withRows: true };

const checked = ({ port, check }: Pane) => validateAndMark(port, {}, WITHOUT_PROGRESS, check);

const reported = async ({ port, check }: Pane, date: string) =>
  reportWorkbook(port, port, { date, lists: check.held.atHand(await port.read(), {}) });

async function mendOf(pane: Pane) {
  const [mend] = await findMends(pane.port, await finding(pane), {}, pane.check);
  if (!mend) throw new Error("the finding cannot be mended");
  return mend;
}

async function finding({ port, check }: Pane) {
  const [first] = check.check(await port.read()).result.findings;
  if (!first) throw new Error("the workbook has nothing to accept");
  return first;
}

/** Commands on the tables themselves. */
export const TABLE_COMMANDS: Readonly<Record<string, Command>> = {
  校验: { run: checked, isCheck: true },
  再校验: { prepare: checked, run: checked, isCheck: true },
  边改边校: { run: ({ port, check }) => createRecheck(port, {}, check)(), isCheck: true },
  清除标记: { prepare: checked, run: ({ port }) => clearMarks(port) },
  校验报告: { run: (pane) => reported(pane, "2026-03-01") },
  再写校验报告: {
    prepare: (pane) => reported(pane, "2026-03-01"),
    run: (pane) => reported(pane, "2026-03-02"),
  },
  接受: {
    prepare: finding,
    run: ({ port }, one) => acceptFinding(port, one as Finding, "已核实", "2026-03-01"),
  },
  取消接受: {
    prepare: async (pane) => {
      const one = await finding(pane);
      await acceptFinding(pane.port, one, "已核实", "2026-03-01");
      return one;
    },
    run: ({ port }, one) => unacceptFinding(port, one as Finding),
  },
  采用建议: {
    prepare: mendOf,
    run: ({ port }, mend) => applyMend(port, mend as Parameters<typeof applyMend>[1]),
  },
  撤销建议: {
    prepare: async (pane) => applyMend(pane.port, await mendOf(pane)),
    run: ({ port }, written) => takeBack(port, written as Parameters<typeof takeBack>[1]),
  },
  增行: {
    prepare: async ({ port }) => planRowsOf(await port.read(), INTENTION),
    run: ({ port }, plan) => applyRows(port, plan as Parameters<typeof applyRows>[1], INTENTION),
  },
  撤销增行: {
    prepare: async ({ port }) => applyRows(port, planRowsOf(await port.read(), INTENTION), INTENTION),
    run: ({ port }, done) => undoRows(port, done as Parameters<typeof undoRows>[1]),
  },
  插入标准表: { workbook: BLANKS, run: ({ port }) => insertTables(port, ORDER, 2020) },
  撤销插入: {
    prepare: async ({ port }) => {
      const outcome = await insertTables(port, ORDER, 2020);
      if (outcome.kind !== "inserted") throw new Error("T08 was not inserted");
      return outcome.inserted;
    },
    run: ({ port }, inserted) => undoInsert(port, inserted as Parameters<typeof undoInsert>[1]),
  },
  删行: {
    prepare: async ({ port }) => planRowsOf(await port.read(), DELETION),
    run: ({ port }, plan) => applyRows(port, plan as Parameters<typeof applyRows>[1], DELETION),
  },
  填充编码: {
    workbook: BLANKS,
    prepare: ({ port }) => previewFill(port),
    run: ({ port }, plan) => applyFill(port, (plan as Awaited<ReturnType<typeof previewFill>>).fills),
  },
  撤销: {
    workbook: BLANKS,
    prepare: async ({ port }) => applyFill(port, (await previewFill(port)).fills),
    run: ({ port }) => undoLast(port),
  },
  撤销删行: {
    prepare: async ({ port }) => applyRows(port, planRowsOf(await port.read(), DELETION), DELETION),
    run: ({ port }) => undoLast(port),
  },
  科目字典: {
    run: ({ port }) =>
      insertDictionary(port, { kind: "economicGovernment", codeLists: [], year: 2020 }, "zh-CN"),
  },
};

/** Every command of the pane that reads or changes the workbook. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  ...TABLE_COMMANDS,
  ...MENDING_COMMANDS,
  ...AROUND_COMMANDS,
};
