import { percent, plain, sum, sums, yuan } from "./kit";
import type { Kit, OfficeKind } from "./kit";
import type { TestCell } from "../sheet";

/** Counts, shares and marks, of which some are added up and others are not. */
export const STATISTIC_KINDS: readonly OfficeKind[] = [
  population,
  hospital,
  schools,
  progress,
  goals,
  weights,
  nonTax,
  districts,
];

function districts(kit: Kit) {
  const rows: TestCell[][] = [["440000", "广东省", plain(12_684), plain(17.98)]];
  for (const [code, name] of [
    ["440100", "广州市"],
    ["440200", "韶关市"],
    ["440300", "深圳市"],
  ] as const) {
    rows.push([code, name, plain(kit.count(200, 1800)), plain(kit.count(10, 200) / 10)]);
    for (let at = 3; at < 3 + kit.count(2, 6); at++)
      rows.push([
        `${code.slice(0, 4)}0${at}`,
        `${name}某区${at}`,
        plain(kit.count(20, 300)),
        plain(kit.count(10, 90) / 10),
      ]);
  }
  return {
    title: "行政区划代码与人口",
    rows: [["代码", "名称", "常住人口（万人）", "面积（万平方公里）"], ...rows],
  };
}

function population(kit: Kit) {
  const lines = ["东街", "西街", "南街", "北街"].map((name) => ({
    name,
    figures: [kit.count(900, 4000), kit.count(1000, 5000), kit.count(1000, 5000)],
  }));
  const cells = ([homes = 0, men = 0, women = 0]: readonly number[]) => [
    plain(homes),
    plain(men + women),
    plain(men),
    plain(women),
    plain(Math.round((100 * (men + women)) / homes) / 100),
    plain(Math.round((10_000 * men) / women) / 100),
  ];
  return {
    title: "人口基本情况统计表",
    rows: [
      ["社区", "户数", "人口合计", "男", "女", "户均人口", "性别比"],
      ...lines.map(({ name, figures }) => [name, ...cells(figures)]),
      ["合计", ...cells(sums(lines.map(({ figures }) => figures)))],
    ],
  };
}

function hospital(kit: Kit) {
  const lines = ["内科", "外科", "妇产科", "儿科"].map((name) => ({
    name,
    figures: [kit.count(300, 900), kit.count(300, 900), kit.count(20, 90)],
  }));
  return {
    title: "门诊业务量统计表",
    rows: [
      ["科室", "上月门诊人次", "本月门诊人次", "环比增减", "住院人次", "平均住院日", "床位使用率"],
      ...lines.map(({ name, figures: [before = 0, now = 0, beds = 0] }) => [
        name,
        plain(before),
        plain(now),
        plain(now - before),
        plain(beds),
        plain(7.5),
        percent(0.86),
      ]),
      [
        "全院",
        ...sums(lines.map(({ figures }) => figures)).flatMap((one, at, all) =>
          at === 1 ? [plain(one), plain(one - (all[0] ?? 0))] : [plain(one)],
        ),
        plain(7.4),
        percent(0.84),
      ],
    ],
  };
}

function schools(kit: Kit) {
  const grades = ["一年级", "二年级", "三年级"];
  const lines = ["一小", "二小", "实验小学"].map((name) => ({
    name,
    own: grades.map(() => [kit.count(2, 6), kit.count(90, 280)]),
  }));
  return {
    title: "在校学生情况表",
    rows: [
      ["学校", ...grades.flatMap((name) => [name, ""]), "合计", ""],
      ["", ...[...grades, ""].flatMap(() => ["班数", "人数"])],
      ...lines.map(({ name, own }) => [name, ...own.flat().map(plain), ...sums(own).map(plain)]),
      [
        "总计",
        ...grades.flatMap((_, at) => sums(lines.map(({ own }) => own[at] ?? [])).map(plain)),
        ...sums(lines.flatMap(({ own }) => own)).map(plain),
      ],
    ],
  };
}

function progress(kit: Kit) {
  return {
    title: "重点项目进展情况表",
    rows: [
      ["项目名称", "总投资", "年度计划", "本月完成", "累计完成", "完成率", "存在问题"],
      ...["道路改造", "管网工程", "智慧平台", "绿化提升"].map((name) => [
        name,
        plain(kit.count(900, 9000)),
        plain(kit.count(300, 900)),
        plain(kit.count(10, 90)),
        plain(kit.count(90, 300)),
        percent(0.4),
        "无",
      ]),
    ],
  };
}

function goals(kit: Kit) {
  return {
    title: "项目绩效自评表",
    rows: [
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ["产出指标", "数量指标", "培训人次", "≥300", plain(kit.count(300, 400)), plain(20), plain(20)],
      ["", "质量指标", "合格率", "≥95%", percent(0.97), plain(20), plain(19)],
      ["", "时效指标", "完成时间", "12月", "11月", plain(10), plain(10)],
      ["效益指标", "社会效益", "知晓率", "≥80%", percent(0.83), plain(30), plain(28)],
      ["满意度指标", "满意度", "群众满意度", "≥90%", percent(0.91), plain(10), plain(10)],
      ["总分", "", "", "", "", plain(100), plain(97)],
    ],
  };
}

function weights(kit: Kit) {
  const lines = [
    ["预算编制", 20],
    ["预算执行", 30],
    ["资产管理", 15],
    ["内部控制", 35],
  ] as const;
  const marks = lines.map(() => kit.count(70, 99));
  return {
    title: "财务管理考核表",
    rows: [
      ["考核项目", "权重", "得分", "加权得分"],
      ...lines.map(([name, weight], index) => [
        name,
        plain(weight),
        plain(marks[index] ?? 0),
        plain((weight * (marks[index] ?? 0)) / 100),
      ]),
      [
        "合计",
        plain(100),
        plain(Math.round(sum(marks) / 4)),
        plain(sum(lines.map(([, weight], index) => weight * (marks[index] ?? 0))) / 100),
      ],
    ],
  };
}

function nonTax(kit: Kit) {
  const lines = ["行政事业性收费", "罚没收入", "国有资源（资产）有偿使用收入", "其他收入"].map((name) => ({
    name,
    own: [0, 1, 2, 3].map(() => kit.cents(1000, 90_000)),
  }));
  return {
    title: "历年非税收入情况表",
    rows: [
      ["项目", "2023年", "2024年", "2025年", "2026年1-10月", "备注"],
      ...lines.map(({ name, own }) => [name, ...own.map(yuan), ""]),
      ["合计", ...sums(lines.map(({ own }) => own)).map(yuan), ""],
    ],
  };
}
