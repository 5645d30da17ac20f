import { PACKS } from "../../../src/tables/packs";
import { readSet } from "../../../src/tables/setFile/readSet";
import { writeSet } from "../../../src/tables/setFile/writeSet";

test.each(PACKS)("the set $name, written as a file and read again, is the same", (pack) => {
  const read = readSet(writeSet(pack));
  const { id, name, tables, across } = pack;
  expect("pack" in read && read.pack).toMatchObject({ id, name, across });
  expect("pack" in read && read.pack.tables).toEqual(tables);
});

const SET = `{
  "version": 1,
  "id": "某某局",
  "name": "某某局自用表",
  "tables": [
    {
      "id": "U01",
      "label": "项目表",
      "title": "重点项目支出表",
      "header": [
        { "number": 1, "label": "项目名称", "kind": "name" },
        { "number": 2, "label": "合计", "kind": "amount" },
        { "number": 3, "label": "其中：结转", "kind": "amount" }
      ],
      "sides": [
        {
          "nameColumn": 1,
          "amountColumns": [2, 3],
          "parents": "position",
          "rows": [{ "kind": "合计", "level": 0, "names": ["合计"] }, { "kind": "项目", "level": 1 }]
        }
      ],
      "relations": [{ "id": "U01.tree", "text": "[合计] = Σ[>项目]" }]
    }
  ],
  "across": []
}
`;

/** "12 relation tables[0].relations[0].text": line, problem, place. */
function problemsIn(text: string): string[] {
  const read = readSet(text);
  return "problems" in read
    ? read.problems.map(({ line, problem, args }) => `${line} ${problem} ${args["at"]}`)
    : [];
}

test("a set written by hand is read", () => {
  expect(readSet(SET)).toMatchObject({ pack: { name: "某某局自用表", tables: [{ id: "U01" }] } });
});

test.each([
  ["a comma too many", SET.replace('"version": 1,', '"version": 1,,'), ["2 notJson "]],
  ["a text that ends too early", SET.slice(0, 300), ["13 notJson "]],
  [
    "a column of codes named by none of the table",
    SET.replace('"label": "项目名称", "kind": "name"', '"label": "科目编码", "kind": "code", "namedBy": 9'),
    ["10 column tables[0].header"],
  ],
  [
    "a word for a number",
    SET.replace('"level": 0', '"level": "零"'),
    ["20 type tables[0].sides[0].rows[0].level"],
  ],
  [
    "a kind of column that is none",
    SET.replace('"kind": "name"', '"kind": "words"'),
    ["11 choice tables[0].header[0].kind"],
  ],
  ["a field that is missing", SET.replace('"title": "重点项目支出表",', ""), ["6 missing tables[0]"]],
  [
    "a field that nobody knows",
    SET.replace('"label": "项目表"', '"label": "项目表", "lable": ""'),
    ["8 unknownField tables[0].lable"],
  ],
  [
    "a relation that cannot be read",
    SET.replace("[合计] = Σ[>项目]", "[合计] Σ[>项目]"),
    ["23 relation tables[0].relations[0].text"],
  ],
  [
    "a column that is not in the heading",
    SET.replace("[2, 3]", "[2, 4]"),
    ["18 column tables[0].sides[0].amountColumns"],
  ],
  ["an id of another form", SET.replace('"id": "U01",', '"id": "表一",'), ["7 id tables[0].id"]],
])("%s is told with its line", (_, text, problems) => {
  expect(problemsIn(text)).toEqual(problems);
});
