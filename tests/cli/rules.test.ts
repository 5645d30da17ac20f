import { join } from "node:path";
import ExcelJS from "exceljs";
import { json, rulesOf } from "./json";
import { COMPLETE, run, temporaryFolder } from "./run";

const TOO_MUCH = "表10[政务中心*].c3 <= 表8[合计].c3 * 0.1";

describe("gouji check --rules", () => {
  it("checks the relations of a JSON file like the others", async () => {
    const folder = temporaryFolder({
      "rules.json": JSON.stringify({ rules: [{ id: "自1", text: TOO_MUCH }] }),
    });
    const { code, files } = await json(COMPLETE, "--rules", join(folder, "rules.json"));
    expect(code).toBe(1);
    expect(files[0] && rulesOf(files[0], "error")).toEqual([expect.stringMatching(/^T10 自1 C\d+$/)]);
  });

  it("reads them from a workbook with a rule sheet", async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("自定义勾稽").addRows([
      ["编号", "关系"],
      ["甲", TOO_MUCH],
    ]);
    const folder = temporaryFolder({ "rules.xlsx": new Uint8Array(await workbook.xlsx.writeBuffer()) });
    const { files } = await json(COMPLETE, "--rules", join(folder, "rules.xlsx"));
    expect(files[0] && rulesOf(files[0], "error")).toEqual([expect.stringMatching(/^T10 甲 C\d+$/)]);
  });

  it.each([
    ["rules.json", "{", "不是 JSON 格式"],
    ["rules.json", "{}", "没有 rules 列表"],
    ["rules.xlsx", "x", "不是 Excel 工作簿"],
  ])("%s with %s is refused before anything is checked", async (name, content, why) => {
    const file = join(temporaryFolder({ [name]: content }), name);
    const { code, out, err } = await run(["check", COMPLETE, "--rules", file]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(why);
  });

  it("a file that is not there is refused", async () => {
    const { code, err } = await run(["check", COMPLETE, "--rules", "nowhere.json"]);
    expect(code).toBe(2);
    expect(err).toContain("找不到");
  });

  it("a workbook without a rule sheet is refused", async () => {
    const { code, err } = await run(["check", COMPLETE, "--rules", COMPLETE]);
    expect(code).toBe(2);
    expect(err).toContain("没有写着关系的“自定义勾稽”工作表");
  });
});
