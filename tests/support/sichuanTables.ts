import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { sheetOf, workbookOf } from "./sheet";
import type { TestCell } from "./sheet";

/** Figures in 分, so that totals are sums and no rounding comes in. */
const wan = (cents: number): TestCell =>
  cents === 0 ? undefined : { value: cents / 100, numberFormat: "#,##0.00" };
const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);

interface Item {
  readonly unit: string;
  readonly code: string;
  readonly name: string;
  readonly basic: number;
  readonly project: number;
  /** Of what is spent, what comes from the year before. */
  readonly carried: number;
}
const item = (unit: string, code: string, name: string, amounts: readonly [number, number, number]): Item => {
  const [basic, project, carried] = amounts;
  return { unit, code, name, basic, project, carried };
};

/** An invented office with two units. */
const UNITS: Readonly<Record<string, string>> = { "123001": "某厅机关", "123002": "某厅信息中心" };
const ITEMS: readonly Item[] = [
  item("123001", "2010301", "行政运行", [812_345, 0, 12_000]),
  item("123001", "2010302", "一般行政管理事务", [0, 230_050, 20_000]),
  item("123001", "2080505", "机关事业单位基本养老保险缴费支出", [98_450, 0, 0]),
  item("123001", "2210201", "住房公积金", [74_110, 0, 0]),
  item("123002", "2010350", "事业运行", [145_080, 12_000, 3_000]),
  item("123002", "2080505", "机关事业单位基本养老保险缴费支出", [33_300, 0, 0]),
];
/** Economic codes of the basic expenditure of each unit; 30x class, name, amount. */
const ECONOMIC: readonly (readonly [unit: string, code: string, name: string, amount: number])[] = [
  ["123001", "30101", "基本工资", 401_200],
  ["123001", "30102", "津贴补贴", 312_050],
  ["123001", "30108", "机关事业单位基本养老保险缴费", 98_450],
  ["123001", "30201", "办公费", 88_027],
  ["123001", "30302", "退休费", 85_178],
  ["123002", "30101", "基本工资", 120_000],
  ["123002", "30107", "绩效工资", 38_380],
  ["123002", "30201", "办公费", 20_000],
];
const CLASSES: Readonly<Record<string, string>> = {
  "301": "工资福利支出",
  "302": "商品和服务支出",
  "303": "对个人和家庭的补助",
};
const all = ({ basic, project }: Item) => basic + project;
const TOTAL = sum(ITEMS.map(all));
const CARRIED = sum(ITEMS.map(({ carried }) => carried));

const levels = (code: string): TestCell[] => [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];

/** 合计, each unit, and its functional codes: 类, 款 and 项 in columns of their own. */
function byUnit(figures: (item: Item) => readonly number[]): TestCell[][] {
  const line = (cells: readonly TestCell[], items: readonly Item[]): TestCell[] => {
    const rows = items.map(figures);
    return [...cells, ...(rows[0] ?? []).map((_, column) => wan(sum(rows.map((row) => row[column] ?? 0))))];
  };
  return [
    line(["", "", "", "", "合计"], ITEMS),
    ...Object.entries(UNITS).flatMap(([unit, name]) => {
      const own = ITEMS.filter((one) => one.unit === unit);
      return [
        line(["", "", "", unit, name], own),
        ...own.map((one) => line([...levels(one.code), unit, one.name], [one])),
      ];
    }),
  ];
}

/** 合计, each unit, the classes of its economic codes and the codes. */
function byEconomy(figures: (code: string, amount: number) => readonly number[]): TestCell[][] {
  const line = (cells: readonly TestCell[], own: typeof ECONOMIC): TestCell[] => {
    const rows = own.map(([, code, , amount]) => figures(code, amount));
    return [...cells, ...(rows[0] ?? []).map((_, column) => wan(sum(rows.map((row) => row[column] ?? 0))))];
  };
  return [
    line(["", "", "", "合计"], ECONOMIC),
    ...Object.entries(UNITS).flatMap(([unit, name]) => {
      const own = ECONOMIC.filter(([one]) => one === unit);
      return [
        line(["", "", unit, name], own),
        ...Object.entries(CLASSES).flatMap(([code, title]) => {
          const codes = own.filter(([, one]) => one.startsWith(code));
          if (codes.length === 0) return [];
          return [
            line([code, "", unit, title], codes),
            ...codes.map((one) => line([code, one[1].slice(3), unit, one[2]], [one])),
          ];
        }),
      ];
    }),
  ];
}

const CODES = ["科目编码", "", "", "单位代码", "单位名称（科目）"];
const LEVELS = ["类", "款", "项"];

