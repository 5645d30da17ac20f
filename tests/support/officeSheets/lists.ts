import { day, percent, plain, sum, yuan } from "./kit";
import type { Kit, OfficeKind } from "./kit";

/** Lists, calendars and statistics. */
export const LIST_KINDS: readonly OfficeKind[] = [
  phones,
  calendar,
  duties,
  accounts,
  rates,
  donations,
  party,
  letters,
  ticks,
  seats,
];

function phones(kit: Kit) {
  return {
    title: "通讯录",
    rows: [
      ["部门", "姓名", "办公电话", "手机", "房间号"],
      ...kit
        .people()
        .map((name, index) => [
          kit.choose.pick(["办公室", "财务科"]),
          name,
          plain(83_125_600 + index),
          String(13_800_138_000 + index * 17),
          plain(401 + index),
        ]),
    ],
  };
}

function calendar(kit: Kit) {
  const first = kit.count(0, 6);
  const days = Array.from({ length: 42 }, (_, at) =>
    at < first || at >= first + 30 ? undefined : plain(at - first + 1),
  );
  return {
    title: "2026年11月工作安排",
    rows: [
      ["日", "一", "二", "三", "四", "五", "六"],
      ...Array.from({ length: 6 }, (_, week) => days.slice(week * 7, week * 7 + 7)),
    ],
  };
}

function duties(kit: Kit) {
  return {
    title: "值班安排表",
    rows: [
      ["日期", "星期", "带班领导", "值班人员", "电话"],
      ...kit
        .people()
        .map((name, index) => [day(index), "一二三四五六日"[index % 7], "张局", name, "83125600"]),
    ],
  };
}

/** Codes that begin with each other, and numbers that nobody adds up in them. */
function accounts(kit: Kit) {
  const rows = [
    "1001 库存现金",
    "1002 银行存款",
    "100201 基本户",
    "100202 零余额户",
    "1011 零余额账户用款额度",
    "1601 固定资产",
  ].map((text) => text.split(" "));
  return {
    title: "会计科目表",
    rows: [
      ["科目编码", "科目名称", "余额方向", "启用年度"],
      ...rows.map((own) => [...own, "借", plain(2019 + kit.count(0, 6))]),
    ],
  };
}

function rates() {
  return {
    title: "差旅住宿费标准表",
    rows: [
      ["序号", "地区", "省部级", "司局级", "其他人员", "旺季浮动"],
      ...["北京", "天津", "石家庄", "太原", "上海"].map((name, index) => [
        plain(index + 1),
        name,
        plain(1100),
        plain(650 - index * 10),
        plain(500 - index * 20),
        percent(0.2),
      ]),
    ],
  };
}

/** 合计 of counts beside averages and shares. */
function donations(kit: Kit) {
  const lines = kit.people().map((name) => ({ name, amount: kit.count(1, 20) * 5000 }));
  return {
    title: "爱心捐款名单",
    rows: [
      ["序号", "姓名", "捐款金额", "", "序号", "姓名", "捐款金额"],
      ...Array.from({ length: Math.ceil(lines.length / 2) }, (_, at) =>
        [at, at + Math.ceil(lines.length / 2)].flatMap((own, side) =>
          lines[own]
            ? [plain(own + 1), lines[own].name, yuan(lines[own].amount), ...(side === 0 ? [""] : [])]
            : [],
        ),
      ),
      ["", "合计", "", "", "", "", yuan(sum(lines.map(({ amount }) => amount)))],
    ],
  };
}

function party(kit: Kit) {
  return {
    title: "党员基本信息表",
    rows: [
      ["姓名", "出生年月", "入党时间", "身份证号", "党费"],
      ...kit
        .people()
        .map((name, index) => [
          name,
          plain(1980 + index),
          day(index),
          `44010419800101${1000 + index}`,
          plain(kit.count(10, 60)),
        ]),
    ],
  };
}

function letters(kit: Kit) {
  return {
    title: "收文登记表",
    rows: [
      ["序号", "收文日期", "来文单位", "文号", "份数", "密级"],
      ...Array.from({ length: kit.count(4, 20) }, (_, index) => [
        plain(index + 1),
        day(index),
        "某某局",
        `某财〔2026〕${index + 3}号`,
        plain(kit.count(1, 3)),
        "普通",
      ]),
    ],
  };
}

function ticks(kit: Kit) {
  return {
    title: "材料清单核对表",
    rows: [
      ["材料名称", "应交", "已交", "份数", "核对人"],
      ...["预算批复", "说明", "报表", "附件"].map((name) => [
        name,
        "√",
        kit.choose.pick(["√", "×"]),
        plain(kit.count(1, 4)),
        "张三",
      ]),
    ],
  };
}

/** 权重 come to 100, 加权得分 to a score, and the marks themselves to nothing. */
/** Several years beside each other, which nobody adds up. */
function seats(kit: Kit) {
  return {
    title: "会议座次表",
    rows: [
      ["第一排", "第二排", "第三排"],
      ...kit.people(9).map((name, index) => [name, index % 3 === 0 ? "主持人" : name, plain(index + 1)]),
    ],
  };
}
