import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read, write } from "@e965/xlsx";
import { checkSnapshot } from "../../../src/actions/validate";
import { legacyKindOf } from "../../../src/xlsx/legacy/fileKind";
import { openableFile } from "../../../src/xlsx/legacy/openableFile";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { excel95, withPassword } from "../../support/excel95";
import { encodeGbk } from "../../support/gbk";
import { SMALL_T06 } from "../../support/sheet";
import { oleFile } from "../zip/archives";

const fixture = (name: string) => new Uint8Array(readFileSync(join(__dirname, "../../fixtures", name)));
const SEED = fixture("baiyun-2020.xlsx");
const OLD_SEED = fixture("baiyun-2020.xls");

const opened = async (bytes: Uint8Array, name = "预算.xls") => {
  const file = await openableFile(bytes);
  return { from: file.from, workbook: readWorkbook(file.bytes, name) };
};

/** What a sheet holds, cell by cell. */
const cellsOf = ({ sheets }: ReturnType<typeof readWorkbook>) =>
  sheets.map(({ name, rows, isHidden, isProtected }) => ({
    name,
    isHidden,
    isProtected,
    rows: [...rows].map(([row, cells]) => [row, [...cells]]),
  }));

/** The .xls with its cells behind the end of the file, as after a broken copy: its directory says where they would be. */
const cutOff = (xls: Uint8Array) => {
  const file = xls.slice();
  const name = [..."Workbook"].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const entry = file.findIndex(
    (_, at) => at % 128 === 0 && name.every((byte, place) => file[at + place] === byte),
  );
  // The size of a stream stands 120 bytes into its entry. Source: [MS-CFB] 2.6.1.
  new DataView(file.buffer).setUint32(entry + 120, 900_000, true);
  return file;
};

const page = (charset: string) => `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta http-equiv=Content-Type content="text/html; charset=${charset}"></head><body><table>
${SMALL_T06.map((row) => `<tr>${row.map((cell) => `<td>${printed(cell)}</td>`).join("")}</tr>`).join("\n")}
</table></body></html>`;

const printed = (cell: unknown): string =>
  typeof cell === "number" ? cell.toLocaleString("en-US", { minimumFractionDigits: 2 }) : String(cell ?? "");

describe("an .xls", () => {
  it("of the 2020 budget holds the same cells as the .xlsx, and has the same findings", async () => {
    const { from, workbook } = await opened(OLD_SEED, "baiyun-2020.xlsx");
    const modern = readWorkbook(SEED, "baiyun-2020.xlsx");
    expect(from).toBe("xls");
    expect(cellsOf(workbook)).toEqual(cellsOf(modern));
    const findings = checkSnapshot(workbook).findings;
    expect(findings).toEqual(checkSnapshot(modern).findings);
    expect(findings.filter(({ severity }) => severity === "warning")).toHaveLength(4);
  });

  it("keeps formulas and their results, errors, hidden and protected sheets, and number formats", async () => {
    const { workbook } = await opened(fixture("old-formulas.xls"));
    const [first, second] = workbook.sheets;
    const at = (row: number, column: number) => first?.rows.get(row)?.get(column);
    expect(at(0, 3)).toEqual({ value: 3.005, formula: "=SUM(A1:B1)", numberFormat: "#,##0.00" });
    expect(at(0, 4)).toMatchObject({ value: "", formula: '=IF(C1="甲","","乙")' });
    expect(at(1, 0)).toMatchObject({ value: 8.005, formula: "=SUM(隐藏!A1,A1)" });
    expect(at(1, 1)).toMatchObject({ value: { error: "#DIV/0!" }, formula: "=1/0" });
    expect([first?.isProtected, first?.isHidden]).toEqual([true, false]);
    expect(second).toMatchObject({ name: "隐藏", isHidden: true, isProtected: false });
  });

  it("of Excel 95 is read in the code page of its computer", async () => {
    const { from, workbook } = await opened(excel95());
    expect(from).toBe("xls");
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["部门预算"]);
    const row = workbook.sheets[0]?.rows.get(0);
    expect([row?.get(0)?.value, row?.get(1)?.value]).toEqual(["行政运行", 571.92]);
  });

  it("with a password is refused as such, and one that is broken as one that cannot be read", async () => {
    await expect(openableFile(withPassword(OLD_SEED))).rejects.toMatchObject({ code: "file.encrypted" });
    await expect(openableFile(oleFile("Workbook"))).rejects.toMatchObject({ code: "file.legacyXls" });
    await expect(openableFile(cutOff(OLD_SEED))).rejects.toMatchObject({ code: "file.legacyXls" });
  });
});

describe("what calls itself .xls", () => {
  it("an XML spreadsheet of Excel 2003 is read as one", async () => {
    const xml = write(read(SEED, { type: "array", cellNF: true }), {
      bookType: "xlml",
      type: "buffer",
    }) as Buffer;
    const { from, workbook } = await opened(new Uint8Array(xml), "baiyun-2020.xls");
    expect(from).toBe("xmlSpreadsheet");
    expect(checkSnapshot(workbook).relations).toEqual(
      checkSnapshot(readWorkbook(SEED, "baiyun-2020.xls")).relations,
    );
  });

  it.each([
    ["UTF-8", new TextEncoder().encode(page("utf-8"))],
    ["GBK", encodeGbk(page("gb2312"))],
  ])(
    "a web page in %s gives its tables: codes stay texts, amounts are numbers that print the same",
    async (_, bytes) => {
      const { from, workbook } = await opened(bytes);
      expect(from).toBe("htmlTable");
      const cells = workbook.sheets[0]?.rows.get(9);
      expect([0, 1, 2].map((column) => cells?.get(column))).toEqual([
        { value: "2010301", numberFormat: "General" },
        { value: "行政运行", numberFormat: "General" },
        { value: 725.78, numberFormat: "0.00" },
      ]);
      expect(checkSnapshot(workbook).findings).toEqual([]);
    },
  );

  it("an .xlsx is given back byte for byte, and so is what is no workbook", async () => {
    expect((await openableFile(SEED)).bytes).toBe(SEED);
    for (const text of ["科目编码,科目名称\n", "<html><p>没有表格</p></html>", ""])
      expect(legacyKindOf(new TextEncoder().encode(text))).toBeUndefined();
  });
});
