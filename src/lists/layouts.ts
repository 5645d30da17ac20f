import { saysNothing } from "../recognition/text";
import type { CodeAndName } from "./readWords";
import type { ListPart } from "./listPart";
import { TOTAL } from "./listTable";
import type { MadeRow, NameOf, RowLayout } from "./listTable";

/** Parts of a key, so that one never runs into the next. */
export function keyFrom(...parts: readonly string[]): string {
  return parts.join("\t");
}

/** A code and what stands above it, from the class down: 201, 20103, 2010301. */
export function codesDown(code: string): string[] {
  return Array.from({ length: (code.length - 1) / 2 }, (_, index) => code.slice(0, 3 + 2 * index));
}

/** The first of the parts that make the same row, with what names the row. */
function distinct<T>(parts: readonly ListPart[], of: (part: ListPart) => T, key: (one: T) => string): T[] {
  const found = new Map<string, T>();
  for (const part of parts) {
    const one = of(part);
    const own = key(one);
    if (!found.has(own)) found.set(own, one);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, one]) => one);
}

/** [C0202]信息系统集成实施服务 */
function withBrackets({ code, name }: CodeAndName): string {
  return code === "" ? name : `[${code}]${name}`;
}

const LEVEL_KINDS: Readonly<Record<number, string>> = { 3: "类", 5: "款", 7: "项" };

/** 合计, then functional codes as a tree: 表2, 表3, 表6, 表7. Rows come where blank rows of the kind 项 would. */
export const FUNCTIONAL_TREE: RowLayout = {
  needs: ["functional"],
  keysOf: ({ row }) => [TOTAL, ...codesDown(row.functional.code)],
  keyOf: ({ kind, code }) => (code === "" ? (/^[合总]计$/.test(kind) ? TOTAL : undefined) : code),
  rowsOf: (parts, names) => {
    const listed = new Map(parts.map(({ row }) => [row.functional.code, row.functional.name]));
    const all = new Set(parts.flatMap(({ row }) => codesDown(row.functional.code)));
    return [...all].sort().map((code): MadeRow => ({
      place: "项",
      unit: undefined,
      above: undefined,
      kind: LEVEL_KINDS[code.length] ?? "项",
      code,
      name: names("functional", code, listed.get(code) ?? ""),
      texts: new Map(),
    }));
  },
};

/** 合计, units, and the projects of each under its functional code: 表10. */
export function projectsByUnit(texts: { readonly content: number; readonly goal: number }): RowLayout {
  const key = (unit: string, code: string, name: string) => keyFrom(unit, code, name);
  return {
    needs: ["unit", "project", "functional"],
    keysOf: ({ row }) => [TOTAL, row.unit.code, key(row.unit.code, row.functional.code, row.project.name)],
    keyOf: ({ kind, code, name, unit }) =>
      kind === "项目" ? key(unit, code, name) : kind === "单位" ? code : TOTAL,
    rowsOf: (parts) =>
      distinct(
        parts,
        ({ row }): MadeRow => ({
          place: "项目",
          unit: row.unit.code,
          above: "单位",
          kind: "项目",
          code: row.functional.code,
          name: row.project.name,
          texts: textsOf([
            [texts.content, row.texts.get("项目内容")],
            [texts.goal, row.texts.get("绩效目标")],
          ]),
        }),
        (one) => key(one.unit ?? "", one.code, one.name),
      ),
  };
}

function textsOf(pairs: readonly (readonly [number, string | undefined])[]): Map<number, string> {
  return new Map(
    pairs.flatMap(([column, text]) => (text === undefined || text === "" ? [] : [[column, text]])),
  );
}

/** Which category of 基本支出 a class of economic codes is printed under. Source: relations X07. */
const CATEGORIES: Readonly<Record<string, string>> = {
  "301": "人员支出",
  "302": "公用经费",
  "303": "对个人和家庭的补助支出",
  "307": "公用经费",
  "309": "公用经费",
  "310": "公用经费",
  "399": "公用经费",
};

/** The category of a departmental economic code; undefined for one that 基本支出 has no line for. */
export function categoryOf(code: string): string | undefined {
  return CATEGORIES[code.slice(0, 3)];
}

