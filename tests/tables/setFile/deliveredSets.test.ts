import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readOwnSets } from "../../../src/actions/ownSets";
import { checkSnapshot } from "../../../src/actions/validate";
import { sheetOf, workbookOf } from "../../support/sheet";
import { withValue } from "../../support/seedWorkbook";
import { sichuanTables } from "../../support/sichuanTables";
import { twelveTables } from "../../support/twelveTables";
import { yunnanTables } from "../../support/yunnanTables";
import { formatA1 } from "../../../src/workbook/address";
import type { Edit } from "../../../src/workbook/edit";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";

const FOLDER = join(__dirname, "../../../sets");
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
const textOf = (name: string) => readFileSync(join(FOLDER, name), "utf8");
const packOf = (name: string) => {
  const read = readOwnSets([{ name, text: textOf(name) }]);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.packs;
};

test.each(FILES)("%s can be read, says where it comes from and what of it was guessed", (name) => {
  expect(packOf(name)).toHaveLength(1);
  const { source, guessed } = JSON.parse(textOf(name)) as { source: string; guessed: string };
  expect(source).toMatch(/20\d\d/);
  expect(guessed).not.toBe("");
});

test("the twelve tables of Jiangsu are known by name, agree, and a wrong figure is found", () => {
  const sets = packOf("jiangsu-2019.json");
  const { tables, findings } = checkSnapshot(twelveTables(), { sets });
  expect(tables.map(({ table, by }) => `${table} ${by}`)).toEqual(
    Array.from({ length: 12 }, (_, index) => `J${String(index + 1).padStart(2, "0")} name`),
  );
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  const wrong = withValue(twelveTables(), "公开09表", 7, 3, 250.42);
  const errors = checkSnapshot(wrong, { sets }).findings.filter(({ severity }) => severity === "error");
  expect(errors.map(({ sheet }) => sheet)).toEqual(["公开09表"]);
});

test("seven tables of Sichuan, units with codes in columns of 类 款 项 under each, are known by name and agree", () => {
  const sets = packOf("sichuan-2026.json");
  const { tables, relations, findings } = checkSnapshot(sichuanTables(), { sets });
  expect(tables.map(({ by }) => by)).toEqual(Array<string>(7).fill("name"));
  expect(relations.exact).toBeGreaterThan(150);
  expect(findings).toEqual([]);
  // 某厅信息中心, 绩效工资 in 表3-1.
  const wrong = withValue(sichuanTables(), "表3-1", 19, 4, 338.8);
  const errors = checkSnapshot(wrong, { sets }).findings.filter(({ severity }) => severity === "error");
  expect(new Set(errors.map(({ sheet }) => sheet))).toEqual(new Set(["表3-1"]));
});

test("a line of Sichuan's under the wrong 类 is one that belongs elsewhere, and the lines below it stay under theirs", () => {
  const given = sichuanTables();
  const cells = given.sheets.find(({ name }) => name === "表2-1")?.rows.get(11) ?? [];
  const edits: Edit[] = [
    { kind: "insertRows", sheet: "表2-1", row: 13, count: 1, like: 11 },
    ...[...cells].flatMap(([column, { value, numberFormat }]): Edit[] =>
      typeof value === "object"
        ? []
        : [{ kind: "writeCell", sheet: "表2-1", row: 13, column, content: { value }, numberFormat }],
    ),
    { kind: "deleteRows", sheet: "表2-1", row: 11, count: 1 },
  ];
  const { findings } = checkSnapshot(editedWorkbook(given, edits), { sets: packOf("sichuan-2026.json") });
  const errors = findings.filter(({ severity }) => severity === "error");
  expect(errors.map(({ act }) => [act?.kind, act?.rows[0]?.row])).toEqual([["rowMoved", 12]]);
});

test("eleven tables of Yunnan, with projects and units over their lines, are known by name and agree", () => {
  const sets = packOf("yunnan-2026.json");
  const told = (workbook = yunnanTables()) =>
    checkSnapshot(workbook, { sets }).findings.filter(({ severity }) => severity !== "info");
  const { tables, relations } = checkSnapshot(yunnanTables(), { sets });
  expect(tables.map(({ by }) => by)).toEqual(Array<string>(13).fill("name"));
  expect(relations.exact).toBeGreaterThan(300);
  expect(told()).toEqual([]);
  // 信息化运维专项, 办公费 300,000.00 in 表05-1: its project and the total have more.
  const errors = told(withValue(yunnanTables(), "部门项目支出预算表05-1", 8, 10, 330_000));
  expect(errors.map(({ suspects }) => suspects.map(({ row, column }) => formatA1(row, column)))).toEqual([
    ["K9"],
  ]);
});

test("Shaanxi's 三公 with meetings and training adds up by its own columns", () => {
  const rows = (meetings: number) => [
    ["2020年一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表"],
    ["编制单位：某某局", "", "", "", "", "", "", "", "", "单位：万元"],
    ["项目", "合计", "“三公”经费", "", "", "", "", "", "会议费", "培训费"],
    ["", "", "小计", "因公出国（境）费用", "公务接待费", "公务用车购置及运行维护费"],
    ["", "", "", "", "", "小计", "公务用车购置费", "公务用车运行维护费"],
    ["预算数", 30.5, 20.5, 0, 2.5, 18, 0, 18, 6, 4],
    ["决算数", 24.25, 16.25, 0, 1.25, 15, 0, 15, meetings, 3],
  ];
  const check = (meetings: number) =>
    checkSnapshot(workbookOf(sheetOf("三公", rows(meetings))), { sets: packOf("shaanxi-2020.json") });
  const errors = (meetings: number) =>
    check(meetings)
      .findings.filter(({ severity }) => severity === "error")
      .map(({ rule }) => rule);
  expect(check(5).tables.map(({ table }) => table)).toEqual(["W01"]);
  expect(errors(5)).toEqual([]);
  expect(errors(5.5)).toEqual(["W01.c2=c3+c9+c10"]);
});