const INCOME_HEADING: TestCell[][] = [
  [
    "项目",
    "",
    "",
    "",
    "",
    "合计",
    "上年结转",
    "一般公共预算拨款收入",
    "政府性基金预算拨款收入",
    "国有资本经营预算拨款收入",
    "事业收入",
    "事业单位经营收入",
    "其他收入",
    "上级补助收入",
    "附属单位上缴收入",
    "用事业基金弥补收支差额",
  ],
  CODES,
  LEVELS,
];
const STATEMENT: TestCell[][] = [
  ["收入", "", "支出"],
  ["项目", "预算数", "项目", "预算数"],
  [
    "一、一般公共预算拨款收入",
    wan(TOTAL - CARRIED),
    "一、一般公共服务支出",
    wan(sum(ITEMS.filter(({ code }) => code.startsWith("201")).map(all))),
  ],
  [
    "二、政府性基金预算拨款收入",
    "",
    "二、社会保障和就业支出",
    wan(sum(ITEMS.filter(({ code }) => code.startsWith("208")).map(all))),
  ],
  [
    "三、国有资本经营预算拨款收入",
    "",
    "三、住房保障支出",
    wan(sum(ITEMS.filter(({ code }) => code.startsWith("221")).map(all))),
  ],
  ["四、事业收入"],
  ["五、事业单位经营收入"],
  ["六、其他收入"],
  ["本年收入合计", wan(TOTAL - CARRIED), "本年支出合计", wan(TOTAL)],
  ["七、用事业基金弥补收支差额", "", "四、事业单位结余分配"],
  ["八、上年结转", wan(CARRIED), "五、结转下年"],
  ["收入总计", wan(TOTAL), "支出总计", wan(TOTAL)],
];
const THREE_PUBLIC: TestCell[][] = [
  ["单位编码", "单位名称（科目）", "当年财政拨款预算安排"],
  ["", "", "合计", "因公出国（境）费用", "公务用车购置及运行费", "", "", "公务接待费"],
  ["", "", "", "", "小计", "公务用车购置费", "公务用车运行费"],
];
const threePublic = (
  rows: readonly (readonly [string, string, number, number, number, number])[],
): TestCell[][] => {
  const line = ([code, name, trips, cars, running, guests]: (typeof rows)[number]): TestCell[] => [
    code,
    name,
    wan(trips + cars + running + guests),
    wan(trips),
    wan(cars + running),
    wan(cars),
    wan(running),
    wan(guests),
  ];
  const column = (at: 2 | 3 | 4 | 5) => sum(rows.map((row) => row[at]));
  return [...THREE_PUBLIC, line(["", "合计", column(2), column(3), column(4), column(5)]), ...rows.map(line)];
};

const TABLES: readonly (readonly [number: string, title: string, rows: TestCell[][]])[] = [
  ["表1", "部门收支总表", STATEMENT],
  [
    "表1-1",
    "部门收入总表",
    [
      ...INCOME_HEADING,
      ...byUnit((one) => [all(one), one.carried, all(one) - one.carried, 0, 0, 0, 0, 0, 0, 0, 0]),
    ],
  ],
  [
    "表1-2",
    "部门支出总表",
    [
      ["项目", "", "", "", "", "合计", "基本支出", "项目支出", "上缴上级支出", "对附属单位补助支出"],
      CODES,
      LEVELS,
      ...byUnit((one) => [all(one), one.basic, one.project, 0, 0]),
    ],
  ],
  [
    "表2-1",
    "财政拨款支出预算表（部门经济分类科目）",
    [
      ["项目", "", "", "", "总计", "省级当年财政拨款安排", "", "", "上年结转安排"],
      ["科目编码", "", "单位代码", "单位名称（科目）", "", "合计", "一般公共预算拨款", "政府性基金安排"],
      ["类", "款"],
      ...byEconomy((code, amount) => [
        amount,
        code === "30201" ? amount - 5_000 : amount,
        code === "30201" ? amount - 5_000 : amount,
        0,
        code === "30201" ? 5_000 : 0,
      ]),
    ],
  ],
  [
    "表3",
    "一般公共预算支出预算表",
    [
      ["项目", "", "", "", "", "合计", "当年财政拨款安排", "上年结转安排"],
      CODES,
      LEVELS,
      ...byUnit((one) => [all(one), all(one) - one.carried, one.carried]),
    ],
  ],
  [
    "表3-1",
    "一般公共预算基本支出预算表",
    [
      ["项目", "", "", "", "基本支出"],
      ["科目编码", "", "单位代码", "单位名称（科目）", "合计", "人员经费", "公用经费"],
      ["类", "款"],
      ...byEconomy((code, amount) => (code.startsWith("302") ? [amount, 0, amount] : [amount, amount, 0])),
    ],
  ],
  [
    "表3-3",
    "一般公共预算“三公”经费支出预算表",
    threePublic([
      ["123001", "某厅机关", 6_000, 12_000, 12_800, 3_200],
      ["123002", "某厅信息中心", 0, 0, 4_000, 500],
    ]),
  ],
];

/** Seven of the sixteen tables that offices of Sichuan publish, in 万元, with the figures of an invented office. */
export function sichuanTables(): WorkbookSnapshot {
  const sheets = TABLES.map(([number, title, rows]) =>
    sheetOf(number, [[number], [title], ["部门：某厅", "", "", "", "", "单位：万元"], ...rows]),
  );
  return { ...workbookOf(...sheets), name: "某厅部门预算.xlsx" };
}
