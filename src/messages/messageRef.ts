/** What stands in a sentence: a text, or several that are listed as the reader's language lists them. */
export type MessageArgs = Readonly<Record<string, string | readonly string[]>>;

/** A sentence still to be worded: a key of src/messages and its arguments. The middle of the product carries only these. */
export interface MessageRef {
  readonly key: string;
  readonly args: MessageArgs;
}
