import { planRowsOf } from "../../src/actions/rows";
import type { RowsIntention } from "../../src/actions/rows";
import { parseCodeList, namesIn } from "../../src/codes/codeLists";
import type { Row, Table } from "../../src/planning/table";
import { modelAgain, modelWorkbook, sheetOf } from "../../src/planning/rows/workbookModel";
import type { WorkbookModel } from "../../src/planning/rows/workbookModel";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import type { RowEdit, WriteCell, WriteSetting } from "../../src/workbook/edit";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { cellAt } from "../../src/workbook/snapshot";
import type { Chooser } from "./random";

/** One step of a budget that is being made: figures typed that belong together, or a command for rows. */
export interface Step {
  readonly kind: "figures" | RowsIntention["kind"];
  readonly edits: readonly (RowEdit | WriteCell | WriteSetting)[];
}

type Leaf = readonly [table: string, row: (row: Row) => boolean, column: number];

/** Figures that have to be changed together: what one table says of the same money in two places. */
const TOGETHER: readonly (readonly Leaf[])[] = [
  // 基本支出 by function and by economic class (X07).
  [
    ["T06", ({ rule }) => rule.kind === "项", 4],
    ["T09", ({ rule }) => rule.kind === "款", 3],
  ],
  [
    ["T07", ({ rule }) => rule.kind === "项", 4],
    ["T08", ({ rule }) => rule.kind === "人员支出", 6],
  ],
  [["T10", ({ rule }) => rule.kind === "项目", 5]],
  [["T10", ({ rule }) => rule.kind === "项目", 5]],
  [["T05", ({ rule, parent }) => rule.kind === "资金来源" && parent?.rule.kind === "单位", 8]],
  [["T12", ({ rule }) => rule.kind === "公务接待费", 4]],
  [["T12", ({ rule }) => rule.kind === "行政经费", 3]],
  [
    ["T04", ({ rule }) => rule.kind === "上年预结转", 2],
    ["T04", ({ rule }) => rule.kind === "结转下年", 4],
  ],
  // A transfer and the district it goes to.
  [
    ["T11", ({ rule }) => rule.kind === "项目", 4],
    ["T11", ({ rule }) => rule.kind === "项目", 9],
  ],
];

/** Steps at random through the commands that users have. Gives undefined where the step chosen is refused. */
function randomStep(model: WorkbookModel, choose: Chooser): Step | undefined {
  const { workbook } = model;
  if (choose.chance(0.75)) return figures(model, choose);
  const intention = choose.chance(0.55) ? addition(model, choose) : deletion(model, choose);
  if (!intention) return undefined;
  const plan = planRowsOf(workbook, intention, model);
  // Figures that go have to go elsewhere too, which is for the user to do: such rows are left here.
  const loses = plan.removed.some(
    ({ table, figures: typed }) => typed.length > 0 && table !== "T10" && table !== "T11",
  );
  return plan.refusal || loses ? undefined : { kind: intention.kind, edits: plan.edits };
}

function tableOf({ tables }: WorkbookModel, id: string): Table {
  return tables.find(({ definition }) => definition.id === id) as Table;
}

function figures(model: WorkbookModel, choose: Chooser): Step | undefined {
  const together = choose.pick(TOGETHER);
  const amount = Math.round(choose.below(1_000_000)) / 100;
  let same: Row | undefined;
  const edits = together.flatMap(([id, isOne, column], index): WriteCell[] => {
    const table = tableOf(model, id);
    const before = together[index - 1];
    const rows = table.rows.filter((row) => !row.isBlank && isOne(row));
    const row =
      before?.[0] === id && same?.rule === rows[0]?.rule
        ? same
        : rows.length > 0
          ? choose.pick(rows)
          : undefined;
    same = row;
    const place = table.columns.get(column);
    if (!row || place === undefined) return [];
    const cell = cellAt(sheetOf(model, table), row.sheetRow, place);
    if (cell?.formula !== undefined) throw new Error(`${id} c${column} of ${row.name} is a formula`);
    const value = Math.round((Number(cell?.value ?? 0) + amount) * 100) / 100;
    return [
      {
        kind: "writeCell",
        sheet: table.sheet,
        row: row.sheetRow,
        column: place,
        content: { value },
        numberFormat: "#,##0.00",
      },
    ];
  });
  return edits.length === together.length ? { kind: "figures", edits } : undefined;
}

