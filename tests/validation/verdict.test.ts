import { mendsOfCheck } from "../../src/actions/mend";
import { describe as say } from "../../src/messages/describe";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../src/validation/check";
import type { CheckedWorkbook } from "../../src/validation/check";
import type { Finding } from "../../src/validation/finding";
import { namedSuspects } from "../../src/validation/finding";
import { formatA1, parseRange } from "../../src/workbook/address";
import type { CellAddress } from "../../src/workbook/address";
import { cellAtAddress } from "../../src/workbook/snapshot";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { calculatedByUniver } from "../support/calculated";
import { insertedWorkbook } from "../support/insertedWorkbook";
import { SLIPS } from "../support/slips";
import { seedWorkbook, withValue } from "../support/seedWorkbook";

const place = ({ sheet, row, column }: CellAddress) => `${sheet}!${formatA1(row, column)}`;

function changed(workbook: WorkbookSnapshot, sheet: string, cell: string, value: number): WorkbookSnapshot {
  const at = parseRange(cell);
  if (!at) throw new Error(`${cell} is no cell`);
  return withValue(workbook, sheet, at.firstRow, at.firstColumn, value);
}

/** The one error of a workbook. */
function errorOf({ result }: CheckedWorkbook): Finding {
  const errors = result.findings.filter(({ severity }) => severity === "error");
  expect(errors).toHaveLength(1);
  return errors[0] as Finding;
}

describe("a finding is led by the cell to blame", () => {
  const workbook = changed(seedWorkbook(), "表10", "E13", 9083.92);
  const checked = checkWorkbook(workbook, GUANGZHOU);
  const finding = errorOf(checked);

  it("in its sentence, with what it is and what it should be", () => {
    expect(say(finding.message, "zh-CN")).toBe(
      "表10 E13 9,083.92 看来应为 9,083.29 万元：3 条勾稽因此不符，如表10 D13（智慧白云信息化建设项目经费）：" +
        "财政拨款合计 9,083.29，应等于 一般公共预算 9,083.92 + 政府性基金预算 0.00 + 国有资本经营预算 0.00" +
        " = 9,083.92，少 0.63 万元",
    );
    expect(say(finding.message, "en-US")).toMatch(
      /^表10 E13 9,083.92 should probably be 9,083.29 万元: 3 relations/,
    );
  });

  it("where a jump lands, and in its figures", () => {
    expect(finding.cell && place(finding.cell)).toBe("表10!E13");
    expect([finding.actual, finding.expected, finding.difference]).toEqual(["9083.92", "9083.29", "0.63"]);
    expect(finding.verdict).toMatchObject({ kind: "one", named: 1 });
  });

  it("with one mend", () => {
    const mends = mendsOfCheck(finding, checked, workbook);
    expect(mends.map(({ label }) => say(label, "zh-CN"))).toEqual(["表10 E13 改为 9,083.29"]);
  });

  it("by the relation itself where that cell is its total", () => {
    const total = errorOf(checkWorkbook(changed(seedWorkbook(), "表6", "C8", 100), GUANGZHOU));
    expect(say(total.message, "zh-CN")).toMatch(
      /^表6 C8（201 一般公共服务支出）：总计 100.00，应等于 基本支出/,
    );
  });
});

test("figures of 收支总表 are told by their rows, not by the one column that they share", () => {
  const workbook = changed(seedWorkbook(), "表4", "D5", 1890.71);
  const { result } = checkWorkbook(workbook, GUANGZHOU);
  const told = result.findings
    .filter(({ severity, sheet }) => severity === "error" && (sheet === "表1" || sheet === "表4"))
    .flatMap(({ message, equations = [] }) => [
      say(message, "zh-CN"),
      ...equations.flatMap(({ left, right }) => [...left, ...right].map(({ label }) => label)),
    ]);
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((text) => /^(\d{4}\s*)?年?预算/.test(text))).toEqual([]);
  expect(told.join()).toContain("一般公共服务支出");
});

test("twenty slips are twenty findings, each led by its own cell and mended by its main mend", () => {
  const slipped = SLIPS.reduce(
    (workbook, [sheet, cell, wrong]) => changed(workbook, sheet, cell, wrong),
    seedWorkbook(),
  );
  const checked = checkWorkbook(slipped, GUANGZHOU);
  const errors = checked.result.findings.filter(({ severity }) => severity === "error");
  expect(errors.map(({ cell }) => cell && place(cell)).sort()).toEqual(
    SLIPS.map(([sheet, cell]) => `${sheet}!${cell}`).sort(),
  );
  for (const error of errors) {
    const [main] = mendsOfCheck(error, checked, slipped);
    expect(main?.cells.map((cell) => [place(cell), Number(cell.to)])).toEqual([
      [error.cell && place(error.cell), error.cell && cellAtAddress(seedWorkbook(), error.cell)?.value],
    ]);
  }
});

describe("a finding that cannot tell which cell is wrong", () => {
  let checked: CheckedWorkbook;
  let workbook: WorkbookSnapshot;

  beforeAll(async () => {
    workbook = await calculatedByUniver(changed(insertedWorkbook(), "表6", "D10", 725.78));
    checked = checkWorkbook(workbook, GUANGZHOU);
  }, 60_000);

  it("says so and names the two places that disagree", () => {
    const finding = errorOf(checked);
    expect(say(finding.message, "zh-CN")).toBe(
      "表6 D7：合计 基本支出 725.78，应等于 表8 合计 一般公共预算 0.00，多 725.78 万元；无法断定错在哪一处，请核对 表6 D7、表8 E6",
    );
    expect(finding.verdict?.places.map(place)).toEqual(["表6!D7", "表8!E6"]);
    expect(namedSuspects(finding)).toEqual([]);
  });

  it("offers no mend without evidence", () => {
    expect(mendsOfCheck(errorOf(checked), checked, workbook)).toEqual([]);
  });
});

test("a figure typed over a formula of a tree of sums has its formula offered alone", async () => {
  const workbook = await calculatedByUniver(changed(insertedWorkbook(), "表6", "D8", 12.5));
  const checked = checkWorkbook(workbook, GUANGZHOU);
  const mends = mendsOfCheck(errorOf(checked), checked, workbook);
  expect(mends).toHaveLength(1);
  expect(mends[0]?.edits[0]).toMatchObject({
    content: {
      formula:
        "=SUMPRODUCT((LEN(INDEX($A8:$A$33,2):$A$33)=5)*(LEFT(INDEX($A8:$A$33,2):$A$33,3)=$A8),INDEX(D8:D$33,2):D$33)",
    },
  });
}, 60_000);
