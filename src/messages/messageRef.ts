/**
 * What stands in a sentence: a text, several that are listed as the reader's language lists them, or another sentence that
 * is part of it.
 */
export type MessageArg = string | readonly string[] | MessageRef;
export type MessageArgs = Readonly<Record<string, MessageArg>>;

/** A sentence still to be worded: a key of src/messages and its arguments. The middle of the product carries only these. */
export interface MessageRef {
  readonly key: string;
  readonly args: MessageArgs;
}
