import { sum, yuan } from "./kit";
import type { Kit, OfficeKind } from "./kit";
import type { TestCell } from "../sheet";

/** Statements of governmental and business accounting, in which lines are taken off as well as added. */
export const STATEMENT_KINDS: readonly OfficeKind[] = [
  balanceSheet,
  incomeStatement,
  netAssets,
  profit,
  cashFlow,
  budgetResult,
  companyBalance,
];

/** Amounts of lines for two columns. */
type Two = readonly [number, number];
const two = (kit: Kit): Two => [kit.cents(10_000, 900_000), kit.cents(10_000, 900_000)];
const add = (...all: readonly Two[]): Two => [
  sum(all.map(([now]) => now)),
  sum(all.map(([, before]) => before)),
];
const off = ([now, before]: Two): Two => [-now, -before];
const line = (name: string, own?: Two): TestCell[] => [name, ...(own ? own.map(yuan) : ["", ""])];

/** Two lists beside each other, the shorter one left blank where it ends. */
function beside(left: readonly TestCell[][], right: readonly TestCell[][]): TestCell[][] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [
    ...(left[at] ?? ["", "", ""]),
    ...(right[at] ?? ["", "", ""]),
  ]);
}

/** 财政部 form: 固定资产净值 is what is left of the cost. */
function balanceSheet(kit: Kit) {
  const [cash, owed, stock, cost] = [two(kit), two(kit), two(kit), add(two(kit), two(kit), two(kit))];
  const worn: Two = [Math.round(cost[0] / 5), Math.round(cost[1] / 6)];
  const net = add(cost, off(worn));
  const rights = two(kit);
  const [current, fixed] = [add(cash, owed, stock), add(net, rights)];
  const all = add(current, fixed);
  const [pay, taxes] = [
    [Math.round(all[0] / 20), Math.round(all[1] / 22)],
    [Math.round(all[0] / 50), Math.round(all[1] / 55)],
  ] as unknown as [Two, Two];
  const debts = add(pay, taxes);
  const equity = add(all, off(debts));
  return {
    title: "资产负债表",
    rows: [
      ["资产", "期末余额", "年初余额", "负债和净资产", "期末余额", "年初余额"],
      ...beside(
        [
          line("流动资产："),
          line("货币资金", cash),
          line("应收账款净额", owed),
          line("存货", stock),
          line("流动资产合计", current),
          line("非流动资产："),
          line("固定资产原值", cost),
          line("减：固定资产累计折旧", worn),
          line("固定资产净值", net),
          line("无形资产净值", rights),
          line("非流动资产合计", fixed),
          line("资产总计", all),
        ],
        [
          line("流动负债："),
          line("应付职工薪酬", pay),
          line("应交税费", taxes),
          line("流动负债合计", debts),
          line("非流动负债："),
          line("长期应付款"),
          line("负债合计", debts),
          line("净资产："),
          line("累计盈余", equity),
          line("专用基金"),
          line("净资产合计", equity),
          line("负债和净资产总计", all),
        ],
      ),
    ],
  };
}

function incomeStatement(kit: Kit) {
  const [grant, fund, other, work, wear, rest] = [two(kit), two(kit), two(kit), two(kit), two(kit), two(kit)];
  const [income, costs] = [add(grant, other), add(work, wear, rest)];
  return {
    title: "收入费用表",
    rows: [
      ["项目", "本月数", "本年累计数"],
      line("一、本期收入", income),
      line("（一）财政拨款收入", grant),
      line("其中：政府性基金收入", [Math.min(fund[0], grant[0]), Math.min(fund[1], grant[1])]),
      line("（二）事业收入"),
      line("（三）其他收入", other),
      line("二、本期费用", costs),
      line("（一）业务活动费用", work),
      line("（二）资产处置费用", wear),
      line("（三）其他费用", rest),
      line("三、本期盈余", add(income, off(costs))),
    ],
  };
}

function netAssets(kit: Kit) {
  const cents = () => kit.cents(1000, 90_000);
  const rows = (own: readonly number[]) => [...own.map(yuan), yuan(sum(own))];
  const before = [cents(), cents()];
  const mended = [cents(), 0];
  const opened = before.map((one, at) => one + (mended[at] ?? 0));
  const changes = [
    [cents(), 0],
    [0, cents()],
    [-cents(), 0],
  ];
  const all = [0, 1].map((at) => sum(changes.map((own) => own[at] ?? 0)));
  return {
    title: "净资产变动表",
    rows: [
      ["项目", "本年数", "", ""],
      ["", "累计盈余", "专用基金", "净资产合计"],
      ["一、上年年末余额", ...rows(before)],
      ["二、以前年度盈余调整（减少以“-”号填列）", ...rows(mended)],
      ["三、本年年初余额", ...rows(opened)],
      ["四、本年变动金额（减少以“-”号填列）", ...rows(all)],
      ["（一）本年盈余", ...rows(changes[0] ?? [])],
      ["（二）提取专用基金", ...rows(changes[1] ?? [])],
      ["（三）归集调整预算结转结余", ...rows(changes[2] ?? [])],
      ["五、本年年末余额", ...rows(opened.map((one, at) => one + (all[at] ?? 0)))],
    ],
  };
}

