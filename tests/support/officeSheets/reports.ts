import { day, percent, plain, sum, sums, yuan } from "./kit";
import type { Kit, OfficeKind } from "./kit";

const COSTS = ["办公费", "印刷费", "邮电费", "差旅费", "维修（护）费", "会议费", "培训费", "劳务费"];

/** Reports of what was spent, and pivot tables. */
export const REPORT_KINDS: readonly OfficeKind[] = [
  byMonth,
  byQuarter,
  againstLastYear,
  quotaBook,
  execution,
  pivotByOffice,
  pivotByKind,
];

function byMonth(kit: Kit) {
  const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);
  const lines = kit
    .some(COSTS)
    .map((name) => ({ name, own: months.map(() => (kit.choose.chance(0.8) ? kit.cents(10, 9000) : 0)) }));
  const all = sums(lines.map(({ own }) => own));
  return {
    title: "各月支出统计表",
    rows: [
      ["项目", ...months, "合计", "月均"],
      ...lines.map(({ name, own }) => [
        name,
        ...own.map(yuan),
        yuan(sum(own)),
        yuan(Math.round(sum(own) / 12)),
      ]),
      ["合计", ...all.map(yuan), yuan(sum(all)), yuan(Math.round(sum(all) / 12))],
      ...(kit.choose.chance(0.5)
        ? [["累计", ...all.map((_, index) => yuan(sum(all.slice(0, index + 1))))]]
        : []),
    ],
  };
}

function byQuarter(kit: Kit) {
  const quarters = ["一季度", "二季度", "三季度", "四季度"];
  const lines = kit.some(COSTS).map((name) => ({
    name,
    own: quarters.map(() => [kit.cents(10, 900), kit.cents(10, 900), kit.cents(10, 900)]),
  }));
  const cells = (own: readonly (readonly number[])[]) => [
    ...own.flatMap((three) => [...three.map(yuan), yuan(sum(three))]),
    yuan(sum(own.flat())),
  ];
  return {
    title: "季度费用汇总表",
    rows: [
      ["费用项目", ...quarters.flatMap((name) => [name, "", "", ""]), "全年累计"],
      [
        "",
        ...quarters.flatMap((_, index) => [...[1, 2, 3].map((month) => `${index * 3 + month}月`), "小计"]),
      ],
      ...lines.map(({ name, own }) => [name, ...cells(own)]),
      ["合计", ...cells(quarters.map((_, at) => sums(lines.map(({ own }) => own[at] ?? []))))],
    ],
  };
}

function againstLastYear(kit: Kit) {
  const lines = kit
    .some(COSTS)
    .map((name) => ({ name, figures: [kit.cents(100, 9000), kit.cents(100, 9000)] }));
  const cells = ([now = 0, before = 0]: readonly number[]) => [
    yuan(now),
    yuan(before),
    yuan(now - before),
    percent((now - before) / before),
  ];
  return {
    title: "费用同比分析表",
    rows: [
      ["项目", "本年累计", "上年同期", "增减额", "增减率", "原因"],
      ...lines.map(({ name, figures }) => [name, ...cells(figures), ""]),
      ["合计", ...cells(sums(lines.map(({ figures }) => figures))), ""],
    ],
  };
}

function quotaBook(kit: Kit) {
  let left = 0;
  return {
    title: "预算指标使用台账",
    rows: [
      ["日期", "指标文号", "摘要", "下达指标", "支出", "指标余额"],
      ...Array.from({ length: kit.count(5, 20) }, (_, index) => {
        const given = index % 5 === 0 ? kit.cents(100_000, 900_000) : 0;
        const paid = given === 0 ? kit.cents(100, 9000) : 0;
        left += given - paid;
        return [
          day(index * 4),
          given > 0 ? `财预〔2026〕${index + 12}号` : "",
          kit.choose.pick(COSTS),
          yuan(given),
          yuan(paid),
          yuan(left),
        ];
      }),
    ],
  };
}

function execution(kit: Kit) {
  const lines = ["人员经费", "公用经费", "信息化运维", "执法专项", "培训专项"].map((name) => {
    const all = kit.cents(100_000, 900_000);
    const spent = Math.round(all * (0.4 + kit.choose.below(60) / 100));
    return { name, figures: [all, spent, all - spent] };
  });
  const cells = (own: readonly number[]) => [...own.map(yuan), percent((own[1] ?? 0) / (own[0] ?? 1))];
  return {
    title: "预算执行进度表",
    rows: [
      ["项目名称", "指标数", "支出数", "结余数", "执行率", "排名"],
      ...lines.map(({ name, figures }, index) => [name, ...cells(figures), plain(index + 1)]),
      ["合计", ...cells(sums(lines.map(({ figures }) => figures))), ""],
    ],
  };
}

function pivotByOffice(kit: Kit) {
  const all: number[] = [];
  const rows = kit.offices().flatMap((office) => {
    const own = kit.people(5).map((name) => ({ name, amount: kit.cents(100, 9000) }));
    all.push(...own.map(({ amount }) => amount));
    const total = sum(own.map(({ amount }) => amount));
    return [
      [office, yuan(total), plain(own.length)],
      ...own.map(({ name, amount }) => [name, yuan(amount), plain(1)]),
    ];
  });
  return {
    title: "",
    rows: [["行标签", "求和项:金额", "计数项:单据号"], ...rows, ["总计", yuan(sum(all)), plain(all.length)]],
  };
}

function pivotByKind(kit: Kit) {
  const kinds = ["差旅费", "会议费", "培训费", "(空白)"];
  const lines = kit
    .offices()
    .map((name) => ({ name, own: kinds.map(() => (kit.choose.chance(0.7) ? kit.cents(100, 9000) : 0)) }));
  const all = sums(lines.map(({ own }) => own));
  return {
    title: "",
    rows: [
      ["求和项:金额", "列标签"],
      ["行标签", ...kinds, "总计"],
      ...lines.map(({ name, own }) => [name, ...own.map(yuan), yuan(sum(own))]),
      ["总计", ...all.map(yuan), yuan(sum(all))],
    ],
  };
}
