import type { Locale } from "../src/messages/describe";
import type { ImportedList } from "../src/codes/import/importedList";
import type { FunctionHost } from "./functions";

/** Ids of the functions that cells may use, as assets/functions.json has them. */
export const FUNCTION_IDS = ["NAME", "CODE", "PARENT", "LEVEL"] as const;

type Work = (...args: readonly unknown[]) => unknown;

/** Ties the functions of functions.ts to their ids; what they do is loaded when a cell first asks for one. */
export function associateLater(
  host: FunctionHost,
  locale: Locale,
  lists: () => Promise<readonly ImportedList[]>,
): void {
  let loaded: Promise<ReadonlyMap<string, Work>> | undefined;
  const load = () =>
    (loaded ??= import("./functions").then(({ associateFunctions }) => {
      const works = new Map<string, Work>();
      const taken: FunctionHost = {
        associate: (id, work) => void works.set(id, work as Work),
        error: host.error,
      };
      associateFunctions(taken, locale, lists);
      return works;
    }));
  for (const id of FUNCTION_IDS)
    host.associate(id, async (...args: readonly unknown[]) => (await load()).get(id)?.(...args));
}
