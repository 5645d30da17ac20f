import { applyMend, MendOutdatedError, mendsOfCheck } from "../../../src/actions/mend";
import { takeBack } from "../../../src/actions/takeBack";
import { describe as say } from "../../../src/messages/describe";
import type { Mend } from "../../../src/planning/mend/mend";
import { planReport } from "../../../src/planning/report";
import { suspectText } from "../../../src/planning/suspectText";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../../src/validation/check";
import type { Finding } from "../../../src/validation/finding";
import { formatA1 } from "../../../src/workbook/address";
import { cellAtAddress } from "../../../src/workbook/snapshot";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { MemoryPort } from "../../support/memoryPort";
import { seedWorkbook } from "../../support/seedWorkbook";
import { sheetOf, smallT06, workbookOf } from "../../support/sheet";
import type { TestCell } from "../../support/sheet";

const bookOf = (changes: Readonly<Record<string, TestCell>>, more: readonly TestCell[][] = []) =>
  workbookOf(sheetOf("表6", [...smallT06(changes), ...more]));

const isError = ({ severity }: Finding) => severity === "error";

/** The mends of the first finding that a test picks. */
function mendsOf(workbook: WorkbookSnapshot, pick: (finding: Finding) => boolean = isError): readonly Mend[] {
  const checked = checkWorkbook(workbook, GUANGZHOU);
  const finding = checked.result.findings.find(pick);
  if (!finding) throw new Error("no such finding");
  return mendsOfCheck(finding, checked, workbook);
}

const labels = (mends: readonly Mend[]) => mends.map(({ label }) => say(label, "zh-CN"));
const previews = ([mend]: readonly Mend[]) =>
  mend?.cells.map(({ row, column, from, to }) => `${formatA1(row, column)} ${from} → ${to}`);

async function carriedOut(workbook: WorkbookSnapshot, [mend]: readonly Mend[]): Promise<WorkbookSnapshot> {
  const port = new MemoryPort(workbook);
  if (!mend) throw new Error("no mend");
  await applyMend(port, mend);
  return port.read();
}

describe("a wrong figure", () => {
  const wrong = bookOf({ "10,5": 1146.39 });

  it("is replaced by the one that mends all, and all agrees", async () => {
    const mends = mendsOf(wrong);
    expect(labels(mends)).toEqual(["表6 F11 改为 1,164.39"]);
    expect(previews(mends)).toEqual(["F11 1146.39 → 1164.39"]);
    const after = await carriedOut(wrong, mends);
    expect(checkWorkbook(after, GUANGZHOU).result.findings.filter(isError)).toEqual([]);
  });

  it("is told with the decimals of its table, in the mend, among the suspects and in the report", () => {
    const rows = smallT06({ "10,5": 1146.4 }).map((cells) =>
      cells.map((cell) =>
        typeof cell === "number" ? { value: Math.round(cell * 10) / 10, numberFormat: "#,##0.0" } : cell,
      ),
    );
    const workbook = workbookOf(sheetOf("表6", rows));
    expect(labels(mendsOf(workbook))).toEqual(["表6 F11 改为 1,164.4"]);
    const { result } = checkWorkbook(workbook, GUANGZHOU);
    const finding = result.findings.find(isError);
    expect(finding?.suspects.map((one) => suspectText(finding, one, "zh-CN"))).toContain(
      "可能错在 表6!F11，应为 1,164.4。",
    );
    const line = planReport(result, "校验报告", "zh-CN").rows.find((row) => row[1]?.text === "差错");
    expect(line?.slice(5, 8).map(({ text }) => text)).toEqual(["1,146.4", "1,164.4", "-18.0"]);
  });

  it("can be put back", async () => {
    const port = new MemoryPort(wrong);
    const [mend] = mendsOf(wrong);
    if (!mend) throw new Error("no mend");
    expect(await takeBack(port, await applyMend(port, mend))).toBe(1);
    expect(cellAtAddress(await port.read(), { sheet: "表6", row: 10, column: 5 })?.value).toBe(1146.39);
  });

  it("is left alone when the cell has been changed since", async () => {
    const [mend] = mendsOf(wrong);
    const port = new MemoryPort(bookOf({ "10,5": 1111 }));
    if (!mend) throw new Error("no mend");
    await expect(applyMend(port, mend)).rejects.toThrow(MendOutdatedError);
    expect(port.batches).toEqual([]);
  });

  it("that is a formula is never replaced by a number", () => {
    const formula = { value: 1146.39, formula: "=1000+146.39", numberFormat: "#,##0.00" };
    expect(mendsOf(bookOf({ "10,5": formula }))).toEqual([]);
  });
});

