import type { Features, Fund } from "./features";
import type { Meaning } from "./figure";

/** Funds that are income by their very name. */
const INCOME_FUNDS: ReadonlySet<Fund> = new Set([
  "事业收入",
  "经营收入",
  "其他收入",
  "上级补助",
  "附属上缴",
  "用事业基金",
]);

/** What was said of a figure by its own words, and with those around it. */
export interface Said {
  readonly own: Features;
  readonly whole: Features;
}

/**
 * The amounts that may be meant, likeliest first. What only the words around say may not have been meant: under a heading
 * about 财政拨款 the 支出预算 may still be the whole expenditure. Gives none when the words tell no amount from others.
 */
export function meaningsOf({ own, whole }: Said): Meaning[] {
  const ways: Features[] = [whole];
  if (own.fund === undefined && whole.fund !== undefined) ways.push(without(whole, "fund"));
  if (own.fund !== undefined && own.kind === undefined && whole.kind !== undefined)
    ways.push(without(whole, "kind"));
  const found = ways.flatMap(keysOf);
  const known = new Set<string>();
  return found.filter((meaning) => {
    const name = JSON.stringify(meaning);
    const isNew = !known.has(name);
    known.add(name);
    return isNew;
  });
}

function without({ fund, kind, ...rest }: Features, part: "fund" | "kind"): Features {
  if (part === "fund") return kind === undefined ? rest : { ...rest, kind };
  return fund === undefined ? rest : { ...rest, fund };
}

function keysOf(features: Features): Meaning[] {
  const { topic, fund, kind, items, scope } = features;
  if (topic !== undefined) {
    return fund === undefined || fund === "财政拨款" ? [{ what: topic }] : [{ what: `${topic}·${fund}` }];
  }
  if (items) {
    return items.flatMap((item): Meaning[] => {
      if (item.system === "economic") return [{ what: "经济", item }];
      if (item.system === "project") return [{ what: "项目", item }];
      const flow = features.flow === "收入" ? "收入" : "支出";
      return [{ what: joined(flow, fund, kind), item }];
    });
  }
  return flowsOf(features).map((flow) => ({
    what: joined(
      flow,
      fund,
      kind,
      fund === undefined && kind === undefined && flow !== "收支" ? scope : undefined,
    ),
  }));
}

function flowsOf({ flow, fund, kind }: Features): readonly string[] {
  if (kind !== undefined) return ["支出"];
  if (fund !== undefined && flow !== "收入" && INCOME_FUNDS.has(fund))
    return flow === "支出" ? ["支出", "收入"] : ["收入"];
  if (fund !== undefined && flow === "收支") return ["收支", "收入", "支出"];
  if (flow !== undefined) return [flow];
  return fund === undefined ? [] : ["支出", "收入"];
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join("·");
}
