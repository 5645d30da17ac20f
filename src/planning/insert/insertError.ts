import type { MessageArgs } from "../../messages/messageRef";

/** Why tables cannot be inserted as asked; `key` and `args` are a message, the sentence for the log. */
export class InsertError extends Error {
  constructor(
    readonly key:
      | "insert.badCode"
      | "insert.badListLine"
      | "insert.protected"
      | "insert.changedSince"
      | "insert.usedSince",
    readonly args: MessageArgs,
  ) {
    super([key, ...Object.values(args)].join(" "));
    this.name = "InsertError";
  }
}
