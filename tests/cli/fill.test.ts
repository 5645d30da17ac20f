import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WriteCell } from "../../src/workbook/edit";
import { applyEdits } from "../../src/xlsx/patch/applyEdits";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { bytesOf, COMPLETE, run, temporaryFolder } from "./run";

/** The real budget with the codes of 表6 (column A from its first body row on) emptied. */
function withoutCodes(): { readonly bytes: Uint8Array; readonly sheet: string } {
  const bytes = bytesOf(COMPLETE);
  const sheet = readWorkbook(bytes, "a.xlsx").sheets.find(({ name }) => name.startsWith("表6"))!;
  const edits = [...sheet.rows].flatMap(([row, cells]): WriteCell[] =>
    /^2\d{2,6}$/.test(String(cells.get(0)?.value))
      ? [{ kind: "writeCell", sheet: sheet.name, row, column: 0, content: null }]
      : [],
  );
  return { bytes: applyEdits(bytes, edits), sheet: sheet.name };
}

const textsOf = (bytes: Uint8Array, name: string) =>
  [...(readWorkbook(bytes, "a.xlsx").sheets.find((sheet) => sheet.name === name)?.rows ?? [])].map(
    ([row, cells]) => [row, cells.get(0)?.value],
  );

interface FillOutput {
  readonly summary: { readonly filled: number; readonly asked: number };
  readonly fills: readonly { readonly cell: string; readonly to: string; readonly why: readonly string[] }[];
}

describe("gouji fill", () => {
  test("writes a copy in which the codes are back as text, and leaves the original alone", async () => {
    const { bytes, sheet } = withoutCodes();
    const folder = temporaryFolder({ "in.xlsx": bytes });
    const [input, output] = [join(folder, "in.xlsx"), join(folder, "out.xlsx")];
    const filled = await run(["fill", input, "-o", output]);
    expect(filled.code).toBe(0);
    expect(filled.out).toContain("填 22 处，待定 0 处");
    expect(textsOf(bytesOf(output), sheet)).toEqual(textsOf(bytesOf(COMPLETE), sheet));
    expect(Buffer.compare(readFileSync(input), bytes)).toBe(0);
    expect((await run(["fill", output, "--dry-run"])).out).toContain("填 0 处");
  });

  test("a dry run says what it would do as JSON and writes nothing", async () => {
    const folder = temporaryFolder({ "in.xlsx": withoutCodes().bytes });
    const { code, out } = await run(["fill", join(folder, "in.xlsx"), "--dry-run", "--format", "json"]);
    const told = JSON.parse(out) as FillOutput;
    expect([code, told.summary.filled, told.summary.asked]).toEqual([0, 22, 0]);
    expect(told.fills.find(({ to }) => to === "2010301")?.why.join()).toContain("2010301");
  });

  test("without -o and --dry-run, with answers that are none, or with a missing file, it says so and stops", async () => {
    const folder = temporaryFolder({ "in.xlsx": withoutCodes().bytes });
    const input = join(folder, "in.xlsx");
    expect(await run(["fill", input])).toMatchObject({ code: 2, out: "" });
    writeFileSync(join(folder, "a.json"), "[1]");
    const answered = await run(["fill", input, "--dry-run", "--answers", join(folder, "a.json")]);
    expect(answered.code).toBe(2);
    expect(answered.err).toContain("a.json");
    expect((await run(["fill", join(folder, "没有.xlsx"), "--dry-run"])).code).toBe(2);
  });
});
