import { WorkbookFileError } from "../../../src/xlsx/fileError";
import { readPlainXml } from "../../../src/xlsx/xml/plainXml";
import { scanXml } from "../../../src/xlsx/xml/scanXml";
import { Chooser, randomFrom } from "../../support/random";
import { generatedSheet, generatedStrings } from "../read/plain/generatedSheets";
import { STYLES, workbookParts } from "../patch/workbooks";

/** All that a scan tells of a document inside its root, or that it refuses it. */
function events(text: string): unknown[] | "refused" {
  const found: unknown[] = [];
  let depth = 0;
  try {
    scanXml(text, "a.xml", {
      open({ tag, name, attributes, isSelfClosing, start, startTagEnd, scope }) {
        depth++;
        found.push([tag, name, { ...attributes }, isSelfClosing, start, startTagEnd, [...scope.bindings]]);
      },
      text(words) {
        if (depth > 0) found.push(words);
      },
      close({ name }, { endTagStart, end }) {
        depth--;
        found.push([name, endTagStart, end]);
      },
    });
    return found;
  } catch (error) {
    if (error instanceof WorkbookFileError) return "refused";
    throw error;
  }
}

/** The same document with a comment behind it, which the parser for all of XML has to read. */
const strictly = (text: string) => events(`${text}<!-- -->`);

const PIECES = [
  "<",
  ">",
  "&",
  '"',
  "]]>",
  "/",
  " ",
  "<c>",
  "<!--",
  "\r",
  "é",
  "</row>",
  "x:",
  ' a="1"',
  "\u0001",
];

test("a document that is read the plain way gives the same tags, texts and places as read the strict way", () => {
  const choose = new Chooser(randomFrom(8));
  let plain = 0;
  for (let count = 0; count < 3000; count++) {
    const oddity = choose.pick([0, 0.03]);
    const parts = [generatedSheet(choose, oddity), generatedStrings(choose, oddity), STYLES];
    const sound = choose.pick([...parts, ...Object.values(workbookParts())]);
    const at = choose.below(sound.length);
    const changed = sound.slice(0, at) + choose.pick(PIECES) + sound.slice(at + choose.below(3));
    const text = choose.chance(0.7) ? changed : sound;
    if (!readPlainXml(text)) continue;
    plain++;
    expect(events(text)).toEqual(strictly(text));
  }
  expect(plain).toBeGreaterThan(1000);
});

test.each([
  ["two attributes of one name", '<a b="1" b="2"/>'],
  ["tags that cross", "<a><b></a></b>"],
  ["two roots", "<a/><a/>"],
  ["text behind the root", "<a/>x"],
  ["an entity that is not known", "<a>&wo;</a>"],
  ["an attribute's value with a line end", '<a b="1\n2"/>'],
  ["a line end that XML changes", "<a>1\r\n2</a>"],
  ["a comment", "<a><!-- --></a>"],
  ["a document type", "<!DOCTYPE a><a/>"],
  ["another version of XML", '<?xml version="1.1"?><a/>'],
  ["half a character", "<a>\ud83d</a>"],
  ["nothing", ""],
  ["an attribute without a value", "<a b />"],
  ["no blank between attributes", '<a b="1"c="2"/>'],
])("%s is left to the strict way", (_, text) => {
  expect(readPlainXml(text)).toBeUndefined();
});

test("many attributes and very long values do not exhaust the pattern", () => {
  for (const text of [
    `<a ${'b="" '.repeat(700_000)}`,
    `<a b="${"x".repeat(3_900_000)}`,
    `<a${" ".repeat(3_900_000)}`,
  ])
    expect(readPlainXml(text)).toBeUndefined();
  expect(readPlainXml(`<a b="${"x".repeat(3_900_000)}"/>`)).toHaveLength(2);
});
