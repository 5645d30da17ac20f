import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** One thing done to the text of a part: at a fraction of its length, so many characters. */
interface TextChange {
  readonly what: "cut" | "repeat" | "insert" | "number" | "attribute";
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** What becomes of a package: plain data, so that a case that went wrong can be kept. */
export interface Damage {
  /** Which of the packages at hand. */
  readonly base: number;
  readonly parts: readonly {
    readonly part: number;
    readonly is: "changed" | "dropped" | "emptied" | "doubled";
    readonly changes: readonly TextChange[];
  }[];
  /** Done to the bytes of the archive afterwards. */
  readonly bytes: readonly {
    readonly what: "flip" | "cut" | "end";
    readonly at: number;
    readonly length: number;
  }[];
}

const TEXTS = [
  "&#0;",
  "&bogus;",
  "<",
  ">",
  "]]>",
  "</row>",
  "</c>",
  "<c/>",
  '<c r="A1"><v>1</v></c>',
  '<c r="XFD1048577"/>',
  '<row r="0"/>',
  '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
  '<c r="A1" t="s"><v>4294967296</v></c>',
  '<c t="s"><v>-1</v></c>',
  '<c r="B2" t="e"><v>#BOGUS!</v></c>',
  '<c r="B2"><v>1e400</v></c>',
  '<c r="B2"><v>NaN</v></c>',
  '<c r="B2" t="d"><v>2026-13-45</v></c>',
  "<f>",
  '<f t="shared" si="0">',
  '<f t="shared" si="9" ref="A1:XFD1">A1</f>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<mergeCell ref="Z9:A1"/>',
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>&b;',
  "<!-- ",
  "<?xml ?>",
  '<sheet name="表6" sheetId="1" r:id="rId1"/>',
  "\u0000",
  "\uFFFE",
  "🀄",
  "\u202E",
  "科目编码",
  "合计",
  "=1+1",
  "@SUM(1)",
  "'",
  "1,234.5万元",
  'xml:space="preserve"',
  "_x0000_",
  "９９９",
];
const NUMBERS = [
  "-1",
  "0",
  "1048577",
  "16385",
  "4294967296",
  "1e999",
  "NaN",
  "",
  "99999999999999999999",
  "0.1",
];

const fraction = fc.integer({ min: 0, max: 9999 }).map((one) => one / 10_000);

/** Damages as chance has them; most small, since what is wholly broken is refused at the first look. */
export const DAMAGE: fc.Arbitrary<Damage> = fc.record({
  base: fc.nat(99),
  parts: fc.array(
    fc.record({
      part: fc.nat(60),
      is: fc.oneof(
        { weight: 20, arbitrary: fc.constant("changed" as const) },
        { weight: 1, arbitrary: fc.constantFrom("dropped" as const, "emptied" as const, "doubled" as const) },
      ),
      changes: fc.array(
        fc.record({
          what: fc.constantFrom("cut", "repeat", "insert", "number", "attribute"),
          at: fraction,
          length: fc.oneof(fc.nat(40), fc.nat(4000)),
          text: fc.constantFrom(...TEXTS, ...NUMBERS),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { minLength: 0, maxLength: 3 },
  ),
  bytes: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.array(
        fc.record({ what: fc.constantFrom("flip", "cut", "end"), at: fraction, length: fc.nat(64) }),
        { minLength: 1, maxLength: 3 },
      ),
    },
  ),
});

/** A package after damage. */
export function damaged(bases: readonly Uint8Array[], { base, parts, bytes }: Damage): Uint8Array {
  const entries = unzipSync(bases[base % bases.length] as Uint8Array);
  const names = Object.keys(entries).sort();
  for (const { part, is, changes } of parts) {
    const name = names[part % names.length] as string;
    const content = entries[name];
    if (!content) continue;
    if (is === "dropped") delete entries[name];
    else if (is === "emptied") entries[name] = new Uint8Array();
    else if (is === "doubled") entries[`${name}x`] = content;
    else entries[name] = strToU8(changes.reduce(changedText, strFromU8(content)));
  }
  return bytes.reduce(changedBytes, zipSync(entries, { level: 1, mtime: "2026-01-01T00:00:00" }));
}

function changedText(text: string, { what, at, length, text: put }: TextChange): string {
  const start = Math.floor(text.length * at);
  const end = Math.min(text.length, start + length);
  switch (what) {
    case "cut":
      return text.slice(0, start) + text.slice(end);
    case "repeat":
      return text.slice(0, end) + text.slice(start);
    case "insert":
      return text.slice(0, start) + put + text.slice(start);
    case "number":
      return text.slice(0, start) + text.slice(start).replace(/\d+(\.\d+)?/, put);
    case "attribute":
      return text.slice(0, start) + text.slice(start).replace(/="[^"]*"/, `="${put.replace(/[<"]/g, "")}"`);
  }
}

function changedBytes(bytes: Uint8Array, { what, at, length }: Damage["bytes"][number]): Uint8Array {
  const start = Math.floor(bytes.length * at);
  if (what === "end") return bytes.slice(0, start);
  const changed = Uint8Array.from(bytes);
  if (what === "flip") {
    for (let index = start; index < Math.min(start + length, changed.length); index++)
      changed[index] = ~(changed[index] ?? 0);
    return changed;
  }
  return new Uint8Array([...changed.subarray(0, start), ...changed.subarray(start + length)]);
}