/** 合计, units, and under each the categories of 基本支出: 表8. */
export const CATEGORIES_BY_UNIT: RowLayout = {
  needs: ["unit", "category"],
  keysOf: ({ row }) => [TOTAL, row.unit.code, keyFrom(row.unit.code, categoryOf(row.department.code) ?? "")],
  keyOf: ({ kind, code, unit }) => (kind === "单位" ? code : unit === "" ? TOTAL : keyFrom(unit, kind)),
};

/** 合计, classes and pairs of the two economic classifications: 表9. Its rows come from options.economic. */
export function economicPairs(governmentColumn: number): RowLayout {
  return {
    needs: ["department"],
    keysOf: ({ row: { department, government } }) => [
      TOTAL,
      keyFrom(government.code.slice(0, 3), department.code.slice(0, 3)),
      keyFrom(government.code, department.code),
    ],
    keyOf: ({ kind, code, text }) =>
      kind === "合计" ? TOTAL : keyFrom(/\[(\w+)\]/.exec(text(governmentColumn))?.[1] ?? "", code),
  };
}

/** 表13: 货物, 工程 and 服务, then units with 基本支出 and 项目支出 and the items under them. */
export function purchasesByUnit(columns: {
  readonly title: number;
  readonly item: number;
  readonly code: number;
  readonly quantity: number;
  readonly measure: number;
}): RowLayout {
  const kinds: Readonly<Record<string, string>> = { A: "货物类", B: "工程类", C: "服务类" };
  const titleOf = ({ row }: ListPart) => row.texts.get("采购项目名称") ?? row.project.name;
  const nameOf = (part: ListPart) =>
    [part.row.project.name, titleOf(part), part.row.item.name].find((name) => name !== "") ?? "";
  const spent = ({ row }: ListPart) => (row.spending === "基本支出" ? "基本支出" : "项目支出");
  const itemKey = (part: ListPart) =>
    keyFrom(part.row.unit.code, spent(part), nameOf(part), titleOf(part), part.row.item.code);
  return {
    needs: ["unit", "item", "spending"],
    keysOf: (part) => [
      TOTAL,
      kinds[part.row.item.code.slice(0, 1)] ?? "",
      part.row.unit.code,
      keyFrom(part.row.unit.code, spent(part)),
      itemKey(part),
    ],
    keyOf: ({ kind, code, name, unit, above, text }) => {
      if (kind === "单位") return code;
      if (kind === "品目") return keyFrom(unit, above, name, text(columns.title), text(columns.code));
      return kind === "基本支出" || kind === "项目支出" ? keyFrom(unit, kind) : kind;
    },
    rowsOf: (parts, names) => {
      const quantities = quantitiesOf(parts, itemKey);
      return distinct(
        parts,
        (part) => ({ part, key: itemKey(part) }),
        ({ key }) => key,
      ).map(({ part, key }): MadeRow => {
        const { item, unit, texts } = part.row;
        const name = names("procurement", item.code, item.name);
        return {
          place: "品目",
          unit: unit.code,
          above: spent(part),
          kind: "品目",
          code: "",
          name: nameOf(part),
          texts: textsOf([
            [columns.title, titleOf(part)],
            [columns.item, withBrackets({ code: item.code, name })],
            [columns.code, item.code],
            [columns.quantity, quantities.get(key)],
            [columns.measure, texts.get("计量单位")],
          ]),
        };
      });
    },
  };
}

/** Quantities of rows that become one, added up where all are whole numbers; one of each list row, not of each part. */
function quantitiesOf(parts: readonly ListPart[], keyOf: (part: ListPart) => string): Map<string, string> {
  const seen = new Set<ListPart["row"]>();
  const sums = new Map<string, string>();
  for (const part of parts) {
    const text = part.row.texts.get("数量") ?? "";
    if (seen.has(part.row) || text === "") continue;
    seen.add(part.row);
    const key = keyOf(part);
    const before = sums.get(key);
    const isWhole = /^\d{1,9}$/.test(text) && (before === undefined || /^\d{1,9}$/.test(before));
    sums.set(key, before === undefined ? text : isWhole ? String(Number(before) + Number(text)) : before);
  }
  return sums;
}

