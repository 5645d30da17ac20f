import { areTree, codeTreeModel } from "./codeTree";
import type { ReadSide } from "./deriveTable";
import type { RowFacts } from "./rowFacts";

/**
 * Lists of codes printed in blocks side by side are one list: the same classification, as many amounts, codes that go on
 * from where the block before ends, and no total of the block before that would be its own alone. Others stay as they are.
 */
export function inBlocks(id: string, sides: readonly ReadSide[]): ReadSide[] {
  const groups: ReadSide[][] = [];
  for (const side of sides) {
    const open = groups.at(-1);
    if (open && goesOn(open, side)) open.push(side);
    else groups.push([side]);
  }
  return groups.flatMap((group) => joined(id, group));
}

function goesOn(open: readonly ReadSide[], side: ReadSide): boolean {
  const [first] = open as [ReadSide];
  const [system] = side.systems;
  if (system === undefined || first.systems[0] !== system) return false;
  if (first.definition.amountColumns.length !== side.definition.amountColumns.length) return false;
  const [before, own] = [open.flatMap(codesOf), codesOf(side)];
  const known = new Set(before);
  if (own.length === 0 || before.length === 0 || own.some((code) => known.has(code))) return false;
  if (lastOf(before) > firstOf(own)) return false;
  const totals = withoutBeside([...open, side]).flatMap((facts, index) =>
    index < open.length ? facts.filter(({ isTotal }) => isTotal) : [],
  );
  if (totals.length === 0) return true;
  // A total of all goes over further blocks; another one only over what is left of its last class.
  const isOfAll = totals.every(({ key }) => /^(合计|总计|共计)$/.test(key));
  return ownTotals(side).length === 0 && (isOfAll || startsUnder(known, own));
}

function codesOf({ facts }: ReadSide): string[] {
  return facts.flatMap(({ code }) => (code === "" ? [] : [code]));
}

function ownTotals({ facts }: ReadSide): RowFacts[] {
  return facts.filter(({ isTotal, isBeside }) => isTotal && !isBeside);
}

/** What the rows of each block say, names that stand in another block counted there alone. */
function withoutBeside(group: readonly ReadSide[]): (readonly RowFacts[])[] {
  const [, ...others] = group;
  const named = new Set(others.flatMap(ownTotals).map(({ sheetRow }) => sheetRow));
  return group.map(({ facts }, index) =>
    facts.filter(({ isBeside, sheetRow }) => !isBeside || (index === 0 && !named.has(sheetRow))),
  );
}

function firstOf(codes: readonly string[]): string {
  return codes[0] ?? "";
}

function lastOf(codes: readonly string[]): string {
  return codes.at(-1) ?? "";
}

/** The first code belongs under one of the blocks before. */
function startsUnder(known: ReadonlySet<string>, own: readonly string[]): boolean {
  const first = firstOf(own);
  return [...known].some((code) => code.length < first.length && first.startsWith(code));
}

/** The blocks of one list under one model; as they were where together they are no tree of codes. */
function joined(id: string, group: readonly ReadSide[]): readonly ReadSide[] {
  const [first, ...others] = group;
  if (!first || others.length === 0) return group;
  const facts = withoutBeside(group).flat();
  const { codeColumn, nameColumn, amountColumns } = first.definition;
  const shared = codeColumn === nameColumn ? codeColumn : undefined;
  const coded = { id, facts, systems: first.systems, shared };
  if (!areTree(coded)) return group;
  const model = codeTreeModel(coded);
  return group.map((side): ReadSide => {
    const rows = model.rows.map((rule) =>
      rule.codeColumns && side.definition.codeColumn !== undefined
        ? { ...rule, codeColumns: [side.definition.codeColumn] }
        : rule,
    );
    const continues = side === first ? {} : { continues: amountColumns };
    return {
      ...side,
      definition: { ...side.definition, parents: model.parents, rows, ...continues },
      proposals: side === first ? model.proposals : [],
      total: side === first ? model.total : undefined,
      isStatement: false,
    };
  });
}
