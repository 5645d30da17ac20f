import { plain, percent, sum, sums, yuan } from "./kit";
import type { Kit, OfficeKind } from "./kit";

/** Pay, social insurance, taxes and attendance. */
export const PEOPLE_KINDS: readonly OfficeKind[] = [
  payroll,
  paySlips,
  insurance,
  incomeTax,
  dutyPay,
  attendance,
  housingFund,
  partyDues,
  posts,
  appraisal,
];

function earnings(kit: Kit): number[] {
  return [kit.cents(2000, 6000), kit.cents(500, 3000), kit.choose.chance(0.5) ? kit.cents(100, 900) : 0];
}

function payroll(kit: Kit) {
  const lines = kit.people().map((name, index) => {
    const paid = earnings(kit);
    const taken = [
      kit.cents(300, 500),
      kit.cents(60, 120),
      kit.cents(300, 800),
      kit.choose.chance(0.4) ? kit.cents(5, 60) : 0,
    ];
    return { name, index, figures: [...paid, sum(paid), ...taken, sum(taken), sum(paid) - sum(taken)] };
  });
  const heading = [
    "序号",
    "姓名",
    "岗位工资",
    "津贴补贴",
    "奖金",
    "应发合计",
    "养老保险",
    "医疗保险",
    "住房公积金",
    "个人所得税",
    "扣款合计",
    "实发工资",
    "签名",
  ];
  return {
    title: "2026年11月工资发放表",
    rows: [
      heading,
      ...lines.map(({ name, index, figures }) => [plain(index + 1), name, ...figures.map(yuan)]),
      ...(kit.choose.chance(0.7)
        ? [["", "合计", ...sums(lines.map(({ figures }) => figures)).map(yuan)]]
        : []),
    ],
  };
}

/** The heading again over each person. */
function paySlips(kit: Kit) {
  const heading = ["姓名", "基本工资", "绩效工资", "应发", "代扣", "实发"];
  return {
    title: "工资条",
    rows: kit.people().flatMap((name) => {
      const [basic = 0, extra = 0] = earnings(kit);
      const taken = kit.cents(200, 900);
      return [
        heading,
        [name, yuan(basic), yuan(extra), yuan(basic + extra), yuan(taken), yuan(basic + extra - taken)],
        [],
      ];
    }),
  };
}

function insurance(kit: Kit) {
  const lines = kit.people().map((name) => {
    const office = [kit.cents(800, 1500), kit.cents(300, 700), kit.cents(20, 40)];
    const own = [kit.cents(400, 700), kit.cents(90, 200), kit.cents(10, 20)];
    return {
      name,
      base: kit.cents(5000, 9000),
      figures: [...office, sum(office), ...own, sum(own), sum(office) + sum(own)],
    };
  });
  return {
    title: "社会保险费缴纳明细表",
    rows: [
      ["姓名", "缴费基数", "单位缴纳", "", "", "", "个人缴纳", "", "", "", "合计"],
      ["", "", "养老", "医疗", "失业", "小计", "养老", "医疗", "失业", "小计"],
      ...lines.map(({ name, base, figures }) => [name, yuan(base), ...figures.map(yuan)]),
      ["合计", "", ...sums(lines.map(({ figures }) => figures)).map(yuan)],
    ],
  };
}

function incomeTax(kit: Kit) {
  return {
    title: "个人所得税累计预扣表",
    rows: [
      [
        "姓名",
        "累计收入",
        "累计减除费用",
        "累计专项扣除",
        "累计应纳税所得额",
        "税率",
        "速算扣除数",
        "累计应纳税额",
        "已缴税额",
        "本期应补（退）税额",
      ],
      ...kit.people().map((name) => {
        const [income, less, special, paid] = [
          kit.cents(90_000, 160_000),
          5_500_000,
          kit.cents(8000, 20_000),
          kit.cents(0, 500),
        ];
        const taxed = income - less - special;
        const tax = Math.round(taxed * 0.03);
        return [
          name,
          yuan(income),
          yuan(less),
          yuan(special),
          yuan(taxed),
          percent(0.03),
          plain(0),
          yuan(tax),
          yuan(paid),
          yuan(tax - paid),
        ];
      }),
    ],
  };
}

