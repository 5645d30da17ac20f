import type { CodeList, Coverage } from "./codeLists";
import { readEntries } from "./codeLists";

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

/** What is known of a list that is loaded on demand, before it is. */
export type LargeListAbout = Omit<CodeList, "entries">;

/** The lists that are loaded on demand, each as far as it is known without loading it. */
export const LARGE_LISTS: readonly LargeListAbout[] = Object.entries(LARGE).map(
  ([id, { kind, edition, title, coverage, years }]) => ({ id, kind, edition, title, coverage, years }),
);

/**
 * Loads and reads one of them, each call anew (ShippedLists holds them). Rejects where it cannot be loaded: the add-in's
 * host is gone.
 */
export async function loadLargeList(about: LargeListAbout): Promise<CodeList> {
  const data = await LARGE[about.id]?.load();
  if (!data) throw new RangeError(`no list ${about.id}`);
  return { ...about, entries: readEntries(data.default) };
}
