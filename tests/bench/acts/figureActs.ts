import type { RecognisedRow, RecognisedTable } from "../../../src/recognition/recognised";
import { judgementsAt, makeChecked } from "../../../src/validation/checked";
import { isFailing } from "../../../src/validation/outcome";
import type { CellAddress } from "../../../src/workbook/address";
import { amountsOf, changed, isFormula, leavesOf, numberAt, pickRow } from "./done";
import type { Change, Done, Maker, Scene } from "./done";
import { calculated } from "./liveBook";

/** A typed digit is wrong in one leaf. */
export const digitWrong: Maker = (scene) => {
  const row = pickRow(scene, (one) => typed(scene, one).length > 0);
  if (!row) return undefined;
  const address = scene.choose.pick(typed(scene, row));
  const value = numberAt(scene.checked.workbook, address) as number;
  const wrong = Number(String(value).replace(/[1-9]/, (digit) => String((Number(digit) % 9) + 1)));
  return changed(scene, ["figure"], [{ ...address, value: wrong }], [row_(row)]);
};

/** The sign of a leaf is turned. */
export const signTurned: Maker = (scene) => {
  const row = pickRow(scene, (one) => typed(scene, one).length > 0);
  if (!row) return undefined;
  const address = scene.choose.pick(typed(scene, row));
  return changed(
    scene,
    ["figure"],
    [{ ...address, value: -(numberAt(scene.checked.workbook, address) as number) }],
    [row_(row)],
  );
};

/** A leaf gets another amount, in all columns that hold it, and nothing follows. */
export const totalsLeft: Maker = (scene) => {
  const row = pickRow(scene, (one) => typed(scene, one).length > 0);
  if (!row) return undefined;
  const by = change(scene);
  return changed(scene, ["totalsStale", "figure"], moved(scene, row, by), [row_(row)]);
};

/** A leaf and all above it in its table get another amount, and no other table follows. */
export const partnersLeft: Maker = (scene) => {
  const row = pickRow(scene, (one) => typed(scene, one).length > 0);
  if (!row) return undefined;
  const by = change(scene);
  const chain = chainOf(row);
  const changes = chain.flatMap((one) => moved(scene, one, by, ownColumns(scene, row)));
  const done = changed(scene, ["partnersStale"], changes, chain.map(row_));
  return done && agrees(scene, row.table, done) ? done : undefined;
};

/** Several leaves of a table are those of an older draft, with all above them. */
export const tableOld: Maker = (scene) => {
  const { choose, checked } = scene;
  const tables = checked.tables.filter(
    (table) => leavesOf(table).filter((row) => typed(scene, row).length > 0).length > 3,
  );
  if (tables.length === 0) return undefined;
  const table = choose.pick(tables);
  const changes = new Map<string, Change>();
  for (const row of choose.shuffle(leavesOf(table)).slice(0, 4 + choose.below(4))) {
    const by = change(scene);
    for (const one of chainOf(row))
      for (const number of ownColumns(scene, row)) {
        const address = one.figures.get(number)?.address;
        if (!address || isFormula(scene, address)) continue;
        const key = `${address.row},${address.column}`;
        const now = changes.get(key)?.value ?? numberAt(checked.workbook, address) ?? 0;
        changes.set(key, { ...address, value: round(Number(now) + by) });
      }
  }
  const rows = table.rows.map(row_);
  // Where the others see little more than its total, it is a table changed up to its total.
  const done = changed(scene, ["tableOld", "partnersStale"], [...changes.values()], rows);
  return done && agrees(scene, table, done) ? done : undefined;
};

/** Whether a table agrees with itself after an act: one that was forgotten beside it does. */
function agrees({ checked }: Scene, table: RecognisedTable, { workbook }: Done): boolean {
  const { judgements } = makeChecked(calculated(workbook), checked.set);
  const { id } = table.definition;
  return judgements.every(
    (one) => !isFailing(one) || one.relation.terms.some(({ row }) => row.table.definition.id !== id),
  );
}

function chainOf(row: RecognisedRow): RecognisedRow[] {
  const chain = [row];
  for (let above = row.parent; above; above = above.parent) chain.push(above);
  return chain;
}

/** The figures of a leaf are changed alike in all tables that have its code. */
export const copiedToAll: Maker = (scene) => {
  const row = pickRow(scene, (one) => one.code.length === 7 && typed(scene, one).length > 0);
  if (!row) return undefined;
  const value = amountsOf(row)[0]?.figure;
  if (value?.kind !== "amount") return undefined;
  const right = numberAt(scene.checked.workbook, value.address);
  const by = change(scene);
  const alike = scene.checked.tables.flatMap((table) =>
    leavesOf(table).filter(({ code }) => code === row.code),
  );
  // A row with several amounts would not agree with itself any more.
  const single = alike.filter((one) =>
    typed(scene, one).every((address) => numberAt(scene.checked.workbook, address) === right),
  );
  const changes = single.flatMap((one) =>
    typed(scene, one).map((address): Change => ({ ...address, value: round((right ?? 0) + by) })),
  );
  if (new Set(changes.map(({ sheet }) => sheet)).size < 2) return undefined;
  return changed(scene, ["figureCopied"], changes);
};

