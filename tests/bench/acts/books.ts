import { NATIONAL } from "../../../src/tables/national/pack";
import { FINAL_ACCOUNTS } from "../../../src/tables/finalAccounts/pack";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import type { Pack } from "../../../src/tables/definition";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { finalAccounts } from "../../support/finalAccounts";
import { generatedBudget } from "../../support/generatedBudget";
import { nationalWorkbook } from "../../support/nationalWorkbook";
import type { Chooser } from "../../support/random";
import { seedWorkbook } from "../../support/seedWorkbook";
import { withLiveFormulas } from "./liveBook";

/** A consistent workbook that acts are done to, and the set of tables it is checked by. */
export interface Book {
  readonly workbook: WorkbookSnapshot;
  readonly pack: Pack;
}

/** Kinds of workbooks: with typed values, and the same with an office's own formulas for totals. */
const BOOKS = ["seed", "made", "national", "accounts"] as const;
export type BookKind = (typeof BOOKS)[number] | `${(typeof BOOKS)[number]}-live`;

/** All kinds, those with formulas last. */
export const BOOK_KINDS: readonly BookKind[] = [...BOOKS, ...BOOKS.map((kind): BookKind => `${kind}-live`)];

/**
 * One workbook of a kind.
 * @param rows about how many rows a made one has, 20 to 2,000
 */
export function bookOf(kind: BookKind, rows: number, choose: Chooser): Book {
  const [plain, live] = kind.split("-") as [(typeof BOOKS)[number], "live" | undefined];
  const book = typedBook(plain, rows, choose);
  return live ? { ...book, workbook: withLiveFormulas(book) } : book;
}

function typedBook(kind: (typeof BOOKS)[number], rows: number, choose: Chooser): Book {
  switch (kind) {
    case "seed":
      return { workbook: seedWorkbook(), pack: GUANGZHOU };
    case "made":
      return { workbook: generatedBudget(rows, choose), pack: GUANGZHOU };
    case "national":
      return { workbook: nationalWorkbook(), pack: NATIONAL };
    case "accounts":
      return { workbook: finalAccounts(), pack: FINAL_ACCOUNTS };
  }
}
