import { EN_US } from "./enUS";
import type { MessageArg, MessageRef } from "./messageRef";
import { ZH_CN } from "./zhCN";

export type Locale = "zh-CN" | "en-US";

const CATALOGUES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  "zh-CN": ZH_CN,
  "en-US": EN_US,
};

/** What stands between the texts of a list. */
const BETWEEN: Readonly<Record<Locale, string>> = { "zh-CN": "、", "en-US": ", " };

/**
 * The sentence for a message reference: `{name}` stands for an argument; a part in [[ ]] falls away when an argument
 * in it is empty; an empty argument takes the space before it along. Throws on an unknown key or a missing argument: a missing wording is a bug, not a blank.
 */
export function describe(message: MessageRef, locale: Locale): string {
  const template = CATALOGUES[locale][message.key];
  if (template === undefined) throw new Error(`no wording for "${message.key}" in ${locale}`);
  const text = fillIn(template, message, locale);
  const behind = BEHIND.filter(({ by }) => message.args[by] !== undefined);
  if (behind.length === 0 || BEHIND.some(({ key }) => key === message.key)) return text;
  const said = behind.map(({ key }) => describe({ key, args: message.args }, locale));
  return [text, ...said].join(locale === "zh-CN" ? "" : " ");
}

/**
 * What is said behind a sentence about a relation, by the argument that makes it be said: that it was derived from a table's own
 * headings and figures; what an office that added it wants it for.
 */
const BEHIND = [
  { by: "inferredFrom", key: "relation.inferred" },
  { by: "purpose", key: "relation.purpose" },
] as const;

/** A template with its arguments put in, lists by the language's habit, for catalogues of their own. Throws on a missing argument. */
export function fillIn(template: string, { key, args }: MessageRef, locale: Locale): string {
  const argument = (name = ""): string => {
    const value = args[name];
    if (value === undefined) throw new Error(`"${key}" needs the argument "${name}"`);
    if (typeof value === "string") return value;
    return isMessage(value) ? describe(value, locale) : listed(value, locale);
  };
  return template
    .replace(/\[\[(.*?)\]\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].some(([, name]) => argument(name) === "") ? "" : part,
    )
    .replace(/( ?)\{(\w+)\}/g, (mark: string, space: string, name: string, at: number, whole: string) => {
      const text = argument(name);
      const isQuoted = whole[at - 1] === "“" && whole[at + mark.length] === "”";
      return text === "" ? "" : space + (isQuoted ? withInnerQuotes(text) : text);
    });
}

/** ““三公”经费” is written “‘三公’经费”. Source: GB/T 15834-2011, 4.8.3.2. */
function withInnerQuotes(text: string): string {
  return text.replaceAll("“", "‘").replaceAll("”", "’");
}

function isMessage(value: MessageArg): value is MessageRef {
  return typeof value === "object" && "key" in value;
}

/** Texts one after another, as the language lists them: 表6、表10. */
export function listed(texts: readonly string[], locale: Locale): string {
  return texts.join(BETWEEN[locale]);
}

/** True when there is a wording for the key. */
export function hasWording(key: string): boolean {
  return Object.hasOwn(ZH_CN, key);
}
