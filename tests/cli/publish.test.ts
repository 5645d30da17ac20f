import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { checkSnapshot } from "../../src/actions/validate";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { hasLibreOffice } from "../support/libreOffice";
import { run, temporaryFolder } from "./run";

const BUDGET = join(__dirname, "../fixtures/baiyun-2020.xlsx");

/** The parts of the public version of a file, and what was said. */
async function published(from: string, ...flags: string[]) {
  const file = join(temporaryFolder({}), "公开.xlsx");
  const said = await run(["publish", from, "-o", file, ...flags]);
  const bytes = new Uint8Array(readFileSync(file));
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  return { ...said, file, bytes, parts: new Map(parts) };
}

const sheetParts = (parts: ReadonlyMap<string, string>) =>
  [...parts].filter(([name]) => name.startsWith("xl/worksheets/")).map(([, text]) => text);

describe("gouji publish", () => {
  it("writes title page, directory and all tables, with the figures of the original", async () => {
    const { code, err, out, bytes } = await published(BUDGET);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/封面、目录和 14 张表，表格共 \d+ 页/);
    const copy = readWorkbook(bytes, "公开.xlsx");
    expect(copy.sheets.map(({ name }) => name)).toEqual([
      "封面",
      "目录",
      ...Array.from({ length: 14 }, (_, index) => `表${index + 1}`),
    ]);
    expect(copy.sheets[0]?.rows.get(1)?.get(0)?.value).toBe("广州市白云区政务服务数据管理局");
    const before = checkSnapshot(readWorkbook(new Uint8Array(readFileSync(BUDGET)), "2020.xlsx")).relations;
    expect(checkSnapshot(copy).relations).toEqual(before);
  });

  it("has nothing in it but what prints: no formula, fill, note, name, property or hidden thing", async () => {
    const { parts } = await published(BUDGET);
    expect(
      [...parts.keys()].filter((name) =>
        /docProps|comments|custom|drawing|external|vba|calcChain/.test(name),
      ),
    ).toEqual([]);
    const text = sheetParts(parts).join("");
    expect(text).not.toMatch(/<f>|<conditionalFormatting|hidden=|<dataValidation|<hyperlink/);
    expect(parts.get("xl/styles.xml")).not.toMatch(/patternType="solid"/);
    expect(parts.get("xl/workbook.xml")).not.toMatch(/state="(very)?hidden"/i);
    expect(
      [...(parts.get("xl/workbook.xml") ?? "").matchAll(/definedName name="([^"]*)"/g)].map(
        ([, name]) => name,
      ),
    ).toEqual(expect.arrayContaining(["_xlnm.Print_Area"]));
    expect(parts.get("xl/workbook.xml")).not.toMatch(/definedName name="(?!_xlnm\.Print_)/);
  });

  it("prints no letter smaller than 7 points, on A4 or A3", async () => {
    const { parts } = await published(BUDGET);
    const setups = sheetParts(parts).map(
      (text) => /paperSize="(\d+)" scale="(\d+)"/.exec(text)?.slice(1) ?? [],
    );
    expect(new Set(setups.map(([paper]) => paper))).toEqual(new Set(["8", "9"]));
    const sizes = [...(parts.get("xl/styles.xml") ?? "").matchAll(/<sz val="([\d.]+)"/g)].map(([, size]) =>
      Number(size),
    );
    const smallest = Math.min(...sizes) * Math.min(...setups.map(([, scale]) => Number(scale) / 100));
    expect(smallest).toBeGreaterThanOrEqual(7);
  });

  (hasLibreOffice ? it : it.skip)("has as many pages as its directory says", async () => {
    const { out, file, bytes } = await published(BUDGET);
    const tables = Number(/共 (\d+) 页/.exec(out)?.[1]);
    const directory = readWorkbook(bytes, "公开.xlsx").sheets[1];
    const begin = [...(directory?.rows.values() ?? [])].flatMap((row) => row.get(2)?.value ?? []);
    expect(begin[0]).toBe(1);
    expect(begin).toEqual([...begin].sort((a, b) => Number(a) - Number(b)));
    const folder = mkdtempSync(join(tmpdir(), "gouji-pdf-"));
    try {
      execFileSync(
        "soffice",
        [
          `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
          ...["--headless", "--convert-to", "pdf", "--outdir", folder, file],
        ],
        { stdio: "ignore", timeout: 120_000 },
      );
      const pdf = readFileSync(join(folder, "公开.pdf"), "latin1");
      expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(tables + 2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("says that a file without tables has nothing to publish, and ends with 2", async () => {
    const folder = temporaryFolder({});
    const { code, err } = await run(["publish", join(folder, "没有.xlsx"), "-o", join(folder, "公开.xlsx")]);
    expect(code).toBe(2);
    expect(err).not.toBe("");
  });
});
