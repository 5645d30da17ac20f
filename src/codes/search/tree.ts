import type { IndexedName, SearchIndex } from "./buildIndex";

/** Official rows by the list and the code they stand directly below; the top rows of a list below "". */
type Children = ReadonlyMap<string, readonly IndexedName[]>;

const known = new WeakMap<SearchIndex, Children>();

/** The codes directly below one of a list, in the order of the list; the top ones for "". Worked out once an index. */
export function rowsBelow(index: SearchIndex, list: string, code: string): readonly IndexedName[] {
  let children = known.get(index);
  if (!children) known.set(index, (children = readChildren(index)));
  return children.get(`${list} ${code}`) ?? [];
}

function readChildren({ names }: SearchIndex): Children {
  const children = new Map<string, IndexedName[]>();
  for (const row of names) {
    if (row.other) continue;
    const key = `${row.list.id} ${row.above[0]?.entry.code ?? ""}`;
    const rows = children.get(key);
    if (rows) rows.push(row);
    else children.set(key, [row]);
  }
  return children;
}
