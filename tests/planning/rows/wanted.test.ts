import type { Table } from "../../../src/planning/table";
import {
  asItStands,
  placesIn,
  stepsOf,
  withoutRows,
  withPlaces,
  withRows,
} from "../../../src/planning/rows/wanted";
import type { NewRow, WantedTable } from "../../../src/planning/rows/wanted";

/** A table whose body are the rows 5 to 9, with the closing 注 in row 10. */
const TABLE = { sheet: "表6", firstBodyRow: 5, noteRow: 10 } as Table;
const WHY = { key: "rows.why.asked", args: {} };

function row(label: string): NewRow {
  return { texts: new Map(), like: undefined, label, why: WHY };
}

/** "5 6 +a 7": the body from top to bottom, new rows by their labels. */
function bodyOf({ body }: WantedTable): string {
  return body.map((one) => (typeof one === "number" ? String(one) : `+${one.label}`)).join(" ");
}

/** "7+a+b" puts rows in front of 7, "5-2" takes two out from 5 on. */
function stepTexts(wanted: WantedTable): string[] {
  return stepsOf(wanted).map((step) =>
    "rows" in step
      ? `${step.row}${step.rows.map(({ label }) => `+${label}`).join("")}`
      : `${step.row}-${step.count}`,
  );
}

const table = asItStands(TABLE);
const without = (...rows: number[]) => withoutRows(table, new Map(rows.map((one) => [one, WHY])));
const put = (...places: [number, string][]) =>
  withRows(table, new Map(places.map(([at, labels]) => [at, labels.split(" ").map(row)])));

test.each<[string, WantedTable, string, string[]]>([
  ["as it stands", table, "5 6 7 8 9", []],
  ["rows in front of one", put([7, "a b"]), "5 6 +a +b 7 8 9", ["7+a+b"]],
  ["rows at several places", put([5, "a"], [9, "b"]), "+a 5 6 7 8 +b 9", ["5+a", "9+b"]],
  ["a row below all others", put([10, "a"]), "5 6 7 8 9 +a", ["10+a"]],
  ["neighbours go together", without(6, 7, 9), "5 8", ["6-2", "9-1"]],
  ["all rows go", without(5, 6, 7, 8, 9), "", ["5-5"]],
])("a table is wanted with %s", (_, wanted, body, steps) => {
  expect(bodyOf(wanted)).toBe(body);
  expect(stepTexts(wanted)).toEqual(steps);
});

test("a row comes in the place of one that goes", () => {
  const wanted = withRows(without(7), new Map([[8, [row("a")]]]));
  expect(bodyOf(wanted)).toBe("5 6 +a 8 9");
  expect(stepTexts(wanted)).toEqual(["7-1", "8+a"]);
});

test("rows change places, and those that stay are not told", () => {
  const wanted = withPlaces(
    table,
    new Map([
      [8, 6],
      [6, 7],
      [7, 8],
    ]),
  );
  expect(bodyOf(wanted)).toBe("5 8 6 7 9");
  expect([...placesIn(wanted)]).toEqual([
    [8, 6],
    [6, 7],
    [7, 8],
  ]);
  expect(placesIn(table).size).toBe(0);
});

test("why rows go is told in the order in which it was said", () => {
  expect([...without(9, 6).gone.keys()]).toEqual([9, 6]);
});

test("a row at which others are to be put has to be wanted itself", () => {
  expect(() => put([11, "a"])).toThrow(RangeError);
  expect(() => withRows(without(7), new Map([[7, [row("a")]]]))).toThrow(RangeError);
});
