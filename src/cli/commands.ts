import type { AddCommand } from "./command";

/** The commands in the order of the help text, each with its module, which is loaded when the command is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<{ readonly add: AddCommand }>>> = {
  check: () => import("./checkCommand"),
  mark: () => import("./markCommand"),
  unmark: () => import("./unmarkCommand"),
  balance: () => import("./balanceCommand"),
  insert: () => import("./insertCommand"),
  "from-list": () => import("./fromListCommand"),
  "verify-system": () => import("./verifyCommand"),
  codes: () => import("./codesCommand"),
  fill: () => import("./fillCommand"),
  rows: () => import("./rowsCommand"),
  text: () => import("./textCommand"),
  serve: () => import("./serveCommand"),
  summary: () => import("./summaryCommand"),
  draft: () => import("./draftCommand"),
  publish: () => import("./publishCommand"),
  learn: () => import("./learnCommand"),
  compare: () => import("./compareCommand"),
  units: () => import("./unitsCommand"),
  complete: () => import("./completeCommand"),
  defaults: () => import("./defaultsCommand"),
  consolidate: () => import("./consolidateCommand"),
};

/**
 * What adds the command that a command line begins with; all of them where it begins with none (help, options, a word
 * that is no command), since the answer then speaks of all.
 */
export async function commandsFor(first: string | undefined): Promise<readonly AddCommand[]> {
  const load = first !== undefined && Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  const modules = await Promise.all((load ? [load] : Object.values(COMMANDS)).map((one) => one()));
  return modules.map(({ add }) => add);
}
