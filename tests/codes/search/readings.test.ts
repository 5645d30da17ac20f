import { pinyin } from "pinyin-pro";
import { readingsOf, readReadings } from "../../../src/codes/search/readings";
import { allLists } from "./lists";

const readings = readReadings();
const read = (text: string) => readingsOf(readings, [...text]).join(" ");

test.each([
  ["银行服务", "yin hang fu wu"],
  ["行政运行", "xing zheng yun xing"],
  ["会计事务", "kuai ji shi wu"],
  ["重大会议", "zhong da hui yi"],
  ["灾后重建", "zai hou chong jian"],
  ["差旅费", "chai lu fei"],
  ["绿化", "lu hua"],
  ["西藏", "xi zang"],
  ["IT设备", "i t she bei"],
])("%s is read %s", (name, reading) => {
  expect(read(name)).toBe(reading);
});

test("at least 99.9 % of the characters of all names are read as a dictionary reads them in their context", async () => {
  const runs = (await allLists()).flatMap(({ entries }) =>
    [...entries.values()].flatMap(({ names }) =>
      names.flatMap(({ name }) => name.match(/\p{Script=Han}+/gu) ?? []),
    ),
  );
  const [own, other] = [
    runs.flatMap((run) => readingsOf(readings, [...run])),
    runs.flatMap((run) =>
      pinyin(run, { toneType: "none", v: true, type: "array" }).map((one) => one.replace(/([nl])v/g, "$1u")),
    ),
  ];
  expect(own).toHaveLength(other.length);
  expect(own.filter((reading) => reading === "")).toEqual([]);
  const same = own.filter((reading, index) => reading === other[index]).length;
  expect(same / own.length).toBeGreaterThan(0.999);
});
