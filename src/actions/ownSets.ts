import type { MessageRef } from "../messages/messageRef";
import type { Pack } from "../tables/definition";
import { readSet } from "../tables/setFile/readSet";

/**
 * Reads texts of an office's own sets, each with the name by which its problems are told; gives the sets, or everything that
 * is wrong, each with its line. Two tables of one id are a problem, too.
 */
export function readOwnSets(
  files: readonly { readonly name: string; readonly text: string }[],
): { readonly packs: readonly Pack[] } | { readonly problems: readonly MessageRef[] } {
  const packs: Pack[] = [];
  const problems: MessageRef[] = [];
  const seen = new Set<string>();
  for (const { name: file, text } of files) {
    const read = readSet(text);
    if ("problems" in read) {
      for (const { line, problem, args } of read.problems)
        problems.push({ key: `set.${problem}`, args: { file, line: String(line), ...args } });
      continue;
    }
    for (const { id } of read.pack.tables) {
      if (seen.has(id)) problems.push({ key: "set.idTwice", args: { file, line: "1", found: id } });
      seen.add(id);
    }
    packs.push(read.pack);
  }
  return problems.length > 0 ? { problems } : { packs };
}
