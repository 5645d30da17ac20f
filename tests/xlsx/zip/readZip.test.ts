import { strToU8, Zip, ZipDeflate, zipSync } from "fflate";
import { inflateEntry } from "../../../src/xlsx/zip/inflateEntry";
import { DEFAULT_LIMITS } from "../../../src/xlsx/zip/limits";
import { readZip } from "../../../src/xlsx/zip/readZip";
import { concatBytes } from "../../../src/xlsx/zip/zipArchive";
import { asZip64, entryOf, FIELD, withDirectory } from "./archives";

const TEXT = "一般公共预算 ".repeat(2000);
const zip = zipSync({
  "a.xml": strToU8(TEXT),
  "名称.xml": strToU8("2"),
  "stored.bin": [strToU8("3"), { level: 0 }],
});

/** Name → content, read through the code under test. */
function contentsOf(bytes: Uint8Array): Record<string, string> {
  const archive = readZip(bytes);
  const entries = archive.entries.map((entry) => [
    entry.name,
    new TextDecoder().decode(inflateEntry(archive, entry)),
  ]);
  return Object.fromEntries(entries);
}

const failure = (code: string, details = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

describe("the entries of a zip", () => {
  const expected = { "a.xml": TEXT, "名称.xml": "2", "stored.bin": "3" };

  test("are read whether deflated or stored", () => {
    expect(contentsOf(zip)).toEqual(expected);
  });

  test("are read with zip64 fields, with a comment and with sizes behind the content", () => {
    expect(contentsOf(asZip64(zip))).toEqual(expected);
    const commented = concatBytes([zip, strToU8("PK\u0005\u0006 a comment that looks like an end record")]);
    commented[zip.length - 2] = commented.length - zip.length;
    expect(contentsOf(commented)).toEqual(expected);
    expect(contentsOf(streamed({ "a.xml": TEXT }))).toEqual({ "a.xml": TEXT });
  });
});

describe("a zip that contradicts itself is damaged, named by the entry", () => {
  test.each([
    ["its checksum differs", FIELD.crc, 12345],
    ["its size is said smaller than it is", FIELD.size, 10],
    ["its size is said larger than it is", FIELD.size, 100_000],
    ["its compressed size is cut", FIELD.compressedSize, 20],
    ["its place is wrong", FIELD.offset, 3],
  ])("%s", (_, field, value) => {
    const bytes = withDirectory(zip, "a.xml", (record) => record.setUint32(field, value, true));
    expect(() => contentsOf(bytes)).toThrow(failure("file.damaged", { part: "a.xml" }));
  });

  test("two entries share their bytes", () => {
    const { recordStart } = entryOf(zip, "a.xml");
    const bytes = withDirectory(zip, "stored.bin", (record) =>
      record.setUint32(FIELD.offset, recordStart, true),
    );
    expect(() => readZip(bytes)).toThrow(failure("file.damaged"));
    const inside = withDirectory(zip, "stored.bin", (record) =>
      record.setUint32(FIELD.offset, recordStart + 10, true),
    );
    expect(() => readZip(inside)).toThrow(failure("file.damaged", { part: "a.xml" }));
  });

  test("its compression is unknown", () => {
    const bytes = withDirectory(zip, "a.xml", (record) => record.setUint16(FIELD.method, 12, true));
    expect(() => contentsOf(bytes)).toThrow(failure("file.damaged", { part: "a.xml" }));
  });

  test("its directory lies outside the file", () => {
    const bytes = zip.slice();
    bytes.fill(0xf0, zip.length - 6, zip.length - 2);
    expect(() => readZip(bytes)).toThrow(failure("file.damaged"));
  });
});

describe("a zip that unpacks to too much", () => {
  const limits = { ...DEFAULT_LIMITS, part: 1000, total: 1500, ratioFrom: 500 };

  test("is refused by what its directory says, before anything is unpacked", () => {
    const large = withDirectory(zip, "a.xml", (record) => record.setUint32(FIELD.size, 0xfffffffe, true));
    expect(() => readZip(large)).toThrow(failure("file.bomb", { part: "a.xml", limit: "ratio" }));
    const noise = Uint8Array.from({ length: 900 }, (_, index) => (index * index * 7) & 255);
    const two = zipSync({ a: [noise, { level: 0 }], b: [noise, { level: 0 }] });
    expect(() => readZip(two, limits)).toThrow(failure("file.bomb", { limit: "total" }));
    expect(() => readZip(two, { ...limits, part: 800 })).toThrow(
      failure("file.bomb", { part: "a", limit: "part" }),
    );
  });

  test("is refused while it unpacks when its directory lies", () => {
    const lying = withDirectory(zip, "a.xml", (record) => record.setUint32(FIELD.size, 10, true));
    const archive = readZip(lying, limits);
    const entry = entryOf(lying, "a.xml");
    expect(() => inflateEntry(archive, entry, limits)).toThrow(failure("file.bomb", { limit: "part" }));
    expect(() => inflateEntry(archive, entry, { ...limits, part: 1e6, ratio: 10 })).toThrow(
      failure("file.bomb", { limit: "ratio" }),
    );
  });
});

/** A zip whose entries' sizes stand behind their content, as programs write it that do not know them beforehand. */
function streamed(parts: Readonly<Record<string, string>>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const writer = new Zip((_, chunk) => chunks.push(chunk));
  for (const [name, text] of Object.entries(parts)) {
    const entry = new ZipDeflate(name);
    writer.add(entry);
    entry.push(strToU8(text), true);
  }
  writer.end();
  return concatBytes(chunks);
}

describe("without Node's own zlib, as in a browser", () => {
  const { getBuiltinModule } = process;
  beforeAll(() => Object.assign(process, { getBuiltinModule: undefined }));
  afterAll(() => Object.assign(process, { getBuiltinModule }));

  test("the entries are the same, and what is amiss is told alike", () => {
    expect(contentsOf(zip)).toEqual({ "a.xml": TEXT, "名称.xml": "2", "stored.bin": "3" });
    const lying = withDirectory(zip, "a.xml", (record) => record.setUint32(FIELD.size, 10, true));
    expect(() => contentsOf(lying)).toThrow(failure("file.damaged", { part: "a.xml" }));
  });
});

test("limits narrower than those the directory was read with hold for what is unpacked", () => {
  const archive = readZip(zip);
  const entry = entryOf(zip, "a.xml");
  expect(() => inflateEntry(archive, entry, { ...DEFAULT_LIMITS, part: 1000 })).toThrow(
    failure("file.bomb", { limit: "part" }),
  );
});
