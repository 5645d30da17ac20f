import { join } from "node:path";
import { applyEdits } from "../../src/xlsx/patch/applyEdits";
import { nationalWorkbook } from "../support/nationalWorkbook";
import { fileOf } from "../support/snapshotFile";
import { COMPLETE, addressBook, bytesOf, run, temporaryFolder } from "./run";

const TEXT = join(__dirname, "../fixtures/text/baiyun-2020.txt");

interface Printed {
  readonly version: number;
  readonly set: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly points: readonly {
    readonly rule: string;
    readonly id: string;
    readonly status: string;
    readonly point: string;
    readonly basis: string;
    readonly message: string | null;
    readonly cells: readonly { readonly sheet: string; readonly cell: string }[];
  }[];
}

async function json(...args: readonly string[]): Promise<Printed & { readonly exit: number }> {
  const { code, out, err } = await run(["complete", ...args, "--format", "json"]);
  if (out === "") throw new Error(err);
  return { ...(JSON.parse(out) as Printed), exit: code };
}

/** Points that are not met, as "rule id". */
function open({ points }: Printed, status = "unmet"): string[] {
  return points.filter((one) => one.status === status).map(({ rule, id }) => `${rule} ${id}`);
}

describe("gouji complete", () => {
  test("finds everything in the published budget with its explanation", async () => {
    const found = await json(COMPLETE, "--text", TEXT);
    expect(found).toMatchObject({ exit: 0, version: 1, set: "guangzhou-2020" });
    expect(open(found)).toEqual([]);
    expect(open(found, "doubt")).toEqual([]);
    expect(found.points.every(({ basis }) => basis.startsWith("依据："))).toBe(true);
    expect(found.counts["met"]).toBe(35);
  });

  test("leaves what the explanation says open where there is none", async () => {
    const found = await json(COMPLETE);
    expect(
      found.points.filter(({ rule }) => rule === "complete.section").map(({ status }) => status),
    ).toEqual(Array.from({ length: 9 }, () => "unknown"));
  });

  test("says which table is missing, which part of the text, and which row is not detailed", async () => {
    const workbook = nationalWorkbook();
    const sheets = workbook.sheets
      .filter(({ name }) => name !== "三公")
      .map((sheet) =>
        sheet.name === "支出总表"
          ? { ...sheet, rows: new Map([...sheet.rows].filter(([row]) => row !== 11 && row !== 12)) }
          : sheet,
      );
    const folder = temporaryFolder({
      "预算.xlsx": fileOf({ ...workbook, sheets }),
      "说明.md": "第一部分 部门概况\n\n一、部门职责\n\n第二部分 名词解释\n",
    });
    const found = await json(join(folder, "预算.xlsx"), "--text", join(folder, "说明.md"));
    expect(found.exit).toBe(1);
    expect(open(found)).toEqual(
      expect.arrayContaining([
        "complete.table N09",
        "complete.sangong 三公",
        "complete.section purchases",
        "complete.detail N03",
      ]),
    );
    expect(open(found)).not.toContain("complete.section duties");
    expect(
      found.points.find(({ rule, id }) => rule === "complete.detail" && id === "N03")?.message,
    ).toContain("21201");
  });

  test("wants a note on an empty table, and none on one with figures", async () => {
    const folder = temporaryFolder({ "预算.xlsx": fileOf(nationalWorkbook()) });
    const file = join(folder, "预算.xlsx");
    const bare = await json(file);
    expect(open(bare)).toEqual(["complete.empty N06", "complete.empty N07"]);
    const noted = applyEdits(bytesOf(file), [
      {
        kind: "writeCell",
        sheet: "政府性基金",
        row: 8,
        column: 0,
        content: { value: "注：本部门没有政府性基金预算支出，故本表为空表。" },
      },
      {
        kind: "writeCell",
        sheet: "国有资本",
        row: 8,
        column: 0,
        content: { value: "注：本单位2026年无国有资本经营预算支出" },
      },
      {
        kind: "writeCell",
        sheet: "项目",
        row: 12,
        column: 0,
        content: { value: "注：本部门没有项目支出，故本表为空表" },
      },
    ]);
    const found = await json(join(temporaryFolder({ "注明.xlsx": noted }), "注明.xlsx"));
    expect(open(found)).toEqual(["complete.empty N10"]);
    expect(found.points.find(({ rule, id }) => rule === "complete.table" && id === "N10")?.status).toBe(
      "met",
    );
  });

  test("prints a list to tick", async () => {
    const { out } = await run(["complete", COMPLETE, "--text", TEXT]);
    expect(out).toContain("☑ 有表6《一般公共预算支出预算表（按功能分类科目）》");
    expect(out).toContain("☐ 批复后二十日内公开 [人工核对]");
    expect(out).toContain("依据：财预〔2016〕143号");
  });

  test("refuses a workbook without tables", async () => {
    const folder = temporaryFolder({ "通讯录.xlsx": await addressBook() });
    const { code, out, err } = await run(["complete", join(folder, "通讯录.xlsx")]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("通讯录.xlsx");
  });
});
