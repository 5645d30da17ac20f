import { day, percent, plain, sum, sums, yuan } from "./kit";
import type { Kit, OfficeKind } from "./kit";

const THINGS = [
  "台式计算机",
  "便携式计算机",
  "打印机",
  "复印机",
  "空调",
  "办公桌",
  "文件柜",
  "投影仪",
  "碎纸机",
];

const GOODS = ["复印纸", "签字笔", "硒鼓", "档案盒", "墨粉", "文件夹", "订书钉"];

/** Contracts, invoices, prices and what is bought. */
export const PURCHASE_KINDS: readonly OfficeKind[] = [
  contracts,
  quotes,
  works,
  invoices,
  priceList,
  meeting,
  canteen,
  newAssets,
  meters,
  loanPlan,
];

function contracts(kit: Kit) {
  const lines = Array.from({ length: kit.count(4, 15) }, () => {
    const all = kit.cents(10_000, 900_000);
    const paid = kit.choose.pick([0, Math.round(all * 0.3), Math.round(all * 0.7), all]);
    return [all, paid, all - paid];
  });
  return {
    title: "合同付款台账",
    rows: [
      ["合同编号", "合同名称", "供应商", "签订日期", "合同金额", "已付金额", "未付金额", "付款比例"],
      ...lines.map(([all = 0, paid = 0, left = 0], index) => [
        `HT-2026-${String(index + 1).padStart(3, "0")}`,
        `${kit.choose.pick(THINGS)}采购合同`,
        kit.choose.pick(["甲公司", "乙公司", "丙公司"]),
        day(index * 9),
        yuan(all),
        yuan(paid),
        yuan(left),
        percent(paid / all),
      ]),
      [
        "合计",
        "",
        "",
        "",
        ...sums(lines).map(yuan),
        percent(sum(lines.map(([, paid = 0]) => paid)) / sum(lines.map(([all = 0]) => all))),
      ],
    ],
  };
}

function quotes(kit: Kit) {
  const lines = kit
    .some(THINGS)
    .map((name) => ({ name, prices: [kit.cents(900, 9000), kit.cents(900, 9000), kit.cents(900, 9000)] }));
  return {
    title: "采购询价比价表",
    rows: [
      ["品名", "数量", "报价", "", "", "最低价", "成交单价", "成交金额"],
      ["", "", "甲公司", "乙公司", "丙公司"],
      ...lines.map(({ name, prices }) => {
        const [least, count] = [Math.min(...prices), kit.count(1, 9)];
        return [name, plain(count), ...prices.map(yuan), yuan(least), yuan(least), yuan(least * count)];
      }),
    ],
  };
}

function works(kit: Kit) {
  const lines = ["土建工程", "安装工程", "装饰工程", "弱电工程", "消防工程"].map((name) => {
    const sent = kit.cents(100_000, 900_000);
    const cut = kit.cents(1000, 90_000);
    return { name, figures: [sent, sent - cut, cut] };
  });
  const [sent = 0, agreed = 0, cut = 0] = sums(lines.map(({ figures }) => figures));
  return {
    title: "工程结算审核对比表",
    rows: [
      ["序号", "单项工程名称", "送审金额", "审定金额", "核减金额", "核减率"],
      ...lines.map(({ name, figures }, index) => [
        ["一", "二", "三", "四", "五"][index],
        name,
        ...figures.map(yuan),
        percent((figures[2] ?? 0) / (figures[0] ?? 1)),
      ]),
      ["", "合计", yuan(sent), yuan(agreed), yuan(cut), percent(cut / sent)],
    ],
  };
}

function meters(kit: Kit) {
  const price = kit.choose.pick([85, 112, 320]);
  const lines = kit
    .offices()
    .map((name) => ({ name, before: kit.count(1000, 9000), used: kit.count(20, 700) }));
  return {
    title: "水电费分摊表",
    rows: [
      ["部门", "上月读数", "本月读数", "用量（度）", "单价", "金额"],
      ...lines.map(({ name, before, used }) => [
        name,
        plain(before),
        plain(before + used),
        plain(used),
        yuan(price),
        yuan(used * price),
      ]),
      [
        "合计",
        "",
        "",
        plain(sum(lines.map(({ used }) => used))),
        "",
        yuan(sum(lines.map(({ used }) => used * price))),
      ],
    ],
  };
}

