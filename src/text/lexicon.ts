import type { Features } from "./features";

/**
 * What a word of these texts does. subject: says what a figure is; noise: says nothing of it (本部门, 安排); compare: a change
 * against another year follows, against last year's budget or what was carried out; up, down, level: its direction; share: a
 * share follows; among: a list of parts follows; respective: figures follow in the order of the names before; reason: why;
 * purpose: what it is for follows; variation: a rate whose direction its sign or the change before tells; limit: a figure here is a threshold; lastYear, thisYear: of which year; each: of both sides; reach: what it came to follows; none: nothing of it, or not.
 */
export type Term =
  | { readonly role: "subject"; readonly features: Features }
  | { readonly role: "compare"; readonly base: "budget" | "actual" }
  | {
      readonly role:
        | "noise"
        | "up"
        | "down"
        | "level"
        | "share"
        | "among"
        | "reason"
        | "purpose"
        | "variation"
        | "limit"
        | "lastYear"
        | "thisYear"
        | "each"
        | "reach"
        | "none"
        | "respective";
    };

const subject = (features: Features, ...words: string[]) =>
  words.map((word): [string, Term] => [word, { role: "subject", features }]);
const plain = (role: Exclude<Term["role"], "subject" | "compare">, words: string) =>
  words.split(" ").map((word): [string, Term] => [word, { role }]);
const compare = (base: "budget" | "actual", words: string) =>
  words.split(" ").map((word): [string, Term] => [word, { role: "compare", base }]);

/** Endings of the words for a fund: 一般公共预算, 一般公共预算财政拨款, 一般公共预算拨款 … */
const FUND_ENDINGS = ["", "财政拨款", "拨款", "资金", "财政拨款资金"];
const fund = (features: Features, ...stems: string[]) =>
  subject(features, ...stems.flatMap((stem) => FUND_ENDINGS.map((ending) => stem + ending)));

const FLOWS = [
  ...subject({ flow: "收入" }, "收入"),
  ...subject({ flow: "支出" }, "支出"),
  ...subject(
    { flow: "收支" },
    "收支",
    "收、支",
    "收入、支出",
    "收入支出",
    "收入和支出",
    "收入与支出",
    "收和支",
    "收入及支出",
    "支出和收入",
  ),
  ...subject({ scope: "总" }, "总", "总计", "总额", "总量", "总体", "总收支"),
  ...subject({ flow: "收入", scope: "总" }, "总收入"),
  ...subject({ flow: "支出", scope: "总" }, "总支出"),
  ...subject({ flow: "收支", scope: "总" }, "收支总预算", "收、支总预算", "总收支"),
  ...subject({ scope: "本年" }, "本年", "当年"),
];

const FUNDS = [
  ...subject({ fund: "财政拨款" }, "财政拨款", "财政拨款资金", "财政资金"),
  ...fund({ fund: "一般公共预算" }, "一般公共预算", "公共财政预算"),
  ...fund({ fund: "政府性基金" }, "政府性基金预算", "政府性基金", "基金预算"),
  ...fund(
    { fund: "国有资本经营" },
    "国有资本经营预算",
    "国有资本经营",
    "国有资本预算",
    "国资预算",
    "国有资本经营收益",
  ),
  ...subject(
    { fund: "财政专户" },
    "财政专户管理资金",
    "财政专户拨款",
    "财政专户资金",
    "财政专户核拨资金",
    "财政专户管理的资金",
    "财政专户管理的",
    "财政专户管理",
    "财政专户",
  ),
  ...subject({ fund: "事业收入" }, "事业收入", "事业收入资金"),
  ...subject({ fund: "经营收入" }, "事业单位经营收入", "经营收入", "经营收入资金", "单位经营收入"),
  ...subject({ fund: "其他收入" }, "其他收入", "其它收入"),
  ...subject({ fund: "其他资金" }, "其他资金", "其它资金"),
  ...subject({ fund: "单位资金" }, "单位资金", "单位自有资金"),
  ...subject({ fund: "上级补助" }, "上级补助收入"),
  ...subject({ fund: "附属上缴" }, "附属单位上缴收入"),
  ...subject(
    { fund: "用事业基金" },
    "用事业基金弥补收支总额",
    "用事业基金弥补收支差额",
    "使用非财政拨款结余",
  ),
  ...subject(
    { fund: "上年结转" },
    "上年结转",
    "上年预结转",
    "上年结转结余",
    "年初结转和结余",
    "上年结转资金",
    "上年结转收入",
    "上年结余",
    "上年结转和结余",
    "上年结转、结余",
    "上年结转结余资金",
    "年初结转结余",
  ),
];

