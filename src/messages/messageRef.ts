/** A sentence still to be worded: a key of src/messages and its arguments. The middle of the product carries only these. */
export interface MessageRef {
  readonly key: string;
  readonly args: Readonly<Record<string, string>>;
}
