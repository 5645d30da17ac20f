import { day, percent, plain, sum, sums, yuan } from "./kit";
import type { Kit, OfficeKind } from "./kit";

/** Fixed assets, stocks, contracts and purchases. */
export const ASSET_KINDS: readonly OfficeKind[] = [
  depreciation,
  assetsByClass,
  stockMoves,
  stockTaking,
  vehicles,
];

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

function depreciation(kit: Kit) {
  const lines = kit.some(THINGS).map((name) => {
    const [cost, years, months] = [kit.cents(2000, 60_000), kit.choose.pick([3, 5, 6, 10]), kit.count(1, 30)];
    const each = Math.round((cost * 0.95) / years / 12);
    return { name, years, months, figures: [cost, each, each * months, cost - each * months] };
  });
  return {
    title: "固定资产折旧计算表",
    rows: [
      [
        "资产编号",
        "资产名称",
        "购置日期",
        "使用年限",
        "残值率",
        "原值",
        "月折旧额",
        "已提月数",
        "累计折旧",
        "净值",
      ],
      ...lines.map(({ name, years, months, figures: [cost = 0, each = 0, all = 0, net = 0] }, index) => [
        `GD${2020 + index}-${index + 1}`,
        name,
        day(index * 31),
        plain(years),
        percent(0.05),
        yuan(cost),
        yuan(each),
        plain(months),
        yuan(all),
        yuan(net),
      ]),
      ...(kit.choose.chance(0.7)
        ? [
            [
              "合计",
              "",
              "",
              "",
              "",
              ...[0, 1].map((at) => yuan(sums(lines.map(({ figures }) => figures))[at] ?? 0)),
              "",
              ...[2, 3].map((at) => yuan(sums(lines.map(({ figures }) => figures))[at] ?? 0)),
            ],
          ]
        : []),
    ],
  };
}

/** Each class with its 小计 below it, its name only in its first row. */
function assetsByClass(kit: Kit) {
  const all: number[][] = [];
  const rows = kit.some(["通用设备", "专用设备", "家具用具", "房屋及构筑物"], 2).flatMap((name) => {
    const items = kit
      .some(THINGS, 2)
      .map((thing) => ({ thing, figures: [kit.count(1, 20), kit.cents(1000, 90_000)] }));
    all.push(...items.map(({ figures }) => figures));
    const [count = 0, cost = 0] = sums(items.map(({ figures }) => figures));
    return [
      ...items.map(({ thing, figures: [own = 0, amount = 0] }, index) => [
        index === 0 ? name : "",
        thing,
        plain(own),
        yuan(amount),
      ]),
      ["小计", "", plain(count), yuan(cost)],
    ];
  });
  const [count = 0, cost = 0] = sums(all);
  return {
    title: "固定资产分类汇总表",
    rows: [["资产类别", "资产名称", "数量", "账面原值"], ...rows, ["总计", "", plain(count), yuan(cost)]],
  };
}

/** 期末 = 期初 + 收入 - 发出, quantity and amount under each. */
function stockMoves(kit: Kit) {
  const lines = kit.some(GOODS).map((name) => {
    const price = kit.count(2, 60) * 100;
    const [before, taken, given] = [kit.count(5, 50), kit.count(5, 50), kit.count(1, 5)];
    return { name, price, counts: [before, taken, given, before + taken - given] };
  });
  const cells = (counts: readonly number[], price: number) =>
    counts.flatMap((count) => [plain(count), yuan(count * price)]);
  return {
    title: "库存物品收发存月报表",
    rows: [
      ["品名", "单价", "期初结存", "", "本期收入", "", "本期发出", "", "期末结存", ""],
      ["", "", "数量", "金额", "数量", "金额", "数量", "金额", "数量", "金额"],
      ...lines.map(({ name, price, counts }) => [name, yuan(price), ...cells(counts, price)]),
      [
        "合计",
        "",
        ...[0, 1, 2, 3].flatMap((at) => [
          plain(sum(lines.map(({ counts }) => counts[at] ?? 0))),
          yuan(sum(lines.map(({ counts, price }) => (counts[at] ?? 0) * price))),
        ]),
      ],
    ],
  };
}

function stockTaking(kit: Kit) {
  return {
    title: "低值易耗品盘点表",
    rows: [
      ["序号", "品名", "单位", "账面数量", "实盘数量", "盘盈（亏）", "单价", "盘盈（亏）金额", "原因"],
      ...kit.some(GOODS).map((name, index) => {
        const [book, found, price] = [kit.count(5, 60), kit.count(5, 60), kit.cents(1, 90)];
        return [
          plain(index + 1),
          name,
          kit.choose.pick(["盒", "支", "包"]),
          plain(book),
          plain(found),
          plain(found - book),
          yuan(price),
          yuan((found - book) * price),
          "",
        ];
      }),
    ],
  };
}

function vehicles(kit: Kit) {
  const lines = Array.from({ length: kit.count(3, 8) }, () => [
    kit.cents(3000, 9000),
    kit.cents(500, 6000),
    kit.cents(2000, 5000),
    kit.cents(100, 900),
  ]);
  return {
    title: "公务用车运行费用台账",
    rows: [
      ["车牌号", "行驶里程", "燃油费", "维修费", "保险费", "过路过桥费", "合计", "百公里费用"],
      ...lines.map((own, index) => {
        const km = kit.count(5000, 20_000);
        return [
          `粤A${12_345 + index}`,
          plain(km),
          ...own.map(yuan),
          yuan(sum(own)),
          plain(Math.round((sum(own) / km) * 100) / 100),
        ];
      }),
      ["合计", "", ...sums(lines).map(yuan), yuan(sum(lines.flat())), ""],
    ],
  };
}

/** Three quotes, the lowest of them taken. */
/** Equal instalments: what is left runs down. */
/** A total for each day, then one for all. */
