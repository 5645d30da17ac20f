import { checkWorkbook } from "../../../src/validation/check";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import type { Edit } from "../../../src/workbook/edit";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import { calculated, withLiveFormulas } from "../../bench/acts/liveBook";
import { generatedBudget } from "../../support/generatedBudget";
import { Chooser, randomFrom } from "../../support/random";

const live = withLiveFormulas({
  workbook: generatedBudget(60, new Chooser(randomFrom(1355))),
  pack: GUANGZHOU,
});

/** A row of 表10 taken to another place with what it holds, formulas over itself included. */
function moved(from: number, to: number): Edit[] {
  const cells = live.sheets.find(({ name }) => name === "表10")?.rows.get(from) ?? [];
  return [
    { kind: "insertRows", sheet: "表10", row: to, count: 1, like: from },
    ...[...cells].flatMap(([column, { value, formula, numberFormat }]): Edit[] => {
      const own = formula?.replaceAll(new RegExp(`([A-Z])${from + 1}\\b`, "g"), `$1${to + 1}`);
      const at = { kind: "writeCell", sheet: "表10", row: to, column, numberFormat } as const;
      if (own !== undefined) return [{ ...at, content: { formula: own } }];
      return typeof value === "object" ? [] : [{ ...at, content: { value } }];
    }),
    { kind: "deleteRows", sheet: "表10", row: to <= from ? from + 1 : from, count: 1 },
  ];
}

it("a project's row under another unit is one finding, though some totals are formulas that have followed", () => {
  const after = calculated(editedWorkbook(live, moved(19, 7)));
  const errors = checkWorkbook(after, GUANGZHOU).result.findings.filter(
    ({ severity }) => severity === "error",
  );
  expect(errors.map(({ act }) => [act?.kind, act?.rows[0]?.row])).toEqual([["rowMoved", 7]]);
});
