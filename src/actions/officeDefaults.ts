import { readImported, writeImported } from "../codes/import/importedList";
import type { ImportedList } from "../codes/import/importedList";
import type { MessageRef } from "../messages/messageRef";
import type { OwnRules } from "../relations/ownRules/ownRule";
import { readRulesJson, writeRulesJson } from "../relations/ownRules/readRulesJson";
import { isRecord } from "../workbook/keptJson";
import type { Pack } from "../tables/definition";
import { THRESHOLDS } from "../years/thresholds";
import type { Thresholds } from "../years/thresholds";
import { readOwnSets } from "./ownSets";

/**
 * What holds for a whole office (全单位的规定), from one file beside the manifest: its own tables, relations, code lists, and from
 * when on a change needs a reason. What a workbook or a user has of the same kind comes before it.
 */
export interface OfficeDefaults {
  /** Whose they are, or for what, in the office's words; "" where it says nothing. */
  readonly name: string;
  readonly sets: readonly Pack[];
  /** The same as texts of their files, as a workbook keeps them. */
  readonly setTexts: readonly string[];
  /** The relations; `problems` has everything of the file that could not be used. */
  readonly rules: OwnRules;
  readonly codeLists: readonly ImportedList[];
  readonly thresholds: Thresholds;
}

/** Raised when the form of the file changes. */
const DEFAULTS_VERSION = 1;

const KNOWN = ["name", "sets", "rules", "codeLists", "thresholds"];

/** An office that says nothing. */
export const NO_DEFAULTS: OfficeDefaults = {
  name: "",
  sets: [],
  setTexts: [],
  rules: { rules: [], problems: [] },
  codeLists: [],
  thresholds: THRESHOLDS,
};

/** Nothing but the reason why there is nothing: every check then says it. */
export function noDefaultsFor(message: MessageRef): OfficeDefaults {
  return { ...NO_DEFAULTS, rules: { rules: [], problems: [{ message }] } };
}

/**
 * Reads the text of the file (docs/office.schema.json). What cannot be used of it is left out and told among the problems of its
 * rules, so that every check says it; the rest holds. Never throws.
 * @param file by which name it is told
 */
export function readOfficeDefaults(text: string, file: string): OfficeDefaults {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : String(error);
    return noDefaultsFor({ key: "defaults.notJson", args: { file, why } });
  }
  if (!isRecord(data) || data["version"] !== DEFAULTS_VERSION)
    return noDefaultsFor({ key: "defaults.version", args: { file, version: String(DEFAULTS_VERSION) } });
  const problems: MessageRef[] = [];
  const problem = (key: string, args: MessageRef["args"]) =>
    void problems.push({ key: `defaults.${key}`, args: { file, ...args } });
  const ignored = ["version", "$schema"];
  for (const key of Object.keys(data))
    if (!KNOWN.includes(key) && !ignored.includes(key)) problem("unknown", { part: key, known: KNOWN });
  const listOf = (key: string): readonly unknown[] => {
    const list = data[key] ?? [];
    if (Array.isArray(list)) return list as readonly unknown[];
    problem("list", { part: key });
    return [];
  };
  const sets = listOf("sets").flatMap((set, index) => {
    const text = JSON.stringify(set, null, 2);
    const read = readOwnSets([{ name: `${file} sets ${index + 1}`, text }]);
    if ("packs" in read) return read.packs.map((pack) => ({ pack, text }));
    problems.push(...read.problems);
    return [];
  });
  const rules = readRulesJson(JSON.stringify(listOf("rules")));
  const codeLists = listOf("codeLists").flatMap((list, index) => {
    const read = isRecord(list) ? readImported(JSON.stringify({ version: 1, ...list })) : undefined;
    if (!read) problem("codeList", { place: String(index + 1) });
    return read ?? [];
  });
  const thresholds = thresholdsOf(data["thresholds"] ?? {}, problem);
  const name = data["name"] ?? "";
  if (typeof name !== "string") problem("text", { part: "name" });
  return {
    name: typeof name === "string" ? name : "",
    sets: sets.map(({ pack }) => pack),
    setTexts: sets.map(({ text }) => text),
    rules: {
      rules: rules.rules,
      problems: [...problems.map((message) => ({ message })), ...rules.problems],
    },
    codeLists,
    thresholds,
  };
}

type Problem = (key: string, args: MessageRef["args"]) => void;

/** Each threshold by itself: one that cannot be used leaves that of the product. */
function thresholdsOf(given: unknown, problem: Problem): Thresholds {
  if (!isRecord(given)) {
    problem("thresholds", {});
    return THRESHOLDS;
  }
  for (const key of Object.keys(given))
    if (!Object.hasOwn(THRESHOLDS, key)) problem("unknown", { part: key, known: Object.keys(THRESHOLDS) });
  const amount = (part: "rate" | "otherShare" | "least"): string => {
    const value = given[part] ?? THRESHOLDS[part];
    // Numbers as they are written, amounts being decimals.
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text === "string" && /^\d{1,9}(\.\d{1,4})?$/.test(text)) return text;
    problem("threshold", { part, value: JSON.stringify(value) });
    return THRESHOLDS[part];
  };
  const { fromNothing = THRESHOLDS.fromNothing } = given;
  if (typeof fromNothing !== "boolean")
    problem("flag", { part: "fromNothing", value: JSON.stringify(fromNothing) });
  return {
    rate: amount("rate"),
    otherShare: amount("otherShare"),
    least: amount("least"),
    fromNothing: typeof fromNothing === "boolean" ? fromNothing : THRESHOLDS.fromNothing,
  };
}

/** What the file is put together from: sets as the texts of their files, all of them read without a problem. */
export interface DefaultsParts {
  readonly name?: string;
  readonly setTexts: readonly string[];
  readonly rules: OwnRules["rules"];
  readonly codeLists: readonly ImportedList[];
  /** Per cent from which on a change needs a reason. */
  readonly rate?: string;
}

/** The text of a file that readOfficeDefaults reads. */
export function writeOfficeDefaults({ name, setTexts, rules, codeLists, rate }: DefaultsParts): string {
  const plainRules = JSON.parse(writeRulesJson(rules)) as { readonly rules: unknown };
  const lists = codeLists.map((list) => {
    // As it is kept elsewhere, but for the version, which is that of the whole file.
    const kept = JSON.parse(writeImported(list)) as Readonly<Record<string, unknown>>;
    const { kind, title, year, isAuthoritative, codes } = kept;
    return { kind, title, year, isAuthoritative, codes };
  });
  const defaults = {
    version: DEFAULTS_VERSION,
    ...(name === undefined ? {} : { name }),
    sets: setTexts.map((text) => JSON.parse(text) as unknown),
    rules: plainRules.rules,
    codeLists: lists,
    ...(rate === undefined ? {} : { thresholds: { rate } }),
  };
  return `${JSON.stringify(defaults, null, 1)}\n`;
}
