import { ZERO } from "../amounts/decimal";
import { formatAmount, plainAmount } from "../amounts/format";
import type { MessageArgs } from "../messages/messageRef";
import type { Cause, CauseKind } from "./state";
import type { UnitBook } from "./unitBook";
import type { NamedUnit, UnitFinding } from "./unitFinding";

const RULES: Readonly<Record<CauseKind, string>> = {
  lacksUnit: "units.lacks",
  lacksTable: "units.lacks",
  lacksRow: "units.lacks",
  twiceUnit: "units.twice",
  twiceTable: "units.twice",
  twiceRow: "units.twice",
  scaleUnit: "units.scale",
  scaleTable: "units.scale",
  scaleRow: "units.scale",
  moved: "units.moved",
  movedUnit: "units.moved",
  differs: "units.differs",
  extra: "units.extra",
  own: "units.own",
};

/** Cells listed with one finding. */
const MOST_CELLS = 60;

/** A cause as a finding that names its unit, or those that it may be of. */
export function causeFinding(cause: Cause, books: readonly UnitBook[]): UnitFinding {
  const named = (place: number) => namedUnit(books[place]);
  const unit = cause.unit === undefined ? null : named(cause.unit);
  const isNoFile = unit?.file === "";
  const { figures } = cause;
  const [first] = figures;
  const expected = first?.expected ?? ZERO;
  const actual = first?.actual ?? ZERO;
  const told = figures.slice(0, MOST_CELLS);
  return {
    severity: "error",
    rule: isNoFile ? "units.noFile" : RULES[cause.kind],
    unit,
    candidates: cause.candidates.map(named),
    message: isNoFile
      ? { key: "units.noFile", args: { unit: nameOf(unit) } }
      : { key: `units.${cause.kind}${unit ? "" : ".open"}`, args: argsOf(cause, unit, books) },
    expected: first ? plainAmount(expected) : null,
    actual: first ? plainAmount(actual) : null,
    difference: first ? plainAmount(actual.minus(expected)) : null,
    cells: told.flatMap(({ compared }) =>
      (compared.department?.cells ?? []).map(({ sheet, row, column }) => ({ sheet, row, column })),
    ),
    unitCells: told.flatMap(({ compared: { shares } }) =>
      [...shares].flatMap(([place, { cells }]) =>
        place === cause.unit || cause.candidates.includes(place)
          ? cells.map(({ sheet, row, column }) => ({ file: books[place]?.file ?? "", sheet, row, column }))
          : [],
      ),
    ),
  };
}

export function namedUnit(book: Pick<UnitBook, "file" | "name" | "codes"> | undefined): NamedUnit {
  const code = [...(book?.codes ?? [])].sort((a, b) => b.length - a.length)[0] ?? "";
  return { file: book?.file ?? "", name: book?.name ?? "", code };
}

/** Code and name of a unit, in sentences. */
export function nameOf(unit: NamedUnit | null): string {
  return unit ? [unit.code, unit.name].filter((part) => part !== "").join(" ") : "";
}

function argsOf(cause: Cause, unit: NamedUnit | null, books: readonly UnitBook[]): MessageArgs {
  const [first] = cause.figures;
  const labels = new Map(
    cause.figures.flatMap(({ compared }) => {
      const definition = compared.about.cells[0]?.table.definition;
      return definition ? [[definition.id, definition.label] as const] : [];
    }),
  );
  const expected = first?.expected ?? ZERO;
  const actual = first?.actual ?? ZERO;
  return {
    unit: nameOf(unit),
    units: cause.candidates.map((place) => nameOf(namedUnit(books[place]))),
    what: cause.what,
    other: cause.other,
    // By number, as the set lists them: 表2, 表3, 表10.
    tables: [...labels].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, label]) => label),
    expected: formatAmount(expected),
    actual: formatAmount(actual),
    difference: formatAmount(actual.minus(expected).abs()),
  };
}
