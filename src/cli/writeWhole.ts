import { rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** Writes a file so that either the whole of it is there or what was there before. Throws what the file system throws. */
export async function writeWhole(output: string, bytes: Uint8Array): Promise<void> {
  const part = join(dirname(resolve(output)), `.gouji-${crypto.randomUUID()}.tmp`);
  try {
    await writeFile(part, bytes, { flag: "wx" });
    await rename(part, output);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
