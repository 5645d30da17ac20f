import type { PackInsertion } from "./insertion";

/** A standard table as data: recognition, relations and insertion all read this one definition. */

/** The classification a code column is written in (see src/codes). */
export type CodeSystem =
  | "functional"
  | "economicDepartment"
  | "economicGovernment"
  | "income"
  | "procurement"
  | "purchasedService"
  | "unit";

/** code: a bare code; codeAndName: `[code]name`; amount: a figure the relations speak of; text: anything else. */
export type ColumnKind = "code" | "name" | "codeAndName" | "amount" | "text";

/** One column (栏), a leaf of the header tree. */
export interface ColumnDefinition {
  /** The printed column number (栏次); relations say c3 for the column numbered 3. */
  readonly number: number;
  readonly label: string;
  /** Other headings seen for the same column. */
  readonly synonyms?: readonly string[];
  readonly kind: ColumnKind;
  /** Some offices leave it out; relations over it do not apply then. */
  readonly isOptional?: boolean;
  /** For code columns: the systems whose codes it holds, tried in this order. */
  readonly systems?: readonly CodeSystem[];
  /** For code columns: the column with the name of the code, where that need not be the name of the row. */
  readonly namedBy?: number;
}

/** A heading over several columns. */
export interface HeaderGroup {
  readonly label: string;
  readonly synonyms?: readonly string[];
  readonly children: readonly HeaderNode[];
}

export type HeaderNode = ColumnDefinition | HeaderGroup;

/**
 * How a body row is told: the first rule of a side whose every condition holds gives the row its kind.
 * A rule without conditions takes any row with a name.
 */
export interface RowRule {
  /** The Chinese term by which relations name such rows, e.g. 合计, 单位, 项目, 类. */
  readonly kind: string;
  /** Depth: a row's parent is the nearest row above it of a smaller level (see SideDefinition.parents). */
  readonly level: number;
  /** The row's name, numbering and 其中： taken off, is one of these. */
  readonly names?: readonly string[];
  /** The row's code matches. */
  readonly code?: RegExp;
  /** How many digits such codes have: what formulas tell these rows by. */
  readonly digits?: readonly number[];
  /** Where this kind of row has its code, when not in the side's code column; the first that matches counts. */
  readonly codeColumns?: readonly number[];
  /** At least one of these columns says something (blank, 无 and dashes say nothing). */
  readonly filled?: readonly number[];
  /** The code every row of this rule stands for (statement lines carry names only). */
  readonly standsFor?: string;
  /** Only the first row that fits is of this kind; further ones are of the kinds that follow. */
  readonly isOnce?: boolean;
  /** A table without such a row is incomplete. */
  readonly required?: boolean;
}

/**
 * position: the parent is the nearest row above of a smaller level (the total row wherever it stands).
 * code: the parent is the nearest row present whose code is a prefix (类 3, 款 5, 项 7 digits).
 */
export type ParentRule = "position" | "code";

/** A list of rows in a table. Most tables have one side; the two-sided statements (T01, T04) have 收入 and 支出. */
export interface SideDefinition {
  /** 0 where rows have no name. */
  readonly nameColumn: number;
  readonly codeColumn?: number;
  /** Further columns of words, in which a row says what it is where it has neither name nor code (a unit above its lines). */
  readonly headColumns?: readonly number[];
  readonly amountColumns: readonly number[];
  readonly parents: ParentRule;
  readonly rows: readonly RowRule[];
  /**
   * The list goes on from the side before it, printed in blocks side by side: the amount columns of the first block that its
   * own stand for, in their order.
   */
  readonly continues?: readonly number[];
}

/** The amount column of a side that stands for one of the block in which its list begins. */
export function ownColumn({ amountColumns, continues }: SideDefinition, number: number): number {
  const at = continues?.indexOf(number) ?? -1;
  return at < 0 ? number : (amountColumns[at] ?? number);
}

/** The sides of a table as lists: each with the blocks in which it goes on. */
export function listsOf(sides: readonly SideDefinition[]): readonly SideDefinition[][] {
  const lists: SideDefinition[][] = [];
  for (const side of sides) {
    const open = lists.at(-1);
    if (side.continues && open) open.push(side);
    else lists.push([side]);
  }
  return lists;
}

/** A relation as it stands in a definition; the notation is described in notation.ts. */
export interface RelationDefinition {
  /** "T06.c3=c4+c5", "T03.tree", "X06": never renumbered, never reused. */
  readonly id: string;
  readonly text: string;
  /** A relation on which this one depends: where it does not hold, `otherwise` applies instead, if there is one. */
  readonly when?: string;
  readonly otherwise?: string;
  /** What a failure is: an error unless it says otherwise. */
  readonly severity?: "warning";
  /** What it is for, in the words of the office that added it; left out where it does not say. */
  readonly purpose?: string;
  /** Of a relation that nobody wrote down: in how many of the places where it speaks of amounts the figures bear it out. */
  readonly evidence?: Evidence;
}

/** How far figures bear out a relation that was derived from a table's own parts. */
export interface Evidence {
  readonly held: number;
  readonly of: number;
}

export interface TableDefinition {
  /** "T06" */
  readonly id: string;
  /** "表6" */
  readonly label: string;
  readonly title: string;
  readonly titleVariants?: readonly string[];
  readonly header: readonly HeaderNode[];
  readonly sides: readonly SideDefinition[];
  readonly relations: readonly RelationDefinition[];
}

/** The tables of one jurisdiction and the relations between them. */
export interface Pack {
  readonly id: string;
  readonly name: string;
  readonly tables: readonly TableDefinition[];
  readonly across: readonly RelationDefinition[];
  /** What empty tables of this set are made with. */
  readonly insertion: PackInsertion;
}

/** Sets of tables, of which a workbook is taken to be made of the one that it holds most of. */
export type Packs = readonly [Pack, ...Pack[]];

/** True for a column, false for a heading over several. */
export function isColumn(node: HeaderNode): node is ColumnDefinition {
  return "number" in node;
}

/** A column with the headings above it, outermost first. */
export interface ColumnPath {
  readonly column: ColumnDefinition;
  readonly ancestors: readonly HeaderGroup[];
}

/** The columns of a header tree from left to right, each with the headings above it. */
export function columnPaths(
  nodes: readonly HeaderNode[],
  ancestors: readonly HeaderGroup[] = [],
): ColumnPath[] {
  return nodes.flatMap((node) =>
    isColumn(node) ? [{ column: node, ancestors }] : columnPaths(node.children, [...ancestors, node]),
  );
}

/** The column with a printed number, and the heading right above it where there is one; undefined where there is no such column. */
export function findColumn(
  nodes: readonly HeaderNode[],
  number: number,
  group?: HeaderGroup,
): { readonly column: ColumnDefinition; readonly group: HeaderGroup | undefined } | undefined {
  for (const node of nodes) {
    if (!isColumn(node)) {
      const found = findColumn(node.children, number, node);
      if (found) return found;
    } else if (node.number === number) return { column: node, group };
  }
  return undefined;
}

/** The column with a printed number. Throws when the table has none: a slip in a definition. */
export function getColumn(table: TableDefinition, number: number): ColumnDefinition {
  const found = findColumn(table.header, number);
  if (!found) throw new Error(`${table.id} has no column ${number}`);
  return found.column;
}

/** True when the column with a printed number holds amounts. */
export function columnIsAmount(table: TableDefinition, number: number): boolean {
  return getColumn(table, number).kind === "amount";
}