function profit(kit: Kit) {
  const [sales, cost, taxes, run, gain, outside, loss, tax] = Array.from({ length: 8 }, () => two(kit)) as [
    Two,
    Two,
    Two,
    Two,
    Two,
    Two,
    Two,
    Two,
  ];
  const working = add(sales, off(cost), off(taxes), off(run), gain);
  const before = add(working, outside, off(loss));
  return {
    title: "利润表",
    rows: [
      ["项目", "本期金额", "上期金额"],
      line("一、营业收入", sales),
      line("减：营业成本", cost),
      line("税金及附加", taxes),
      line("管理费用", run),
      line("加：投资收益", gain),
      line("二、营业利润", working),
      line("加：营业外收入", outside),
      line("减：营业外支出", loss),
      line("三、利润总额", before),
      line("减：所得税费用", tax),
      line("四、净利润", add(before, off(tax))),
    ],
  };
}

function cashFlow(kit: Kit) {
  const [a, b, c, d, e, f, start] = Array.from({ length: 7 }, () => two(kit)) as [
    Two,
    Two,
    Two,
    Two,
    Two,
    Two,
    Two,
  ];
  const [taken, paid] = [add(a, b), add(c, d)];
  const [daily, invest] = [add(taken, off(paid)), add(e, off(f))];
  const net = add(daily, invest);
  return {
    title: "现金流量表",
    rows: [
      ["项目", "本年金额", "上年金额"],
      line("一、日常活动产生的现金流量："),
      line("财政基本支出拨款收到的现金", a),
      line("事业活动收到的除财政拨款以外的现金", b),
      line("现金流入小计", taken),
      line("购买商品、接受劳务支付的现金", c),
      line("支付给职工以及为职工支付的现金", d),
      line("现金流出小计", paid),
      line("日常活动产生的现金流量净额", daily),
      line("二、投资活动产生的现金流量："),
      line("收回投资收到的现金", e),
      line("购建固定资产支付的现金", f),
      line("投资活动产生的现金流量净额", invest),
      line("三、汇率变动对现金的影响额"),
      line("四、现金净增加额", net),
      line("加：年初现金余额", start),
      line("五、年末现金余额", add(net, start)),
    ],
  };
}

/** 预算收入支出表: 三 is what is left of 一 after 二. */
function budgetResult(kit: Kit) {
  const [grant, work, office, staff] = [two(kit), two(kit), two(kit), two(kit)];
  const [income, spent] = [add(grant, work), add(office, staff)];
  return {
    title: "预算收入支出表",
    rows: [
      ["项目", "本年数", "上年数"],
      line("一、本年预算收入", income),
      line("（一）财政拨款预算收入", grant),
      line("其中：政府性基金收入"),
      line("（二）事业预算收入", work),
      line("二、本年预算支出", spent),
      line("（一）行政支出", office),
      line("（二）事业支出", staff),
      line("三、本年预算收支差额", add(income, off(spent))),
    ],
  };
}

function companyBalance(kit: Kit) {
  const [cash, owed, goods, plant] = [two(kit), two(kit), two(kit), two(kit)];
  const lent = two(kit);
  const [current, all] = [add(cash, owed, goods), add(cash, owed, goods, plant)];
  const capital = add(all, off(lent));
  return {
    title: "资产负债表（企业）",
    rows: [
      ["资产", "行次", "期末余额", "年初余额", "负债和所有者权益", "行次", "期末余额", "年初余额"],
      ...beside(
        [
          line("货币资金", cash),
          line("应收账款", owed),
          line("存货", goods),
          line("流动资产合计", current),
          line("固定资产", plant),
          line("资产总计", all),
        ],
        [
          line("短期借款", lent),
          line("负债合计", lent),
          line("实收资本", capital),
          line("所有者权益合计", capital),
          line(""),
          line("负债和所有者权益总计", all),
        ],
      ).map((cells, at) => [
        cells[0],
        String(at + 1),
        ...cells.slice(1, 4),
        String(at + 20),
        ...cells.slice(4),
      ]),
    ],
  };
}
