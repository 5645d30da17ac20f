import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** A file that results are written to as they come, and that is there only once all of them are. */
export interface ResultFile {
  readonly write: (text: string) => void;
  /** Puts the file in its place. */
  readonly keep: () => void;
  /** Leaves what was there before; nothing after `keep`. */
  readonly drop: () => void;
}

/** Opens a file beside where the results will lie. It and what it gives throw what the file system throws. */
export function openResult(path: string): ResultFile {
  const part = join(dirname(resolve(path)), `.gouji-${crypto.randomUUID()}.tmp`);
  const file = openSync(part, "wx");
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write: (text) => {
      // The system may take less than it is given.
      for (let rest = Buffer.from(text, "utf8"); rest.length > 0;)
        rest = rest.subarray(writeSync(file, rest));
    },
    keep: () => {
      close();
      renameSync(part, path);
    },
    drop: () => {
      close();
      rmSync(part, { force: true });
    },
  };
}
