import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { table10 } from "./table10";

/** The real budget of 2020 as .xlsx: 14 tables, about 500 rows. */
export const SEED = "tests/fixtures/baiyun-2020.xlsx";

/** Where the benchmark's own files go. */
export const FOLDER = "dist/bench/files";

/** A file of 表10 with so many rows; made anew in every run. */
export function table10File(rows: number): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `table10-${rows}.xlsx`);
  writeFileSync(file, table10(rows));
  return file;
}

/** A folder with copies of the seed alone. */
export function folderOfSeeds(copies: number): string {
  const folder = join(FOLDER, "seeds");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let copy = 1; copy <= copies; copy++) copyFileSync(SEED, join(folder, `预算${copy}.xlsx`));
  return folder;
}

/** Takes away what the benchmark wrote. */
export function removeFiles(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}
