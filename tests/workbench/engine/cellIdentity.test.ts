import { cellIdentity } from "../../../workbench/engine/cellIdentity";
import type { StoredCell } from "../../../workbench/host/store";

const line = { style: "thin", color: "#000000" } as const;
const cell: StoredCell = {
  value: 1.5,
  numberFormat: "#,##0.00",
  isBold: true,
  borders: { top: line, left: line },
};

test("a cell is the same whatever the order of its properties and lines, and with what is off named or not", () => {
  const same: StoredCell = {
    isWrapped: false,
    borders: { left: line, top: line },
    isBold: true,
    isLocked: true,
    numberFormat: "#,##0.00",
    value: 1.5,
  };
  expect(cellIdentity(same)).toBe(cellIdentity(cell));
});

test("it is another with another content, line or protection; what a formula comes to does not count", () => {
  const others: StoredCell[] = [
    { ...cell, value: 1.51 },
    { ...cell, value: "1.5" },
    { ...cell, formula: "1.5" },
    { ...cell, borders: { top: line } },
    { ...cell, isLocked: false },
    { ...cell, isBold: false },
  ];
  expect(new Set([cell, ...others].map(cellIdentity)).size).toBe(others.length + 1);
  expect(cellIdentity({ ...cell, value: false })).not.toBe(
    cellIdentity((({ value: _, ...blank }) => blank)(cell)),
  );
  expect(cellIdentity({ ...cell, formula: "=A1", value: 3 })).toBe(cellIdentity({ ...cell, formula: "=A1" }));
});
