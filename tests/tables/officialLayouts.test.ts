import { checkSnapshot } from "../../src/actions/validate";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import { FINAL_ACCOUNTS } from "../../src/tables/finalAccounts/pack";
import { NATIONAL } from "../../src/tables/national/pack";
import type { Pack } from "../../src/tables/definition";
import { checkWorkbook } from "../../src/validation/check";
import { brief } from "../support/check";
import { sheetOf, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

type Rows = readonly (readonly TestCell[])[];

const sheet = (title: string, width: number, rows: Rows) =>
  sheetOf(title.slice(0, 28), [[title], [...Array<string>(width - 1).fill(""), "单位：万元"], ...rows]);

function findings(pack: Pack, ...sheets: ReturnType<typeof sheet>[]): string[] {
  const { result } = checkWorkbook(workbookOf(...sheets), pack, {});
  return brief(result.findings.filter(({ severity }) => severity !== "rounding"));
}

/** Figures of a published final account of 2024 (普陀区). */
const EXPENDITURE = (total: readonly TestCell[]): Rows => [
  [
    "项目",
    "",
    "",
    "",
    "本年支出合计",
    "基本支出",
    "项目支出",
    "上缴上级支出",
    "经营支出",
    "对附属单位补助支出",
  ],
  ["支出功能分类", "", "", "科目名称"],
  ["科目编码"],
  total,
  ["201", "", "", "一般公共服务支出", 2106.66, 1503.52, 603.14],
  ["201", "06", "", "财政事务", 2106.66, 1503.52, 603.14],
  ["201", "06", "01", "行政运行", 1511.89, 1503.52, 8.37],
  ["201", "06", "02", "一般行政管理事务", 10, "", 10],
  ["201", "06", "07", "信息化建设", 584.77, "", 584.77],
];
const SHARED = ["类", "款", "项", "合计", 2106.66, 1503.52, 603.14];

describe("the official layouts of final accounts", () => {
  it("have a total in the row of 类 款 项", () => {
    const own = sheet("支出决算表", 10, EXPENDITURE(SHARED));
    expect(findings(FINAL_ACCOUNTS, own)).toEqual([]);
    const [table] = recogniseWorkbook(workbookOf(own), FINAL_ACCOUNTS).tables;
    expect(table?.rows.map(({ name }) => name).slice(0, 2)).toEqual(["合计", "一般公共服务支出"]);
  });

  it("and a wrong total there is found", () => {
    const wrong = EXPENDITURE([...SHARED.slice(0, 4), 2106.66, 1503.52, 630.14]);
    expect(findings(FINAL_ACCOUNTS, sheet("支出决算表", 10, wrong))).toEqual([
      expect.stringMatching(/^error .* G6$/),
    ]);
  });

  const TWO: Rows = [
    ["经济分类", "", "科目名称", "决算数", "经济分类", "", "科目名称", "决算数"],
    ["科目编码", "", "", "", "科目编码"],
    ["类", "款", "", "", "类", "款"],
    ["301", "", "工资福利支出", 1500.91, "302", "", "商品和服务支出", 28.82],
    ["301", "01", "基本工资", 262.33, "302", "01", "办公费", 21.21],
    ["301", "02", "津贴补贴", 1238.58, "302", "02", "印刷费", 7.61],
    ["303", "", "对个人和家庭的补助", 69.41, "310", "", "资本性支出", 13.58],
    ["303", "02", "退休费", 69.41, "310", "02", "办公设备购置", 13.58],
    ["人员经费合计", "", "", 1570.32, "公用经费合计", "", "", 42.4],
  ];

  it("print two lists of codes in levels side by side", () => {
    expect(findings(FINAL_ACCOUNTS, sheet("一般公共预算财政拨款基本支出决算表", 8, TWO))).toEqual([]);
    const wrong = TWO.map((row, index) => (index === 4 ? [...row.slice(0, 7), 12.21] : row));
    expect(findings(FINAL_ACCOUNTS, sheet("一般公共预算财政拨款基本支出决算表", 8, wrong))).toEqual([
      expect.stringMatching(/^error /),
    ]);
  });

  it.each(["国有资本经营预算财政拨款支出决算表", "国有资本经营预算财政拨款收入支出决算表"])(
    "know %s",
    (title) => {
      const rows: Rows = [
        ["项目", "", "", "", "年初结转和结余", "本年收入", "本年支出", "", "", "年末结转和结余"],
        ["支出功能分类科目编码", "", "", "科目名称", "", "", "小计", "基本支出", "项目支出"],
        ["类", "款", "项"],
        ["223", "", "", "国有资本经营预算支出", 1, 20, 18, "", 18, 3],
        ["223", "01", "", "解决历史遗留问题及改革成本支出", 1, 20, 18, "", 18, 3],
        ["223", "01", "05", "国有企业退休人员社会化管理补助支出", 1, 20, 18, "", 18, 3],
        ["合计", "", "", "", 1, 20, 18, "", 18, 3],
      ];
      expect(findings(FINAL_ACCOUNTS, sheet(title, 10, rows))).toEqual([]);
      const wrong = rows.map((row) => [...row.slice(0, 9), row[9] === 3 ? 4 : row[9]]);
      expect(findings(FINAL_ACCOUNTS, sheet(title, 10, wrong)).join()).toContain("error");
    },
  );

  it("have no more 三公 in basic expenditure than in all", () => {
    const spent: Rows = [
      ["财政拨款“三公”经费"],
      ["合计", "", "因公出国（境）费", "", "公务用车购置及运行费", "", "", "", "", "", "公务接待费"],
      ["", "", "", "", "小计", "", "公务用车购置费", "", "公务用车运行费"],
      Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? "预算数" : "决算数")),
      [20, 19.86, 0, 0, 19, 19.56, 0, 0, 19, 19.56, 1, 0.3],
    ];
    const basic = (trips: number, cars: number, guests: number): Rows => [
      ["科目编码", "科目名称", "决算数", "科目编码", "科目名称", "决算数"],
      ["301", "工资福利支出", 100, "302", "商品和服务支出", Number((trips + cars + guests).toFixed(2))],
      ["30101", "基本工资", 100, "30212", "因公出国（境）费用", trips],
      ["", "", "", "30217", "公务接待费", guests],
      ["", "", "", "30231", "公务用车运行维护费", cars],
      ["人员经费合计", "", 100, "公用经费合计", "", Number((trips + cars + guests).toFixed(2))],
    ];
    const both = (rows: Rows) =>
      findings(
        FINAL_ACCOUNTS,
        sheet("一般公共预算财政拨款基本支出决算表", 6, rows),
        sheet("财政拨款“三公”经费支出决算表", 12, spent),
      );
    expect(both(basic(0, 19.56, 0.3))).toEqual([]);
    expect(both(basic(13.24, 81.11, 8.31)).join()).toContain("error F.X07");
    expect(both(basic(0.5, 19.56, 0.3))).toEqual([expect.stringContaining("warning F.X07")]);
  });
});

