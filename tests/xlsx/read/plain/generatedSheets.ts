import type { Chooser } from "../../../support/random";
import { MAIN } from "../../patch/workbooks";

/** Shared strings and number formats that the generated cells refer to. */
export const CONTEXT = {
  strings: ["合计", "", "一般公共预算", "a", "𠮷"],
  numberFormats: ["General", "#,##0.00", "@", "0%"],
};

/** Numbers as files have them, among them some that need all digits of a double, and some that are none. */
const NUMBERS = [
  "0",
  "-0",
  "1",
  "-0.5",
  "1890.17",
  "31600.009999999998",
  "3.1600009999999998E4",
  "1e22",
  "1E-22",
]
  .concat([
    "123456789012345",
    "1234567890123456",
    "9007199254740993",
    "0.1",
    "5e-324",
    "1.7976931348623157e308",
  ])
  .concat(["00012.50", "1e23", "1E+5", "0.000001", "999999999999999.9", "43862"]);
const ODD_NUMBERS = ["", " 5", "1.", ".5", "+1", "1e400", "0x10", "12,5", "NaN", "1e", "--1", "&#49;"];

const TEXTS = [
  "合计",
  "表1!A1",
  "a b",
  " 空格 ",
  "A&amp;B",
  "&lt;1&gt;",
  "&#x4E00;&#10;",
  "x".repeat(50),
].concat([
  "一般公共预算".repeat(12),
  "_x000D_",
  "_x005F_x000D_",
  "a]b",
  "a\nb\t",
  "1 > 0",
  "𠮷&quot;&apos;",
  "",
]);
const ODD_TEXTS = [
  "a]]>b",
  "]]",
  "a\r\nb",
  "<![CDATA[1 < 2]]>",
  "<!-- c -->",
  "&wo;",
  "&#0;",
  "&",
  "&#xFFFE;",
  "\uFFFE",
].concat(["\u0001", "&amp", "<b/>", "]]&gt;", "&#55296;", "\u007f", "\u2028", "&AMP;"]);

/** A worksheet part made at random. `oddity` is the share of things that the plain way leaves to the strict one. */
export function generatedSheet(choose: Chooser, oddity: number): string {
  const isOdd = () => choose.chance(oddity);
  const maker = new SheetMaker(choose, isOdd);
  const rows = Array.from({ length: choose.below(8) }, () => maker.row()).join(maker.gap());
  const head = choose.pick(['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n', "", "\uFEFF"]);
  const before = '<dimension ref="A1:Z99"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const behind = maker.behind();
  const declarations = isOdd() ? `xmlns:x="${MAIN}"` : `xmlns="${MAIN}" xmlns:x14ac="urn:x14ac"`;
  const prefix = declarations.startsWith("xmlns:x=") ? "x:" : "";
  const data = `<${prefix}sheetData>${rows}</${prefix}sheetData>`;
  return `${head}<${prefix}worksheet ${declarations}>${isOdd() ? "<!-- <sheetData> -->" : before}${data}${behind}</${prefix}worksheet>`;
}

class SheetMaker {
  private number = 0;

  constructor(
    private readonly choose: Chooser,
    private readonly isOdd: () => boolean,
  ) {}

  gap(): string {
    return this.choose.chance(0.2) ? this.choose.pick(["\n", "  ", "\n\t"]) : "";
  }

  row(): string {
    const { choose } = this;
    this.number = this.isOdd() ? choose.below(20) : this.number + 1 + choose.below(2);
    const r = choose.chance(0.8) ? ` r="${this.number}"` : "";
    const looks = choose.chance(0.5) ? ` spans="1:14" ht="26" customHeight="1" x14ac:dyDescent="0.25"` : "";
    if (choose.chance(0.1)) return `<row${r}${looks}/>`;
    const odd = this.isOdd()
      ? choose.pick([' r="3"', ` xmlns="${MAIN}"`, " ht='3'", ' a="&lt;"', " b", ' 一="1"'])
      : "";
    let column = 0;
    const cells = Array.from({ length: choose.below(6) }, () => {
      column += 1 + choose.below(3);
      return this.cell(this.isOdd() ? choose.below(4) + 1 : column);
    });
    return `<row${r}${looks}${odd}>${this.gap()}${cells.join(this.gap())}</row>`;
  }

  private cell(column: number): string {
    const { choose } = this;
    const letters = this.isOdd() ? "XFD" : String.fromCharCode(64 + Math.min(column, 26));
    const place = this.isOdd()
      ? choose.pick([
          "r='A1'",
          'r="a1"',
          'r="A0"',
          'r="XFE1"',
          'r="A1048577"',
          'r="1"',
          'r=""',
          'r="$A$1"',
          'cm="1"',
        ])
      : `r="${letters}${this.number}"`;
    const attributes = [choose.chance(0.9) ? place : "", choose.chance(0.6) ? `s="${choose.below(6)}"` : ""];
    if (this.isOdd()) attributes.push(choose.pick(['s="1"', 'vm="2"', 's="x"', 'foo:bar="1"']));
    if (choose.chance(0.1)) return `<c ${attributes.join(" ").trim()}/>`;
    const [type, content] = this.content();
    if (type !== "") attributes.push(`t="${type}"`);
    const written = attributes.filter(Boolean);
    const tag = choose.chance(0.9) ? written : choose.shuffle(written);
    return `<c${tag.map((one) => ` ${one}`).join("")}>${this.gap()}${this.formula()}${content}${this.gap()}</c>`;
  }

