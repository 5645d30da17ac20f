import { day, percent, plain, sum, sums, yuan } from "./kit";
import type { Kit, OfficeKind } from "./kit";

/** Books, vouchers, banks and what is owed. */
export const LEDGER_KINDS: readonly OfficeKind[] = [
  bankBook,
  bankStatement,
  reconciliation,
  trialBalance,
  debtorsByAge,
  voucherSummary,
  voucher,
  travelClaims,
  debts,
];

const COSTS = ["办公费", "印刷费", "邮电费", "差旅费", "维修（护）费", "会议费", "培训费", "劳务费"];

/** A running balance; 本月合计 and 本年累计 close each month. */
function bankBook(kit: Kit) {
  let balance = kit.cents(100_000, 900_000);
  const rows: unknown[][] = [["1月1日", "", "上年结转", "", "", yuan(balance)]];
  const year = [0, 0];
  for (const month of ["1月", "2月", "3月"]) {
    const own = [0, 0];
    for (let index = 0; index < kit.count(3, 8); index++) {
      const [taken, paid] = kit.choose.chance(0.4) ? [kit.cents(1000, 90_000), 0] : [0, kit.cents(100, 9000)];
      balance += taken - paid;
      own[0] = (own[0] ?? 0) + taken;
      own[1] = (own[1] ?? 0) + paid;
      rows.push([
        `${month}${index + 3}日`,
        `记-${index + 1}`,
        kit.choose.pick(COSTS),
        yuan(taken),
        yuan(paid),
        yuan(balance),
      ]);
    }
    year[0] = (year[0] ?? 0) + (own[0] ?? 0);
    year[1] = (year[1] ?? 0) + (own[1] ?? 0);
    rows.push(
      ["", "", "本月合计", ...own.map(yuan), yuan(balance)],
      ["", "", "本年累计", ...year.map(yuan), yuan(balance)],
    );
  }
  return {
    title: "银行存款日记账",
    rows: [["日期", "凭证号", "摘要", "借方金额", "贷方金额", "余额"], ...rows] as never,
  };
}

function bankStatement(kit: Kit) {
  let balance = kit.cents(100_000, 900_000);
  return {
    title: "账户交易明细",
    rows: [
      ["交易日期", "流水号", "对方户名", "支出", "收入", "账户余额", "摘要"],
      ...Array.from({ length: kit.count(6, 30) }, (_, index) => {
        const [paid, taken] = kit.choose.chance(0.6)
          ? [kit.cents(100, 9000), 0]
          : [0, kit.cents(100, 90_000)];
        balance += taken - paid;
        return [
          day(index),
          String(880_012_345 + index * 11),
          kit.choose.pick(["某某公司", "国库集中支付中心", "电信公司"]),
          yuan(paid),
          yuan(taken),
          yuan(balance),
          "转账",
        ];
      }),
    ],
  };
}

/** Both sides come to the same with what is added and taken off. */
function reconciliation(kit: Kit) {
  const [book, plus, minus, more] = [
    kit.cents(100_000, 900_000),
    kit.cents(100, 9000),
    kit.cents(100, 9000),
    kit.cents(100, 900),
  ];
  const less = kit.cents(100, 900);
  const right = book + plus - minus;
  return {
    title: "银行存款余额调节表",
    rows: [
      ["项目", "金额", "项目", "金额"],
      ["单位银行存款日记账余额", yuan(book), "银行对账单余额", yuan(right - more + less)],
      ["加：银行已收、单位未收款", yuan(plus), "加：单位已收、银行未收款", yuan(more)],
      ["减：银行已付、单位未付款", yuan(minus), "减：单位已付、银行未付款", yuan(less)],
      ["调节后余额", yuan(right), "调节后余额", yuan(right)],
    ],
  };
}

/** Accounts whose parts stand on either side: the account above shows what is left of them. */
function trialBalance(kit: Kit) {
  const lines = [
    ["1002", "银行存款", 1],
    ["1011", "零余额账户用款额度", 1],
    ["1218", "其他应收款", 1],
    ["121801", "备用金", 1],
    ["121802", "代垫款", -1],
    ["1601", "固定资产", 1],
    ["160101", "通用设备", 1],
    ["160102", "家具用具", 1],
    ["2307", "其他应付款", -1],
    ["230701", "押金", -1],
    ["230702", "代扣款", 1],
    ["3001", "累计盈余", -1],
  ] as const;
  const leaves = new Map<string, readonly number[]>(
    lines
      .filter(([code]) => code.length === 6)
      .map(([code, , side]) => [
        code,
        [side * kit.cents(10_000, 90_000), kit.cents(100, 900), kit.cents(100, 900)],
      ]),
  );
  const figuresOf = (code: string, side: number) =>
    leaves.get(code) ??
    ([...leaves.keys()].some((one) => one.startsWith(code))
      ? sums([...leaves].filter(([one]) => one.startsWith(code)).map(([, own]) => own))
      : [side * kit.cents(10_000, 90_000), kit.cents(100, 900), kit.cents(100, 900)]);
  const figures = lines.map(([code, , side]) => {
    const [before = 0, debit = 0, credit = 0] = figuresOf(code, side);
    const after = before + debit - credit;
    return [
      Math.max(before, 0),
      Math.max(-before, 0),
      debit,
      credit,
      Math.max(after, 0),
      Math.max(-after, 0),
    ];
  });
  const top = sums(figures.filter((_, index) => lines[index]?.[0].length === 4));
  return {
    title: "科目余额表",
    rows: [
      ["科目编码", "科目名称", "期初余额", "", "本期发生额", "", "期末余额", ""],
      ["", "", "借方", "贷方", "借方", "贷方", "借方", "贷方"],
      ...lines.map(([code, name], index) => [code, name, ...(figures[index] ?? []).map(yuan)]),
      ["", "合计", ...top.map(yuan)],
    ],
  };
}

