import { decodeText, encodeText } from "../../../src/xlsx/xml/encoding";
import { decodeExcelString, encodeExcelString } from "../../../src/xlsx/xml/excelString";
import { scanXml } from "../../../src/xlsx/xml/scanXml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";

/** The tags of a document in short form. */
function tags(xml: string | Iterable<string>): string[] {
  const found: string[] = [];
  scanXml(xml, "a.xml", { open: ({ tag }) => found.push(tag) });
  return found;
}

describe("element names", () => {
  test("are told by namespace, whatever the prefix", () => {
    expect(tags(`<a xmlns="${MAIN}"><b/><x:c xmlns:x="${STRICT_MAIN}"/></a>`)).toEqual(["a", "b", "c"]);
    expect(tags(`<x:a xmlns:x="${MAIN}"><y:a xmlns:y="urn:other"/><a/></x:a>`)).toEqual(["a", "?:a", "?:a"]);
  });

  test("count only inside the element that declares the namespace", () => {
    expect(tags(`<r><x:a xmlns:x="${MAIN}"/><x:a/></r>`)).toEqual(["?:r", "a", "?:a"]);
    expect(tags(`<a xmlns="${MAIN}"><b xmlns="urn:other"><b/></b><b/></a>`)).toEqual([
      "a",
      "?:b",
      "?:b",
      "b",
    ]);
  });
});

test("places are those of the text as written", () => {
  const xml = `<?xml version="1.0"?>\r\n<a b="1 &gt; 0">一<c/><d>2</d></a>`;
  const spans: Record<string, string[]> = {};
  const starts: number[] = [];
  scanXml(xml, "a.xml", {
    open: ({ start }) => starts.push(start),
    close: ({ name, start, startTagEnd }, { endTagStart, end }) => {
      spans[name] = [
        xml.slice(start, startTagEnd),
        xml.slice(startTagEnd, endTagStart),
        xml.slice(endTagStart, end),
      ];
    },
  });
  expect(spans).toEqual({
    c: ["<c/>", "", ""],
    d: ["<d>", "2", "</d>"],
    a: ['<a b="1 &gt; 0">', "一<c/><d>2</d>", "</a>"],
  });
  expect(starts).toHaveLength(3);
});

test("a document in pieces reads as the whole, wherever it is cut", () => {
  const xml = `<a xmlns="${MAIN}"><t>一般&amp;公共\r\n预算</t><![CDATA[x]]></a>`;
  const read = (source: string | Iterable<string>) => {
    const texts: string[] = [];
    scanXml(source, "a.xml", { text: (text) => texts.push(text) });
    return texts.join("");
  };
  expect(read(xml)).toBe("一般&公共\n预算x");
  for (let cut = 0; cut <= xml.length; cut++) {
    expect(read([xml.slice(0, cut), xml.slice(cut)])).toBe("一般&公共\n预算x");
  }
  expect(tags([...xml])).toEqual(["a", "t"]);
});

test("texts come back to the same bytes in each encoding, byte order mark included", () => {
  const text = "\ufeff<a>预算 𠮷</a>";
  for (const encoding of ["utf-8", "utf-16le", "utf-16be"] as const) {
    const bytes = encodeText({ text, encoding });
    const decoded = decodeText(bytes, "a.xml");
    expect(decoded).toEqual({ text, encoding });
    expect(encodeText(decoded)).toEqual(bytes);
  }
});

test("what Excel escapes in texts is put back, and text that looks so survives", () => {
  expect(decodeExcelString("a_x000a_b")).toBe("a\nb");
  for (const text of ["_x000D_", "_x005F_x000D_", "a_b", "_x12_"]) {
    expect(decodeExcelString(encodeExcelString(text))).toBe(text);
  }
});
