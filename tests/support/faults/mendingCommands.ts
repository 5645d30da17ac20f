import { applyBalance, lockFigures, previewBalance } from "../../../src/actions/balanceRounding";
import { correctRecognition, withdrawCorrections } from "../../../src/actions/correctRecognition";
import { undoLast } from "../../../src/actions/journal/undoStep";
import { applyMend, findMends } from "../../../src/actions/mend";
import { WITHOUT_PROGRESS } from "../../../src/actions/task";
import { writeCode } from "../../../src/actions/writeCode";
import { highsSolver } from "../../../src/cli/highsSolver";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { seedWorkbook } from "../seedWorkbook";
import { SMALL_T06, sheetOf, smallT06, workbookOf } from "../sheet";
import type { Command, Pane } from "./command";

/** Some sheets of the real budget, in this order. */
function seedSheets(...names: readonly string[]): WorkbookSnapshot {
  const { sheets } = seedWorkbook();
  const found = names.flatMap((name) => sheets.find((sheet) => sheet.name === name) ?? []);
  if (found.length < names.length) throw new Error(`not all of ${names.join()} are there`);
  return workbookOf(...found);
}

/** 表6 lacks a row that 表2 has. */
const WITHOUT_ROW = editedWorkbook(seedSheets("表6", "表2"), [
  { kind: "deleteRows", sheet: "表6", row: 11, count: 1 },
]);

/** Two headings of 表9 stand in each other's place, as they were published. */
const SWAPPED = seedSheets("表9");

/** Numbers kept as texts in two cells. */
const AS_TEXTS = workbookOf(
  sheetOf(
    "表6",
    smallT06({
      "10,5": { value: "1,164.39", numberFormat: "@" },
      "9,3": { value: "725.78", numberFormat: "@" },
    }),
  ),
);

/** 725.78 + 1,164.38 = 1,890.16, printed 1,890.17 in every row above. */
const ROUNDED = workbookOf(
  sheetOf(
    "表6",
    smallT06(
      Object.fromEntries(
        ["10,2", "10,4", "10,5", "8,4", "8,5", "7,4", "7,5", "6,4", "6,5"].map((cell) => [cell, 1164.38]),
      ),
    ),
  ),
);

/** The mend of the first finding of a rule. */
const mendOf =
  (rule: string) =>
  async ({ port, check }: Pane) => {
    const { findings } = check.check(await port.read()).result;
    const finding = findings.find((one) => one.rule === rule);
    const [mend] = finding ? await findMends(port, finding, {}, check) : [];
    if (!mend) throw new Error(`no mend of ${rule} among ${findings.map((one) => one.rule).join()}`);
    return mend;
  };

const applied = ({ port }: Pane, mend: unknown) => applyMend(port, mend as Parameters<typeof applyMend>[1]);

const mending = (workbook: WorkbookSnapshot, rule: string): Command => ({
  workbook,
  prepare: mendOf(rule),
  run: applied,
});

const balanced = async ({ port }: Pane) => {
  const { plan, workbook } = await previewBalance(port, highsSolver, WITHOUT_PROGRESS);
  if (!plan) throw new Error("nothing to balance");
  return { plan, workbook };
};

type Balanced = Awaited<ReturnType<typeof balanced>>;

/** Commands that mend what was found, and those that say how the workbook is to be read. */
export const MENDING_COMMANDS: Readonly<Record<string, Command>> = {
  补上缺的行: mending(WITHOUT_ROW, "rows.missing"),
  撤销补行: {
    workbook: WITHOUT_ROW,
    prepare: async (pane) => applied(pane, await mendOf("rows.missing")(pane)),
    run: ({ port }) => undoLast(port),
  },
  对调表头: mending(SWAPPED, "heading.swapped"),
  文本改数字: mending(AS_TEXTS, "cell.text-number"),
  撤销文本改数字: {
    workbook: AS_TEXTS,
    prepare: async (pane) => applied(pane, await mendOf("cell.text-number")(pane)),
    run: ({ port }) => undoLast(port),
  },
  舍位平衡: {
    workbook: ROUNDED,
    prepare: balanced,
    run: ({ port }, preview) => {
      const { plan, workbook } = preview as Balanced;
      return applyBalance(port, plan, workbook);
    },
  },
  锁定数字: { workbook: ROUNDED, run: ({ port }) => lockFigures(port, highsSolver, ["表6!C7"]) },
  写入编码: {
    workbook: workbookOf(
      sheetOf(
        "表6",
        SMALL_T06.map((row, index) => (index === 9 ? ["", "", ...row.slice(2)] : row)),
      ),
    ),
    prepare: ({ port }) => port.select({ sheet: "表6", row: 9, column: 0 }),
    run: ({ port }) =>
      writeCode(port, {
        kind: "functional",
        code: "2010301",
        name: "行政运行",
      }),
  },
  更正识别: { run: ({ port }) => correctRecognition(port, { sheet: "表1", table: "T01" }) },
  取消更正: {
    prepare: ({ port }) => correctRecognition(port, { sheet: "表1", table: "T01" }),
    run: ({ port }) => withdrawCorrections(port, "表1"),
  },
};
