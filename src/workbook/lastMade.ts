/**
 * What was last made of an object and of others beside it. It is made anew only when one of those is another object or
 * value, which after carryOver means that an edit has touched it; what is made must depend on nothing else.
 */
export class LastMade<K extends object, V> {
  private readonly made = new WeakMap<K, { readonly from: readonly unknown[]; readonly value: V }>();

  /** The value made of `key` and `from`, by `make` where it is not at hand. */
  get(key: K, from: readonly unknown[], make: () => V): V {
    const known = this.made.get(key);
    if (known && known.from.length === from.length && known.from.every((one, index) => one === from[index]))
      return known.value;
    const value = make();
    this.made.set(key, { from, value });
    return value;
  }
}
