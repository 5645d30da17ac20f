import type { Finding } from "../../src/validation/finding";
import { countByFilter, groupFindings, neighbour } from "../../taskpane/groups";
import { checkResult, finding } from "./findings";

const ALL = { filter: "all", sheet: null } as const;

test("findings stand under their table in the order of table numbers, those of a sheet without table last", () => {
  const result = checkResult([
    finding({ table: "T10", sheet: "表10" }),
    finding({ table: null, sheet: "封面" }),
    finding({ table: "T02", sheet: "表2" }),
    finding({ table: "T10", sheet: "表10" }),
  ]);
  expect(groupFindings(result, ALL).map(({ title, findings }) => [title, findings.length])).toEqual([
    ["部门收入总体情况表", 1],
    ["部门项目支出预算表", 2],
    ["封面", 1],
  ]);
});

test("within a table the worst comes first, then the higher row, then the column further left", () => {
  const at = (row: number, column: number) => ({ sheet: "表6", row, column });
  const result = checkResult([
    finding({ severity: "info", cell: null }),
    finding({ severity: "error", cell: at(9, 1) }),
    finding({ severity: "warning", cell: at(0, 0) }),
    finding({ severity: "error", cell: at(3, 4) }),
    finding({ severity: "error", cell: at(3, 2) }),
  ]);
  const [group] = groupFindings(result, ALL);
  expect(group?.findings.map(({ severity, cell }) => [severity, cell?.row, cell?.column])).toEqual([
    ["error", 3, 2],
    ["error", 3, 4],
    ["error", 9, 1],
    ["warning", 0, 0],
    ["info", undefined, undefined],
  ]);
});

test("narrowed to one kind, the list has that kind alone; a code's finding also counts under its severity", () => {
  const findings = [
    finding({ severity: "rounding" }),
    finding({ severity: "error" }),
    finding({ severity: "error", rule: "code.unknown" }),
  ];
  const result = checkResult(findings);
  const rules = groupFindings(result, { filter: "code", sheet: null }).flatMap((group) => group.findings);
  expect(rules).toEqual([findings[2]]);
  expect(countByFilter(findings, null)).toEqual({
    all: 3,
    error: 2,
    warning: 0,
    rounding: 1,
    code: 1,
    info: 0,
    accepted: 0,
  });
});

test("what was accepted is listed under 已接受 alone", () => {
  const accepted = finding({ accepted: { reason: "财政局口径", date: "2026-03-01" } });
  const open = finding();
  const result = checkResult([accepted, open]);
  const listed = (filter: "all" | "accepted") =>
    groupFindings(result, { filter, sheet: null }).flatMap(({ findings }) => findings);
  expect(listed("all")).toEqual([open]);
  expect(listed("accepted")).toEqual([accepted]);
  expect(countByFilter(result.findings, null)).toMatchObject({ all: 1, error: 1, accepted: 1 });
});

test("narrowed to a sheet, what shows elsewhere stays when one of its cells stands there", () => {
  const here = finding({ sheet: "表6" });
  const reaching = finding({
    sheet: "表2",
    table: "T02",
    cells: [{ sheet: "表6", row: 1, column: 1, role: "part" }],
  });
  const elsewhere = finding({ sheet: "表2", table: "T02" });
  const result = checkResult([here, reaching, elsewhere]);
  const listed = groupFindings(result, { filter: "all", sheet: "表6" }).flatMap((group) => group.findings);
  expect(listed).toEqual([reaching, here]);
  expect(countByFilter(result.findings, "表6").all).toBe(2);
});

test("下一处 goes round through errors and warnings in the order of the list, 上一处 the other way", () => {
  const at = (row: number) => ({ sheet: "表6", row, column: 2 });
  const second = finding({ cell: at(9) });
  const first = finding({ cell: at(3) });
  const third = finding({ severity: "warning", cell: at(1) });
  const result = checkResult([
    second,
    finding({ severity: "rounding" }),
    first,
    third,
    finding({ cell: null }),
  ]);
  expect(neighbour(result, ALL, undefined, 1)).toBe(first);
  expect(neighbour(result, ALL, first, 1)).toBe(second);
  expect(neighbour(result, ALL, second, 1)).toBe(third);
  expect(neighbour(result, ALL, third, 1)).toBe(first);
  expect(neighbour(result, ALL, first, -1)).toBe(third);
  expect(neighbour(result, ALL, undefined, -1)).toBe(third);
});

test("with nothing to mend 下一处 goes through rounding differences, and nowhere when there is nothing", () => {
  const rounding = finding({ severity: "rounding" });
  expect(neighbour(checkResult([rounding]), ALL, undefined, 1)).toBe(rounding);
  expect(neighbour(checkResult([]), ALL, undefined, 1)).toBeUndefined();
});

test("grouping leaves the order of the check's own findings alone", () => {
  const findings = [finding({ severity: "rounding" }), finding({ severity: "error" })];
  groupFindings(checkResult(findings), ALL);
  expect(findings.map(({ severity }) => severity)).toEqual(["rounding", "error"]);
});

test("rounding differences of all tables are one group at the end, counted one by one; narrowed to, they stand by table", () => {
  const equations = [{}, {}, {}] as unknown as NonNullable<Finding["equations"]>;
  const result = checkResult([
    finding({ severity: "rounding", table: "T02", sheet: "表2", equations }),
    finding({ severity: "error" }),
    finding({ severity: "rounding", equations: equations.slice(1) }),
  ]);
  const groups = groupFindings(result, ALL);
  expect(groups.map(({ isRounding, findings }) => [isRounding, findings.length])).toEqual([
    [false, 1],
    [true, 2],
  ]);
  expect(countByFilter(result.findings, null)).toMatchObject({ error: 1, rounding: 5 });
  const narrowed = groupFindings(result, { filter: "rounding", sheet: null });
  expect(narrowed.map(({ label, isRounding }) => [label, isRounding])).toEqual([
    ["表2", false],
    ["表6", false],
  ]);
});

test("tables with mistakes come before those with what is only to be looked at, in list and 下一处 alike", () => {
  const cell = (sheet: string) => ({ sheet, row: 3, column: 2 });
  const warning = finding({ severity: "warning", table: "T02", sheet: "表2", cell: cell("表2") });
  const error = finding({ table: "T06", cell: cell("表6") });
  const second = finding({ severity: "warning", table: "T06", cell: cell("表6") });
  const third = finding({ table: "T10", sheet: "表10", cell: cell("表10") });
  const result = checkResult([warning, error, second, third]);
  expect(groupFindings(result, ALL).map(({ label }) => label)).toEqual(["表6", "表10", "表2"]);
  expect(neighbour(result, ALL, error, 1)).toBe(third);
  expect(neighbour(result, ALL, third, 1)).toBe(second);
  expect(neighbour(result, ALL, second, 1)).toBe(warning);
});
