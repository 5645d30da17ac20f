import type { ColumnDefinition, ColumnKind, HeaderNode } from "../../tables/definition";
import type { HeadingPaths } from "../headingPaths";
import type { ColumnMatch } from "../recognised";
import type { BodyColumn } from "./bodyColumns";
import type { SideColumns } from "./sides";

/** A list of a table by the numbers of its columns. */
export interface NumberedSide {
  readonly code: number | undefined;
  /** 0 where its rows have no name. */
  readonly name: number;
  /** Words before the amounts in which a row without name and code says what it is. */
  readonly headColumns: readonly number[];
  /** Whatever else stands there, those columns too. */
  readonly texts: readonly number[];
  readonly amounts: readonly number[];
}

/** The columns of a table that no definition takes, numbered from left to right, with the tree of their headings. */
export interface Layout {
  readonly header: readonly HeaderNode[];
  readonly columns: ReadonlyMap<number, ColumnMatch>;
  readonly sides: readonly NumberedSide[];
}

/** Numbers the columns of the lists and puts their headings together as a definition has them. */
export function layOut(sheet: string, sides: readonly SideColumns[], paths: HeadingPaths): Layout {
  const used = sides
    .flatMap(({ code, name, texts, amounts }) => [code, name, ...texts, ...amounts])
    .filter((column) => column !== undefined);
  const ordered = [...new Set(used)].sort((a, b) => a.column - b.column);
  const numbers = new Map(ordered.map((column, index) => [column, index + 1]));
  const names = new Set(sides.map(({ name }) => name));
  const codes = new Set(sides.map(({ code }) => code));
  const codeNames = new Map(sides.flatMap(({ codeNames: own }) => own));
  const numberOf = (column: BodyColumn | undefined) => (column && numbers.get(column)) ?? 0;
  const leaves = ordered.map((column): Leaf => {
    const path = paths.get(column.column);
    const headings = withoutRepeats(path?.path ?? []);
    const number = numberOf(column);
    const isOwn = names.has(column) || codes.has(column);
    const name = codeNames.get(column);
    const namedBy = name && isOfCode(name.heading) ? numberOf(name) : undefined;
    const definition = columnDefinition(column, {
      number,
      label: headings.at(-1) ?? `第${number}栏`,
      isOwn,
      namedBy,
    });
    const [row, at] = path?.cell ?? [0, column.column];
    return {
      groups: headings.slice(0, -1),
      definition,
      match: {
        definition,
        sheetColumn: column.column,
        heading: headings.join("/"),
        headingCell: { sheet, row, column: at },
        score: headings.length > 0 ? 1 : 0,
        by: "content",
        ...("levels" in column && column.levels
          ? { reading: { kind: "levels", sheetColumns: column.levels } }
          : {}),
      },
    };
  });
  return {
    header: treeOf(leaves),
    columns: new Map(leaves.map(({ definition, match }) => [definition.number, match])),
    sides: sides.map(({ code, name, heads, texts, amounts }) => ({
      code: code && numberOf(code),
      name: numberOf(name),
      headColumns: heads.map(numberOf),
      texts: texts.map(numberOf),
      amounts: amounts.map(numberOf),
    })),
  };
}

interface Leaf {
  readonly groups: readonly string[];
  readonly definition: ColumnDefinition;
  readonly match: ColumnMatch;
}

/** 科目名称 is the name of the code beside it, 项目名称 that of what is paid under the code. */
function isOfCode(heading: string): boolean {
  return !/(项目|单位|部门|采购|资产|事项)(名称)?$/.test(
    heading
      .split("/")
      .at(-1)
      ?.replace(/\([^()]*\)$/, "") ?? "",
  );
}

/** A column as it is numbered, called and used. */
interface Numbered {
  readonly number: number;
  readonly label: string;
  /** It names the rows of a list, or holds its codes. */
  readonly isOwn: boolean;
  readonly namedBy: number | undefined;
}

function columnDefinition(column: BodyColumn, { number, label, isOwn, namedBy }: Numbered): ColumnDefinition {
  const listed = "systems" in column && column.systems.length > 0 ? { systems: column.systems } : {};
  const kinds: Readonly<Record<BodyColumn["kind"], ColumnKind>> = {
    code: "code",
    // Numbered kinds of things that no list knows are words.
    codeAndName: isOwn || "systems" in listed ? "codeAndName" : "text",
    amount: "amount",
    text: isOwn ? "name" : "text",
    measure: "text",
    ordinal: "text",
  };
  const named = namedBy === undefined ? {} : { namedBy };
  return { number, label, kind: kinds[column.kind], ...listed, ...named };
}

/** A heading written again below itself is one. */
function withoutRepeats(path: readonly string[]): string[] {
  return path.filter((text, index) => text !== path[index - 1]);
}

function treeOf(leaves: readonly Leaf[], depth = 0): HeaderNode[] {
  const nodes: HeaderNode[] = [];
  for (let at = 0; at < leaves.length;) {
    const leaf = leaves[at] as Leaf;
    const group = leaf.groups[depth];
    if (group === undefined) {
      nodes.push(leaf.definition);
      at++;
      continue;
    }
    let end = at + 1;
    while (leaves[end]?.groups[depth] === group) end++;
    nodes.push({ label: group, children: treeOf(leaves.slice(at, end), depth + 1) });
    at = end;
  }
  return nodes;
}