/** 表14: of the whole 基本支出 and 项目支出, then units with the services they buy. */
export function servicesByUnit(columns: {
  readonly levels: readonly [number, number, number];
  readonly method: number;
}): RowLayout {
  const nameOf = ({ row }: ListPart) =>
    [row.project.name, row.texts.get("采购项目名称") ?? "", ...row.services.map(({ name }) => name)].find(
      (name) => name !== "",
    ) ?? "";
  const serviceOf = ({ row }: ListPart) => row.services.map(({ code, name }) => code || name).join("/");
  const lowest = (row: ListPart["row"]) => row.services.findLast(({ code, name }) => (code || name) !== "");
  const itemKey = (part: ListPart) => {
    const low = lowest(part.row);
    return keyFrom(part.row.unit.code, nameOf(part), low?.code || low?.name || "");
  };
  return {
    needs: ["unit", "service", "spending"],
    keysOf: (part) => [
      TOTAL,
      part.row.spending === "基本支出" ? "基本支出" : "项目支出",
      part.row.unit.code,
      itemKey(part),
    ],
    keyOf: ({ kind, code, name, unit, text }) => {
      if (kind === "单位") return code;
      if (kind !== "服务项目") return kind;
      const shown =
        [...columns.levels]
          .reverse()
          .map(text)
          .find((one) => !saysNothing(one)) ?? "";
      return keyFrom(unit, name, /^\[(\w+)\]/.exec(shown)?.[1] ?? shown);
    },
    rowsOf: (parts, names) =>
      distinct(
        parts,
        (part) => ({ part, key: keyFrom(itemKey(part), serviceOf(part)) }),
        ({ part }) => itemKey(part),
      ).map(({ part }): MadeRow => ({
        place: "服务项目",
        unit: part.row.unit.code,
        above: "单位",
        kind: "服务项目",
        code: "",
        name: nameOf(part),
        texts: textsOf([
          ...columns.levels.map((column, level) => [column, serviceText(part, level, names)] as const),
          [columns.method, part.row.texts.get("购买方式")],
        ]),
      })),
  };
}

/** The level's own entry; a class above that the list leaves out is that of the code below (E14 of E1401). */
function serviceText({ row }: ListPart, level: number, names: NameOf): string {
  const own = row.services[level];
  if (own && (own.code || own.name) !== "")
    return withBrackets({ code: own.code, name: names("purchasedService", own.code, own.name) });
  const below = row.services.slice(level + 1).find(({ code }) => code !== "");
  const above = row.services.slice(0, level).findLast(({ code, name }) => (code || name) !== "");
  const code = below ? below.code.slice(0, 3 + 2 * level) : "";
  if (code !== "") return withBrackets({ code, name: names("purchasedService", code, "") });
  return above ? withBrackets({ ...above, name: names("purchasedService", above.code, above.name) }) : "";
}

/** 表5: sources of the whole, then units with the income of each source. */
export function incomeByUnit(columns: { readonly code: number; readonly project: number }): RowLayout {
  const income = ({ row }: ListPart) => row.income.code || row.income.name;
  const project = ({ row }: ListPart) => row.project.name || row.income.name;
  const rowKey = (part: ListPart) => keyFrom(part.row.unit.code, part.fund, income(part), project(part));
  return {
    needs: ["unit", "fund", "income"],
    keysOf: (part) => [TOTAL, keyFrom("", part.fund), part.row.unit.code, rowKey(part)],
    keyOf: ({ kind, code, name, unit, text }) => {
      if (kind === "单位") return code;
      if (kind === "合计") return TOTAL;
      const source = name.replace(/^其中[：:]/, "");
      return unit === ""
        ? keyFrom("", source)
        : keyFrom(unit, source, text(columns.code), text(columns.project));
    },
    rowsOf: (parts) =>
      distinct(
        parts,
        (part): MadeRow => ({
          place: part.fund,
          unit: part.row.unit.code,
          above: "单位",
          kind: "资金来源",
          code: "",
          name: part.fund,
          texts: textsOf([
            [columns.code, income(part)],
            [columns.project, project(part)],
          ]),
        }),
        ({ unit, name, texts }) => keyFrom(unit ?? "", name, ...texts.values()),
      ),
  };
}
