import type { Proposal } from "../../recognition/structure/proposal";
import type { RecognisedTable } from "../../recognition/recognised";
import type { Fund } from "./facets";
import { columnsOfLines, seriesOf } from "./series";
import type { CodeSeries, RowSeries, Series } from "./series";

/** A relation between tables that their meanings propose. */
export interface AcrossProposal extends Proposal {
  /** Its two sides are totals of expenditure of the same fund and purpose, so that a single place may be wrong. */
  readonly isStrict: boolean;
  /** Its sides are income and expenditure of one fund: equal in a year in which nothing is carried over. */
  readonly isOfYear: boolean;
}

/** The funds that 财政拨款 consists of. */
const TREASURY_PARTS: readonly Fund[] = ["general", "governmental", "capital"];

/**
 * Relations between tables: cells of the same code, or totals, of the same fund and for the same purpose are equal, and what
 * one table has for several funds is the sum of those that have tables of their own. Only relations with a table that was
 * read by its structure; a set has its own for the others.
 */
export function proposeAcross(tables: readonly RecognisedTable[]): AcrossProposal[] {
  const { byCode, rows } = seriesOf(tables);
  const proposals: AcrossProposal[] = [];
  const propose = (text: string, own: readonly Series[], isStrict = false) => {
    if (!own.some(({ table }) => table.byStructure)) return;
    const relation = { id: `S.X${proposals.length + 1}`, text };
    const isOfYear =
      new Set(own.map(({ direction }) => direction)).size > 1 && own.some(({ facet }) => facet !== "all all");
    proposals.push({ relation, basis: "heading", isStrict, isOfYear });
  };
  equalByCode(byCode, propose);
  equalRows(rows, propose);
  sumsOfFunds(byCode, rows, propose);
  projectsByCode(byCode, propose);
  return proposals;
}

type Propose = (text: string, own: readonly Series[], isStrict?: boolean) => void;

function term({ table, kinds, column }: Series): string {
  return `${table.definition.id}[${kinds.join("|")}].c${column}`;
}

/** The whole of a list, in as many terms as it has blocks. */
function rowTerm(series: RowSeries): string {
  const further = (series.further ?? []).map((block) => term({ ...series, ...block }));
  return [term(series), ...further].join(" + ");
}

function codeTerm(series: CodeSeries, kinds = series.kinds): string {
  const own = term({ ...series, kinds });
  return series.form === "items" || hasTwice(series) ? `Σ ${own}` : own;
}

/** A code stands there more than once, as under each unit. */
function hasTwice({ table, kinds }: CodeSeries): boolean {
  const codes = table.rows.filter(({ rule }) => kinds.includes(rule.kind)).map(({ code }) => code);
  return new Set(codes).size < codes.length;
}

/** Two tables of one year, of which not one tells income and the other expenditure of final accounts. */
function mayAgree(one: Series, other: Series): boolean {
  if (one.table === other.table) return false;
  const [a, b] = [one.table.year, other.table.year];
  if (a !== undefined && b !== undefined && a !== b) return false;
  if (one.direction === other.direction) return true;
  return (
    ![one, other].some(({ about }) => about.isFinal || about.direction === "both") &&
    isWhole(one) &&
    isWhole(other)
  );
}

/** Income and expenditure are the same in total and by code, and not line by line. */
function isWhole(series: Series & { readonly form?: string }): boolean {
  return series.form === "total" || series.form === "tree";
}

function grouped<T extends Series>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const own = groups.get(keyOf(one));
    if (own) own.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return [...groups.values()];
}

/** Each table of a meaning against the first of its direction, and that one against the first of the other. */
function equalByCode(all: readonly CodeSeries[], propose: Propose): void {
  for (const group of grouped(all, ({ system, facet }) => `${system} ${facet}`)) {
    const trees = group.filter(({ form }) => form === "tree");
    for (const [one, other] of pairs(trees)) {
      const [left, right] = one.isBlank ? [other, one] : [one, other];
      if (left.isBlank) continue;
      const mark = right.isBlank ? "" : "!";
      propose(`${codeTerm(left)}${mark} = ${codeTerm(right)}${mark} by code`, [left, right]);
    }
    for (const line of group.filter(({ form }) => form === "lines")) {
      const tree = trees.find(
        (one) => mayAgree(line, one) && one.direction === line.direction && one.kinds.includes("类"),
      );
      if (!tree) continue;
      const apart = columnsOfLines(tree.table, line.table).filter((column) => column !== tree.column);
      const less = apart.map((column) => ` - ${codeTerm({ ...tree, column }, ["类"])}`).join("");
      propose(`${codeTerm(line)} = ${codeTerm(tree, ["类"])}${less} by code`, [line, tree]);
    }
  }
}