/** What the list of the budget's year has: others are added too, and told of. */
const CODES = [...parseCodeList("functional").entries.values()]
  .filter((entry) => /^2\d{6}$/.test(entry.code) && namesIn(entry, 2020).length > 0)
  .map(({ code }) => code)
  // The statements have no line for transfers, debts and reserves.
  .filter((code) => !/^2(0[0]|23|27|3\d)/.test(code));

function addition(model: WorkbookModel, choose: Chooser): RowsIntention | undefined {
  const code = choose.pick(CODES);
  const name = `项目${choose.below(1_000_000)}`;
  const unit = () => choose.pick(tableOf(model, "T10").rows.filter(({ rule }) => rule.kind === "单位")).code;
  switch (choose.below(12)) {
    case 0:
    case 1:
    case 2:
      return { kind: "code", in: { table: choose.pick(["T06", "T06", "T07", "T03", "T02"]) }, code };
    case 3:
    case 4:
    case 5:
      return {
        kind: "item",
        in: { table: "T10" },
        at: { unit: unit() },
        name,
        code: choose.chance(0.5) ? code : used(model, choose),
      };
    case 6:
    case 7:
      return { kind: "item", in: { table: "T11" }, at: { unit: unit() }, name };
    case 8:
    case 9: {
      const table = choose.pick(["T10", "T13", "T14"]);
      const rows = tableOf(model, table).rows.filter(({ rule }) => rule.level > 0);
      return { kind: "item", in: { table }, at: choose.pick(rows).sheetRow };
    }
    case 10: {
      const number = String(100 + choose.below(900));
      return { kind: "unit", code: `156${number}`, name: `下属单位${number}` };
    }
    default: {
      const number = 500 + choose.below(100);
      return { kind: "unit", in: { table: "T05" }, code: String(number), name: `部门${number}` };
    }
  }
}

function used(model: WorkbookModel, choose: Chooser): string {
  return choose.pick(tableOf(model, "T06").rows.filter(({ code }) => code.length === 7)).code;
}

function deletion(model: WorkbookModel, choose: Chooser): RowsIntention | undefined {
  const table = tableOf(
    model,
    choose.pick(["T02", "T03", "T05", "T06", "T07", "T10", "T10", "T11", "T13", "T14"]),
  );
  const rows = table.rows.filter(({ rule }) => rule.level > 0 && rule.names === undefined);
  if (rows.length === 0) return undefined;
  const { sheetRow } = choose.pick(rows);
  return { kind: "delete", in: { sheet: table.sheet }, rows: [sheetRow], withChildren: choose.chance(0.3) };
}

/** A workbook after a number of random steps, with all their edits in order. */
export function editedAtRandom(
  workbook: WorkbookSnapshot,
  steps: number,
  choose: Chooser,
  afterEach: (now: WorkbookSnapshot, done: number) => void = () => {},
): { readonly workbook: WorkbookSnapshot; readonly steps: readonly Step[] } {
  let model = modelWorkbook(GUANGZHOU, workbook);
  const done: Step[] = [];
  while (done.length < steps) {
    const step = randomStep(model, choose);
    if (!step) continue;
    const now = editedWorkbook(model.workbook, step.edits);
    // Figures leave the tables what they are; where rows come or go all is looked at anew.
    model = step.kind === "figures" ? { ...model, workbook: now } : modelAgain(model, now);
    done.push(step);
    afterEach(now, done.length);
  }
  return { workbook: model.workbook, steps: done };
}
