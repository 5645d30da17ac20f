import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { readOfficeDefaults } from "../../src/actions/officeDefaults";
import { fileOf } from "../support/snapshotFile";
import { twelveTables } from "../support/twelveTables";
import { COMPLETE, run, temporaryFolder } from "./run";

const SCHEMA = JSON.parse(readFileSync(join(__dirname, "../../docs/office.schema.json"), "utf8")) as object;

/** A folder with what an office has: its tables as learned, a relation that does not hold, a list without most codes. */
async function office() {
  const folder = temporaryFolder({
    "表样.xlsx": fileOf(twelveTables()),
    "规则.json": JSON.stringify({
      rules: [{ id: "自7", text: "T06[合计].c3 = T06[合计].c4", title: "只有基本支出" }],
    }),
    "科目.csv":
      "科目编码,科目名称\n201,一般公共服务支出\n20103,政府办公厅（室）及相关机构事务\n2010301,行政运行\n",
  });
  const at = (name: string) => join(folder, name);
  await run(["learn", at("表样.xlsx"), "-o", at("表样.json"), "--name", "某某厅表样"]);
  const made = await run(
    ["defaults", "--name", "某某厅 2027", "--set", at("表样.json"), "--rules", at("规则.json")].concat([
      ...["--codes", at("科目.csv"), "--rate", "15", "-o", at("office.json")],
    ]),
  );
  return { at, made, folder };
}

test("gouji defaults puts an office's files together into one that fits its schema and reads without a problem", async () => {
  const { at, made } = await office();
  expect(made).toMatchObject({ code: 0, err: "" });
  expect(made.out).toContain("表样 1 套，自定义勾稽关系 1 条，科目清单 1 份");
  const text = readFileSync(at("office.json"), "utf8");
  const validate = new Ajv({ strict: false }).compile(SCHEMA);
  expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
  const { name, sets, rules, codeLists, thresholds } = readOfficeDefaults(text, "office.json");
  expect({ name, rate: thresholds.rate, problems: rules.problems }).toEqual({
    name: "某某厅 2027",
    rate: "15",
    problems: [],
  });
  expect([sets[0]?.name, rules.rules[0]?.id, codeLists[0]?.entries.length]).toEqual(["某某厅表样", "自7", 3]);
});

test("gouji check --defaults goes by its relations, lists and tables", async () => {
  const { at } = await office();
  const rulesOf = async (...args: string[]) => {
    const { out } = await run(["check", COMPLETE, "--format", "json", ...args]);
    const [file] = (JSON.parse(out) as { files: { findings: { rule: string; severity: string }[] }[] }).files;
    return file?.findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule) ?? [];
  };
  expect(await rulesOf()).toEqual([]);
  const found = await rulesOf("--defaults", at("office.json"));
  expect(found).toContain("自7");
  expect(found.filter((rule) => rule.startsWith("code.")).length).toBeGreaterThan(5);
  const { out } = await run(["check", at("表样.xlsx"), "--defaults", at("office.json"), "--format", "json"]);
  const [{ tables } = { tables: [] }] = (JSON.parse(out) as { files: { tables: { by: string }[] }[] }).files;
  expect(tables).toHaveLength(12);
  expect(new Set(tables.map(({ by }) => by))).toEqual(new Set(["name"]));
});

test("files that cannot be used are named with why, and nothing is written or checked", async () => {
  const { at, folder } = await office();
  writeFileSync(at("坏规则.json"), "{");
  writeFileSync(at("空.csv"), "");
  const before = readdirSync(folder);
  const args = ["--rules", at("坏规则.json"), "--codes", at("空.csv"), "-o", at("不写.json")];
  const made = await run(["defaults", ...args]);
  expect(made).toMatchObject({ code: 2, out: "" });
  expect(made.err).toMatch(/坏规则\.json: 勾稽关系文件不是 JSON 格式/);
  expect(made.err).toMatch(/空\.csv: /);
  expect(readdirSync(folder)).toEqual(before);
  writeFileSync(at("office.json"), '{"version": 1, "rulez": []}');
  const checked = await run(["check", COMPLETE, "--defaults", at("office.json")]);
  expect(checked).toMatchObject({ code: 2, out: "" });
  expect(checked.err).toContain("没有“rulez”这一项");
  const missing = await run(["check", COMPLETE, "--defaults", at("没有.json")]);
  expect(missing).toMatchObject({ code: 2, out: "" });
});
