import { quoted } from "../planning/insert/formulaText";
import { codesDown, categoryOf } from "./layouts";
import type { ListPart } from "./listPart";
import type { ListTable, Need } from "./listTable";

/**
 * Figures as SUMIFS over a sheet that holds the parts of a list, one row each (detailSheet.ts): whoever changes an amount there
 * has it in every table, and the conditions of a formula filter the rows behind its figure.
 */

/** What a part is told by on that sheet. */
export interface DetailField {
  readonly heading: string;
  readonly of: (part: ListPart) => string;
}

/** What stands for something that the list does not say: conditions on blank cells are not the same everywhere. */
const NOTHING = "无";
const yes = (is: boolean) => (is ? "是" : "否");

const UNIT: DetailField = { heading: "单位编码", of: ({ row }) => row.unit.code };
const PROJECT: DetailField = { heading: "项目名称", of: ({ row }) => row.project.name };
const FUNCTION: DetailField = { heading: "功能科目编码", of: ({ row }) => row.functional.code };
const CLASS: DetailField = {
  heading: "功能科目类",
  of: ({ row }) => codesDown(row.functional.code)[0] ?? "",
};
const DEPARTMENT: DetailField = { heading: "部门经济分类编码", of: ({ row }) => row.department.code };
const GOVERNMENT: DetailField = { heading: "政府经济分类编码", of: ({ row }) => row.government.code };
const CATEGORY: DetailField = {
  heading: "基本支出类别",
  of: ({ row }) => categoryOf(row.department.code) ?? "",
};
const FUND: DetailField = { heading: "资金性质", of: ({ fund }) => fund };
const SPENDING: DetailField = { heading: "支出类别", of: ({ row }) => row.spending ?? "" };
const SPECIAL: DetailField = { heading: "财政专项资金", of: ({ row }) => yes(row.isSpecial) };
const PURCHASE: DetailField = { heading: "政府采购", of: ({ row }) => yes(row.isPurchase) };
const TITLE: DetailField = { heading: "采购项目", of: ({ row }) => row.texts.get("采购项目名称") ?? "" };
const ITEM: DetailField = { heading: "采购品目编码", of: ({ row }) => row.item.code };
const SERVICE: DetailField = { heading: "购买服务", of: ({ row }) => yes(row.isService) };
const SERVICES: DetailField = {
  heading: "购买服务目录",
  of: ({ row }) => row.services.map(({ code, name }) => code || name).join("/"),
};
const INCOME: DetailField = { heading: "收入科目", of: ({ row }) => row.income.code || row.income.name };
const SHARE: DetailField = { heading: "收入去向", of: ({ share }) => share ?? "" };
/** Lists of purchases alone speak of money that stands in the list of expenditure as well. */
const ONLY: DetailField = {
  heading: "只列采购或服务",
  of: ({ row }) => yes(row.only !== undefined),
};

/** The columns of the sheet of parts, but for where a row comes from and its amounts. */
export const DETAIL_FIELDS: readonly DetailField[] = [
  ...[UNIT, PROJECT, FUNCTION, CLASS, DEPARTMENT, GOVERNMENT, CATEGORY, FUND, SPENDING, SPECIAL],
  ...[PURCHASE, TITLE, ITEM, SERVICE, SERVICES, INCOME, SHARE, ONLY],
];

/** What the rows of a table are told by; of several fields the first on which the parts of a figure agree. */
const FIELDS_OF: Readonly<Record<Need, readonly (readonly DetailField[])[]>> = {
  unit: [[UNIT]],
  project: [[PROJECT]],
  functional: [[FUNCTION, CLASS]],
  department: [[GOVERNMENT], [DEPARTMENT]],
  category: [[CATEGORY]],
  fund: [[FUND]],
  spending: [[SPENDING]],
  item: [[ITEM], [TITLE], [PROJECT]],
  service: [[SERVICES], [PROJECT]],
  income: [[INCOME], [PROJECT]],
};

/** What a part says under a field, as it stands on the sheet of parts. */
export function detailText(field: DetailField, part: ListPart): string {
  return field.of(part) || NOTHING;
}

/** Where the parts stand on their sheet. */
export interface DetailPlaces {
  /** The cells of a field, and those of the amounts, as formulas name them. */
  readonly rangeOf: (field: DetailField) => string;
  readonly amounts: string;
}

/** Conditions longer than this are refused. Source: Excel's limit for texts in formulas. */
const LONGEST_TEXT = 255;
/** More kinds of money than this in one figure are not listed in a formula. */
const MOST_VALUES = 12;