/** The figures of two rows next to each other stand in each other's place. */
export const rowsExchanged: Maker = (scene) => {
  const row = pickRow(scene, (one) => nextTo(one) !== undefined);
  const other = row && nextTo(row);
  if (!row || !other) return undefined;
  const { workbook } = scene.checked;
  const isOne = scene.choose.chance(0.3);
  const numbers = isOne ? [scene.choose.pick(columnsOf(row))] : [...row.figures.keys()];
  const changes = numbers.flatMap((number): Change[] => {
    const [a, b] = [row.figures.get(number)?.address, other.figures.get(number)?.address];
    if (!a || !b || isFormula(scene, a) || isFormula(scene, b)) return [];
    return [
      { ...a, value: numberAt(workbook, b) },
      { ...b, value: numberAt(workbook, a) },
    ];
  });
  return changed(scene, ["rowsExchanged"], changes, [row_(row), row_(other)]);
};

/** The amounts of the row above are typed into its child. */
export const totalInChild: Maker = (scene) => {
  const row = pickRow(scene, (one) => (one.parent?.children.length ?? 0) > 1);
  if (!row?.parent) return undefined;
  const { parent } = row;
  const changes = amountsOf(parent).flatMap(({ number, figure }): Change[] => {
    const own = row.figures.get(number)?.address;
    if (!own || isFormula(scene, own)) return [];
    return [{ ...own, value: numberAt(scene.checked.workbook, figure.address) }];
  });
  return changed(scene, ["totalInChild"], changes, [row_(row)]);
};

/** The total has a subtotal of the table once more in it. */
export const subtotalTwice: Maker = (scene) => {
  const { tables, workbook } = scene.checked;
  const fitting = tables.flatMap((table) => {
    const total = table.rows.find(({ parent, children }) => !parent && children.length > 1);
    return total ? [total] : [];
  });
  if (fitting.length === 0) return undefined;
  const total = scene.choose.pick(fitting);
  const part = scene.choose.pick(total.children);
  const changes = amountsOf(part).flatMap(({ number, figure }): Change[] => {
    const own = total.figures.get(number)?.address;
    if (!own || isFormula(scene, own)) return [];
    const sum = (numberAt(workbook, own) ?? 0) + (numberAt(workbook, figure.address) ?? 0);
    return [{ ...own, value: round(sum) }];
  });
  return changed(scene, ["subtotalTwice"], changes, [row_(total)]);
};

/** A figure is kept as a text. */
export const textFigure: Maker = (scene) => {
  const row = pickRow(scene, (one) => typed(scene, one).length > 0);
  if (!row) return undefined;
  const address = scene.choose.pick(typed(scene, row));
  const text = String(numberAt(scene.checked.workbook, address));
  return changed(scene, ["textFigure"], [{ ...address, value: text }], [row_(row)]);
};

/** A number is typed over a formula. */
export const formulaOverwritten: Maker = (scene) => {
  const cells = scene.checked.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      amountsOf(row)
        .map(({ figure }) => figure.address)
        .filter((address) => isFormula(scene, address)),
    ),
  );
  if (cells.length === 0) return undefined;
  const address = scene.choose.pick(cells);
  const value = round((numberAt(scene.checked.workbook, address) ?? 0) + change(scene));
  return changed(scene, ["formulaOverwritten"], [{ ...address, value }]);
};

function typed(scene: Scene, row: RecognisedRow): CellAddress[] {
  return amountsOf(row)
    .map(({ figure }) => figure.address)
    .filter((address) => !isFormula(scene, address));
}

function columnsOf(row: RecognisedRow): number[] {
  return amountsOf(row).map(({ number }) => number);
}

/** One figure of a row changed with its totals in the row, so that the row stays in agreement with itself. */
function moved(scene: Scene, row: RecognisedRow, by: number, columns = ownColumns(scene, row)): Change[] {
  return columns.flatMap((number): Change[] => {
    const address = row.figures.get(number)?.address;
    if (!address || isFormula(scene, address)) return [];
    return [{ ...address, value: round((numberAt(scene.checked.workbook, address) ?? 0) + by) }];
  });
}

/** The last column that says something, and the totals it goes into along the row. */
function ownColumns({ checked }: Scene, row: RecognisedRow): number[] {
  const last = columnsOf(row).at(-1);
  const found = new Set(last === undefined ? [] : [last]);
  for (const number of found)
    for (const { relation } of judgementsAt(checked, row.figures.get(number)?.address as CellAddress)) {
      const isOwn = relation.operator === "=" && relation.terms.every((term) => term.row === row);
      const isPart = relation.terms.some(({ side, column }) => side === "right" && column === number);
      const [total] = relation.terms;
      if (isOwn && isPart && total) found.add(total.column);
    }
  return [...found];
}

function nextTo(row: RecognisedRow): RecognisedRow | undefined {
  return row.parent?.children.find(
    (other) => other.sheetRow === row.sheetRow + 1 && other.children.length === 0,
  );
}

/** An amount in whole steps, of the size that leaves have. */
function change({ choose }: Scene): number {
  return choose.chance(0.5) ? 1 + choose.below(200) : (101 + choose.below(9000)) / 100;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function row_({ sheet, sheetRow }: RecognisedRow): Done["rows"][number] {
  return { sheet, row: sheetRow };
}