describe("Hebei's 收支预算总表", () => {
  it("is read with its lines of income and expenditure", () => {
    const right = [
      "一般公共服务支出",
      "社会保险基金支出",
      "预备费",
      "转移性支出",
      "债务发行费用支出",
      "人行科目",
    ];
    const left = [
      "一般公共预算拨款收入",
      "政府性基金预算拨款收入",
      "国有资本经营预算拨款收入",
      "财政专户管理资金收入",
      "单位资金",
    ];
    const amounts = [675.82, "", "", "", 10];
    const spent = [500.36, 100, 50, 20, 10, 20];
    const rows: Rows = [
      ["序号", "收入", "", "支出"],
      ["", "项 目", "预算数", "项 目", "预算数"],
      ["栏次", "1", "2", "3", "4"],
      ...right.map((name, index) => [
        ...[String(index + 1), left[index] ?? "", amounts[index] ?? "", name, spent[index] ?? ""],
      ]),
      ["7", "本年收入合计", 685.82, "本年支出合计", 700.36],
      ["8", "上年结转结余", 14.54, "年终结转结余", ""],
      ["9", "收入总计", 700.36, "支出总计", 700.36],
    ];
    expect(findings(NATIONAL, sheet("部门预算收支总表", 5, rows))).toEqual([]);
    const wrong = rows.map((row) => (row[3] === "人行科目" ? [...row.slice(0, 4), 2] : row));
    expect(findings(NATIONAL, sheet("部门预算收支总表", 5, wrong)).join()).toContain("error");
  });

  it("is told from the statements of other sets where both of its sides are numbered", () => {
    const rows = (own: TestCell): Rows => [
      ["收入", "", "", "支出"],
      ["序号", "项目", "预算金额", "序号", "项目", "预算金额"],
      ["栏次", "1", "2", "栏次", "3", "4"],
      ["1", "一般公共预算拨款收入", 812.33, "1", "一般公共服务支出", 700],
      ["2", "政府性基金预算拨款收入", 50, "2", "社会保障和就业支出", 92.33],
      ["3", "单位资金", 12.4, "3", "城乡社区支出", 50],
      ["10", "本年收入合计", own, "10", "本年支出合计", 842.33],
      ["11", "上年结转结余", 7.6, "11", "年终结转结余", 40],
      ["12", "收入总计", 882.33, "12", "支出总计", 882.33],
    ];
    const check = (own: TestCell) => {
      const { tables, findings: found } = checkSnapshot(workbookOf(sheet("部门预算收支总表", 6, rows(own))));
      expect(tables.map(({ table }) => table)).toEqual(["N01"]);
      return brief(found.filter(({ severity }) => severity === "error" || severity === "warning"));
    };
    expect(check(874.73)).toEqual([]);
    expect(check(847.73)).toEqual([expect.stringContaining("C9")]);
  });
});
