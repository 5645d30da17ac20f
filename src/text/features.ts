/** Whose money: the funds budget tables have columns or lines for. */
export type Fund =
  | "财政拨款"
  | "一般公共预算"
  | "政府性基金"
  | "国有资本经营"
  | "财政专户"
  | "事业收入"
  | "经营收入"
  | "其他收入"
  | "其他资金"
  | "单位资金"
  | "上级补助"
  | "附属上缴"
  | "用事业基金"
  | "上年结转";

/** What for, on the side of expenditure. */
export type Kind =
  | "基本支出"
  | "项目支出"
  | "人员经费"
  | "公用经费"
  | "对个人和家庭"
  | "经营支出"
  | "对附属补助"
  | "上缴上级"
  | "结转下年";

/** Amounts with a table, or a part of the text, of their own. 资产 has no table: it is read, and nothing is compared. */
export type Topic =
  | "三公"
  | "出国"
  | "公务用车"
  | "购车"
  | "车辆运行"
  | "接待"
  | "行政经费"
  | "采购"
  | "采购货物"
  | "采购工程"
  | "采购服务"
  | "中小企业采购"
  | "购买服务"
  | "转移支付"
  | "非税收入"
  | "资产"
  | "购置资产"
  | "车辆"
  | "设备"
  | "房屋"
  | "绩效";

/** A row of the tables by its name; several where one name stands for more than one. */
export interface NamedItem {
  readonly system: "functional" | "economic" | "project";
  /** The code; for a project its name as rows are compared. */
  readonly row: string;
}

/** What words say of a figure, each part at most once. */
export interface Features {
  readonly flow?: "收入" | "支出" | "收支";
  readonly scope?: "总" | "本年";
  readonly fund?: Fund;
  readonly kind?: Kind;
  readonly topic?: Topic;
  readonly items?: readonly NamedItem[];
}

/** Funds within others: to say both is to say the narrower. */
const WITHIN: Readonly<Record<string, Fund>> = {
  一般公共预算: "财政拨款",
  政府性基金: "财政拨款",
  国有资本经营: "财政拨款",
  事业收入: "其他资金",
  经营收入: "其他资金",
  其他收入: "其他资金",
};

/** Topics within others, and words for one thing said twice: 财政拨款“三公”经费…公务接待费 is 接待. */
const TOPIC_WITHIN: Readonly<Record<string, readonly Topic[]>> = {
  出国: ["三公"],
  公务用车: ["三公"],
  购车: ["三公", "公务用车"],
  车辆运行: ["三公", "公务用车"],
  接待: ["三公"],
  采购货物: ["采购"],
  采购工程: ["采购"],
  采购服务: ["采购"],
  中小企业采购: ["采购"],
  车辆: ["资产"],
  设备: ["资产"],
  房屋: ["资产"],
};

/** The topics one is a part of by definition, the nearest last; none for those that stand alone. */
export function widerTopics(topic: Topic): readonly Topic[] {
  return TOPIC_WITHIN[topic] ?? [];
}

/** True when a topic is a part of another by definition: 接待 of 三公, 采购货物 of 采购. */
export function isTopicWithin(part: Topic | undefined, whole: Topic | undefined): boolean {
  return part !== undefined && whole !== undefined && (TOPIC_WITHIN[part]?.includes(whole) ?? false);
}

/** What two phrases say together; undefined when they contradict each other. */
export function combined(one: Features, other: Features): Features | undefined {
  const fund = narrower(one.fund, other.fund, (narrow, wide) => WITHIN[narrow] === wide);
  const topic = narrower(
    one.topic,
    other.topic,
    (narrow, wide) => TOPIC_WITHIN[narrow]?.includes(wide as Topic) ?? false,
  );
  const flow = isBothSides(one, other)
    ? "收支"
    : narrower(one.flow, other.flow, (narrow, wide) => wide === "收支" && narrow !== wide);
  const scope = narrower(one.scope, other.scope, (narrow, wide) => narrow === "本年" && wide === "总");
  const kind = narrower(one.kind, other.kind, () => false);
  const items = bothItems(one.items, other.items);
  if ([fund, topic, flow, scope, kind, items].includes(null)) return undefined;
  return {
    ...(fund && { fund: fund as Fund }),
    ...(topic && { topic: topic as Topic }),
    ...(flow && { flow: flow as NonNullable<Features["flow"]> }),
    ...(scope && { scope: scope as NonNullable<Features["scope"]> }),
    ...(kind && { kind: kind as Kind }),
    ...(items && { items }),
  };
}

/** 收入预算和支出预算均为…: nothing but the two sides. */
function isBothSides(one: Features, other: Features): boolean {
  const isBare = [one, other].every(({ flow: _flow, ...rest }) => isEmpty(rest));
  return isBare && [one.flow, other.flow].toSorted().join() === "支出,收入";
}

/** The narrower of two words, the one given, undefined for none, null for two that exclude each other. */
function narrower(
  one: string | undefined,
  other: string | undefined,
  isWithin: (narrow: string, wide: string) => boolean,
): string | undefined | null {
  if (one === undefined || other === undefined || one === other) return one ?? other;
  if (isWithin(one, other)) return one;
  return isWithin(other, one) ? other : null;
}

/** A path 类, 款, 项 names the row at its end: items of which one's code begins with the other's. */
function bothItems(
  above: readonly NamedItem[] | undefined,
  below: readonly NamedItem[] | undefined,
): readonly NamedItem[] | undefined | null {
  if (!above || !below) return above ?? below;
  const inside = below.filter((item) =>
    above.some(({ system, row }) => system === item.system && item.row.startsWith(row)),
  );
  return inside.length > 0 ? inside : null;
}

/** True when words say nothing that tells a figure from others. */
export function isEmpty({ flow, fund, kind, topic, items }: Features): boolean {
  return [flow, fund, kind, topic, items].every((part) => part === undefined);
}

/** What a phrase inherits from the words around it: only what it leaves open, and nothing a topic or a code decides. */
export function inherited(own: Features, around: Features): Features {
  if (own.topic !== undefined) {
    const { fund = own.fund } = around.topic === undefined ? {} : around;
    return fund === undefined ? own : { ...own, fund };
  }
  if (isEmpty(own) && around.topic !== undefined) return { ...around, ...own };
  const { flow, fund, kind } = around;
  // 项目支出（其中：一般公共预算…）: a row or a fund of what is spoken of.
  const isNarrower = own.items !== undefined || (own.fund !== undefined && own.flow !== "收入");
  return {
    ...own,
    ...(own.flow === undefined && flow !== undefined ? { flow } : {}),
    ...(own.fund === undefined && fund !== undefined ? { fund } : {}),
    ...(own.kind === undefined && isNarrower && kind !== undefined ? { kind } : {}),
  };
}

/** The same without 总 or 本年: they say which total, and are not handed on to parts. */
export function withoutScope({ scope: _scope, ...rest }: Features): Features {
  return rest;
}