const KINDS = [
  ...subject({ kind: "基本支出" }, "基本支出", "基本经费"),
  ...subject({ kind: "项目支出" }, "项目支出", "项目经费"),
  ...subject({ kind: "人员经费" }, "人员经费", "人员支出", "人员类"),
  ...subject({ kind: "公用经费" }, "公用经费", "日常公用经费", "公用支出", "日常公用支出", "公用类"),
  ...subject(
    { kind: "对个人和家庭" },
    "对个人和家庭的补助支出",
    "对个人和家庭的补助",
    "对个人和家庭补助支出",
    "对个人和家庭补助",
  ),
  ...subject({ kind: "经营支出" }, "事业单位经营支出", "经营支出"),
  ...subject({ kind: "对附属补助" }, "对附属单位补助支出"),
  ...subject({ kind: "上缴上级" }, "上缴上级支出"),
  ...subject({ kind: "结转下年" }, "结转下年", "结转下年支出", "年终结转结余", "年末结转和结余"),
];

/** Endings that say nothing more of an expense: 公务接待费, 公务接待经费, 公务接待支出. */
const expense = (features: Features, ...stems: string[]) =>
  subject(
    features,
    ...stems.flatMap((stem) => ["", "费", "费用", "经费", "支出", "费支出"].map((ending) => stem + ending)),
  );

/** 购置费 and 运行费 among the expenses for official vehicles; elsewhere they are anybody's (phrase.ts). */
const VEHICLES_BOUGHT = ["购置费", "购置费用", "车辆购置", "车辆购置费", "购车费"];
const VEHICLES_RUN = ["运行费", "运行维护费", "运维费", "车辆运行费", "车辆运行维护", "车辆运行维护费"];
export const VEHICLE_WORDS: readonly string[] = [...VEHICLES_BOUGHT, ...VEHICLES_RUN];

const TOPICS = [
  ...subject({ topic: "三公" }, "三公经费", "三公", "三公费用"),
  ...expense({ topic: "出国" }, "因公出国(境)", "因公出国", "出国(境)", "因公出国境"),
  ...expense(
    { topic: "公务用车" },
    "公务用车购置及运行维护",
    "公务用车购置及运行",
    "公务用车购置和运行维护",
    "公务用车购置和运行",
    "公务用车购置与运行维护",
    "公务用车购置与运行",
    "公车购置及运行维护",
    "公车购置及运行",
    "公务用车购置及运维",
    "公车购置及运维",
  ),
  ...subject({ topic: "购车" }, "公务用车购置", "公车购置"),
  ...expense({ topic: "购车" }, "公务用车购置", "公务车购置", "公车购置"),
  ...expense(
    { topic: "车辆运行" },
    "公务用车运行维护",
    "公务用车运行",
    "公务车运行维护",
    "公车运行维护",
    "公车运行",
    "公务用车运维",
    "公车运维",
  ),
  ...subject({ topic: "购车" }, ...VEHICLES_BOUGHT),
  ...subject({ topic: "车辆运行" }, ...VEHICLES_RUN),
  ...expense({ topic: "接待" }, "公务接待"),
  ...subject(
    { topic: "行政经费" },
    "机关运行经费(行政经费)",
    "机关运行经费",
    "行政经费",
    "机关运行费",
    "行政(机关运行)经费",
    "行政经费(机关运行经费)",
  ),
  ...subject(
    { topic: "采购" },
    "政府采购",
    "采购",
    "政府采购项目",
    "政府集中采购",
    "政府采购预算项目",
    "政府采购计划",
  ),
  ...subject(
    { topic: "采购货物" },
    "货物类采购",
    "采购货物",
    "货物采购",
    "政府采购货物",
    "货物类",
    "货物",
    "货物类政府采购",
  ),
  ...subject(
    { topic: "采购工程" },
    "工程类采购",
    "采购工程",
    "工程采购",
    "政府采购工程",
    "工程类",
    "工程",
    "工程类政府采购",
  ),
  ...subject(
    { topic: "采购服务" },
    "服务类采购",
    "采购服务",
    "服务采购",
    "政府采购服务",
    "服务类",
    "服务",
    "服务类政府采购",
  ),
  ...subject({ topic: "购买服务" }, "政府购买服务", "购买服务"),
  ...subject({ topic: "转移支付" }, "转移支付", "转移支付项目"),
  ...subject({ topic: "非税收入" }, "非税收入", "非税"),
  ...subject({ topic: "资产" }, "固定资产", "国有资产", "资产总额", "固定资产原值", "固定资产金额", "资产"),
  ...subject({ topic: "购置资产" }, "拟购置固定资产", "新增资产配置", "购置固定资产", "资产购置"),
  ...subject(
    { topic: "车辆" },
    "车辆",
    "公务用车",
    "一般公务用车",
    "执法执勤用车",
    "机要通信用车",
    "应急保障用车",
    "其他用车",
    "公务车",
    "公车",
    "共有车辆",
  ),
  ...subject({ topic: "设备" }, "设备", "通用设备", "专用设备", "大型设备", "设备(不含车辆)"),
  ...subject({ topic: "房屋" }, "房屋", "办公用房", "房屋面积", "办公用房面积"),
  ...subject(
    { topic: "中小企业采购" },
    "授予中小企业合同",
    "面向中小企业",
    "授予小微企业合同",
    "专门面向中小企业采购",
    "预留中小企业",
  ),
  ...subject({ topic: "绩效" }, "绩效目标管理", "实行绩效目标管理", "绩效评价", "纳入绩效目标管理"),
];