function invoices(kit: Kit) {
  const lines = Array.from({ length: kit.count(5, 20) }, () => {
    const net = kit.cents(100, 9000);
    const rate = kit.choose.pick([0.03, 0.06, 0.13]);
    const tax = Math.round(net * rate);
    return { rate, figures: [net, tax, net + tax] };
  });
  const [net = 0, tax = 0, all = 0] = sums(lines.map(({ figures }) => figures));
  return {
    title: "发票登记簿",
    rows: [
      ["发票代码", "发票号码", "开票日期", "金额", "税率", "税额", "价税合计"],
      ...lines.map(({ rate, figures: [own = 0, ownTax = 0, both = 0] }, index) => [
        "044002600111",
        String(26_701_455 + index * 3),
        day(index),
        yuan(own),
        percent(rate),
        yuan(ownTax),
        yuan(both),
      ]),
      ...(kit.choose.chance(0.6) ? [["合计", "", "", yuan(net), "", yuan(tax), yuan(all)]] : []),
    ],
  };
}

function priceList(kit: Kit) {
  return {
    title: "办公用品协议价目表",
    rows: [
      ["编号", "品名", "规格", "单位", "市场价", "协议价", "优惠率"],
      ...kit
        .some(GOODS)
        .map((name, index) => [
          String(1001 + index),
          name,
          "A4",
          "包",
          yuan(kit.cents(20, 40)),
          yuan(kit.cents(10, 20)),
          percent(0.1 + index / 100),
        ]),
    ],
  };
}

function loanPlan(kit: Kit) {
  const [each, rate] = [kit.cents(5000, 9000), 0.0035];
  let left = each * 12;
  return {
    title: "贷款还款计划表",
    rows: [
      ["期数", "还款日期", "本金", "利息", "月供", "剩余本金"],
      ...Array.from({ length: 12 }, (_, index) => {
        const interest = Math.round(left * rate);
        left -= each;
        return [
          plain(index + 1),
          day(index * 30),
          yuan(each),
          yuan(interest),
          yuan(each + interest),
          { value: left / 100, numberFormat: "#,##0.00" },
        ];
      }),
    ],
  };
}

function meeting(kit: Kit) {
  const lines = ["住宿费", "伙食费", "场地租金", "资料印刷费", "交通费"].map((name) => {
    const [people, days, rate] = [kit.count(10, 60), kit.count(1, 3), kit.count(20, 300)];
    return { name, people, days, rate, all: people * days * rate };
  });
  return {
    title: "会议费测算表",
    rows: [
      ["序号", "费用项目", "人数", "天数", "标准（元）", "金额（元）", "备注"],
      ...lines.map(({ name, people, days, rate, all }, index) => [
        plain(index + 1),
        name,
        plain(people),
        plain(days),
        plain(rate),
        plain(all),
        `${people}人×${days}天`,
      ]),
      ["合计", "", "", "", "", plain(sum(lines.map(({ all }) => all))), ""],
    ],
  };
}

function canteen(kit: Kit) {
  let all = 0;
  const rows = ["周一", "周二", "周三"].flatMap((name) => {
    const items = kit
      .some(["大米", "猪肉", "青菜", "鸡蛋", "豆腐"], 2)
      .map((thing) => ({ thing, count: kit.count(2, 40), price: kit.cents(2, 30) }));
    const own = sum(items.map(({ count, price }) => count * price));
    all += own;
    return [
      ...items.map(({ thing, count, price }, index) => [
        index === 0 ? name : "",
        thing,
        plain(count),
        yuan(price),
        yuan(count * price),
      ]),
      ["", `${name}小计`, "", "", yuan(own)],
    ];
  });
  return {
    title: "食堂食材采购登记表",
    rows: [["日期", "品名", "数量", "单价", "金额"], ...rows, ["", "合计", "", "", yuan(all)]],
  };
}

function newAssets(kit: Kit) {
  const lines = kit.some(THINGS).map((name) => {
    const [count, price] = [kit.count(1, 20), kit.count(1000, 9000)];
    return { name, count, price };
  });
  return {
    title: "资产购置计划表",
    rows: [
      ["资产名称", "数量", "单价", "金额", "现有数量", "配置标准"],
      ...lines.map(({ name, count, price }) => [
        name,
        plain(count),
        plain(price),
        plain(count * price),
        plain(kit.count(0, 40)),
        "按标准",
      ]),
      [
        "合计",
        plain(sum(lines.map(({ count }) => count))),
        "",
        plain(sum(lines.map(({ count, price }) => count * price))),
      ],
    ],
  };
}
