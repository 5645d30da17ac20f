import type { CodeLists } from "../codes/listsInUse";
import type {
  HeaderNode,
  RelationDefinition,
  RowRule,
  SideDefinition,
  TableDefinition,
} from "../tables/definition";
import { isColumn } from "../tables/definition";

/** What the user strikes out of one table before it is kept. */
export interface StruckOut {
  /** Printed numbers of amount columns. */
  readonly columns: readonly number[];
  /** Kinds of row. */
  readonly kinds: readonly string[];
}

/**
 * A table without the columns and kinds of row that were struck out; relations that speak of them go, or go on without them
 * where they stand among others ([合计|类|款]).
 */
export function withoutStruckOut(table: TableDefinition, { columns, kinds }: StruckOut): TableDefinition {
  if (columns.length === 0 && kinds.length === 0) return table;
  const out = { columns: new Set(columns), kinds: new Set(kinds) };
  return {
    ...table,
    header: withoutColumns(table.header, out.columns),
    sides: table.sides.map((side) => narrower(side, out)),
    relations: table.relations.flatMap((relation) => keptRelation(relation, out)),
  };
}

/** Digits of the codes of functional classes. */
const CLASS_DIGITS = 3;

/**
 * A statement with the lines of all classes of expenditure: the office it was learned from spends on some of them, and may
 * next year on others. They come behind those that are there.
 */
export function withAllClasses(table: TableDefinition, lists: CodeLists): TableDefinition {
  const isClass = ({ standsFor }: RowRule) => standsFor?.length === CLASS_DIGITS;
  return {
    ...table,
    sides: table.sides.map((side) => {
      const last = side.rows.findLastIndex(isClass);
      const like = side.rows[last];
      if (!like) return side;
      const known = new Set(side.rows.map(({ standsFor }) => standsFor));
      const names = new Set(side.rows.flatMap((rule) => rule.names ?? []));
      const more = [...lists.get("functional", undefined).entries.values()].flatMap(
        ({ code, names: all }): RowRule[] => {
          const name = all.at(-1)?.name;
          const isOther = code.length === CLASS_DIGITS && !known.has(code);
          return isOther && name !== undefined && !names.has(name)
            ? [{ kind: like.kind, level: like.level, names: [name], standsFor: code }]
            : [];
        },
      );
      return { ...side, rows: [...side.rows.slice(0, last + 1), ...more, ...side.rows.slice(last + 1)] };
    }),
  };
}

interface Out {
  readonly columns: ReadonlySet<number>;
  readonly kinds: ReadonlySet<string>;
}

/** Columns of sums across are narrower as well; groups without a column go. */
function withoutColumns(nodes: readonly HeaderNode[], out: ReadonlySet<number>): HeaderNode[] {
  return nodes.flatMap((node): HeaderNode[] => {
    if (isColumn(node)) return out.has(node.number) ? [] : [node];
    const children = withoutColumns(node.children, out);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}

function narrower(side: SideDefinition, { columns, kinds }: Out): SideDefinition {
  const { continues } = side;
  const rows = side.rows
    .filter(({ kind }) => !kinds.has(kind))
    .map((rule) =>
      rule.filled ? { ...rule, filled: rule.filled.filter((number) => !columns.has(number)) } : rule,
    );
  return {
    ...side,
    amountColumns: side.amountColumns.filter((number) => !columns.has(number)),
    rows,
    ...(continues ? { continues: continues.filter((_, at) => isLeft(side.amountColumns[at], columns)) } : {}),
  };
}

function isLeft(number: number | undefined, out: ReadonlySet<number>): boolean {
  return number !== undefined && !out.has(number);
}

/**
 * A relation as it stands without what was struck out; undefined where it says nothing any more. Of a sum across columns
 * (c3 = c4 + c5) not one addend can go: it would be wrong without it.
 */
function keptRelation(relation: RelationDefinition, { columns, kinds }: Out): RelationDefinition[] {
  const speaks = [...relation.text.matchAll(/\bc(\d+)\b/g)].some(([, number]) => columns.has(Number(number)));
  if (speaks) return [];
  let isEmpty = false;
  const text = relation.text.replace(/\[(>?)([^\]@:]*)\]/g, (whole, child: string, list: string) => {
    const all = list === "" ? [] : list.split("|");
    const left = all.filter((kind) => !kinds.has(kind));
    if (left.length === all.length) return whole;
    if (left.length === 0) isEmpty = true;
    return `[${child}${left.join("|")}]`;
  });
  return isEmpty ? [] : [{ ...relation, text }];
}
