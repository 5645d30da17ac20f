import { decodeText, readDelimited } from "../../../src/codes/import/delimited";
import { encodeGbk } from "../../support/gbk";

const utf8 = (text: string) => new TextEncoder().encode(text);
const LIST = "科目编码,科目名称\r\n201,一般公共服务支出\r\n";

test.each([
  ["UTF-8", utf8(LIST)],
  ["UTF-8 with a byte order mark", utf8(`\uFEFF${LIST}`)],
  ["GBK", encodeGbk(LIST)],
  ["UTF-16, little end first", Uint8Array.from(Buffer.from(`\uFEFF${LIST}`, "utf16le"))],
  ["UTF-16 without a mark", Uint8Array.from(Buffer.from(LIST, "utf16le"))],
  ["UTF-16 without a mark, big end first", Uint8Array.from(Buffer.from(LIST, "utf16le").swap16())],
])("a list in %s is read", (_encoding, bytes) => {
  expect(readDelimited(bytes)).toEqual([
    { number: 1, cells: ["科目编码", "科目名称"] },
    { number: 2, cells: ["201", "一般公共服务支出"] },
  ]);
});

test("bytes that are not UTF-8 are taken as GBK", () => {
  expect(decodeText(encodeGbk("行政运行"))).toBe("行政运行");
});

test("a zero byte by itself makes no UTF-16", () => {
  expect(decodeText(utf8(`201,一般公共服务支出\0`)).slice(0, 12)).toBe("201,一般公共服务支出");
});

test("quoted fields may hold delimiters, quotes and line breaks; the rows below keep their line numbers", () => {
  expect(readDelimited(utf8('编码,名称\n201,"一般""公共"",\n服务支出"\n202,外交支出'))).toEqual([
    { number: 1, cells: ["编码", "名称"] },
    { number: 2, cells: ["201", '一般"公共",\n服务支出'] },
    { number: 4, cells: ["202", "外交支出"] },
  ]);
});

test("tabs and semicolons are told from commas by how often they stand", () => {
  expect(readDelimited(utf8("编码\t名称\n201\t一般,公共"))[1]?.cells).toEqual(["201", "一般,公共"]);
  expect(readDelimited(utf8("编码;名称\n201;外交"))[1]?.cells).toEqual(["201", "外交"]);
});
