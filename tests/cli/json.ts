import { run } from "./run";

/** What the command promises to print, see docs/command-line.md. */
export interface Json {
  readonly version: number;
  readonly files: readonly JsonFile[];
}

export interface JsonFile {
  readonly file: string;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly tables: readonly Record<string, unknown>[];
  readonly unplaced: readonly Record<string, unknown>[];
  readonly relations: Record<string, number>;
  readonly findings: readonly JsonFinding[];
}

export interface JsonFinding {
  readonly severity: string;
  readonly rule: string;
  readonly table: string | null;
  readonly sheet: string;
  readonly cell: string | null;
  readonly message: string;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly difference: string | null;
  readonly cells: readonly Record<string, unknown>[];
  readonly suspects: readonly Record<string, unknown>[];
  readonly relations: readonly { readonly rule: string; readonly cells: unknown }[];
  readonly act?: Record<string, unknown>;
}

/** gouji check --format json with these arguments; asserts the outermost shape. */
export async function json(
  ...args: string[]
): Promise<{ code: number; err: string; files: readonly JsonFile[] }> {
  const { code, out, err } = await run(["check", "--format", "json", ...args]);
  const parsed = JSON.parse(out) as Json;
  expect(Object.keys(parsed)).toEqual(["version", "files"]);
  expect(parsed.version).toBe(1);
  return { code, err, files: parsed.files };
}

/** "T06 T06.c3=c4+c5 C10" for each finding of a severity. */
export const rulesOf = ({ findings }: JsonFile, severity: string) =>
  findings.flatMap((finding) =>
    finding.severity === severity ? [[finding.table, finding.rule, finding.cell].join(" ")] : [],
  );
