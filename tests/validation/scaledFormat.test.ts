import { checkSheet } from "../support/check";
import { smallT06 } from "../support/sheet";

test("a failing figure that prints in thousands is told in whole units", () => {
  const { findings } = checkSheet(smallT06({ "10,2": { value: 3_628_900, numberFormat: "#,##0," } }));
  const told = findings.flatMap(({ equations = [] }) =>
    equations.flatMap(({ left, right }) => [...left, ...right]),
  );
  expect(told.find(({ row, column }) => row === 10 && column === 2)?.amount).toBe("3629000");
});
