import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ImportedList } from "../../src/codes/import/importedList";
import { associateFunctions } from "../../taskpane/functions";

type Work = (...args: unknown[]) => unknown;

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly description: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly optional?: boolean;
    }[];
  }[];
}

function associated(
  locale: "zh-CN" | "en-US" = "zh-CN",
  lists: readonly ImportedList[] = [],
): Map<string, Work> {
  const works = new Map<string, Work>();
  associateFunctions(
    {
      associate: (id, work) => void works.set(id, work as Work),
      error: (code, message) => new Error(`${code}: ${message}`),
    },
    locale,
    async () => lists,
  );
  return works;
}

const metadata = (file: string) =>
  JSON.parse(readFileSync(join(__dirname, "../../assets", file), "utf8")) as Metadata;

test.each(["functions.json", "functions.en-US.json"])(
  "%s describes the functions that are associated",
  (file) => {
    const { functions } = metadata(file);
    expect(functions.map(({ id }) => id).sort()).toEqual([...associated().keys()].sort());
    for (const { description, parameters } of functions) {
      expect(description.length).toBeGreaterThan(10);
      expect(parameters.every((one) => one.description.length > 0)).toBe(true);
      // Excel takes optional parameters only behind the others.
      const optional = parameters.map((one) => one.optional === true);
      expect(optional).toEqual([...optional].sort());
    }
  },
);

test("both languages describe the same parameters", () => {
  const names = (file: string) =>
    metadata(file).functions.map(({ id, parameters }) => [id, parameters.map(({ name }) => name)]);
  expect(names("functions.en-US.json")).toEqual(names("functions.json"));
});

test("a code may be a number, and what is left out may be null or 0", async () => {
  const works = associated();
  expect(await works.get("NAME")?.(2210201, null, 0)).toBe("住房公积金");
  expect(await works.get("NAME")?.("207", "功能", 2018)).toBe("文化体育与传媒支出");
  expect(await works.get("CODE")?.("行政运行", 20103, undefined, undefined)).toBe("2010301");
  expect(works.get("PARENT")?.(2010301)).toBe("20103");
  expect(works.get("LEVEL")?.("2010301")).toBe(3);
});

test("an unknown code throws the host's error with a sentence", async () => {
  await expect(associated().get("NAME")?.("2999999", null, null)).rejects.toThrow(
    "notAvailable: 目录中没有编码 2999999",
  );
  expect(() => associated("en-US").get("LEVEL")?.("甲")).toThrow("invalidValue: “甲” is not a code");
});

test("they go by the lists of the user and the workbook", async () => {
  const own: ImportedList = {
    kind: "functional",
    title: "本地科目",
    year: undefined,
    isAuthoritative: true,
    entries: [{ code: "2010388", name: "数据管理" }],
  };
  const works = associated("zh-CN", [own]);
  expect(await works.get("NAME")?.(2010388, null, 0)).toBe("数据管理");
  expect(await works.get("CODE")?.("数据管理")).toBe("2010388");
});
