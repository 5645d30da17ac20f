import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { seedRows } from "../support/seedWorkbook";

/** Every printed figure with two decimals in the 14 tables of the complete 2020 budget, as text: "1,033.38". */
export function seedAmounts(): string[] {
  return GUANGZHOU.tables.flatMap(({ id }) =>
    seedRows(id, "complete").flatMap(([mark, ...fields]) =>
      mark === "#H" ? [] : fields.filter((field) => /^-?[\d,]+\.\d\d$/.test(field)),
    ),
  );
}
