import { recogniseWorkbook } from "../../src/recognition/recognise";
import type { RecognisedRow } from "../../src/recognition/recognised";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { check } from "../support/check";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import type { CellAddress } from "../../src/workbook/address";
import type { Finding } from "../../src/validation/finding";

const workbook = seedWorkbook();
const { tables } = recogniseWorkbook(workbook, GUANGZHOU);

const isAt =
  (address: CellAddress) =>
  ({ sheet, row, column }: CellAddress) =>
    sheet === address.sheet && row === address.row && column === address.column;

/** The amount of a row, found by the row's code or name and its printed column number. */
function amountAt(table: string, key: string, column: number) {
  const row = tables
    .find(({ definition }) => definition.id === table)
    ?.rows.find(({ code, key: name }) => code === key || name === key);
  const figure = row?.figures.get(column);
  if (figure?.kind !== "amount") throw new Error(`no amount at ${table} ${key} c${column}`);
  return figure;
}

/** The findings after one amount has been raised by 1.00. */
function findingsAfterOneMore(figure: ReturnType<typeof amountAt>): Finding[] {
  const { sheet, row, column } = figure.address;
  return [...check(withValue(workbook, sheet, row, column, figure.value.plus(1).toNumber())).findings];
}

const errorsOf = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === "error");

describe("a figure that is 1.00 too much is named by the relations of its own table and of the others", () => {
  it.each<[string, string, number, string[]]>([
    ["T01", "一般公共预算", 2, ["T01.财政拨款=一般公共预算+政府性基金预算+国有资本经营预算", "X01", "X03"]],
    ["T02", "2010399", 6, ["T02.c5=c6+c7+c8", "T02.tree", "X13"]],
    ["T03", "2010399", 5, ["T03.c3=c4+c5+c6+c7+c8+c9", "T03.tree", "X09"]],
    ["T04", "一般公共预算", 2, ["T04.本年收入合计=一般公共预算+政府性基金预算+国有资本经营预算", "X03"]],
    ["T05", "一般公共预算", 8, ["T05.c5=c6+c7+c8", "T05.tree"]],
    ["T06", "2010399", 6, ["T06.c5=c6+c7", "T06.tree"]],
    ["T06", "2010399", 5, ["T06.c3=c4+c5", "T06.c5=c6+c7", "T06.tree", "X05", "X09"]],
    ["T07", "合计", 4, ["T07.c3=c4+c5", "X06"]],
    ["T08", "人员支出", 5, ["T08.c4=c5+c6+c7", "T08.tree", "X07"]],
    ["T09", "30102", 3, ["T09.tree"]],
    ["T09", "301", 3, ["T09.tree", "X07"]],
    ["T10", "2010399", 5, ["T10.c4=c5+c6+c7", "T10.tree", "X09"]],
    ["T11", "合计", 4, ["T11.c3=c4+c5+c6+c7+c8"]],
    [
      "T12",
      "公务接待费",
      3,
      ["T12.c2=c3+c4+c5", "T12.三公经费总额=因公出国(境)费+公务用车购置及运行维护费+公务接待费"],
    ],
    ["T13", "政务大厅日常运作经费", 10, ["T13.c9=c10+c11+c12", "T13.tree"]],
    ["T14", "第三方暗访调查费", 9, ["T14.c8=c9+c10+c11", "T14.tree"]],
  ])("%s %s c%i: %j", (table, key, column, rules) => {
    const figure = amountAt(table, key, column);
    const errors = errorsOf(findingsAfterOneMore(figure));
    expect(errors).toHaveLength(1);
    const naming = (errors[0]?.relations ?? []).filter(({ cells }) => cells.some(isAt(figure.address)));
    expect([...new Set(naming.map(({ rule }) => rule))].sort()).toEqual(expect.arrayContaining(rules));
    expect(naming).toHaveLength(errors[0]?.relations?.length ?? -1);
  });

  it.each(tables.map((table) => [table.definition.id, table] as const))(
    "%s: in every leaf row, with the changed cell among the suspects",
    (_, table) => {
      const leaves = table.rows.filter(({ children }) => children.length === 0);
      expect(leaves.length).toBeGreaterThan(0);
      leaves.forEach((row, index) => {
        const figure = amountOfTurn(row, index);
        if (!figure) return;
        const errors = errorsOf(findingsAfterOneMore(figure));
        expect(errors).toHaveLength(1);
        for (const { cells, suspects } of errors) {
          expect(cells.some(isAt(figure.address))).toBe(true);
          expect(suspects.some(isAt(figure.address))).toBe(true);
        }
      });
    },
    60_000,
  );
});

/** Another column in each row, so that all columns of a table have their turn. */
function amountOfTurn({ figures }: RecognisedRow, turn: number) {
  const amounts = [...figures.values()].flatMap((figure) => (figure.kind === "amount" ? [figure] : []));
  return amounts[turn % Math.max(1, amounts.length)];
}

describe("the likely wrong cell", () => {
  it("is the changed one alone, with its old figure, when it stands in several relations", () => {
    const figure = amountAt("T06", "2010399", 6);
    const [first] = errorsOf(findingsAfterOneMore(figure));
    expect(first?.suspects).toHaveLength(1);
    expect(first?.suspects[0]).toMatchObject({ ...figure.address, suggested: "1164.39" });
    expect(first?.suspects[0]?.why).toEqual([
      { key: "suspect.mends", args: { count: "2" } },
      { key: "hint.digit", args: { present: "1,165.39", right: "1,164.39" } },
    ]);
  });
});
