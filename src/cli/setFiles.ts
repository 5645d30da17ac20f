import { readFileSync } from "node:fs";
import { readOwnSets } from "../actions/ownSets";
import type { ValidateOptions } from "../actions/validate";
import type { MessageRef } from "../messages/messageRef";
import { fileProblem } from "./fileReport";

type Packs = NonNullable<ValidateOptions["sets"]>;

/** Reads files of an office's own sets; gives them and their texts, or what is wrong with them, each with its line. */
export function readSetFiles(
  files: readonly string[],
):
  | { readonly texts: readonly string[]; readonly packs: Packs }
  | { readonly problems: readonly MessageRef[] } {
  const read: { name: string; text: string }[] = [];
  try {
    for (const name of files) read.push({ name, text: readFileSync(name, "utf8") });
  } catch (error) {
    return { problems: [fileProblem(error)] };
  }
  const sets = readOwnSets(read);
  return "problems" in sets ? sets : { texts: read.map(({ text }) => text), packs: sets.packs };
}

/** The sets of texts that were read without a problem. */
export function packsOf(texts: readonly string[]): Packs {
  const sets = readOwnSets(texts.map((text) => ({ name: "", text })));
  return "packs" in sets ? sets.packs : [];
}

/** Puts the values of an option that may stand there several times, or with commas between them, into one list. */
export function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...value.split(/[,，]/).filter((part) => part !== "")];
}
