import type { CodeKind, CodeList, Coverage } from "./codeLists";
import { getCodeList, readEntries } from "./codeLists";

/** A list too large to be loaded with the pane, or one seldom asked for: its data is fetched when it is wanted. */
interface LargeSource extends Omit<CodeList, "entries" | "id"> {
  readonly load: () => Promise<{ readonly default: string }>;
}

const YEARS_SINCE_2022: readonly [number, number] = [2023, 2026];

const LARGE: Readonly<Record<string, LargeSource>> = {
  // Source: 财政部《政府采购品目分类目录》, 财库〔2022〕31号.
  "procurement-2022": {
    kind: "procurement",
    edition: 2022,
    title: "政府采购品目分类目录（2022年印发）",
    coverage: "complete" satisfies Coverage,
    years: YEARS_SINCE_2022,
    load: () => import("./data/procurement-2022.tsv"),
  },
  "purchasedService-central": {
    kind: "purchasedService",
    edition: 2020,
    title: "中央本级政府购买服务指导性目录",
    coverage: "partial" satisfies Coverage,
    years: [2020, 2020],
    load: () => import("./data/purchased-services-central-2020.tsv"),
  },
};

/** The lists loaded on demand that are for a year which the one always at hand is not for. */
export async function loadListsFor(years: readonly number[]): Promise<CodeList[]> {
  const isFor = ([first, last]: readonly [number, number], year: number) => year >= first && year <= last;
  const wanted = Object.entries(LARGE).filter(([, { kind, years: own }]) =>
    years.some((year) => isFor(own, year) && !isFor(getCodeList(kind).years, year)),
  );
  return Promise.all(wanted.map(([id, large]) => loadOnce(id, large)));
}

const loading = new Map<string, Promise<CodeList>>();

/**
 * The lists that are loaded on demand, those of one classification when it is given. Read once; a failure to load
 * (the add-in's host is gone) is not remembered, so that the next call tries again.
 */
export async function loadLargeLists(kind?: CodeKind): Promise<CodeList[]> {
  const wanted = Object.entries(LARGE).filter(([, large]) => kind === undefined || large.kind === kind);
  return Promise.all(wanted.map(([id, large]) => loadOnce(id, large)));
}

function loadOnce(id: string, { load, ...about }: LargeSource): Promise<CodeList> {
  const known = loading.get(id);
  if (known) return known;
  const list = load().then(
    (data): CodeList => ({ id, ...about, entries: readEntries(data.default) }),
    (error: unknown) => {
      loading.delete(id);
      throw error;
    },
  );
  loading.set(id, list);
  return list;
}
