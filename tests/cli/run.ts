import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { runCommand } from "../../src/cli/program";
import type { ExitCode } from "../../src/cli/command";

const FIXTURES = join(__dirname, "../fixtures");

export const COMPLETE = join(FIXTURES, "baiyun-2020.xlsx");
export const AS_PUBLISHED = join(FIXTURES, "baiyun-2020-as-published.xlsx");

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs the command; `now` gives the milliseconds its clock shows, standing still when left out. */
export async function run(args: readonly string[], now: () => number = () => 0): Promise<Ran> {
  let out = "";
  let err = "";
  const code = await runCommand(args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    now,
  });
  return { code, out, err };
}

/** Folders made by temporaryFolder, removed after each test. */
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A new folder with these files; names may have folders before them. */
export function temporaryFolder(files: Readonly<Record<string, Uint8Array | string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "gouji-cli-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}

/** The complete budget with text replaced in some of its parts. */
export function changedBudget(part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytesOf(COMPLETE));
  const before = strFromU8(parts[part] ?? new Uint8Array());
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${part}`);
  return zipSync({ ...parts, [part]: strToU8(after) }, { mtime: "2020-02-01T00:00:00" });
}

/** The complete budget with 表6 C10 行政运行 总计 571.92 typed as 572.92. */
export function wrongBudget(): Uint8Array {
  return changedBudget("xl/worksheets/sheet6.xml", (xml) =>
    xml.replace(/(<c r="C10"[^>]*><v>)571\.92(<\/v>)/, "$1572.92$2"),
  );
}

/** A sound workbook without a budget table. */
export async function addressBook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("通讯录").addRows([
    ["姓名", "电话"],
    ["某某", "12345"],
  ]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