/** Makes the formulas of figures. */
export class DetailLinks {
  private readonly counts = new Map<string, ReadonlyMap<string, number>>();

  constructor(
    private readonly parts: readonly ListPart[],
    private readonly places: DetailPlaces,
  ) {}

  /** The formula whose conditions select the parts of a figure and no others; undefined where no conditions do. */
  formula(table: ListTable, side: number, members: readonly ListPart[]): string | undefined {
    const [first] = members;
    if (!first) return undefined;
    const chosen = this.chosenFields(table, side, members);
    const list = chosen.find((field) => valuesOf(field, members).length > 1);
    if (
      !chosen.every((field) =>
        valuesOf(field, members).every((text) => criterion(text).length <= LONGEST_TEXT),
      )
    )
      return undefined;
    if (this.selected(chosen, list, members) !== members.length) return undefined;
    const conditions = chosen.map((field) => {
      const values = valuesOf(field, members).map((text) => quoted(criterion(text)));
      return `${this.places.rangeOf(field)},${field === list ? `{${values.join(",")}}` : values[0]}`;
    });
    const sum = `SUMIFS(${[this.places.amounts, ...conditions].join(",")})`;
    return list ? `=SUM(${sum})` : `=${sum}`;
  }

  /** The fields by which the table tells its figures, and as many others as are needed to leave out what it does not take. */
  private chosenFields(table: ListTable, side: number, members: readonly ListPart[]): DetailField[] {
    const agree = (field: DetailField) => valuesOf(field, members).length === 1;
    const chosen: DetailField[] = [];
    const add = (field: DetailField | undefined) => {
      if (field && !chosen.includes(field)) chosen.push(field);
    };
    for (const choices of wantedFields(table, side)) add(choices.find(agree));
    const funds = valuesOf(FUND, members).length;
    const isByFund = table.sides[side]?.columns.by === "fund" || table.takes.funds !== undefined;
    if (isByFund && funds > 1 && funds <= MOST_VALUES) add(FUND);
    const list = chosen.includes(FUND) && funds > 1 ? FUND : undefined;
    let count = this.selected(chosen, list, members);
    for (const field of DETAIL_FIELDS) {
      if (count === members.length) break;
      if (chosen.includes(field) || !agree(field)) continue;
      const next = this.selected([...chosen, field], list, members);
      if (next < count) {
        chosen.push(field);
        count = next;
      }
    }
    return chosen;
  }

  /** How many parts agree with those of a figure in all fields; in one of them with any of theirs. */
  private selected(
    fields: readonly DetailField[],
    list: DetailField | undefined,
    members: readonly ListPart[],
  ): number {
    const name = fields.map(({ heading }) => heading).join("|");
    let counts = this.counts.get(name);
    if (!counts) this.counts.set(name, (counts = countBy(fields, this.parts)));
    const [first] = members as readonly [ListPart, ...ListPart[]];
    const wanted = list ? valuesOf(list, members) : [""];
    const keys = wanted.map((value) =>
      keyOf(fields, (field) => (field === list ? value : detailText(field, first))),
    );
    return keys.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0);
  }
}

function wantedFields(table: ListTable, side: number): readonly (readonly DetailField[])[] {
  const own = table.sides[side];
  const { flag, funds, spending, isIncome } = table.takes;
  const by = own?.columns.by;
  return [
    ...(own?.layout.needs.flatMap((need) => FIELDS_OF[need]) ?? []),
    ...(by === "fund" || funds ? [[FUND]] : []),
    ...(by === "spending" ? [[SPENDING], [SPECIAL]] : spending ? [[SPENDING]] : []),
    ...(by === "share" || isIncome ? [[SHARE]] : []),
    ...(flag === "isPurchase" ? [[PURCHASE]] : flag === "isService" ? [[SERVICE]] : []),
  ];
}

function valuesOf(field: DetailField, members: readonly ListPart[]): string[] {
  return [...new Set(members.map((part) => detailText(field, part)))];
}

function countBy(fields: readonly DetailField[], parts: readonly ListPart[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const part of parts) {
    const key = keyOf(fields, (field) => detailText(field, part));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Excel takes capital and small letters for the same. */
function keyOf(fields: readonly DetailField[], textOf: (field: DetailField) => string): string {
  return fields.map((field) => textOf(field).toLowerCase()).join("\t");
}

/** A text as a condition that only it fulfils: * ? ~ stand for themselves, and so do signs of comparison in front. */
function criterion(text: string): string {
  const plain = text.replace(/[~*?]/g, "~$&");
  return /^[<>=]/.test(plain) ? `=${plain}` : plain;
}
