/** Thrown inside this folder by whatever is not plain. */
class NotPlain extends Error {}

/** Ends the plain way of reading: the part has something that only the strict way can judge. */
export function notPlain(): never {
  throw new NotPlain();
}

/** What `read` gives, or undefined when it met something that is not plain. */
export function plainly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}
