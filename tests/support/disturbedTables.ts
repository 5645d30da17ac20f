import { recogniseWorkbook } from "../../src/recognition/recognise";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import type { Cell, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { Chooser, randomFrom } from "./random";

/** shuffled: body rows in another order; cut: names with line breaks; slips: one character of each tenth name wrong. */
export type Disturbance = "shuffled" | "cut" | "slips";

/** The workbook with the body rows of its tables disturbed; the same seed gives the same workbook. */
export function disturbed(
  workbook: WorkbookSnapshot,
  how: readonly Disturbance[],
  seed: number,
): WorkbookSnapshot {
  const choose = new Chooser(randomFrom(seed * 104729 + 17));
  const { tables } = recogniseWorkbook(workbook, GUANGZHOU);
  let count = seed % 10;
  const sheets = workbook.sheets.map((sheet) => {
    const table = tables.find((one) => one.sheet === sheet.name);
    if (!table) return sheet;
    const numbers = [...new Set(table.rows.map(({ sheetRow }) => sheetRow))];
    const order = how.includes("shuffled") ? choose.shuffle(numbers) : numbers;
    const named = new Set(
      [...table.columns.values()]
        .filter(({ definition }) => definition.kind === "name" || definition.kind === "codeAndName")
        .map(({ sheetColumn }) => sheetColumn),
    );
    const rows = new Map(sheet.rows);
    numbers.forEach((number, index) => {
      const cells = sheet.rows.get(order[index] ?? number) ?? new Map<number, Cell>();
      const own = [...cells].map(([column, cell]): [number, Cell] => {
        const text = typeof cell.value === "string" && named.has(column) ? cell.value : "";
        const start = text.indexOf("]") + 1;
        if (text.length - start < 4) return [column, cell];
        let name = text.slice(start);
        if (how.includes("slips") && count++ % 10 === 0) name = withSlip(name, choose);
        if (how.includes("cut")) name = `${name.slice(0, 3)}\n${name.slice(3)}`;
        return [column, { ...cell, value: text.slice(0, start) + name }];
      });
      rows.set(number, new Map(own));
    });
    return { ...sheet, rows };
  });
  return { ...workbook, sheets };
}

function withSlip(name: string, choose: Chooser): string {
  const at = 1 + choose.below(name.length - 2);
  const wrong = choose.pick(["", "的", name[at + 1] ?? "", `${name[at] ?? ""}${name[at] ?? ""}`]);
  return name.slice(0, at) + wrong + name.slice(at + 1);
}
