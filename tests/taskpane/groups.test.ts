import { countBySeverity, groupFindings } from "../../taskpane/groups";
import { SEVERITIES } from "../../taskpane/preferences";
import { checkResult, finding } from "./findings";

test("findings stand under their table in the order of table numbers, those of a sheet without table last", () => {
  const result = checkResult([
    finding({ table: "T10", sheet: "表10" }),
    finding({ table: null, sheet: "封面" }),
    finding({ table: "T02", sheet: "表2" }),
    finding({ table: "T10", sheet: "表10" }),
  ]);
  expect(groupFindings(result, SEVERITIES).map(({ title, findings }) => [title, findings.length])).toEqual([
    ["部门收入总体情况表", 1],
    ["部门项目支出预算表", 2],
    ["封面", 1],
  ]);
});

test("within a table the worst comes first, then the higher row, then the column further left", () => {
  const at = (row: number, column: number) => ({ sheet: "表6", row, column });
  const result = checkResult([
    finding({ severity: "rounding", cell: null }),
    finding({ severity: "error", cell: at(9, 1) }),
    finding({ severity: "warning", cell: at(0, 0) }),
    finding({ severity: "error", cell: at(3, 4) }),
    finding({ severity: "error", cell: at(3, 2) }),
  ]);
  const [group] = groupFindings(result, SEVERITIES);
  expect(group?.findings.map(({ severity, cell }) => [severity, cell?.row, cell?.column])).toEqual([
    ["error", 3, 2],
    ["error", 3, 4],
    ["error", 9, 1],
    ["warning", 0, 0],
    ["rounding", undefined, undefined],
  ]);
});

test("hidden severities leave the list but not the counts", () => {
  const findings = [
    finding({ severity: "rounding" }),
    finding({ severity: "error" }),
    finding({ severity: "rounding" }),
  ];
  const groups = groupFindings(checkResult(findings), ["error"]);
  expect(groups.flatMap((group) => group.findings.map(({ severity }) => severity))).toEqual(["error"]);
  expect(countBySeverity(findings)).toEqual({ error: 1, warning: 0, rounding: 2, info: 0 });
});

test("grouping leaves the order of the check's own findings alone", () => {
  const findings = [finding({ severity: "rounding" }), finding({ severity: "error" })];
  groupFindings(checkResult(findings), SEVERITIES);
  expect(findings.map(({ severity }) => severity)).toEqual(["rounding", "error"]);
});
