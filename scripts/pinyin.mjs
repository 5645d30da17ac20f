/**
 * Writes src/codes/data/pinyin.tsv: how the characters of Chinese names are read, so that the product finds codes by
 * pinyin without carrying a dictionary. First the usual reading of each character (GB 2312 level one, and all characters
 * of the code lists), one line a syllable; then pairs of characters in which one of them is read otherwise (银行 hang),
 * found by letting pinyin-pro read every name of the lists as a whole. Run it after the lists changed: npm run pinyin.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TextDecoder } from "node:util";
import { customPinyin, pinyin } from "pinyin-pro";

const DATA = join(fileURLToPath(import.meta.url), "../../src/codes/data");

/** Words pinyin-pro reads otherwise than accountants do. */
customPinyin({ 差旅: "chāi lǚ", 水泵: "shuǐ bèng", 圩区: "wéi qū", 拓片: "tà piàn", 调拨: "diào bō" });

/** More words with two readings that the lists do not have but others' lists may. */
const WORDS = ["会计", "银行", "重复", "差旅", "音乐", "西藏", "供给", "调解", "调剂", "参差", "率先"];

const read = (text) => pinyin(text, { toneType: "none", v: true, type: "array" }).map(plain);
const plain = (syllable) => syllable.replace(/([nl])v/g, "$1u");
const isHan = (char) => /^\p{Script=Han}$/u.test(char);

function namesOfLists() {
  const names = new Set(WORDS);
  for (const file of readdirSync(DATA)) {
    if (!file.endsWith(".tsv") || file === "pinyin.tsv" || file.startsWith("economic-correspondence"))
      continue;
    const [head, ...lines] = readFileSync(join(DATA, file), "utf8").trim().split(/\r?\n/);
    const columns = head.split("\t").flatMap((name, index) => (name.startsWith("name") ? [index] : []));
    for (const line of lines) for (const column of columns) names.add(line.split("\t")[column]);
  }
  return [...names];
}

function levelOne() {
  const bytes = [];
  for (let row = 0xb0; row <= 0xd7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return [...new TextDecoder("gbk").decode(Uint8Array.from(bytes))].filter(isHan);
}

/** Runs of Chinese characters, each with the readings in its context. */
function readings(names) {
  return names.flatMap((name) =>
    (name.match(/\p{Script=Han}+/gu) ?? []).map((run) => ({ chars: [...run], syllables: read(run) })),
  );
}

const runs = readings(namesOfLists());
const usual = new Map();
for (const char of [...levelOne(), ...runs.flatMap(({ chars }) => chars)]) usual.set(char, read(char)[0]);

/** Of a character with several readings in the lists, the one it has most often is its usual one. */
const counts = new Map();
for (const { chars, syllables } of runs)
  chars.forEach((char, index) => {
    const own = counts.get(char) ?? new Map();
    counts.set(char, own.set(syllables[index], (own.get(syllables[index]) ?? 0) + 1));
  });
for (const [char, own] of counts) usual.set(char, [...own].sort((a, b) => b[1] - a[1])[0][0]);

const pairs = new Map();
for (const { chars, syllables } of runs)
  chars.forEach((char, index) => {
    for (const [pair, at] of [
      [char + (chars[index + 1] ?? ""), 0],
      [(chars[index - 1] ?? "") + char, 1],
    ]) {
      if ([...pair].length !== 2) continue;
      const key = `${pair}${at}`;
      pairs.set(key, (pairs.get(key) ?? new Set()).add(syllables[index]));
    }
  });

const exceptions = new Map();
for (const { chars, syllables } of runs)
  chars.forEach((char, index) => {
    if (syllables[index] === usual.get(char)) return;
    const around = [
      [`${char}${chars[index + 1] ?? ""}`, 0],
      [`${chars[index - 1] ?? ""}${char}`, 1],
    ].filter(([pair, at]) => [...pair].length === 2 && pairs.get(`${pair}${at}`).size === 1);
    // A pair that is a word by itself (银行) holds in names of other lists too.
    const best = around.find(([pair, at]) => read(pair)[at] === syllables[index]) ?? around[0];
    if (best) exceptions.set(best.join("\t"), syllables[index]);
    else process.stderr.write(`not told by a pair: ${chars.join("")} ${char} ${syllables[index]}\n`);
  });

const bySyllable = new Map();
for (const [char, syllable] of usual) bySyllable.set(syllable, (bySyllable.get(syllable) ?? "") + char);
const order = (a, b) => (a[0] < b[0] ? -1 : 1);
const lines = [
  "reading\tcharacters\tplace",
  ...[...bySyllable].sort(order).map(([syllable, chars]) => `${syllable}\t${chars}\t`),
  ...[...exceptions].sort(order).map(([key, syllable]) => `${syllable}\t${key}`),
];
writeFileSync(join(DATA, "pinyin.tsv"), `${lines.join("\n")}\n`);
