import { planFromList } from "../../src/actions/fromList";
import { partsBehind } from "../../src/lists/planTables";
import { parseRange } from "../../src/workbook/address";
import { designedSheet } from "../../src/workbook/designedSheet";
import { cellAt } from "../../src/workbook/snapshot";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { calculatedByUniver } from "../support/calculated";
import { check } from "../support/check";
import { inventedList, listWorkbook } from "../support/projectList";
import { withValue } from "../support/seedWorkbook";

async function linked(workbook: WorkbookSnapshot, unit: "元" | "万元" = "万元") {
  const outcome = await planFromList(workbook, { thisYear: 2020, unit, isLinked: true });
  if ("problem" in outcome) throw new Error(outcome.problem.key);
  const { plan } = outcome;
  const sheets = plan.sheets.map(({ design }) => designedSheet(design));
  const tables: WorkbookSnapshot = { name: "表.xlsx", sheets };
  return { plan, tables, detail: sheets.at(-1) as SheetSnapshot };
}

/** Every figure of the tables that a formula takes from the list. */
function linksIn({ sheets }: WorkbookSnapshot) {
  return sheets.flatMap(({ name, rows }) =>
    [...rows].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { formula, value }]) =>
        formula?.includes("SUMIFS(") ? [{ name, row, column, formula, value: Number(value) }] : [],
      ),
    ),
  );
}

/** What SUMIFS comes to, in 分, read from its text alone. */
function worked(formula: string, detail: SheetSnapshot): number {
  const inside = /SUMIFS\((.*?)\)+$/.exec(formula)?.[1] ?? "";
  const terms = inside.match(/(?:[^",{]|"(?:[^"]|"")*"|\{[^}]*\})+/g) ?? [];
  const [amounts = "", ...conditions] = terms;
  const rangeOf = (text: string) => parseRange(text.slice(text.indexOf("!") + 1).replace(/\$/g, ""));
  const range = rangeOf(amounts);
  if (!range) throw new Error(formula);
  const wanted = conditions.flatMap((text, index) => {
    if (index % 2 === 1) return [];
    const texts = [...(conditions[index + 1] ?? "").matchAll(/"((?:[^"]|"")*)"/g)].map(([, one = ""]) =>
      one.replace(/~([~*?])/g, "$1").replace(/""/g, '"'),
    );
    return [{ column: rangeOf(text)?.firstColumn ?? -1, texts }];
  });
  let sum = 0;
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    const fits = wanted.every(({ column, texts }) =>
      texts.includes(String(cellAt(detail, row, column)?.value ?? "")),
    );
    if (fits) sum += Math.round(Number(cellAt(detail, row, range.firstColumn)?.value) * 100);
  }
  return sum;
}

describe("tables of a list of 400 rows whose figures are SUMIFS over it", () => {
  const made = linked(listWorkbook(inventedList(400, 20)));

  it("pass the check", async () => {
    const { tables, detail } = await made;
    expect(detail.name).toBe("清单明细");
    const { findings, tables: found, unplaced } = check(tables);
    expect(findings).toEqual([]);
    expect(found.filter(({ by }) => by === "structure")).toEqual([]);
    expect(unplaced).toEqual([{ sheet: "清单明细", reason: { key: "sheet.listDetail", args: {} } }]);
  });

  it("have a formula for every figure that is no sum of its own table, and it selects the rows behind it", async () => {
    const { plan, tables, detail } = await made;
    const links = linksIn(tables);
    expect(links.length).toBeGreaterThan(300);
    for (const { formula, value } of links)
      expect([formula, worked(formula, detail)]).toEqual([formula, Math.round(value * 100)]);
    const bare = tables.sheets.flatMap(({ name, rows }) =>
      [...rows].flatMap(([row, cells]) =>
        [...cells].filter(([column, cell]) => {
          const behind = partsBehind(plan, { sheet: name, row, column });
          return behind !== undefined && behind.length > 0 && cell.formula === undefined;
        }),
      ),
    );
    expect(bare).toEqual([]);
  });

  it("come to the same when they are calculated, and follow an amount that is changed", async () => {
    const { tables, detail } = await made;
    const last = Math.max(...detail.rows.keys());
    const column = Math.max(...(detail.rows.get(last)?.keys() ?? [0]));
    const before = Number(cellAt(detail, last, column)?.value);
    const totals = (workbook: WorkbookSnapshot) =>
      linksIn(workbook).map(({ value }) => Math.round(value * 100));
    expect(totals(await calculatedByUniver(tables))).toEqual(totals(tables));
    const changed = await calculatedByUniver(withValue(tables, detail.name, last, column, before + 7));
    const own = totals(tables);
    const moved = totals(changed).map((amount, index) => amount - (own[index] ?? 0));
    expect(new Set(moved)).toEqual(new Set([0, 700]));
    expect(check(changed).findings.filter(({ severity }) => severity === "error")).toEqual([]);
  }, 120_000);
});

it("projects whose names hold signs of conditions are told apart", async () => {
  const rows = inventedList(40, 6).map((row, index) => ({
    ...row,
    project: row.project && ["运维*", "运维?一", ">100 项目", "a~b"][index % 4],
  })) as ReturnType<typeof inventedList>;
  const { tables, detail } = await linked(listWorkbook(rows), "元");
  const links = linksIn(tables);
  expect(links.some(({ formula }) => formula.includes("~*"))).toBe(true);
  for (const { formula, value } of links)
    expect(worked(formula.replace(/"=>/g, '">'), detail)).toBe(Math.round(value * 100));
});
