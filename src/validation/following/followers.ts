import type { CellAddress } from "../../workbook/address";
import type { RecognisedTable } from "../../recognition/recognised";
import { PlacedRows } from "../../recognition/recognised";
import { cellKey } from "../cellKey";
import { add, multiply } from "../system/rational";
import type { Rational } from "../system/rational";
import type { FormulaReader, TakenCells } from "./linearFormula";

/**
 * The formulas that follow the cells of tables; undefined where none was read. Cells are not asked for by relations: those
 * that hold have not made their terms, and most do.
 */
export function followersIn(
  tables: readonly RecognisedTable[],
  reader: FormulaReader,
): Followers | undefined {
  if (!reader.hasFormulas) return undefined;
  const rows = new PlacedRows();
  for (const table of tables) for (const { sheet, sheetRow } of table.rows) rows.add(sheet, sheetRow);
  const addresses = reader.formulaCells().filter(({ sheet, row }) => rows.has(sheet, row));
  const followers = new Followers(addresses, reader);
  return followers.isEmpty ? undefined : followers;
}

/** Which formulas follow which cells when these change, near and far. */
export class Followers {
  /** Cell → formulas that take it, each with how often. */
  private readonly takenBy = new Map<string, Map<string, Rational>>();
  private readonly taken = new Map<string, TakenCells>();
  private readonly known = new Map<string, TakenCells>();

  /** Reads the formulas of these cells and, in turn, those of the cells they take. */
  constructor(addresses: Iterable<CellAddress>, reader: FormulaReader) {
    const given = new Map([...addresses].map((address) => [cellKey(address), address]));
    const waiting = [...given.values()];
    const seen = new Set(given.keys());
    for (let address = waiting.pop(); address; address = waiting.pop()) {
      const taken = reader.takenBy(address);
      if (!taken) continue;
      const key = cellKey(address);
      this.taken.set(key, taken);
      for (const [cell, times] of taken) {
        const above = this.takenBy.get(cell) ?? new Map<string, Rational>();
        this.takenBy.set(cell, above.set(key, times));
        const next = reader.addressOf(cell);
        if (!next || seen.has(cell)) continue;
        seen.add(cell);
        waiting.push(next);
      }
    }
  }

  /** Whether any formula was read. */
  get isEmpty(): boolean {
    return this.taken.size === 0;
  }

  /** What the formula of a cell takes; undefined where none was read. */
  takenIn(cell: string): TakenCells | undefined {
    return this.taken.get(cell);
  }

  /** These cells and all that their formulas take, near and far. */
  origins(cells: Iterable<string>): ReadonlySet<string> {
    const found = new Set<string>(cells);
    // A set hands out what is added to it while it is gone through.
    for (const cell of found) for (const below of this.taken.get(cell)?.keys() ?? []) found.add(below);
    return found;
  }

  /** The cell itself, once, and each formula that follows it, with its change for a change of the cell by one. */
  of(cell: string): TakenCells {
    return this.follow(cell, new Set());
  }

  private follow(cell: string, open: Set<string>): TakenCells {
    const known = this.known.get(cell);
    if (known) return known;
    const changes = new Map<string, Rational>([[cell, 1]]);
    // A formula that comes back to itself is worked out by Excel only where the user has asked for it.
    if (open.has(cell)) return changes;
    open.add(cell);
    for (const [above, times] of this.takenBy.get(cell) ?? [])
      for (const [far, change] of this.follow(above, open))
        changes.set(far, add(changes.get(far) ?? 0, multiply(times, change)));
    open.delete(cell);
    this.known.set(cell, changes);
    return changes;
  }
}
