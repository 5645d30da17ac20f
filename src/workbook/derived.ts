/**
 * What is worked out of objects that never change, such as definitions, pictures of sheets and their rows: each thing once,
 * for as long as somebody holds both this and the object. Whoever works with many objects holds one and passes it.
 */
export class Derived {
  private readonly made = new WeakMap<object, Map<unknown, unknown>>();

  /**
   * What `make` makes of an object, worked out when it is first asked for.
   * @param make depends on nothing but the object; the same function each time, since it is what the thing is found by
   */
  of<O extends object, T>(object: O, make: (object: O) => T): T {
    let own = this.made.get(object);
    if (!own) this.made.set(object, (own = new Map()));
    if (!own.has(make)) own.set(make, make(object));
    return own.get(make) as T;
  }
}
