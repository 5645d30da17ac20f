import { columnPaths } from "../../tables/definition";
import type { ColumnPath } from "../../tables/definition";
import { normaliseHeading, normaliseText } from "../../recognition/text";
import type { RecognisedTable } from "../../recognition/recognised";

/** Whose money an amount is; all: of every kind together. */
export type Fund =
  | "all"
  | "treasury"
  | "general"
  | "governmental"
  | "capital"
  | "special"
  | "business"
  | "operating"
  | "superior"
  | "subordinate"
  | "other"
  | "otherIncome"
  | "carried";

/** What it is for; all: everything. */
export type Purpose =
  "all" | "basic" | "project" | "staff" | "office" | "operating" | "superior" | "subordinate" | "carried";

/** What an amount means beside the code or line it stands at. */
export interface Facet {
  readonly fund: Fund;
  readonly purpose: Purpose;
}

/** What a table as a whole says of its amounts. */
export interface TableFacet extends Facet {
  /** Income and expenditure, or one of them; both for a statement of both. */
  readonly direction: "income" | "expenditure" | "both";
  /** What only a part of the money is told of (三公, 政府采购, 工资福利支出): such tables agree with none of the others. */
  readonly subject: string;
  /** Final accounts (决算), in which income and expenditure differ by what is carried over. */
  readonly isFinal: boolean;
}

const FUNDS: readonly (readonly [Fund, RegExp])[] = [
  ["carried", /(上年|年初)/],
  ["capital", /国有资本/],
  ["governmental", /政府性?基金/],
  ["general", /一般公共预算/],
  ["special", /(财政专户|专户管理|专户资金|教育收费)/],
  ["treasury", /(?<!非)财政拨款/],
  ["superior", /上级补助(?!支出)/],
  ["subordinate", /附属单位(上缴|缴款)/],
  ["operating", /经营收入/],
  ["business", /事业(收入|资金)/],
  ["other", /(其他资金|单位资金|自有资金)/],
  ["otherIncome", /其他收入/],
];

const PURPOSES: readonly (readonly [Purpose, RegExp])[] = [
  ["carried", /(结转下年|年末|年终)/],
  ["staff", /(人员经费|人员支出|人员类)/],
  ["office", /(公用经费|公用支出)/],
  ["basic", /基本支出/],
  ["project", /项目支出/],
  ["operating", /经营支出/],
  ["subordinate", /对附属单位补助/],
  ["superior", /上缴上级/],
];

/** Headings that name neither fund nor purpose: the whole of what stands above them. */
const WHOLE =
  /^(合计|总计|小计|总额|金额|(年|本年|当年)?预算数?|年?预算金额|(本年)?决算数?|年预算|(本年)?(收入|支出)(预算|决算)?(数|合计|小计)?|项目|栏\d+)$/;

/** The fund that a text names; undefined where it names none. 一般公共服务支出 is a class and no fund. */
export function fundOf(text: string): Fund | undefined {
  return FUNDS.find(([, words]) => words.test(text))?.[0];
}

/** What a text says money is for; undefined where it says nothing of that. */
export function purposeOf(text: string): Purpose | undefined {
  return PURPOSES.find(([, words]) => words.test(text))?.[0];
}

/** What the title of a table, or the name of its sheet, says of all its amounts. */
export function tableFacet({ definition, sheet }: RecognisedTable): TableFacet {
  const title = normaliseText(definition.title);
  const text = /表|支出|收入|预算/.test(title) ? title : `${title}${normaliseText(sheet)}`;
  const isBoth = /收支|收入支出/.test(text);
  const fund = fundOf(text.replace(/(上年|年初|年末)?结转|结余/g, ""));
  return {
    fund: fund ?? "all",
    purpose: purposeOf(text) ?? "all",
    direction: isBoth
      ? "both"
      : /支出|经费/.test(text)
        ? "expenditure"
        : /收入/.test(text)
          ? "income"
          : "expenditure",
    subject: SUBJECTS.exec(text)?.[0] ?? "",
    isFinal: /决算/.test(text),
  };
}

const SUBJECTS =
  /三公|采购|购买服务|资产|绩效|转移支付|非税|机关运行|会议费|培训费|征收|债务|因公出国|公务接待|工资福利|商品和服务|对个人和家庭|资本性支出|专项资金/;

/**
 * What the amounts of a column mean, by its headings from the lowest up, where they are silent by what the table says;
 * undefined where a heading says something else.
 */
function columnFacet({ column, ancestors }: ColumnPath, table: TableFacet): Facet | undefined {
  const headings = [...ancestors.map(({ label }) => label), column.label].map((text) =>
    normaliseHeading(text).replace(/\([^()]*\)/g, ""),
  );
  const lowest = headings.at(-1) ?? "";
  if (/上年|去年|增减|差额|比/.test(headings.join(""))) return undefined;
  const isWhole = WHOLE.test(lowest);
  if (!isWhole && fundOf(lowest) === undefined && purposeOf(lowest) === undefined) return undefined;
  const named = headings.toReversed();
  const fund = named.map(fundOf).find((one) => one !== undefined);
  const purpose = named.map(purposeOf).find((one) => one !== undefined);
  // What is carried over of one fund is another amount than that of all.
  if (fund === "carried" && table.fund !== "all") return undefined;
  return { fund: fund ?? table.fund, purpose: purpose ?? table.purpose };
}

/** The amount columns of a table with what they mean, for each of its lists; the first of several that mean the same. */
export function columnFacets(table: RecognisedTable, whole: TableFacet): ReadonlyMap<string, number>[] {
  const paths = new Map(columnPaths(table.definition.header).map((path) => [path.column.number, path]));
  return table.definition.sides.map(({ amountColumns }) => {
    const facets = new Map<string, number>();
    for (const number of amountColumns) {
      const path = paths.get(number);
      const facet = path && table.columns.has(number) ? columnFacet(path, whole) : undefined;
      if (facet && !facets.has(facetKey(facet))) facets.set(facetKey(facet), number);
    }
    return facets;
  });
}

/** A facet as the key of a map. */
export function facetKey({ fund, purpose }: Facet): string {
  return `${fund} ${purpose}`;
}
