import { describe as say } from "../../src/messages/describe";
import type { Finding } from "../../src/validation/finding";
import { check, checkSheet } from "../support/check";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { smallT06 } from "../support/sheet";

const seed = seedWorkbook();
const asItIs = new Set(check(seed).findings.map(({ rule, table }) => `${rule} ${table}`));
/** What a changed cell of the real budget adds to the findings. */
const added = (...change: [sheet: string, row: number, column: number, value?: string]): Finding[] => {
  const [sheet, row, column, value] = change;
  const { findings } = check(withValue(seed, sheet, row, column, value));
  return findings.filter(({ rule, table }) => !asItIs.has(`${rule} ${table}`));
};
const text = ({ message }: Finding) => say(message, "zh-CN");

describe("a row that lost its code stands there still", () => {
  it("is said to be unread, with the code that other tables give its name, and not to be missing", () => {
    const [unread, ...others] = added("表6", 9, 0);
    expect(others).toEqual([]);
    expect(unread).toMatchObject({ severity: "warning", rule: "rows.unread", cell: { row: 9, column: 2 } });
    expect(text(unread as Finding)).toBe(
      "表6第 10 行“行政运行”有金额，编码读不出来，没有参加核对；按表2中同名的一行应为 2010301，请改正编码",
    );
  });

  it("so is the parent of other rows, whose sums are not blamed", () => {
    const found = added("表6", 8, 0);
    expect(found.map(({ rule }) => rule)).toEqual(["rows.unread"]);
    expect(text(found[0] as Finding)).toContain("20103");
  });

  it("nor is it called gone where figures around it are wrong", () => {
    const slips: [sheet: string, row: number, column: number, value: number | undefined][] = [
      ["表3", 9, 0, undefined],
      ["表3", 5, 2, 1890.59],
      ["表2", 7, 4, 1900.17],
      ["表2", 11, 4, 1165.39],
    ];
    const wrong = slips.reduce((workbook, slip) => withValue(workbook, ...slip), seed);
    const errors = check(wrong).findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ rule }) => rule).filter((rule) => /^act\.row|^rows/.test(rule))).toEqual([]);
  });

  it("a code that cannot be read counts like none", () => {
    expect(added("表3", 7, 0, "2O1O3O1").map(({ rule }) => rule)).toEqual(["rows.unread"]);
  });
});

it("a row that is named otherwise is missing, and once only", () => {
  const found = added("表6", 8, 0, "2O1O3").concat();
  expect(found.map(({ rule }) => rule)).toEqual(["rows.unread"]);
  const gone = check({
    ...seed,
    sheets: seed.sheets.map((sheet) =>
      sheet.name === "表6"
        ? { ...sheet, rows: new Map([...sheet.rows].filter(([row]) => row !== 8)) }
        : sheet,
    ),
  }).findings.filter(({ rule }) => rule === "rows.missing");
  expect(gone.map(({ message }) => message.args["rows"])).toEqual([["20103 政府办公厅（室）及相关机构事务"]]);
});

it("amounts kept as text do not hide that a row is unread", () => {
  const rows = smallT06({ "9,0": undefined, "9,2": "725.78", "9,3": "725.78", "9,4": "0", "9,5": "0" });
  const found = checkSheet(rows).findings.filter(({ rule }) => rule === "rows.unread");
  expect(found).toHaveLength(1);
});

describe("a line of a statement whose name says nothing", () => {
  const statement = (name: string, total = 132) =>
    checkSheet([
      ["收支总体情况表"],
      ["单位：万元"],
      ["收入", "", "支出", ""],
      ["收入项目", "年预算", "支出项目", "年预算"],
      ["一、财政专户管理资金", 32.5, "一、一般公共服务支出", 100.5],
      ["二、事业收入", 99.5, "二、外交支出", 10],
      ["", "", name, 21.5],
      ["本年收入合计", 132, "本年支出合计", total],
      ["收入总计", 132, "支出总计", 132],
    ]).findings.map(({ rule, cell }) => `${rule} ${cell?.row} ${cell?.column}`);

  it("is reported, and a total that sums it up is not blamed", () => {
    expect(statement("三、国防支出")).toEqual([]);
    expect(statement("三、某某专项")).toEqual(["rows.unread 6 3"]);
  });

  it("is reported beside a line that is known", () => {
    const sheet = smallStatement();
    expect(checkSheet(sheet).findings.map(({ rule }) => rule)).toContain("rows.unread");
  });

  it("excuses nothing where all lines are known", () => {
    expect(statement("三、国防支出", 131)).toContainEqual(expect.stringMatching(/ 7 3$/));
  });
});

/** 表1 with a line nobody knows on the side of income, beside a class of expenditure. */
function smallStatement() {
  return [
    ["收支总体情况表"],
    ["单位：万元"],
    ["收入", "", "支出", ""],
    ["收入项目", "年预算", "支出项目", "年预算"],
    ["一、某某拨款", 32.5, "一、一般公共服务支出", 110.5],
    ["二、事业收入", 99.5, "二、外交支出", 21.5],
    ["本年收入合计", 132, "本年支出合计", 132],
    ["收入总计", 132, "支出总计", 132],
  ];
}