const ROLES: readonly [string, Term][] = [
  ...plain(
    "noise",
    "本部门 本单位 我部门 我单位 我局 我委 我办 本局 本委 本办 我中心 本中心 部门 单位 全局 全委 全年 全年度 年初 年度 预算 预算数 预算总额 预算资金 预算安排 预算编制 总预算 编制 金额 数 数额 数据 额 规模 安排 安排为 为 是 系 达到 达 共 共计 计 合计 合 资金 经费 的 中 上 按 由 在 于 计划 拟 拟安排 列支 情况 如下 类 款 项 费用 财力 方面 有 口径 申报 批复 核定 编报 下达 预计 预计为 折合 人民币 约 额度 全口径 综合 公开 年 数为 额为 科目 与 和 及 以及 均 均为 都 均是 所有 全部 现 已 经 根据 通过 来源 来自 组成 构成 反映 体现 拨款 两项 两者 三项 合并 使用 本级及下属单位 本级及所属单位 本级和下属单位 本级和所属单位 机关及下属单位 机关及所属单位 机关和所属单位 及所属单位 及下属单位 本级及下属 本级及所属 拟采购 预算支出数 收支平衡 当年预算 合计数 总数 总数为 总额为 总计为 合计为 共计为 分类 按支出功能分类 功能分类 财务 从严 从紧 严格控制 严控 纳入 含所属单位 含下属单位 含所属事业单位 同口径 可比口径 按同口径计算 按可比口径计算 按可比口径 按同口径 比较",
  ),
  ...compare(
    "budget",
    "较上年 比上年 与上年相比 与上年比 同比 较去年 比去年 与去年相比 较上年度 比上年度 与上年度相比 较上年预算 比上年预算 较上年预算数 比上年预算数 与上年预算相比 与上年预算数相比 较上年同期 比上年同期 相比 环比 对比 较 比 与上年预算数比 较上一年 比上一年 与上一年相比 相较上年 相较于上年 相比上年 相对上年 较之上年 同上年相比 同上年比 与上年对比 跟上年相比 较上期 比上期 相较去年 相比去年 在上年基础上 在上年预算基础上 在去年基础上 上年基础上 与去年比 与去年预算相比 较去年预算 比去年预算 与上年同期相比 与上年同口径相比 较上年初预算 比上年初预算 较上年年初预算 比上年年初预算 较上年年初预算数 比上年年初预算数",
  ),
  ...compare("actual", "执行数 决算数 执行 决算 预算执行数 年初预算执行数 完成数"),
  ...plain(
    "up",
    "增加 增长 上升 提高 增加额 增加了 增长了 增幅 增幅为 增长率 增长率为 增长幅度 增长比例 多 上涨 增多 增长幅度为 增加数 增加比例 增加额为 上浮 扩大 净增加 增加数为 净增 增支 增收 增列 追加 增速 增速为 同比增幅",
  ),
  ...plain(
    "down",
    "减少 下降 降低 减少了 下降了 降幅 降幅为 压减 压缩 缩减 少 减少额 减幅 减幅为 减低 下降率 下降幅度 下降比例 下降率为 削减 回落 下降幅度为 减少数 减少比例 调减 核减 净减少 减少数为 减支 减收 压降 压减幅度 压减幅度为 压减率 压减比例 压缩幅度 压减额",
  ),
  ...plain(
    "level",
    "持平 无增减变化 无变化 没有变化 无增减 一致 相同 不变 保持不变 未发生变化 基本持平 一样 无变动 没有增减 未作调整",
  ),
  ...plain(
    "share",
    "占 占比 占比为 所占比重 比重 比重为 占比重 比例 比例为 所占比例 占比达 占比约 所占比重为 的比重 的比例 占总额",
  ),
  ...plain(
    "among",
    "其中 包括 包含 具体为 具体包括 具体是 具体如下 主要包括 由以下 分为 含 构成为 明细 构成如下 组成为 其中包括 具体情况如下 具体安排如下 具体安排情况如下 安排情况如下 安排如下 主要内容如下 具体内容如下 具体构成如下 分项情况如下",
  ),
  ...plain(
    "reason",
    "主要原因是 主要原因为 主要原因 原因是 原因为 增长原因是 减少原因是 下降原因是 增加原因是 主要是由于 主要由于 主要因为 主要是因为 主要是 主要系 由于 因为 系因 主因是 原因在于 变动原因 变化原因 增减原因 变动主要原因是 增加主要原因是 减少主要原因是 主要为 增减变化原因 变化主要原因 原因 主要因 这是由于 归因于 源于 变动原因是 减少的主要原因是 增加的主要原因是 增长的主要原因是 下降的主要原因是",
  ),
  ...plain(
    "purpose",
    "主要用于 用于 专项用于 全部用于 均用于 统筹用于 主要是用于 主要保障 主要用来 重点用于 重点保障",
  ),
  ...plain(
    "variation",
    "变动率 变动率为 变动幅度 变动幅度为 变化率 变化率为 增减率 增减率为 增减幅度 增减幅度为 变化幅度 变化幅度为",
  ),
  ...plain(
    "limit",
    "以上 以下 以内 单价 单位价值 单价在 单位价值在 起点 限额 标准 不低于 不超过 人均 每人 每辆 每年 每月 每个 单台",
  ),
  ...plain("lastYear", "上年 去年 上年度 上一年 上一年度 去年度 上年同期"),
  ...plain("thisYear", "今年 本年度 年内 当前年度"),
  ...plain("each", "各"),
  ...plain(
    "reach",
    "降至 减至 增至 升至 降到 减到 增到 升到 下降到 下降至 减少到 减少至 增加到 增加至 增长到 增长至 提高到 提高至 压减到 压减至 压缩到 压缩至",
  ),
  ...plain("respective", "分别 分别为 分别是 依次为"),
  ...plain("none", "没有 无 未安排 未 不"),
];

/** The words of these texts and what they do; a longer word goes before a shorter one that begins it. */
export const LEXICON: readonly (readonly [word: string, term: Term])[] = [
  ...FLOWS,
  ...FUNDS,
  ...KINDS,
  ...TOPICS,
  ...ROLES,
];

/** Units of money, of shares and of what is counted. 个百分点 is a difference of shares. */
export const AMOUNT_UNITS = ["万元", "亿元", "元"] as const;
export const COUNT_UNITS = [
  "平方米",
  "辆",
  "台(套)",
  "台",
  "套",
  "个",
  "人次",
  "人",
  "批次",
  "次",
  "项",
] as const;
