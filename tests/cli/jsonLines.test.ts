import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { AS_PUBLISHED, bytesOf, COMPLETE, run, temporaryFolder, wrongBudget } from "./run";

const SCHEMA = join(__dirname, "../../docs/jsonl.schema.json");
const validate = new Ajv({ strict: false, allErrors: true }).compile(
  JSON.parse(readFileSync(SCHEMA, "utf8")) as object,
);

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);

function mixed(): string {
  return temporaryFolder({
    "来/对.xlsx": bytesOf(COMPLETE),
    "来/错.xlsx": wrongBudget(),
    "来/公开.xlsx": bytesOf(AS_PUBLISHED),
    "来/坏.xlsx": "不是工作簿",
    "单位/对/甲.xlsx": bytesOf(COMPLETE),
    "单位/错/甲.xlsx": bytesOf(COMPLETE),
    "单位/公开/坏.xlsx": "不是工作簿",
    "说明.txt": bytesOf(join(__dirname, "../fixtures/text/baiyun-2020.txt")),
  });
}

describe("a line of --format jsonl", () => {
  test.each([
    ["check", (folder: string) => ["check", join(folder, "来")]],
    ["mark", (folder: string) => ["mark", join(folder, "来"), "-o", join(folder, "去")]],
    ["fill", (folder: string) => ["fill", join(folder, "来"), "--dry-run"]],
    ["units", (folder: string) => ["units", join(folder, "来"), join(folder, "单位")]],
    ["text", (folder: string) => ["text", join(folder, "说明.txt"), "--tables", COMPLETE]],
  ])("of gouji %s keeps to the schema of the documentation", async (command, args) => {
    const { out } = await run([...args(mixed()), "--format", "jsonl"]);
    const lines = linesOf(out);
    expect(lines.length).toBe(command === "text" ? 1 : 4);
    for (const line of lines) {
      validate(line);
      expect(validate.errors ?? []).toEqual([]);
      expect(line).toMatchObject({ version: 1, command });
    }
  });

  test("is not taken by the schema without its version, with an amount as a number, or with a severity of no kind", async () => {
    const { out } = await run(["check", join(mixed(), "来", "错.xlsx"), "--format", "jsonl"]);
    const [line] = linesOf(out) as [Record<string, unknown> & { findings: Record<string, unknown>[] }];
    const [finding] = line.findings;
    for (const broken of [
      { ...line, version: 2 },
      { ...line, findings: [{ ...finding, expected: 571.92 }] },
      { ...line, findings: [{ ...finding, severity: "fatal" }] },
      { ...line, counts: undefined },
    ])
      expect(validate(JSON.parse(JSON.stringify(broken)))).toBe(false);
  });
});

/** The queries of the documentation, in its order. */
const QUERIES = [
  ...readFileSync(join(__dirname, "../../docs/scale.md"), "utf8").matchAll(/```sql\n([^]*?)```/g),
].map(([, sql = ""]) => sql);

describe("the DuckDB queries of docs/scale.md", () => {
  test("give what the lines say", async () => {
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const folder = mixed();
    const { out } = await run(["check", join(folder, "来"), "--format", "jsonl"]);
    writeFileSync(join(folder, "结果.jsonl"), out);
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const ask = async (sql: string) => {
      const reader = await connection.runAndReadAll(sql.replace("结果.jsonl", join(folder, "结果.jsonl")));
      return reader.getRowObjects();
    };
    const lines = linesOf(out) as {
      file: string;
      error: unknown;
      counts: { error: number };
      findings: { rule: string; severity: string }[];
    }[];
    const [worst = "", rules = "", ...others] = QUERIES;
    expect(others).toEqual([]);
    const files = await ask(worst);
    expect(files.map((row) => [row["file"], Number(row["errors"])])).toEqual(
      lines
        .filter(({ error }) => error === null)
        .map(({ file, counts }) => [file, counts.error])
        .sort((a, b) => Number(b[1]) - Number(a[1])),
    );
    const counted = new Map<string, number>();
    for (const { rule, severity } of lines.flatMap(({ findings }) => findings))
      if (severity === "error") counted.set(rule, (counted.get(rule) ?? 0) + 1);
    const asked = await ask(rules);
    expect(new Map(asked.map((row) => [row["rule"], Number(row["findings"])]))).toEqual(counted);
    connection.closeSync();
  });
});