describe("a wrong total", () => {
  const MORE: readonly TestCell[] = ["2010302", "一般行政管理事务", 164.39, 0, 164.39, 164.39, 0];
  const parts = { "10,2": 1000, "10,4": 1000, "10,5": 1000 };

  it("gets its figure among figures, or the sum of its parts as a formula", () => {
    expect(labels(mendsOf(bookOf({ ...parts, "8,5": 1000 }, [[...MORE]])))).toEqual([
      "表6 F9 改为 1,164.39",
      "表6 F9 改用公式 =SUM(F10:F12)",
    ]);
  });

  it("gets a formula first where the sheet has formulas", () => {
    const formula = { value: 1890.17, formula: "=D8+E8", numberFormat: "#,##0.00" };
    expect(labels(mendsOf(bookOf({ ...parts, "8,5": 1000, "7,2": formula }, [[...MORE]])))).toEqual([
      "表6 F9 改用公式 =SUM(F10:F12)",
      "表6 F9 改为 1,164.39",
    ]);
  });

  it("with a formula that stops short has its range extended, and is not made a number", () => {
    const short = { value: 1000, formula: "=SUM(F10:F11)", numberFormat: "#,##0.00" };
    expect(labels(mendsOf(bookOf({ ...parts, "8,5": short }, [[...MORE]])))).toEqual([
      "表6 F9 的公式改为 =SUM(F10:F12)",
    ]);
  });

  it("over parts that do not stand together lists them", () => {
    const second = ["208", "社会保障和就业支出", 10, 10, 0, 0, 0];
    const child = ["20805", "行政事业单位养老支出", 10, 10, 0, 0, 0];
    const workbook = bookOf({ "6,2": 1900.17, "6,3": 725.78 }, [second, child]);
    expect(labels(mendsOf(workbook))).toContain("表6 D7 改用公式 =SUM(D8,D12)");
  });
});

describe("other findings", () => {
  const byRule = (rule: string) => (finding: Finding) => finding.rule === rule;

  it("numbers kept as text become numbers, printed as the tables print", async () => {
    const text = { value: " 1,164.39 ", numberFormat: "@" };
    const workbook = bookOf({ "10,5": text });
    const mends = mendsOf(workbook, byRule("cell.text-number"));
    expect(labels(mends)).toEqual(["表6 的 1 个文本数字改为数字"]);
    const cell = cellAtAddress(await carriedOut(workbook, mends), { sheet: "表6", row: 10, column: 5 });
    expect(cell).toEqual({ value: 1164.39, numberFormat: "#,##0.00" });
  });

  it("codes kept as numbers become texts", async () => {
    const workbook = bookOf({ "9,0": { value: 2010301, numberFormat: "General" } });
    const mends = mendsOf(workbook, byRule("cell.number-code"));
    const cell = cellAtAddress(await carriedOut(workbook, mends), { sheet: "表6", row: 9, column: 0 });
    expect(cell).toEqual({ value: "2010301", numberFormat: "@" });
  });

  it("a name that is not the list's gets the official one, wherever it stands in the row", () => {
    const mends = mendsOf({ ...bookOf({ "9,1": "行政\n运营" }), name: "2020.xlsx" }, byRule("code.name"));
    expect(previews(mends)).toEqual(["B10 行政\n运营 → 行政运行"]);
  });

  it("an outdated name keeps the numbering before it", () => {
    const seed = { ...seedWorkbook(), name: "2020.xlsx" };
    const mends = mendsOf(seed, (finding) => finding.rule === "code.outdated" && finding.table === "T01");
    expect(mends[0]?.cells[0]).toMatchObject({
      from: "十四、资源勘探信息等支出",
      to: "十四、资源勘探工业信息等支出",
    });
  });

  it("two codes that differ: either may be put in place of the other", () => {
    const mends = mendsOf(seedWorkbook(), byRule("code.mismatch"));
    expect(mends.map(({ cells }) => cells[0]?.to)).toEqual(["A020618020301", "[A02061802031]普通空调机"]);
  });

  it("rounding and missing rows have none: only a person can tell", () => {
    const seed = seedWorkbook("asPublished");
    expect(mendsOf(seed, byRule("rounding"))).toEqual([]);
    expect(mendsOf(seed, byRule("rows.missing"))).toEqual([]);
  });
});

describe("a wrong figure that stands in several cells", () => {
  /** 725.78 became 752.78 in the three rows above the one it belongs to, the class as a formula. */
  const wrong = bookOf({
    "6,3": 752.78,
    "7,3": { value: 752.78, formula: "=D9", numberFormat: "#,##0.00" },
    "8,3": 752.78,
  });

  it("is put right in all that were typed, and the formula follows", async () => {
    const mends = mendsOf(wrong);
    expect(labels(mends)).toEqual(["2 个单元格都改为 725.78"]);
    expect(previews(mends)).toEqual(["D7 752.78 → 725.78", "D9 752.78 → 725.78"]);
  });
});