/** Every series after the first with the nearest before it that it may agree with, its own direction first. */
function pairs<T extends Series>(group: readonly T[]): [T, T][] {
  return group.flatMap((other, index): [T, T][] => {
    const before = group.slice(0, index).filter((one) => mayAgree(one, other));
    const one = before.find(({ direction }) => direction === other.direction) ?? before[0];
    return one ? [[one, other]] : [];
  });
}

function equalRows(all: readonly RowSeries[], propose: Propose): void {
  for (const group of grouped(all, ({ facet }) => facet))
    for (const [one, other] of pairs(group)) {
      const isStrict = [one, other].every(
        ({ form, direction, facet }) =>
          form === "total" && direction === "expenditure" && facet !== "all all",
      );
      const [left, right] = one.further ? [other, one] : [one, other];
      propose(`${rowTerm(left)} = ${rowTerm(right)}`, [left, right], isStrict);
    }
}

/** What 财政拨款 has in one table is the sum of its funds in others; what all funds have together is at least that. */
function sumsOfFunds(byCode: readonly CodeSeries[], rows: readonly RowSeries[], propose: Propose): void {
  for (const whole of byCode) {
    const [fund, purpose = ""] = whole.facet.split(" ");
    if (whole.direction !== "expenditure" || (fund !== "treasury" && fund !== "all")) continue;
    const isPart = ({ form, system, isBlank }: CodeSeries) =>
      form === "tree" && system === whole.system && !isBlank;
    const parts = partsOf(whole, byCode, purpose, isPart);
    if (parts.length === 0 || whole.isBlank) continue;
    const sum = parts.map((part) => codeTerm(part, whole.form === "lines" ? ["类"] : part.kinds)).join(" + ");
    propose(`${codeTerm(whole)} ${fund === "all" ? ">=" : "="} ${sum} by code`, [whole, ...parts]);
  }
  for (const whole of rows) {
    const [fund, purpose = ""] = whole.facet.split(" ");
    if (fund !== "treasury" || whole.form !== "total") continue;
    const form = whole.direction === "income" ? "line" : "total";
    const parts = partsOf(whole, rows, purpose, (one) => one.form === form);
    if (parts.length > 0) propose(`${rowTerm(whole)} = ${parts.map(rowTerm).join(" + ")}`, [whole, ...parts]);
  }
}

/** For each fund the first table of its own, or a line of a statement, unless the table of the whole tells the funds itself. */
function partsOf<T extends Series>(
  whole: T,
  all: readonly T[],
  purpose: string,
  isPart: (one: T) => boolean,
): T[] {
  const found = TREASURY_PARTS.map((fund) => {
    const same = all.filter(
      (one) =>
        one.facet === `${fund} ${purpose}` && one.direction === whole.direction && mayAgreeOrSame(whole, one),
    );
    const isOwn = same.some(({ table }) => table === whole.table);
    return isOwn ? undefined : { part: same.find((one) => isPart(one) && isOfFund(one, fund)) };
  });
  return found.includes(undefined) ? [] : found.flatMap((one) => one?.part ?? []);
}

function mayAgreeOrSame(one: Series, other: Series): boolean {
  return one.table === other.table || mayAgree(one, other);
}

/** A table of that fund alone, or one line of a statement. */
function isOfFund({ about, direction }: Series, fund: Fund): boolean {
  return about.fund === fund || (direction === "income" && about.fund === "all");
}

/** The projects of a code come to what the tables by code have for it. */
function projectsByCode(all: readonly CodeSeries[], propose: Propose): void {
  for (const items of all.filter(({ form }) => form === "items"))
    for (const tree of all) {
      const isSame = tree.form === "tree" && tree.system === items.system && tree.facet === items.facet;
      const deepest = tree.kinds.at(-1);
      if (!isSame || !mayAgree(tree, items) || deepest === undefined) continue;
      propose(`${codeTerm(tree, [deepest])}! = ${codeTerm(items)} by code`, [tree, items]);
    }
}