function dutyPay(kit: Kit) {
  const lines = kit
    .people()
    .map((name) => ({ name, days: kit.count(1, 9), rate: kit.choose.pick([80, 100, 150]) }));
  return {
    title: "值班补助发放表",
    rows: [
      ["姓名", "值班天数", "标准（元/天）", "金额"],
      ...lines.map(({ name, days, rate }) => [name, plain(days), plain(rate), plain(days * rate)]),
      [
        "合计",
        plain(sum(lines.map(({ days }) => days))),
        "",
        plain(sum(lines.map(({ days, rate }) => days * rate))),
      ],
    ],
  };
}

function attendance(kit: Kit) {
  const days = Array.from({ length: 30 }, (_, index) => index + 1);
  return {
    title: "2026年11月考勤表",
    rows: [
      ["姓名", ...days.map(plain), "出勤天数"],
      ...kit.people().map((name) => {
        const marks = days.map((one) =>
          one % 7 === 1 || one % 7 === 0 ? "休" : kit.choose.pick(["√", "√", "√", "事", 1, 0.5]),
        );
        return [name, ...marks, plain(marks.filter((mark) => mark === "√" || mark === 1).length)];
      }),
    ],
  };
}

function housingFund(kit: Kit) {
  const lines = kit.people().map((name) => {
    const base = kit.cents(5000, 9000);
    const part = Math.round(base * 0.12);
    return { name, figures: [base, part, part, part * 2] };
  });
  return {
    title: "住房公积金汇缴清册",
    rows: [
      ["个人账号", "姓名", "缴存基数", "单位月缴存额", "个人月缴存额", "月缴存额合计"],
      ...lines.map(({ name, figures }, index) => [
        String(801_000_100 + index * 7),
        name,
        ...figures.map(yuan),
      ]),
      ["", "合计", ...sums(lines.map(({ figures }) => figures)).map(yuan)],
    ],
  };
}

function partyDues(kit: Kit) {
  const months = ["1月", "2月", "3月", "4月", "5月", "6月"];
  const lines = kit.people().map((name) => {
    const rate = kit.choose.pick([0.005, 0.01, 0.015]);
    const each = kit.cents(10, 60);
    const own = months.map(() => (kit.choose.chance(0.9) ? each : 0));
    return { name, base: kit.cents(3000, 8000), rate, own };
  });
  return {
    title: "上半年党费收缴登记表",
    rows: [
      ["姓名", "月工资基数", "缴纳比例", ...months, "合计"],
      ...lines.map(({ name, base, rate, own }) => [
        name,
        yuan(base),
        percent(rate),
        ...own.map(yuan),
        yuan(sum(own)),
      ]),
      [
        "合计",
        "",
        "",
        ...sums(lines.map(({ own }) => own)).map(yuan),
        yuan(sum(lines.flatMap(({ own }) => own))),
      ],
    ],
  };
}

/** Posts: counts, of which 其中 are parts. */
function posts(kit: Kit) {
  const lines = kit.offices().map((name) => {
    const [men, women] = [kit.count(1, 8), kit.count(1, 8)];
    return { name, figures: [men + women + kit.count(0, 3), men + women, men, women, kit.count(0, men)] };
  });
  return {
    title: "人员编制情况表",
    rows: [
      ["处室", "编制数", "实有人数", "其中：男", "女", "党员"],
      ...lines.map(({ name, figures }) => [name, ...figures.map(plain)]),
      ["合计", ...sums(lines.map(({ figures }) => figures)).map(plain)],
      ["平均年龄", "", plain(39.6), plain(40.1), plain(38.9), plain(42)],
    ],
  };
}

function appraisal(kit: Kit) {
  const items = ["德", "能", "勤", "绩", "廉"];
  const lines = kit.people().map((name) => ({ name, marks: items.map(() => kit.count(14, 20)) }));
  const scores = lines.map(({ marks }) => sum(marks));
  return {
    title: "年度考核评分表",
    rows: [
      ["序号", "姓名", ...items, "总分", "平均分", "名次"],
      ...lines.map(({ name, marks }, index) => [
        plain(index + 1),
        name,
        ...marks.map(plain),
        plain(sum(marks)),
        plain(sum(marks) / 5),
        plain(1 + scores.filter((score) => score > sum(marks)).length),
      ]),
      [
        "",
        "平均",
        ...items.map((_, column) =>
          plain(Math.round((100 * sum(lines.map(({ marks }) => marks[column] ?? 0))) / lines.length) / 100),
        ),
      ],
    ],
  };
}
