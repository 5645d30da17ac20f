import { ZERO } from "../amounts/decimal";
import { formatAmount, plainAmount } from "../amounts/format";
import type { Adjustments } from "./adjustments";
import { namedUnit, nameOf } from "./causeFinding";
import { isApart } from "./difference";
import type { OffsetAmount, OffsetOutcome } from "./offsets";
import type { UnitBook } from "./unitBook";
import type { UnitFinding } from "./unitFinding";

/**
 * What is to be said of money paid between units: taken out on one side only, or by more than on the other; otherwise than the
 * sheet 调整表 says; not taken out at all although both sides agree.
 */
export function offsetFindings(
  outcomes: readonly OffsetOutcome[],
  adjustments: Adjustments | undefined,
  books: readonly UnitBook[],
): UnitFinding[] {
  return outcomes.flatMap(({ expenditure, income }) => {
    const slack = expenditure.slack.plus(income.slack);
    const listed = adjustments ? adjustmentFindings([expenditure, income], adjustments, books) : [];
    if (listed.length > 0) return listed;
    if (isApart(expenditure.taken.minus(income.taken), slack)) return [unequal(expenditure, income, books)];
    const isPaid = expenditure.sum.greaterThan(ZERO) && !isApart(expenditure.sum.minus(income.sum), slack);
    return isPaid && expenditure.taken.isZero() && !adjustments
      ? [notOffset(expenditure, income, books)]
      : [];
  });
}

function unequal(expenditure: OffsetAmount, income: OffsetAmount, books: readonly UnitBook[]): UnitFinding {
  const args = {
    expenditure: expenditure.name,
    income: income.name,
    out: formatAmount(expenditure.taken),
    in: formatAmount(income.taken),
    units: unitsOf([expenditure, income], books),
  };
  return finding("error", "units.offset", [expenditure, income], books, {
    message: { key: "units.offset", args },
    expected: plainAmount(expenditure.taken),
    actual: plainAmount(income.taken),
    difference: plainAmount(income.taken.minus(expenditure.taken)),
  });
}

function notOffset(expenditure: OffsetAmount, income: OffsetAmount, books: readonly UnitBook[]): UnitFinding {
  const args = {
    expenditure: expenditure.name,
    income: income.name,
    amount: formatAmount(expenditure.sum),
    units: unitsOf([expenditure], books),
  };
  return finding("warning", "units.notOffset", [expenditure], books, {
    message: { key: "units.notOffset", args },
    expected: null,
    actual: plainAmount(expenditure.sum),
    difference: null,
  });
}

function adjustmentFindings(
  sides: readonly OffsetAmount[],
  { sheet, amounts }: Adjustments,
  books: readonly UnitBook[],
): UnitFinding[] {
  return sides.flatMap((side) => {
    const listed = amounts.get(side.name) ?? ZERO;
    if (!isApart(listed.minus(side.taken), side.slack)) return [];
    const args = {
      sheet,
      name: side.name,
      listed: formatAmount(listed),
      taken: formatAmount(side.taken),
      units: unitsOf([side], books),
    };
    return [
      finding("error", "units.adjustment", [side], books, {
        message: { key: "units.adjustment", args },
        expected: plainAmount(listed),
        actual: plainAmount(side.taken),
        difference: plainAmount(side.taken.minus(listed)),
      }),
    ];
  });
}

function unitsOf(sides: readonly OffsetAmount[], books: readonly UnitBook[]): string[] {
  return placesOf(sides).map((place) => nameOf(namedUnit(books[place])));
}

function placesOf(sides: readonly OffsetAmount[]): number[] {
  return [...new Set(sides.flatMap(({ units }) => units))];
}

function finding(
  severity: UnitFinding["severity"],
  rule: string,
  sides: readonly OffsetAmount[],
  books: readonly UnitBook[],
  told: Pick<UnitFinding, "message" | "expected" | "actual" | "difference">,
): UnitFinding {
  const places = placesOf(sides);
  const [only] = places.length === 1 ? places : [];
  return {
    severity,
    rule,
    unit: only === undefined ? null : namedUnit(books[only]),
    candidates: only === undefined ? places.map((place) => namedUnit(books[place])) : [],
    ...told,
    cells: sides.flatMap(({ figure }) =>
      (figure?.department?.cells ?? []).map(({ sheet, row, column }) => ({ sheet, row, column })),
    ),
    unitCells: sides.flatMap(({ figure }) =>
      [...(figure?.shares ?? [])].flatMap(([place, { cells }]) =>
        cells.map(({ sheet, row, column }) => ({ file: books[place]?.file ?? "", sheet, row, column })),
      ),
    ),
  };
}