function debtorsByAge(kit: Kit) {
  const lines = ["甲单位", "乙单位", "丙单位", "丁单位", "某某局"].map((name) => {
    const own = [
      kit.cents(1000, 9000),
      kit.choose.chance(0.5) ? kit.cents(100, 900) : 0,
      kit.choose.chance(0.3) ? kit.cents(100, 900) : 0,
    ];
    return { name, own };
  });
  const all = sums(lines.map(({ own }) => own));
  return {
    title: "应收账款账龄分析表",
    rows: [
      ["往来单位", "期末余额", "账龄", "", "", "备注"],
      ["", "", "1年以内", "1-2年", "2年以上"],
      ...lines.map(({ name, own }) => [name, yuan(sum(own)), ...own.map(yuan), ""]),
      ["合计", yuan(sum(all)), ...all.map(yuan), ""],
      ["占比", percent(1), ...all.map((one) => percent(one / sum(all))), ""],
    ],
  };
}

function voucherSummary(kit: Kit) {
  const lines = Array.from({ length: 8 }, (_, index) => [
    index % 2 === 0 ? kit.cents(100, 9000) : 0,
    index % 2 === 1 ? kit.cents(100, 9000) : 0,
  ]);
  const [debit = 0, credit = 0] = sums(lines);
  return {
    title: "科目汇总表",
    rows: [
      ["会计科目", "借方发生额", "贷方发生额"],
      ...lines.map((own, index) => [
        [
          "库存现金",
          "银行存款",
          "业务活动费用",
          "财政拨款收入",
          "应付职工薪酬",
          "其他应付款",
          "固定资产",
          "累计盈余",
        ][index],
        ...own.map(yuan),
      ]),
      ["预收账款", yuan(Math.max(credit - debit, 0)), yuan(Math.max(debit - credit, 0))],
      ["合计", yuan(Math.max(credit, debit)), yuan(Math.max(credit, debit))],
    ],
  };
}

function voucher(kit: Kit) {
  const parts = [kit.cents(100, 9000), kit.cents(100, 9000)];
  return {
    title: "记账凭证",
    rows: [
      ["摘要", "总账科目", "明细科目", "借方金额", "贷方金额"],
      ["支付办公费", "业务活动费用", "办公费", yuan(parts[0] ?? 0), ""],
      ["支付差旅费", "业务活动费用", "差旅费", yuan(parts[1] ?? 0), ""],
      ["", "零余额账户用款额度", "", "", yuan(sum(parts))],
      ["合计", "", "", yuan(sum(parts)), yuan(sum(parts))],
      ["会计主管：", "", "记账：", "审核：", "制单："],
    ],
  };
}

function travelClaims(kit: Kit) {
  const lines = kit.people(6).map((name) => {
    const days = kit.count(1, 5);
    const own = [kit.cents(100, 900), kit.cents(200, 1200), days * 10_000, days * 8000];
    return { name, days, own };
  });
  return {
    title: "差旅费报销明细表",
    rows: [
      [
        "姓名",
        "出发日期",
        "天数",
        "交通费",
        "住宿费",
        "伙食补助费",
        "市内交通费",
        "小计",
        "借款",
        "应补（退）",
      ],
      ...lines.map(({ name, days, own }, index) => {
        const lent = kit.choose.pick([0, 100_000]);
        return [
          name,
          day(index),
          plain(days),
          ...own.map(yuan),
          yuan(sum(own)),
          yuan(lent),
          yuan(sum(own) - lent),
        ];
      }),
    ],
  };
}

/** Months with the whole year; the last row is the average of a month. */
/** What is left of a quota after each payment. */
/** 行标签: the sum of an office above its people, and 总计 last. */
function debts(kit: Kit) {
  const lines = Array.from({ length: kit.count(3, 9) }, () => {
    const [before, more, less] = [
      kit.cents(1000, 9000),
      kit.choose.chance(0.5) ? kit.cents(100, 900) : 0,
      kit.choose.chance(0.5) ? kit.cents(100, 900) : 0,
    ];
    return [before, more, less, before + more - less];
  });
  return {
    title: "往来款项变动表",
    rows: [
      ["单位或个人", "年初余额", "本年增加", "本年减少", "年末余额"],
      ...lines.map((own, index) => [`往来单位${index + 1}`, ...own.map(yuan)]),
      ["合计", ...sums(lines).map(yuan)],
    ],
  };
}
