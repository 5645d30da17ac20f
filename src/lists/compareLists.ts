import { Decimal, ZERO } from "../amounts/decimal";
import { formatAmount } from "../amounts/format";
import { normaliseText } from "../recognition/text";
import { hasFundColumns } from "./listColumns";
import type { BudgetList, ListRow } from "./listRow";
import type { CodeAndName } from "./readWords";

/** What one row says that another does not. */
export interface FieldChange {
  /** 金额, 功能科目 … or the heading of a column that has no meaning here. */
  readonly field: string;
  /** As the lists write it; "" where it is blank. */
  readonly from: string;
  readonly to: string;
}

export interface ChangedRow {
  readonly before: ListRow;
  readonly after: ListRow;
  readonly changes: readonly FieldChange[];
}

/** A list beside an earlier one, row by row. */
export interface ListComparison {
  readonly added: readonly ListRow[];
  readonly gone: readonly ListRow[];
  readonly changed: readonly ChangedRow[];
  readonly same: number;
  /** In 元. */
  readonly totals: { readonly before: Decimal; readonly after: Decimal };
}

/** A row with what it says, by field, as it is compared. */
interface Said {
  readonly row: ListRow;
  readonly values: ReadonlyMap<string, string>;
}

/** Fields by which a row is that of another list although its amounts or words have changed. */
const IDENTITY: readonly string[] = [
  "单位",
  "项目",
  "功能科目",
  "部门经济分类",
  "政府经济分类",
  "资金性质",
  "支出类别",
  "采购品目",
];

/** Of two rows that only look alike this share of the fields has to be equal. */
const ALIKE = 0.5;
/** More pairs than this are not compared one by one. */
const MOST_PAIRS = 200_000;

/**
 * Compares two lists row by row, wherever rows stand and in whatever order columns are: first rows that say the same, then
 * those of the same unit, project and codes, then those that have most in common. Only fields that both lists have are
 * compared; amounts are compared in 元 whatever the lists are in.
 */
export function compareLists(before: BudgetList, after: BudgetList): ListComparison {
  const common = commonFields(before, after);
  let old = before.rows.map((row) => saidBy(row, common));
  let now = after.rows.map((row) => saidBy(row, common));
  const pairs: [Said, Said][] = [];
  const settle = (keyOf: (said: Said) => string | undefined) => {
    const found = pairedBy(old, now, keyOf);
    pairs.push(...found);
    const done = new Set(found.flat());
    old = old.filter((one) => !done.has(one));
    now = now.filter((one) => !done.has(one));
  };
  settle(({ values }) => keyOf(values, common));
  settle(({ values }) => keyOf(values, IDENTITY));
  const alike = mostAlike(old, now, common);
  pairs.push(...alike);
  const done = new Set(alike.flat());
  const changed = pairs
    .map(([one, other]) => ({ before: one.row, after: other.row, changes: changesOf(one, other, common) }))
    .filter(({ changes }) => changes.length > 0)
    .sort((a, b) => inOrder(a.after, b.after));
  return {
    added: now.filter((one) => !done.has(one)).map(({ row }) => row),
    gone: old.filter((one) => !done.has(one)).map(({ row }) => row),
    changed,
    same: pairs.length - changed.length,
    totals: { before: totalOf(before), after: totalOf(after) },
  };
}

function inOrder(a: ListRow, b: ListRow): number {
  return a.sheet === b.sheet ? a.sheetRow - b.sheetRow : a.sheet < b.sheet ? -1 : 1;
}

function totalOf({ rows }: BudgetList): Decimal {
  return rows.reduce((sum, row) => sum.plus(amountOf(row)), ZERO);
}

/** The whole amount of a row in 元. */
export function amountOf({ amounts, shares }: ListRow): Decimal {
  const own = [...amounts.values(), ...(amounts.size > 0 ? [] : shares.values())];
  return own.reduce((sum, amount) => sum.plus(amount), ZERO);
}

function valuesOf(row: ListRow): Map<string, string> {
  const values = new Map<string, string>();
  const put = (field: string, text: string) => values.set(field, text);
  const code = (one: CodeAndName) => one.code || one.name;
  put("单位", code(row.unit));
  put("项目", row.project.name || row.project.code);
  put("项目编码", row.project.code);
  put("功能科目", code(row.functional));
  put("部门经济分类", code(row.department));
  put("政府经济分类", code(row.government));
  put("采购品目", code(row.item));
  put("收入科目", code(row.income));
  put(
    "购买服务目录",
    row.services
      .map(code)
      .filter((one) => one !== "")
      .join(" "),
  );
  put("政府采购", row.isPurchase ? "是" : "否");
  put("政府购买服务", row.isService ? "是" : "否");
  put("金额", amountOf(row).toFixed());
  for (const [fund, amount] of row.amounts) if (fund !== "") put(`金额·${fund}`, amount.toFixed());
  for (const [share, amount] of row.shares) put(share, amount.toFixed());
  for (const field of [
    "采购项目名称",
    "数量",
    "计量单位",
    "购买方式",
    "项目内容",
    "绩效目标",
    "支出类别",
  ] as const)
    put(field, row.texts.get(field) ?? "");
  put("资金性质", row.texts.get("资金性质") ?? "");
  for (const [heading, text] of row.others) put(heading, text);
  return values;
}