  private content(): readonly [type: string, content: string] {
    const { choose } = this;
    const text = () => (this.isOdd() ? choose.pick(ODD_TEXTS) : choose.pick(TEXTS));
    const value = (inside: string) =>
      choose.pick([`<v>${inside}</v>`, `<v>${inside}</v>`, `<v xml:space="preserve">${inside}</v>`]);
    switch (choose.below(8)) {
      case 0:
        return ["s", `<v>${this.isOdd() ? choose.pick(["9", "x", "-1", "1.0", ""]) : choose.below(5)}</v>`];
      case 1:
        return ["str", value(text())];
      case 2:
        return ["b", `<v>${choose.pick(["0", "1", "true", " 1 "])}</v>`];
      case 3:
        return ["e", `<v>${choose.pick(["#REF!", "#N/A", "#DIV/0!"])}</v>`];
      case 4:
        return ["inlineStr", `<is>${this.gap()}${this.item(text)}</is>`];
      case 5:
        return [this.isOdd() ? "foo" : "", choose.pick(["<v/>", "<v></v>", ""])];
      default:
        return [
          choose.pick(["", "n"]),
          `<v>${this.isOdd() ? choose.pick(ODD_NUMBERS) : choose.pick(NUMBERS)}</v>`,
        ];
    }
  }

  /** What stands inside a string item. */
  item(text: () => string): string {
    const { choose } = this;
    const looks = choose.pick(["", '<rPr><b/><sz val="11"/><color theme="1"/><rFont val="宋体"/></rPr>']);
    const phonetic = '<rPh sb="0" eb="1"><t>yi ban</t></rPh><phoneticPr fontId="1"/>';
    const kinds = [
      () => `<t>${text()}</t>`,
      () => `<t xml:space="preserve">${text()}</t>`,
      () => `<r><t>${text()}</t></r><r>${looks}<t>${text()}</t></r>`,
      () => `<r>${looks}<t>${text()}</t></r>${phonetic}`,
      () => "<t/>",
    ];
    return choose.pick(kinds)();
  }

  private formula(): string {
    const { choose } = this;
    if (choose.chance(0.7)) return "";
    const shared = choose.below(2);
    return choose.pick([
      "<f>B1+$C2</f>",
      '<f>IF(A1&gt;0,"是",表2!B$3)&amp;"x"</f>',
      `<f t="shared" ref="A1:C9" si="${shared}">A1*2</f>`,
      `<f t="shared" si="${shared}"/>`,
      `<f t="shared" si="${shared}"></f>`,
      '<f t="array" ref="A1">SUM(B1:B2)</f>',
      '<f ca="1">NOW()</f>',
      "<f/>",
      this.isOdd() ? "<f><b/>A1</f>" : "<f>1</f>",
    ]);
  }

  behind(): string {
    const { choose } = this;
    const formats =
      '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>N("x")&gt;0</formula></cfRule></conditionalFormatting>';
    const blocks = [
      '<sheetProtection sheet="1"/>',
      formats,
      '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
    ];
    const odd = [
      '<sheetData><row r="9"><c r="A9"><v>1</v></c></row></sheetData>',
      "<row><c><v>4</v></c></row>",
      "<a>",
      "x",
    ];
    return blocks.filter(() => choose.chance(0.5)).join("") + (this.isOdd() ? choose.pick(odd) : "");
  }
}

/** A shared strings part made at random. */
export function generatedStrings(choose: Chooser, oddity: number): string {
  const maker = new SheetMaker(choose, () => choose.chance(oddity));
  const text = () => (choose.chance(oddity) ? choose.pick(ODD_TEXTS) : choose.pick(TEXTS));
  const items = Array.from({ length: 1 + choose.below(6) }, () => `<si>${maker.item(text)}</si>`);
  const odd = choose.chance(oddity)
    ? choose.pick(["<t>x</t>", "<!-- <si> -->", "<si/>", "<extLst/>", "<a/>", "</sst>"])
    : "";
  return `<sst xmlns="${MAIN}" count="9" uniqueCount="9">${maker.gap()}${choose.shuffle([...items, odd]).join(maker.gap())}</sst>`;
}

/** The bytes with one of them changed, some taken out, or a piece of markup put in. */
export function damagedBytes(bytes: Uint8Array, choose: Chooser): Uint8Array {
  const at = choose.below(bytes.length);
  const piece = new TextEncoder().encode(
    choose.pick(["<", ">", "&", '"', "]]>", "/", " ", "<c>", "<!--", "\r", "é", "</row>"]),
  );
  switch (choose.below(4)) {
    case 0: {
      const changed = bytes.slice();
      changed[at] = choose.below(256);
      return changed;
    }
    case 1:
      return join(bytes.subarray(0, at), bytes.subarray(at + 1 + choose.below(8)));
    case 2:
      return join(bytes.subarray(0, at), piece, bytes.subarray(at));
    default:
      return bytes.subarray(0, at);
  }
}

function join(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}