/** Fields that both lists have, numbers of rows left out: they shift with every row. */
function commonFields(before: BudgetList, after: BudgetList): string[] {
  const fieldsOf = (list: BudgetList) => {
    const fields = new Set(
      list.rows.flatMap((row) =>
        [...valuesOf(row)].filter(([, text]) => text !== "").map(([field]) => field),
      ),
    );
    const isByFund = list.sheets.some(({ columns }) => hasFundColumns(columns));
    return { fields, isByFund };
  };
  const [one, other] = [fieldsOf(before), fieldsOf(after)];
  const isByFund = one.isByFund || other.isByFund;
  return [...new Set([...one.fields, ...other.fields])].filter((field) => {
    if (/^(序号|行号|编号|行次)$/.test(field.split("/").at(-1) ?? "")) return false;
    // The kind of money is said once: by 资金性质, or by the column that holds the amount.
    if (field.startsWith("金额·")) return isByFund;
    return one.fields.has(field) && other.fields.has(field);
  });
}

function saidBy(row: ListRow, common: readonly string[]): Said {
  const values = valuesOf(row);
  return { row, values: new Map(common.map((field) => [field, values.get(field) ?? ""])) };
}

function keyOf(values: ReadonlyMap<string, string>, fields: readonly string[]): string {
  return fields.map((field) => normaliseText(values.get(field) ?? "")).join("\t");
}

/** Rows of the same key one to one, in the order in which they stand. */
function pairedBy(
  old: readonly Said[],
  now: readonly Said[],
  key: (said: Said) => string | undefined,
): [Said, Said][] {
  const open = new Map<string, Said[]>();
  for (const one of old) {
    const own = key(one);
    if (own === undefined) continue;
    const known = open.get(own);
    if (known) known.push(one);
    else open.set(own, [one]);
  }
  // From the front of each list: a pointer, so that long ones are not moved up again and again.
  const taken = new Map<string, number>();
  return now.flatMap((one): [Said, Said][] => {
    const own = key(one);
    if (own === undefined) return [];
    const place = taken.get(own) ?? 0;
    const partner = open.get(own)?.[place];
    if (!partner) return [];
    taken.set(own, place + 1);
    return [[partner, one]];
  });
}

/** The pairs that have most fields in common, best first. */
function mostAlike(old: readonly Said[], now: readonly Said[], common: readonly string[]): [Said, Said][] {
  if (old.length * now.length > MOST_PAIRS)
    return pairedBy(old, now, ({ values }) => values.get("项目") || undefined);
  const scored = old.flatMap((one) =>
    now.map((other) => ({ pair: [one, other] as [Said, Said], score: likeness(one, other, common) })),
  );
  const done = new Set<Said>();
  return scored
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score)
    .flatMap(({ pair }) => {
      if (done.has(pair[0]) || done.has(pair[1])) return [];
      pair.forEach((one) => done.add(one));
      return [pair];
    });
}

/** The share of fields that are equal, of those that either row fills; the project and the amount count three times. */
function likeness(one: Said, other: Said, common: readonly string[]): number {
  let all = 0;
  let equal = 0;
  for (const field of common) {
    const [a, b] = [one.values.get(field) ?? "", other.values.get(field) ?? ""];
    if (a === "" && b === "") continue;
    const weight = field === "项目" || field === "项目编码" || field === "金额" ? 3 : 1;
    all += weight;
    if (normaliseText(a) === normaliseText(b)) equal += weight;
  }
  // Two rows of one unit that share nothing else are no pair: something by which a row is known has to be the same.
  const isSame = (field: string) => {
    const own = one.values.get(field) ?? "";
    return own !== "" && own === other.values.get(field);
  };
  const isKnown = isSame("项目") || isSame("项目编码") || isSame("金额");
  return all === 0 || !isKnown ? 0 : equal / all;
}

function changesOf(one: Said, other: Said, common: readonly string[]): FieldChange[] {
  return common.flatMap((field): FieldChange[] => {
    const [from, to] = [one.values.get(field) ?? "", other.values.get(field) ?? ""];
    if (normaliseText(from) === normaliseText(to)) return [];
    return [{ field, from: shown(field, from), to: shown(field, to) }];
  });
}

function shown(field: string, text: string): string {
  return field.startsWith("金额") && text !== "" ? formatAmount(new Decimal(text)) : text;
}
